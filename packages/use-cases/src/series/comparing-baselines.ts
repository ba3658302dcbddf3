import type { SeriesQuality } from "@liftledger/contracts/series-quality";
import { baselinesComparedWith } from "@liftledger/database/baseline-controls";
import { listBaselinesByIds, type Baseline } from "@liftledger/database/baselines";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { claimingBenefits } from "../baselines/claim-starts.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { kpisOfSeries } from "./series-view.ts";

/**
 * The baselines that take a series for comparison, as known at an instant: drafts and what is frozen, each with a benefit
 * under whose name it is found. What was superseded compares nothing any more.
 */
export async function comparingBaselines(
  ctx: Context,
  db: Reader,
  { seriesId, asOf }: { seriesId: string; asOf: string },
): Promise<SeriesQuality["comparedBy"]> {
  const ids = await baselinesComparedWith(db, ctx.organisationId, [seriesId]);
  const stood = await listBaselinesByIds(db, ctx.organisationId, ids);
  const baselines = stood.flatMap((baseline) => {
    const status = statusAt(baseline, asOf);
    return status === undefined ? [] : [{ ...baseline, status }];
  });
  const compared = await listSeriesByIds(db, ctx.organisationId, [
    ...new Set(baselines.map((baseline) => baseline.seriesId)),
  ]);
  const byId = new Map(compared.map((series) => [series.seriesId, series]));
  const kpis = await kpisOfSeries(ctx, db, compared);
  const claims = await claimingBenefits(ctx, db, byId, asOf);
  return baselines.flatMap(({ baselineId, status, seriesId: on }) => {
    const claimed = claims.filter(({ benefit }) => benefit.seriesId === on);
    // A draft, and one that the benefit has not been moved to, is found by any benefit on its series.
    const [found] = [...claimed.filter(({ benefit }) => benefit.baselineId === baselineId), ...claimed];
    if (found === undefined) return [];
    const { benefit, initiative } = found;
    return {
      baselineId,
      status,
      kpiName: entryOf(kpis, on).name,
      scope: entryOf(byId, on).scope,
      benefitId: benefit.benefitId,
      initiativeId: benefit.initiativeId,
      initiative,
    };
  });
}

/** Whether a baseline was a draft or frozen at an instant; undefined before it was made and once it was superseded. */
function statusAt(
  { createdAt, frozenAt, supersededAt, status }: Baseline,
  asOf: string,
): "draft" | "frozen" | undefined {
  if (createdAt > asOf || (supersededAt !== null && supersededAt <= asOf)) return undefined;
  if (status === "superseded" && supersededAt === null) return undefined;
  return frozenAt !== null && frozenAt <= asOf ? "frozen" : "draft";
}
