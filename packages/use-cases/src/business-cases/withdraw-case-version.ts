import type { CaseVersion, WithdrawCaseVersion } from "@liftledger/contracts/business-case";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { caseVersionView } from "./case-version-view.ts";
import { getOwnVersion, moveVersion, refuseUnless, type CasePlace } from "./open-case.ts";

/**
 * Takes a version back, for a reason: it is decided no more, or stands approved no more. Nothing else stands in its
 * place: the version it superseded does not come back. What stands approved is withdrawn by finance.
 */
export async function withdrawCaseVersion(
  ctx: Context,
  { version, reason, ...place }: CasePlace & WithdrawCaseVersion,
): Promise<CaseVersion> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const found = await getOwnVersion(ctx, tx, place);
    await refuseUnless(ctx, tx, found, ["draft", "submitted", "returned", "approved"], "withdrawn");
    if (found.version.status === "approved") mustBe(ctx, "finance");
    const ended = { endedAt: ctx.now, endedBy: ctx.actor.personId, endReason: reason };
    const change = { status: "withdrawn" as const, ...ended };
    const told = { action: "withdrawCaseVersion", from: version, reason };
    const after = await moveVersion(ctx, tx, audit, found, change, told);
    return caseVersionView(ctx, tx, found.kept, after);
  });
}
