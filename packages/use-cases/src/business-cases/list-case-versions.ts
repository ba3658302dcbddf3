import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { getBusinessCase } from "@liftledger/database/business-cases";
import { listCaseSignatures } from "@liftledger/database/case-signatures";
import { listCaseVersionHeads } from "@liftledger/database/case-versions";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { caseHeadView } from "./case-version-view.ts";

/** The versions of a case, latest first, without their plans. */
export async function listCaseVersions(
  ctx: Context,
  { caseId, ...query }: { caseId: string } & Partial<EndpointRequest<"listCaseVersions">["query"]>,
): Promise<EndpointOutput<"listCaseVersions">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    await getBusinessCase(db, ctx.organisationId, caseId);
    const nameOf = await personNames(ctx, db);
    const heads = await listCaseVersionHeads(db, ctx.organisationId, { caseId });
    const signatures = await listCaseSignatures(db, ctx.organisationId, { caseId });
    const rows = heads.map((head) => caseHeadView(head, signatures, nameOf));
    return pageRows(lists.listCaseVersions.list, rows, query);
  });
}
