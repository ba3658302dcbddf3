import type { KillRule as WireRule, NewKillRule } from "@liftledger/contracts/kill-rule";
import { getKillRule, insertKillRule } from "@liftledger/database/kill-rules";
import { normaliseDecimal } from "@liftledger/numerics/decimal";
import { phaseNames, phases } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { initiativeViews } from "../initiatives/initiative-view.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { onlyRow } from "../only-row.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { killRuleViews } from "./kill-rule-views.ts";

/**
 * Declares what would end one's own initiative in a phase that is still to come. One that is declared when the phase has
 * begun was not known beforehand and is refused: it would be made for what is already seen.
 */
export async function declareKillRule(
  ctx: Context,
  { initiativeId, phase, ...rule }: { initiativeId: string } & NewKillRule,
): Promise<WireRule> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const initiative = await getOwnInitiative(ctx, tx, initiativeId);
    const present = onlyRow(await initiativeViews(ctx, tx, [initiative])).phase;
    refuse(initiative.name, { isOver: !isUnderWay(initiative), status: initiative.status });
    if (phases.indexOf(phase) <= phases.indexOf(present)) {
      const message = `It is in ${phaseNames[present]}: a rule is declared before the phase it would end it in. Name a later phase.`;
      throw new ProblemError("invalid-request", message, [{ field: "phase", message, seen: phase }]);
    }
    const declared = {
      killRuleId: ctx.newId(),
      initiativeId,
      phase,
      ...rule,
      limit: normaliseDecimal(rule.limit),
      declaredAt: ctx.now,
      declaredBy: ctx.actor.personId,
    };
    await insertKillRule(tx, ctx.organisationId, declared);
    const id = declared.killRuleId;
    audit({ action: "declareKillRule", noun: "kill-rule", id, before: null, after: declared });
    return onlyRow(await killRuleViews(ctx, tx, [await getKillRule(tx, ctx.organisationId, id)]));
  });
}

function refuse(name: string, { isOver, status }: { isOver: boolean; status: string }): void {
  if (!isOver) return;
  const message = `${name} is ${status}: nothing is left to end.`;
  throw new ProblemError("conflict", message, [{ field: "status", message, seen: status }]);
}
