import type { HoldOut, HoldOutTerms } from "@liftledger/contracts/hold-out";
import { LostUpdateError } from "@liftledger/database/errors";
import { getHoldOut, reviseHoldOut } from "@liftledger/database/hold-outs";
import { getSeries } from "@liftledger/database/series";
import { claimedBenefit } from "../benefits/kept-benefit.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { getOwnInitiative } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { holdOutFaults } from "./hold-out-faults.ts";
import { holdOutViews, termsOf } from "./hold-out-view.ts";
import { refuseMovedMonths } from "./refuse-moved-months.ts";

/**
 * Logs a hold-out anew as a whole: the next revision. The same again makes none; one that would move the value of a
 * closed month is refused, and "conflict" when somebody was faster.
 */
export async function changeHoldOut(
  ctx: Context,
  { holdOutId, version, ...terms }: HoldOutTerms & { holdOutId: string; version: number },
): Promise<HoldOut> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getHoldOut(tx, ctx.organisationId, holdOutId);
    await getOwnInitiative(ctx, tx, before.initiativeId);
    if (before.version !== version) throw new LostUpdateError("hold-out", holdOutId, version, before.version);
    const benefit = await claimedBenefit(ctx, tx, before.benefitId);
    const series = await getSeries(tx, ctx.organisationId, benefit.seriesId);
    const kpi = entryOf(await kpisOfSeries(ctx, tx, [series]), series.seriesId);
    refuseIfAny(holdOutFaults(terms, { kpi, today: ctx.today }));
    if (isSame(terms, termsOf(before))) return onlyRow(await holdOutViews(ctx, tx, [before]));
    await refuseMovedMonths(ctx, tx, { benefit, series });
    const by = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
    const revision = version + 1;
    await reviseHoldOut(tx, ctx.organisationId, { holdOutId, revision, terms, ...by });
    const after = await getHoldOut(tx, ctx.organisationId, holdOutId);
    audit({ action: "changeHoldOut", noun: "hold-out", id: holdOutId, before, after });
    return onlyRow(await holdOutViews(ctx, tx, [after]));
  });
}

/** Both went through one schema, which puts their fields in one order. */
function isSame(one: HoldOutTerms, other: HoldOutTerms): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
