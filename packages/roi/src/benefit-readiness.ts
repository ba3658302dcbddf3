import { isTotal } from "@liftledger/kpis/kpi";
import { benefitGaps, type BenefitReadiness } from "./benefit-gaps.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { bringsComparison } from "./measurement.ts";
import type { Gap } from "./missing.ts";

/** Where a benefit stands on none: what there is beside it. */
const besideIt = { none: "none", draft: "drafted", frozen: "unused" } as const;

/** What of a measured benefit decides whether it can be judged. */
export function readinessOf(result: BenefitResult): BenefitReadiness {
  const { input, measure, value, mature } = result;
  const { kpi, baseline, pendingBaseline: pending, scope, periodType, claimFrom, claimUntil } = input;
  return {
    name: `${kpi.name} (${scope})`,
    baseline: bringsComparison(input)
      ? "not-needed"
      : (baseline?.status ?? besideIt[pending?.status ?? "none"]),
    pending,
    notValued: value.kind === "not-valued" ? value.missing : [],
    maturePeriods: mature.length,
    elapsedPeriods: result.elapsedPeriods,
    hasInterval: measure.kind === "measured" && measure.hasInterval,
    prePeriods: baseline?.before.length ?? 0,
    volumeReason: result.volumeReason,
    periodType,
    claimFrom,
    claimUntil,
    maturationPeriods: kpi.maturationPeriods,
    volume: isTotal(kpi) ? 0 : mature.reduce((sum, snapshot) => sum + Number(snapshot.denominator), 0),
    minimumVolume: isTotal(kpi) ? 0 : kpi.minimumVolume,
    volumeUnit: kpi.denominator.unit,
  };
}

/**
 * What stands in the way of judging the difference of one benefit, the first reason of the verdict; null where
 * nothing does. A value that is still missing does not: the difference counts without it.
 */
export function whyNotJudged(result: BenefitResult): Gap | null {
  return benefitGaps(readinessOf(result)).find(({ rule }) => rule !== "not-valued") ?? null;
}
