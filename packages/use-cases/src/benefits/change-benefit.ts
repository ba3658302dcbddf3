import type { Benefit, BenefitAssumptions, ChangeBenefit } from "@liftledger/contracts/initiative";
import { updateBenefit } from "@liftledger/database/benefits";
import { getSeries, type Series } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import { comparePeriods, type Period } from "@liftledger/kpis/period";
import { onlyRow } from "../only-row.ts";
import type { Audit } from "../audit/audit.ts";
import type { GrantedStretch } from "../claims/pro-rata-shares.ts";
import { writeGrantedShares } from "../claims/write-granted-shares.ts";
import { keepingCloses } from "../baselines/keep-closes.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { closedMonths, type ClosedMonths } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { assumptionStretches } from "./assumption-stretches.ts";
import { benefitFacts, benefitViews } from "./benefit-view.ts";
import { checkedAssumptions } from "./checked-assumptions.ts";
import { claimedBenefit, keptBenefit, type KeptBenefit } from "./kept-benefit.ts";
import { refuseChangedCloses } from "./refuse-changed-closes.ts";
import { refuseForeignBaseline } from "./refuse-foreign-baseline.ts";
import { settledClaim } from "./settled-claim.ts";
import { claimRange, wantedRange } from "./wanted-claim.ts";
import { keptTerms, writeAssumptions } from "./write-assumptions.ts";

/**
 * Sets the baseline of a benefit, or its assumptions. New assumptions take the place of the old as a whole, from the
 * period on that they name or from the claim's start, so that one can be taken back; the old version stays readable, and
 * counts for the periods before. "conflict" when somebody was faster, "period-closed" where a closed month would be worth
 * something else.
 *
 * A greater share, a later end and another start of the baseline all claim more: what exceeds the whole in any period is
 * refused, or scaled pro rata where that is asked for.
 */
export async function changeBenefit(
  ctx: Context,
  { benefitId, version, baselineId, assumptions, proRata }: ChangeBenefit & { benefitId: string },
): Promise<Benefit> {
  mustBe(ctx, "finance");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await claimedBenefit(ctx, tx, benefitId);
    const { seriesId } = before;
    if (baselineId !== undefined) await refuseForeignBaseline(ctx, tx, { baselineId, seriesId });
    const series = await getSeries(tx, ctx.organisationId, seriesId);
    const closed = await closedMonths(ctx, tx);
    const checked = await wantedChange(ctx, tx, before, { baselineId, assumptions, series, closed });
    const { own, others } = await settledClaim(ctx, tx, checked, { proRata, closed });
    const action = "changeBenefit";
    const { assumptions: next, range } = checked;
    const wanted = { assumptions: next, claimFrom: range.from, series, own, closed };
    // Terms were compared period by period; another baseline moves whatever it values.
    const moves = baselineId !== undefined && baselineId !== before.baselineId;
    const after = await keepingCloses(ctx, tx, moves ? [benefitId] : [], async () => {
      await writeGrantedShares(ctx, tx, audit, { action, granted: others, closed });
      await updateBenefit(tx, ctx.organisationId, benefitId, version, { baselineId, recordedAt: ctx.now });
      await writeOwn(ctx, tx, audit, before, wanted);
      return keptBenefit(ctx, tx, benefitId);
    });
    const reason = own[0]?.reason;
    const facts = { before: benefitFacts(before), after: benefitFacts(after), reason };
    audit({ action, noun: "benefit", id: benefitId, ...facts });
    return onlyRow(await benefitViews(ctx, tx, [after]));
  });
}

/** The benefit as it would stand, once nothing of it would change a closed month. */
async function wantedChange(
  ctx: Context,
  tx: Writer,
  before: KeptBenefit,
  change: Pick<ChangeBenefit, "baselineId" | "assumptions"> & { series: Series; closed: ClosedMonths },
) {
  const { series, closed, baselineId = before.baselineId } = change;
  const { benefitId, initiativeId } = before;
  const kpi = entryOf(await kpisOfSeries(ctx, tx, [series]), series.seriesId);
  const assumptions = change.assumptions && checkedAssumptions(change.assumptions, kpi);
  const stretches =
    assumptions === undefined
      ? before.stretches
      : assumptionStretches([...before.stretches.map(({ version: kept }) => kept), keptTerms(assumptions)]);
  const about = { benefitId, initiativeId, series };
  const wanted = { ...about, baselineId, stretches };
  const range = await wantedRange(ctx, tx, wanted);
  // Before it had a baseline nothing was measured: only what it is worth was said of its periods.
  const standing = { ...about, baselineId: before.baselineId ?? baselineId, stretches: before.stretches };
  const had = { range: await claimRange(ctx, tx, standing), stretches: before.stretches };
  refuseChangedCloses(closed, series.periodType, { before: had, after: { range, stretches } });
  return { wanted, range, assumptions };
}

/** Writes the next version where there is one, and what its own share was brought down to. */
async function writeOwn(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  before: KeptBenefit,
  wanted: {
    assumptions: BenefitAssumptions | undefined;
    claimFrom: Period;
    series: Series;
    own: readonly GrantedStretch[];
    closed: ClosedMonths;
  },
): Promise<void> {
  const { assumptions, claimFrom, series, own, closed } = wanted;
  const { benefitId } = before;
  const [granted] = own;
  // What is scaled from where it begins is one version; else it stands as it was asked for, and others scale it.
  const validFrom = assumptions?.validFrom ?? claimFrom;
  const begins = comparePeriods(validFrom, claimFrom) < 0 ? claimFrom : validFrom;
  const isOne = assumptions !== undefined && own.length === 1 && granted?.from === begins;
  if (assumptions !== undefined) {
    const version = (before.assumptions?.version ?? 0) + 1;
    const share = isOne ? granted : undefined;
    const facts = { benefitId, version, series, assumptions, granted: share, before: before.assumptions };
    await writeAssumptions(ctx, tx, audit, facts);
  }
  if (own.length === 0 || isOne) return;
  const action = "changeBenefit";
  await writeGrantedShares(ctx, tx, audit, { action, granted: new Map([[benefitId, own]]), closed });
}
