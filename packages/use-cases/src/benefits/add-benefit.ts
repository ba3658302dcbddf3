import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { Benefit } from "@liftledger/contracts/initiative";
import { insertBenefit } from "@liftledger/database/benefits";
import { getSeries } from "@liftledger/database/series";
import { onlyRow } from "../only-row.ts";
import { writeGrantedShares } from "../claims/write-granted-shares.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { getOwnInitiative, mustOwnSeries } from "../own-things.ts";
import { closedMonths } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { refuseRetiredSeries } from "../series/refuse-retired-series.ts";
import { assumptionStretches } from "./assumption-stretches.ts";
import { benefitFacts, benefitViews } from "./benefit-view.ts";
import { checkedAssumptions } from "./checked-assumptions.ts";
import { keptBenefit } from "./kept-benefit.ts";
import { refuseChangedCloses } from "./refuse-changed-closes.ts";
import { refuseForeignBaseline } from "./refuse-foreign-baseline.ts";
import { refuseCostCountedTwice } from "./cost-counted-twice.ts";
import { settledClaim } from "./settled-claim.ts";
import { wantedRange } from "./wanted-claim.ts";
import { keptTerms, writeAssumptions } from "./write-assumptions.ts";

/**
 * Claims a benefit of an initiative on a series, with what finance assumes of it so far. Claims on a series, and on the
 * money it shares, are at most the whole in every period: what exceeds it is refused, or scaled pro rata where that is
 * asked for. Assumptions that count from a period on claim nothing before it, so that a benefit added after a month was
 * closed leaves that month as it was; "period-closed" where it would not.
 */
export async function addBenefit(
  ctx: Context,
  wanted: { initiativeId: string } & EndpointRequest<"addBenefit">["body"],
): Promise<Benefit> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { initiativeId, seriesId, baselineId = null, assumptions, proRata } = wanted;
    await getOwnInitiative(ctx, tx, initiativeId);
    const series = await getSeries(tx, ctx.organisationId, seriesId);
    const place = { series, field: "seriesId" };
    await refuseRetiredSeries(ctx, tx, [place], "restore it to claim a benefit on it");
    // Claiming makes a series one's own: to take part in what only others claim is finance's to allow.
    await mustOwnSeries(ctx, tx, [seriesId]);
    if (baselineId !== null) await refuseForeignBaseline(ctx, tx, { baselineId, seriesId });
    await refuseCostCountedTwice(ctx, tx, initiativeId, { series: [series] });
    const benefitId = ctx.newId();
    const closed = await closedMonths(ctx, tx);
    const kpi = entryOf(await kpisOfSeries(ctx, tx, [series]), seriesId);
    const checked = checkedAssumptions(assumptions, kpi);
    const stretches = assumptionStretches([keptTerms(checked)]);
    const benefit = { benefitId, initiativeId, baselineId, series, stretches };
    const range = await wantedRange(ctx, tx, benefit);
    // Money or none: a share of a closed month is held by who held it, and a guardrail decides its verdict.
    refuseChangedCloses(closed, series.periodType, { before: null, after: { range, stretches } });
    const claimed = { wanted: benefit, range };
    const { own, others } = await settledClaim(ctx, tx, claimed, { proRata, closed });
    const [granted] = own;
    await writeGrantedShares(ctx, tx, audit, { action: "addBenefit", granted: others, closed });
    const claim = { benefitId, initiativeId, seriesId, baselineId, createdAt: ctx.now };
    await insertBenefit(tx, ctx.organisationId, claim);
    await writeAssumptions(ctx, tx, audit, {
      benefitId,
      version: 1,
      series,
      assumptions: checked,
      granted,
    });
    const kept = await keptBenefit(ctx, tx, benefitId);
    const reason = granted?.reason;
    const after = benefitFacts(kept);
    audit({ action: "addBenefit", noun: "benefit", id: benefitId, before: null, after, reason });
    return onlyRow(await benefitViews(ctx, tx, [kept]));
  });
}
