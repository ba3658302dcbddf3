import type { BenefitAssumptions } from "@liftledger/contracts/initiative";
import { getBaseline } from "@liftledger/database/baselines";
import { getInitiative } from "@liftledger/database/initiatives";
import type { Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { comparePeriods, isPeriod, periodType, type Period } from "@liftledger/kpis/period";
import { claimFromOf } from "../baselines/claim-starts.ts";
import { seriesName } from "../claims/claims-book.ts";
import type { HeldClaim } from "../claims/held-claim.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { refuseIfAny } from "../problem.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** A benefit as it would stand. */
interface WantedBenefit {
  readonly benefitId: string;
  readonly initiativeId: string;
  readonly baselineId: string | null;
  readonly series: Series;
  readonly assumptions: Pick<BenefitAssumptions, "attribution" | "claimUntil">;
}

/**
 * What a benefit would claim; null without a share, which claims nothing yet. Refuses a claim that would end before it
 * begins, and an end that is no period of the series.
 */
export async function wantedClaim(
  ctx: Context,
  db: Reader,
  { benefitId, initiativeId, baselineId, series, assumptions }: WantedBenefit,
): Promise<HeldClaim | null> {
  const initiative = await getInitiative(db, ctx.organisationId, initiativeId);
  const baseline = baselineId === null ? null : await getBaseline(db, ctx.organisationId, baselineId);
  const from = claimFromOf(initiative.startedOn, series.periodType, baseline?.interventionStart);
  const { attribution, claimUntil } = assumptions;
  if (claimUntil !== undefined) refuseWrongEnd(claimUntil, series, from);
  if (attribution === undefined) return null;
  const kpi = entryOf(await kpisOfSeries(ctx, db, [series]), series.seriesId);
  return {
    benefitId,
    initiativeId,
    holder: initiative.name,
    seriesId: series.seriesId,
    series: seriesName(kpi, series),
    periodType: series.periodType,
    share: attribution,
    from,
    until: claimUntil ?? null,
  };
}

function refuseWrongEnd(until: Period, series: Series, from: Period): void {
  const refuse = (message: string) =>
    refuseIfAny([{ field: "assumptions.claimUntil", message, seen: until }]);
  if (!isPeriod(until)) refuse(`There is no period ${until}.`);
  if (periodType(until) !== series.periodType) {
    refuse(`This series is logged by the ${series.periodType}; ${until} is no ${series.periodType}.`);
  }
  if (comparePeriods(until, from) < 0) refuse(`The claim begins in ${from}: it cannot end with ${until}.`);
}
