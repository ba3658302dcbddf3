import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listBusinessCases } from "@liftledger/database/business-cases";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { mustBe } from "../permissions.ts";
import { askedFor } from "../retirement/retired-views.ts";
import { caseViews } from "./case-view.ts";

/** The business cases, the one changed last first unless another order is asked for. */
export async function listCases(
  ctx: Context,
  query: Partial<EndpointRequest<"listCases">["query"]> = {},
): Promise<EndpointOutput<"listCases">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const cases = await listBusinessCases(db, ctx.organisationId, { initiativeId: query.initiativeId });
    return pageRows(lists.listCases.list, askedFor(await caseViews(ctx, db, cases), query), query);
  });
}
