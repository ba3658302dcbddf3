import type { Initiative } from "@liftledger/contracts/initiative";
import type { Context } from "../context.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { createSeries } from "../series/create-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { addPeriods } from "@liftledger/kpis/period";

/** A sound initiative that starts on 6 April 2026, in week 15. */
export const exampleInitiative = {
  name: "Lead scoring",
  outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" },
  owner: "Ada",
  team: "Growth",
  useCasePattern: "predictive-lead-scoring",
  phase: "pilots",
  startedOn: "2026-04-06",
  status: "active",
} as const;

/** Makes the example under a name, which owner and team share. */
export function makeInitiative(ctx: Context, name: string = exampleInitiative.name): Promise<Initiative> {
  return createInitiative(ctx, { ...exampleInitiative, name });
}

/** A series of conversion rates with so many weeks before an intervention in 2026-W15. */
export async function makeSeriesWithHistory(ctx: Context, weeks: number, scope = "Shop"): Promise<string> {
  const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope });
  const snapshots = Array.from({ length: weeks }, (_, age) => ({
    seriesId,
    period: addPeriods("2026-W15", -1 - age),
    numerator: String(20 + (age % 5)),
    denominator: "400",
  }));
  if (weeks > 0) await logSnapshots(ctx, { snapshots, source: "shop system" });
  return seriesId;
}
