import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listCaseComments as listStored } from "@liftledger/database/case-comments";
import { getCaseVersion } from "@liftledger/database/case-versions";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { pageRows } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { caseCommentView } from "./case-comment-view.ts";
import type { CasePlace } from "./open-case.ts";

/** What was said of a version and of its lines, oldest first. */
export async function listCaseComments(
  ctx: Context,
  { caseId, number, ...query }: CasePlace & Partial<EndpointRequest<"listCaseComments">["query"]>,
): Promise<EndpointOutput<"listCaseComments">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    await getCaseVersion(db, ctx.organisationId, { caseId, number });
    const nameOf = await personNames(ctx, db);
    const comments = await listStored(db, ctx.organisationId, { caseId, number });
    const rows = comments
      .filter(({ resolvedAt }) =>
        query.resolved === undefined ? true : (resolvedAt !== null) === (query.resolved === "true"),
      )
      .map((comment) => caseCommentView(comment, nameOf));
    return pageRows(lists.listCaseComments.list, rows, query);
  });
}
