import { addPeriods } from "@liftledger/kpis/period";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { makeInitiative, makeSeriesWithHistory } from "./example-initiative.ts";
import { colleague } from "./open-ledger.ts";

/** Ids of an initiative that can be judged. */
export interface ValuedInitiative {
  initiativeId: string;
  seriesId: string;
  baselineId: string;
  benefitId: string;
}

/**
 * An initiative since 2026-W15 with 30 weeks before on a frozen baseline, 11 weeks since (30 conversions of 400
 * visits where about 22 were to be expected), a value of 50 a conversion of which 80% is ours and all is cashed,
 * and costs of 400 euros in April and in May.
 */
export async function makeValuedInitiative(ctx: Context, name = "Lead scoring"): Promise<ValuedInitiative> {
  const { initiativeId } = await makeInitiative(ctx, name);
  const seriesId = await makeSeriesWithHistory(ctx, 30, name);
  const draft = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W15" });
  const { baselineId } = await freezeBaseline(colleague(ctx), draft);
  const { benefitId } = await addBenefit(ctx, {
    initiativeId,
    seriesId,
    baselineId,
    assumptions: {
      unitValue: "50",
      attribution: "0.8",
      confidence: "1",
      realisation: { accepted: "0", redeployed: "0", cashed: "1" },
      approvedBy: "Grace",
    },
  });
  await logSince(ctx, seriesId, 11);
  await addCostLines(ctx, {
    initiativeId,
    costLines: ["2026-04", "2026-05"].map((month) => ({
      category: "licences" as const,
      month,
      amount: "400",
      currency: "EUR",
      kind: "actual" as const,
      source: "ledger",
    })),
  });
  return { initiativeId, seriesId, baselineId, benefitId };
}

async function logSince(ctx: Context, seriesId: string, weeks: number): Promise<void> {
  const snapshots = Array.from({ length: weeks }, (_, week) => ({
    seriesId,
    period: addPeriods("2026-W15", week),
    numerator: "30",
    denominator: "400",
  }));
  await logSnapshots(ctx, { snapshots, source: "shop system" });
}
