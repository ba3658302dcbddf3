import { listBaselines, type Baseline } from "@liftledger/database/baselines";
import { listBenefits } from "@liftledger/database/benefits";
import { closesInForce } from "@liftledger/database/periods";
import { getSeries } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { firstDay, lastDay } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { movedMonths } from "../hold-outs/refuse-moved-months.ts";
import { countsInCloses } from "../periods/counts-in-closes.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/**
 * The closed months whose figures a baseline moves when it is frozen, unfrozen or superseded: from the first on in which a
 * benefit that stands on it, or would once it is frozen, has a number; empty where it moves none. What was superseded
 * moved those that were closed by then.
 */
export async function closedMonthsOf(
  ctx: Context,
  db: Reader,
  baseline: Baseline,
  asOf: string | undefined,
): Promise<string[]> {
  const { status, seriesId, interventionStart, supersededAt } = baseline;
  const closes = await closesInForce(db, ctx.organisationId, { asOf: supersededAt ?? asOf });
  const since = [...closes.keys()]
    .filter((month) => lastDay(month) >= firstDay(interventionStart))
    .toSorted();
  if (since.length === 0 || status === "superseded") return since;
  const series = await getSeries(db, ctx.organisationId, seriesId);
  const kpi = entryOf(await kpisOfSeries(ctx, db, [series]), seriesId);
  if (!countsInCloses(kpi)) return [];
  const baselineIds = [baseline, ...(await inWhosePlace(ctx, db, baseline))].map((one) => one.baselineId);
  const valued: string[] = [];
  for (const benefit of await listBenefits(db, ctx.organisationId, { baselineIds, asOf }))
    valued.push(...(await movedMonths(ctx, db, { benefit, series })).slice(0, 1));
  const first = valued.toSorted()[0];
  return first === undefined ? [] : since.filter((month) => month >= first);
}

/** The frozen baselines of a draft's series and start, whose place it takes once it is frozen. */
export async function inWhosePlace(ctx: Context, db: Reader, draft: Baseline): Promise<Baseline[]> {
  const { baselineId, seriesId, interventionStart, status } = draft;
  if (status !== "draft") return [];
  return (await listBaselines(db, ctx.organisationId, seriesId)).filter(
    (one) =>
      one.baselineId !== baselineId && one.status === "frozen" && one.interventionStart === interventionStart,
  );
}
