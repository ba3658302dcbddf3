import type { CaseComment, NewCaseComment } from "@liftledger/contracts/business-case";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { caseCommentView } from "./case-comment-view.ts";
import { insertRemarks } from "./insert-remarks.ts";
import { getOwnVersion, type CasePlace } from "./open-case.ts";

/** Says something of a version, of a line of it or of a field. Nothing it says changes the version. */
export async function addCaseComment(
  ctx: Context,
  { caseId, number, ...remark }: CasePlace & NewCaseComment,
): Promise<CaseComment> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { version } = await getOwnVersion(ctx, tx, { caseId, number });
    const kept = await insertRemarks(ctx, tx, audit, version, [remark], "addCaseComment");
    return caseCommentView(onlyRow(kept), await personNames(ctx, tx));
  });
}
