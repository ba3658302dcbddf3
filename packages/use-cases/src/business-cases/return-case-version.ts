import type { CaseVersion, ReturnCaseVersion } from "@liftledger/contracts/business-case";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { caseVersionView } from "./case-version-view.ts";
import { insertRemarks } from "./insert-remarks.ts";
import { getOwnVersion, moveVersion, refuseUnless, type CasePlace } from "./open-case.ts";

/** Gives a version back to its authors: what is asked of it, and on which lines. Signatures it has are void. */
export async function returnCaseVersion(
  ctx: Context,
  { version, comment, lines, ...place }: CasePlace & ReturnCaseVersion,
): Promise<CaseVersion> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const found = await getOwnVersion(ctx, tx, place);
    await refuseUnless(ctx, tx, found, ["submitted"], "returned");
    const decided = { decidedAt: ctx.now, decidedBy: ctx.actor.personId, comment };
    const change = { status: "returned" as const, ...decided };
    const told = { action: "returnCaseVersion", from: version, reason: comment };
    const after = await moveVersion(ctx, tx, audit, found, change, told);
    await insertRemarks(ctx, tx, audit, after, lines, "returnCaseVersion");
    return caseVersionView(ctx, tx, found.kept, after);
  });
}
