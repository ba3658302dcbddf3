import { chooseBaseline, type BaselineChoice } from "@liftledger/baselines/choose-baseline";
import { placeboCheck, type PlaceboCheck } from "@liftledger/baselines/placebo-check";
import { ratioLift, type RatioLift } from "@liftledger/baselines/ratio-lift";
import type { RatioPoint } from "@liftledger/baselines/ratio-point";
import type { StudentMixture } from "@liftledger/baselines/student-mixture";
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
import { addDecimals } from "@liftledger/numerics/decimal";
import type { BaselineInput, BenefitInput, SnapshotValue } from "./benefit-input.ts";
import { completeFactors } from "./benefit-value.ts";
import { mixtureDistribution, type Distribution } from "./distribution.ts";
import { gradeEvidence, type GradedEvidence } from "./evidence-grade.ts";
import { expectedText } from "./explanation.ts";
import { volumeOutOfRange } from "./volume-range.ts";

/** How uncertain incremental units are, as a mixture and as the distribution of it. */
export interface UncertainUnits {
  mixture: StudentMixture;
  distribution: Distribution;
}

/** The numerator over some periods since the start: seen, and expected without the initiative. */
export interface RunningTotal {
  actual: string;
  expected: string;
}

/** What the engine found of one benefit. */
export interface BenefitResult {
  input: BenefitInput;
  /** The logged periods old enough to judge by; the younger ones are shown only. */
  mature: readonly SnapshotValue[];
  /** The day from which each of them counts. */
  maturedOn: readonly string[];
  /** The day from which the first period since the start counts, logged or not. */
  dueOn: string;
  lift: RatioLift | null;
  /** Numerator seen and expected over the first 0, 1, 2, … mature periods, exact; null without a baseline. */
  totals: readonly RunningTotal[] | null;
  /** The incremental units over the first `periods` mature ones, all where left out; null without an interval. */
  unitsOver(periods?: number): UncertainUnits | null;
  /** The chance that the KPI is better than expected; null without an interval. */
  chanceOfGain: number | null;
  placebo: PlaceboCheck | null;
  evidence: GradedEvidence | null;
  value: ReturnType<typeof completeFactors>;
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
  const { kpi, baseline, claimFrom, periodType } = input;
  const mature = input.after.filter((snapshot) => isMature(snapshot.period, kpi, until));
  const choice = baseline === null ? null : choiceFor(baseline, periodType);
  const placebo = baseline === null || choice === null ? null : placeboFor(baseline, choice);
  const lift = liftOf(input, mature, placebo);
  const unitsOver = unitsOf(lift, mature.length);
  const chanceOfGain = unitsOver()?.distribution.probabilityAtLeast(0) ?? null;
  return {
    input,
    mature,
    maturedOn: mature.map(({ period }) => maturesOn(period, kpi)),
    dueOn: maturesOn(claimFrom, kpi),
    lift,
    totals: lift === null || lift.kind === "no-baseline" ? null : runningTotals(mature, lift.periods),
    unitsOver,
    chanceOfGain,
    placebo,
    evidence: choice === null ? null : gradeEvidence(choice, placebo),
    value: completeFactors(kpi, input.factors),
    volumeReason: volumeOutOfRange(input, mature),
    elapsedPeriods: elapsedPeriods(claimFrom, kpi, until),
    guardrail: kpi.role === "guardrail" ? guardrailOf(chanceOfGain) : null,
  };
}

/** Whether a period is over and as old as the KPI's maturation window asks, on the valuation date. */
export function isMature(period: Period, kpi: Pick<Kpi, "maturationPeriods">, until: string): boolean {
  return maturesOn(period, kpi) <= until;
}

/** The pooled ratio of snapshots, or null where there is none. */
export function pooledSnapshots(snapshots: readonly SnapshotValue[]): number | null {
  const pooled = pooledRatio(snapshots.map(pointOf));
  return pooled.kind === "value" ? pooled.value : null;
}

function pointOf({ period, numerator, denominator }: SnapshotValue): RatioPoint {
  return { index: periodIndex(period), numerator: Number(numerator), denominator: Number(denominator) };
}

function maturesOn(period: Period, { maturationPeriods }: Pick<Kpi, "maturationPeriods">): string {
  return lastDay(addPeriods(period, maturationPeriods));
}

function choiceFor({ before, contaminated }: BaselineInput, periodType: PeriodType): BaselineChoice {
  return chooseBaseline({ periodType, prePeriods: before.length, contaminated });
}

// Initiatives that claim one series stand on one baseline: its placebo is checked once.
const placebos = new WeakMap<BaselineInput, PlaceboCheck>();

function placeboFor(baseline: BaselineInput, choice: BaselineChoice): PlaceboCheck | null {
  if (!choice.placebo) return null;
  const known = placebos.get(baseline);
  if (known !== undefined) return known;
  const check = placeboCheck({ pre: baseline.before.map(pointOf), design: baseline.design });
  placebos.set(baseline, check);
  return check;
}

function liftOf(
  { baseline, kpi }: BenefitInput,
  mature: readonly SnapshotValue[],
  placebo: PlaceboCheck | null,
): RatioLift | null {
  if (baseline === null) return null;
  return ratioLift({
    pre: baseline.before.map(pointOf),
    post: mature.map(pointOf),
    direction: directionSign(kpi.direction),
    design: baseline.design,
    wideningFactor: placebo?.kind === "checked" ? placebo.wideningFactor : 1,
  });
}

function runningTotals(
  mature: readonly SnapshotValue[],
  periods: readonly { expectedNumerator: number }[],
): RunningTotal[] {
  const totals: RunningTotal[] = [{ actual: "0", expected: "0" }];
  periods.forEach((period, place) => {
    const { actual, expected } = totals[place] as RunningTotal;
    totals.push({
      actual: addDecimals(actual, mature[place]?.numerator ?? "0"),
      expected: addDecimals(expected, expectedText(period)),
    });
  });
  return totals;
}

function unitsOf(lift: RatioLift | null, mature: number): BenefitResult["unitsOver"] {
  const known = new Map<number, UncertainUnits>();
  return (periods = mature) => {
    if (lift?.kind !== "interval" || periods === 0) return null;
    const found = known.get(periods);
    if (found !== undefined) return found;
    const mixture = lift.incrementalUnitsDistribution(periods);
    const units = { mixture, distribution: mixtureDistribution(mixture) };
    known.set(periods, units);
    return units;
  };
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

function guardrailOf(chanceOfGain: number | null): BenefitResult["guardrail"] {
  if (chanceOfGain === null) return null;
  if (chanceOfGain >= guardrailChance) return "better";
  return 1 - chanceOfGain >= guardrailChance ? "worse" : "unclear";
}
