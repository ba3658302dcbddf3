import type { HoldOut, HoldOutTerms } from "@liftledger/contracts/hold-out";
import { getHoldOut, holdOutsOfBenefits, insertHoldOut } from "@liftledger/database/hold-outs";
import { getSeries } from "@liftledger/database/series";
import { claimedBenefit } from "../benefits/kept-benefit.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { holdOutFaults } from "./hold-out-faults.ts";
import { holdOutViews } from "./hold-out-view.ts";
import { refuseMovedMonths } from "./refuse-moved-months.ts";

/**
 * Logs a randomised hold-out of a benefit, which from then on takes its lift from it. A benefit has one at most, and
 * one that would move the value of a closed month is refused.
 */
export async function addHoldOut(
  ctx: Context,
  { benefitId, ...terms }: HoldOutTerms & { benefitId: string },
): Promise<HoldOut> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const benefit = await claimedBenefit(ctx, tx, benefitId);
    await getOwnInitiative(ctx, tx, benefit.initiativeId);
    const series = await getSeries(tx, ctx.organisationId, benefit.seriesId);
    const kpi = entryOf(await kpisOfSeries(ctx, tx, [series]), series.seriesId);
    refuseIfAny(holdOutFaults(terms, { kpi, today: ctx.today }));
    const standing = (await holdOutsOfBenefits(tx, ctx.organisationId, [benefitId])).get(benefitId);
    if (standing !== undefined) {
      const message =
        "This benefit takes its lift from a hold-out already: change that one, or take it back first.";
      throw new ProblemError("conflict", message, [{ field: "benefitId", message, seen: benefitId }]);
    }
    await refuseMovedMonths(ctx, tx, { benefit, series });
    const holdOutId = ctx.newId();
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    await insertHoldOut(tx, ctx.organisationId, { holdOutId, benefitId, terms, ...by });
    const after = await getHoldOut(tx, ctx.organisationId, holdOutId);
    audit({ action: "addHoldOut", noun: "hold-out", id: holdOutId, before: null, after });
    return onlyRow(await holdOutViews(ctx, tx, [after]));
  });
}
