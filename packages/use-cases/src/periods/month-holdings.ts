import { listCostLines, type CostLine } from "@liftledger/database/cost-lines";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import { seriesCoverage, type Series, type SeriesCoverage } from "@liftledger/database/series";
import { latestSnapshotsOfSeries, type Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { firstDay, lastDay, periodOf } from "@liftledger/kpis/period";
import type { DividedShare } from "../cost-pools/divided-month.ts";
import { readSharedCosts } from "../cost-pools/read-shared-costs.ts";
import type { Context } from "../context.ts";
import { allInitiatives } from "../initiatives/all-initiatives.ts";
import { allSeries } from "../series/all-series.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** What the ledger holds of a range of months. */
export interface MonthHoldings {
  series: readonly Series[];
  kpis: ReadonlyMap<string, Kpi>;
  coverage: ReadonlyMap<string, SeriesCoverage>;
  /** The latest snapshots of every period with a day in the months, by series. */
  snapshots: ReadonlyMap<string, readonly Snapshot[]>;
  initiatives: readonly NamedInitiative[];
  costLines: readonly CostLine[];
  /** What initiatives bear of shared costs. */
  shares: readonly DividedShare[];
}

/** Reads everything that lies in a range of months, whether an initiative claims it or not. */
export async function monthHoldings(
  ctx: Context,
  db: Reader,
  { from, to }: { from: string; to: string },
): Promise<MonthHoldings> {
  const series = await allSeries(ctx, db, { isRetired: false });
  const ids = (type: "week" | "month") =>
    series.filter(({ periodType }) => periodType === type).map(({ seriesId }) => seriesId);
  const weeks = { from: periodOf(firstDay(from), "week"), to: periodOf(lastDay(to), "week") };
  const initiatives = await allInitiatives(ctx, db);
  const initiativeIds = initiatives.map(({ initiativeId }) => initiativeId);
  return {
    series,
    kpis: await kpisOfSeries(ctx, db, series),
    coverage: await seriesCoverage(
      db,
      ctx.organisationId,
      series.map(({ seriesId }) => seriesId),
    ),
    snapshots: new Map([
      ...(await latestSnapshotsOfSeries(db, ctx.organisationId, ids("week"), weeks)),
      ...(await latestSnapshotsOfSeries(db, ctx.organisationId, ids("month"), { from, to })),
    ]),
    initiatives,
    shares: (await readSharedCosts(ctx, db)).shares,
    costLines: await listCostLines(db, ctx.organisationId, initiativeIds),
  };
}
