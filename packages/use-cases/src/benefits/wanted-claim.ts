import { getBaseline } from "@liftledger/database/baselines";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { comparePeriods, isPeriod, periodType, type Period } from "@liftledger/kpis/period";
import { claimFromOf } from "../baselines/claim-starts.ts";
import { seriesName } from "../claims/claims-book.ts";
import { heldClaims, type HeldClaim } from "../claims/held-claim.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { refuseIfAny } from "../problem.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { stretchesWithin, type AssumptionStretch } from "./assumption-stretches.ts";

/** A benefit as it would stand. */
export interface WantedBenefit {
  readonly benefitId: string;
  readonly initiativeId: string;
  readonly baselineId: string | null;
  readonly series: Series;
  /** What would count for which periods, the newest last. */
  readonly stretches: readonly AssumptionStretch<ClaimTerms>[];
}

/** What of assumptions says how much is claimed, and until when. */
interface ClaimTerms {
  readonly attribution: string | null;
  readonly claimUntil: Period | null;
}

/** The first and the last period of a claim as it would stand; the last is null where it has no end. */
export interface ClaimRange {
  readonly from: Period;
  readonly until: Period | null;
}

/** The periods that a benefit would claim: from the later of its initiative's start and its baseline's. */
export async function claimRange(ctx: Context, db: Reader, wanted: WantedBenefit): Promise<ClaimRange> {
  const { initiativeId, baselineId, series, stretches } = wanted;
  const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
  const baseline = baselineId === null ? null : await getBaseline(db, ctx.organisationId, baselineId);
  const from = claimFromOf(initiative.startedOn, series.periodType, baseline?.interventionStart);
  return { from, until: stretches.at(-1)?.version.claimUntil ?? null };
}

/**
 * The same of what is asked for. Refuses a claim that would end before it begins, and a first or last period that is none
 * of the series.
 */
export async function wantedRange(ctx: Context, db: Reader, wanted: WantedBenefit): Promise<ClaimRange> {
  const range = await claimRange(ctx, db, wanted);
  const first = wanted.stretches.at(-1)?.from ?? null;
  if (first !== null) refuseOtherPeriod(first, wanted.series, "assumptions.validFrom");
  if (range.until !== null) refuseWrongEnd(range.until, wanted.series, range.from);
  return range;
}

/** What a benefit would claim, share by share; a stretch without a share claims nothing yet. */
export async function wantedClaims(
  ctx: Context,
  db: Reader,
  { benefitId, initiativeId, series, stretches }: WantedBenefit,
  range: ClaimRange,
): Promise<HeldClaim[]> {
  const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
  const kpi = entryOf(await kpisOfSeries(ctx, db, [series]), series.seriesId);
  const { seriesId, periodType: type } = series;
  const about = {
    benefitId,
    initiativeId,
    holder: initiative.name,
    seriesId,
    series: seriesName(kpi, series),
  };
  return heldClaims(
    { ...about, periodType: type },
    stretchesWithin(stretches, range).map(({ version, ...periods }) => ({
      ...periods,
      share: version.attribution,
    })),
  );
}

function refuseOtherPeriod(period: Period, series: Series, field: string): void {
  const refuse = (message: string) => refuseIfAny([{ field, message, seen: period }]);
  if (!isPeriod(period)) refuse(`There is no period ${period}.`);
  if (periodType(period) !== series.periodType) {
    refuse(`This series is logged by the ${series.periodType}; ${period} is no ${series.periodType}.`);
  }
}

function refuseWrongEnd(until: Period, series: Series, from: Period): void {
  const field = "assumptions.claimUntil";
  refuseOtherPeriod(until, series, field);
  if (comparePeriods(until, from) >= 0) return;
  refuseIfAny([{ field, message: `The claim begins in ${from}: it cannot end with ${until}.`, seen: until }]);
}
