import type { BaselineDesign } from "@liftledger/baselines/baseline-design";
import { chooseBaseline } from "@liftledger/baselines/choose-baseline";
import { placeboCheck, type PlaceboCheck } from "@liftledger/baselines/placebo-check";
import { ratioLift, type RatioLift } from "@liftledger/baselines/ratio-lift";
import type { RatioPoint } from "@liftledger/baselines/ratio-point";
import { mixtureProbabilityAbove } from "@liftledger/baselines/student-mixture";
import { directionSign, type Kpi } from "@liftledger/kpis/kpi";
import {
  addPeriods,
  lastDay,
  listPeriods,
  periodIndex,
  type Period,
  type PeriodType,
} from "@liftledger/kpis/period";
import { pooledRatio } from "@liftledger/kpis/ratio";
import { completeFactors, type ValueFactors } from "./benefit-value.ts";
import { gradeEvidence, type GradedEvidence } from "./evidence-grade.ts";
import type { ExplanationSource } from "./explanation.ts";
import { volumeOutOfRange } from "./volume-range.ts";

/** One logged period of a series as the engine reads it: exact decimals and where they come from. */
export interface SnapshotValue {
  period: Period;
  numerator: string;
  denominator: string;
  source: ExplanationSource;
}

/** The baseline a benefit refers to, with the snapshots it stands on. */
export interface BaselineInput {
  status: "draft" | "frozen";
  design: BaselineDesign;
  before: readonly SnapshotValue[];
}

/** One benefit: what an initiative claims on a series, and all that is known of it. */
export interface BenefitInput {
  benefitId: string;
  kpi: Kpi;
  scope: string;
  periodType: PeriodType;
  /** First period that counts: the later of the baseline's intervention start and the initiative's start. */
  claimFrom: Period;
  baseline: BaselineInput | null;
  /** Logged periods from `claimFrom` up to the valuation date. */
  after: readonly SnapshotValue[];
  factors: ValueFactors;
  factorsSource: ExplanationSource;
}

/** What the engine found of one benefit. */
export interface BenefitResult {
  input: BenefitInput;
  /** The logged periods old enough to judge by; the younger ones are shown only. */
  mature: readonly SnapshotValue[];
  lift: RatioLift | null;
  placebo: PlaceboCheck | null;
  evidence: GradedEvidence | null;
  value: ReturnType<typeof completeFactors>;
  volumeReason: string | null;
  /** Periods that should have been logged by the valuation date, and are mature. */
  elapsedPeriods: number;
  guardrail: "better" | "worse" | "unclear" | null;
}

/** The level at which a guardrail counts as moved: the chance that it got worse. */
const guardrailChance = 0.9;

/**
 * Measures one benefit up to the valuation date: the mature periods, the lift against the counterfactual of
 * its baseline, how good the evidence is, and whether the volume stayed where the formula holds.
 */
export function evaluateBenefit(input: BenefitInput, until: string): BenefitResult {
  const { kpi, baseline, claimFrom, periodType } = input;
  const mature = input.after.filter((snapshot) => isMature(snapshot.period, kpi, until));
  const before = (baseline?.before ?? []).map(pointOf);
  const after = mature.map(pointOf);
  const placebo = baseline === null ? null : placeboFor(baseline, before, periodType);
  const lift =
    baseline === null
      ? null
      : ratioLift({
          pre: before,
          post: after,
          direction: directionSign(kpi.direction),
          design: baseline.design,
          wideningFactor: placebo?.kind === "checked" ? placebo.wideningFactor : 1,
        });
  const choice = baseline === null ? null : chooseBaseline({ periodType, prePeriods: before.length });
  return {
    input,
    mature,
    lift,
    placebo,
    evidence:
      choice === null
        ? null
        : gradeEvidence(choice, placebo ?? { kind: "not-enough-history", needed: 0, found: before.length }),
    value: completeFactors(kpi, input.factors),
    volumeReason: volumeOutOfRange(kpi, before, after),
    elapsedPeriods: elapsedPeriods(claimFrom, kpi, until),
    guardrail: kpi.role === "guardrail" ? guardrailOf(lift) : null,
  };
}

/** Whether a period is over and as old as the KPI's maturation window asks, on the valuation date. */
export function isMature(period: Period, kpi: Pick<Kpi, "maturationPeriods">, until: string): boolean {
  return lastDay(addPeriods(period, kpi.maturationPeriods)) <= until;
}

/** The pooled ratio of snapshots, or null where there is none. */
export function pooledSnapshots(snapshots: readonly SnapshotValue[]): number | null {
  const pooled = pooledRatio(snapshots.map(pointOf));
  return pooled.kind === "value" ? pooled.value : null;
}

export function pointOf({ period, numerator, denominator }: SnapshotValue): RatioPoint {
  return { index: periodIndex(period), numerator: Number(numerator), denominator: Number(denominator) };
}

function placeboFor(baseline: BaselineInput, before: RatioPoint[], periodType: PeriodType): PlaceboCheck {
  const choice = chooseBaseline({ periodType, prePeriods: before.length });
  if (!choice.placebo) return { kind: "not-enough-history", needed: 52, found: before.length };
  return placeboCheck({ pre: before, design: baseline.design });
}

function elapsedPeriods(from: Period, kpi: Kpi, until: string): number {
  if (!isMature(from, kpi, until)) return 0;
  let last = from;
  // Doubling steps, then single ones: a decade of weeks takes a dozen looks.
  for (let step = 64; step >= 1; step = Math.floor(step / 2)) {
    while (isMature(addPeriods(last, step), kpi, until)) last = addPeriods(last, step);
  }
  return listPeriods(from, last).length;
}

function guardrailOf(lift: RatioLift | null): "better" | "worse" | "unclear" | null {
  if (lift?.kind !== "interval" || lift.periods.length === 0) return null;
  const better = mixtureProbabilityAbove(lift.incrementalUnitsDistribution(), 0);
  if (better >= guardrailChance) return "better";
  return better <= 1 - guardrailChance ? "worse" : "unclear";
}
