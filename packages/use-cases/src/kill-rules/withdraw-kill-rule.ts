import type { KillRule as WireRule, WithdrawKillRule } from "@liftledger/contracts/kill-rule";
import { getKillRule, withdrawKillRule as withdrawStored } from "@liftledger/database/kill-rules";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { dayOf } from "../organisations/day-of.ts";
import { getOwnInitiative } from "../own-things.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { killRuleViews } from "./kill-rule-views.ts";

/** Withdraws a rule of one's own initiative, for a reason. It stays on record with who did and why. */
export async function withdrawKillRule(
  ctx: Context,
  { killRuleId, version, reason }: { killRuleId: string } & WithdrawKillRule,
): Promise<WireRule> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getKillRule(tx, ctx.organisationId, killRuleId);
    await getOwnInitiative(ctx, tx, before.initiativeId);
    if (before.withdrawnAt !== null) {
      const who =
        before.withdrawnBy === null ? "" : ` by ${(await personNames(ctx, tx))(before.withdrawnBy)}`;
      const message = `This rule was withdrawn${who} on ${dayOf(ctx, before.withdrawnAt)}.`;
      throw new ProblemError("conflict", message, [{ field: "status", message, seen: "withdrawn" }]);
    }
    const by = { at: ctx.now, by: ctx.actor.personId, reason };
    await withdrawStored(tx, ctx.organisationId, { killRuleId, version }, by);
    const after = await getKillRule(tx, ctx.organisationId, killRuleId);
    audit({ action: "withdrawKillRule", noun: "kill-rule", id: killRuleId, before, after, reason });
    return onlyRow(await killRuleViews(ctx, tx, [after]));
  });
}
