import { addPeriods, listPeriods } from "@liftledger/kpis/period";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import type { Context } from "../context.ts";
import { createSeries } from "../series/create-series.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { makeInitiative } from "./example-initiative.ts";
import { colleague } from "./open-ledger.ts";

export const comparedStart = "2026-W15";
const first = addPeriods(comparedStart, -30);
const last = "2026-W24";

/** Ids of an initiative whose series moves with another one that it does not touch. */
export interface ComparedInitiative {
  initiativeId: string;
  seriesId: string;
  benefitId: string;
  /** The same KPI elsewhere: the same season, and the same jump of 8 conversions of 400 since the start. */
  northId: string;
}

/**
 * An initiative since 2026-W15 that claims conversions of "South", where 10 more of 400 came about since the start: 8 of
 * them in "North" as well, which nobody works on. Thirty weeks before, both move alike. It has no baseline yet.
 */
export async function makeComparedInitiative(ctx: Context): Promise<ComparedInitiative> {
  const { initiativeId } = await makeInitiative(ctx, "South");
  const seriesId = await makeMovingSeries(ctx, "South", { since: 10, own: 3 });
  const northId = await makeMovingSeries(ctx, "North", { since: 8, own: 2 });
  const { benefitId } = await addBenefit(ctx, {
    initiativeId,
    seriesId,
    assumptions: {
      unitValue: "50",
      attribution: "1",
      confidence: "1",
      realisation: { accepted: "0", redeployed: "0", cashed: "1" },
      approvedBy: "Grace",
    },
  });
  return { initiativeId, seriesId, benefitId, northId };
}

/** A series with a movement that all of these share, one of its own, and a jump since the start. */
export async function makeMovingSeries(
  ctx: Context,
  scope: string,
  { since = 0, own = 2, kpiKey = "conversion-rate" }: { since?: number; own?: number; kpiKey?: string } = {},
): Promise<string> {
  const { seriesId } = await createSeries(ctx, {
    kpiKey,
    scope,
    ...(kpiKey === "conversion-rate" ? {} : { currency: "EUR" }),
  });
  const snapshots = listPeriods(first, last).map((period, place) => ({
    seriesId,
    period,
    numerator: String(40 + ((place * 7) % 11) + ((place * own) % 3) + (period >= comparedStart ? since : 0)),
    denominator: "400",
  }));
  await logSnapshots(ctx, { snapshots, source: "shop system" });
  return seriesId;
}

/** Freezes a baseline of the initiative that is compared with some series, and has its benefit stand on it. */
export async function freezeCompared(
  ctx: Context,
  { seriesId }: Pick<ComparedInitiative, "seriesId">,
  controlSeriesIds: readonly string[],
) {
  const wanted = { seriesId, interventionStart: comparedStart, controlSeriesIds: [...controlSeriesIds] };
  return freezeBaseline(colleague(ctx), await draftBaseline(ctx, wanted));
}
