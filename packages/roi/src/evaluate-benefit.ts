import type { PlaceboCheck } from "@liftledger/baselines/placebo-check";
import type { RatioLift } from "@liftledger/baselines/ratio-lift";
import { isMature, maturesOn } from "@liftledger/kpis/maturation";
import { addPeriods, comparePeriods, listPeriods, type Period } from "@liftledger/kpis/period";
import { pooledRatio } from "@liftledger/kpis/ratio";
import type { BaselineInput, BenefitInput, SnapshotValue } from "./benefit-input.ts";
import { comparedHistory, snapshotRatio, type ComparedHistory } from "./compared-history.ts";
import { gradeEvidence, gradeMeasurement, type GradedEvidence } from "./evidence-grade.ts";
import { factorStretches, presentValue, type FactorStretch, type StretchValue } from "./factor-stretches.ts";
import { historyLift } from "./history-measure.ts";
import type { Measured, UncertainUnits } from "./incremental-units.ts";
import type { LiftRequest } from "./lift-measure.ts";
import { measureUnits } from "./measure-units.ts";

/** What the engine found of one benefit. */
export interface BenefitResult {
  input: BenefitInput;
  /** The logged periods old enough to judge by; the younger ones are shown only. */
  mature: readonly SnapshotValue[];
  /** The day from which each of them counts. */
  maturedOn: readonly string[];
  /** The day from which the first period since the start counts, logged or not. */
  dueOn: string;
  /** The series against its own baseline, whatever money is put on; null without a baseline. */
  lift: RatioLift | null;
  /** What that lift is of; null without a baseline. */
  liftRequest: LiftRequest | null;
  /** The units that money is put on. */
  measure: Measured;
  /** How uncertain they are over the first `periods` mature ones, all where left out; null without an interval. */
  unitsOver(periods?: number): UncertainUnits | null;
  /** The chance that the KPI is better than expected; null without an interval. */
  chanceOfGain: number | null;
  placebo: PlaceboCheck | null;
  evidence: GradedEvidence | null;
  /** The stretches of the claim, each with the factors that count in it; they divide the one lift. */
  stretches: readonly FactorStretch[];
  /** What it is valued by now; not valued where any stretch that has a mature period is not. */
  value: StretchValue;
  volumeReason: string | null;
  /** Periods that should have been logged by the valuation date, and are mature. */
  elapsedPeriods: number;
  guardrail: "better" | "worse" | "unclear" | null;
}

/** The chance at which a guardrail counts as moved. */
const guardrailChance = 0.9;

/**
 * Measures one benefit up to the valuation date: the mature periods, the lift against the counterfactual of
 * its baseline, how good the evidence is, and whether the volume stayed where the formula holds.
 */
export function evaluateBenefit(input: BenefitInput, until: string): BenefitResult {
  const { kpi, baseline, claimFrom } = input;
  const mature = input.after.filter(
    ({ period }) => isMature(period, kpi, until) && hasControls(baseline, period),
  );
  const compared = baseline === null ? null : comparedHistory(input, baseline);
  const placebo = compared?.placebo ?? null;
  const wideningFactor = placebo?.kind === "checked" ? placebo.wideningFactor : 1;
  const history = baseline === null ? null : { input, baseline, mature, wideningFactor };
  const own = history === null ? null : historyLift(history);
  const measure = measureUnits(input, mature, history, own);
  const unitsOver = (periods = mature.length) =>
    measure.kind === "measured" ? measure.unitsOver(periods) : null;
  const stretches = factorStretches(input, mature);
  const chanceOfGain = unitsOver()?.distribution.probabilityAtLeast(0) ?? null;
  return {
    input,
    mature,
    maturedOn: mature.map(({ period }) => maturesOn(period, kpi)),
    dueOn: maturesOn(claimFrom, kpi),
    lift: own?.lift ?? null,
    liftRequest: own?.request ?? null,
    measure,
    unitsOver,
    chanceOfGain,
    placebo,
    evidence: evidenceOf(input, compared, unitsOver()),
    stretches,
    value: presentValue(stretches),
    volumeReason: measure.kind === "measured" ? measure.outOfRange(mature.length) : null,
    elapsedPeriods: elapsedPeriods(input, until),
    guardrail: kpi.role === "guardrail" ? guardrailOf(unitsOver()) : null,
  };
}

function evidenceOf(
  { measurement }: BenefitInput,
  compared: ComparedHistory | null,
  units: UncertainUnits | null,
): GradedEvidence | null {
  const noiseSeen = units === null || units.mixture.components.some(({ scale }) => scale > 0);
  return (
    gradeMeasurement(measurement) ??
    (compared === null ? null : gradeEvidence(compared.choice, compared.placebo, noiseSeen))
  );
}

/** Whether every series that the baseline compares with has a value: a period without one is not measured yet. */
function hasControls(baseline: BaselineInput | null, period: Period): boolean {
  return Object.values(baseline?.controls ?? {}).every((series) =>
    series.some((value) => value.period === period && Number(value.denominator) > 0),
  );
}

/** The pooled ratio of snapshots, or null where there is none. */
export function pooledSnapshots(snapshots: readonly SnapshotValue[]): number | null {
  const pooled = pooledRatio(snapshots.map(snapshotRatio));
  return pooled.kind === "value" ? pooled.value : null;
}

/** How many periods of a claim have ended and matured by a day, logged or not. */
export function elapsedPeriods(
  { claimFrom, claimUntil, kpi }: Pick<BenefitInput, "claimFrom" | "claimUntil" | "kpi">,
  until: string,
): number {
  const counts = (period: Period) =>
    isMature(period, kpi, until) && (claimUntil === undefined || comparePeriods(period, claimUntil) <= 0);
  if (!counts(claimFrom)) return 0;
  let last = claimFrom;
  // Doubling steps, then single ones: a decade of weeks takes a dozen looks.
  for (let step = 64; step >= 1; step = Math.floor(step / 2)) {
    while (counts(addPeriods(last, step))) last = addPeriods(last, step);
  }
  return listPeriods(claimFrom, last).length;
}

function guardrailOf(units: UncertainUnits | null): BenefitResult["guardrail"] {
  if (units === null) return null;
  const { distribution } = units;
  const chanceOfGain = distribution.probabilityAtLeast(0);
  // What certainly stayed as it was is "at least as good", and yet no better.
  if (chanceOfGain >= guardrailChance) return distribution.mean > 0 ? "better" : "unclear";
  return 1 - chanceOfGain >= guardrailChance ? "worse" : "unclear";
}
