import { worthLeaf } from "../benefit-trees.ts";
import type { BenefitResult } from "../evaluate-benefit.ts";
import { difference, leaf, product, quotient, sum, type Explanation } from "../explanation.ts";
import { valuedStretches, type ValuedStretch } from "../factor-stretches.ts";
import { historyWords, snapshotPoint } from "../history-measure.ts";
import type { IncrementalUnits } from "../incremental-units.ts";
import { liftInParts, unitOf, type LiftTrees } from "../lift-measure.ts";
import { monthlyParts, realisedShare, type LiftTerms, type MonthlyPart } from "./benefit-actuals.ts";
import type { CaseBasis } from "./case-totals.ts";

/** What a month of a benefit came to, down to its rows: by driver, or as one amount. */
export type BenefitActualTrees =
  | {
      kind: "measured";
      volume: Explanation;
      lift: Explanation;
      unitValue: Explanation;
      attribution: Explanation;
      confidence: Explanation;
      realisation: Explanation;
    }
  | { kind: "amount"; amount: Explanation };

/** What is asked of a measured benefit: a month in which it is known, as `benefitActuals` counts it. */
export interface ActualAsked {
  month: string;
  basis: CaseBasis;
  terms: LiftTerms;
  /** In which it was measured. */
  currency: string;
  /** Whether `benefitActuals` told it by its drivers. */
  isByDriver: boolean;
}

/**
 * How the numbers that `benefitActuals` gives for a month came about: the rows of its weeks, each by the days of it that lie
 * in the month, against what was expected of them, and the assumptions that make money of the gain. Null of a benefit that
 * is not valued or not measured.
 */
export function benefitActualTrees(result: BenefitResult, asked: ActualAsked): BenefitActualTrees | null {
  const { measure, mature } = result;
  const valued = valuedStretches(result.stretches, mature.length);
  if (valued === null || measure.kind !== "measured") return null;
  const { month, currency, basis } = asked;
  const parts = monthlyParts(result, valued).filter((part) => part.month === month);
  const runs = valued.flatMap((stretch) => {
    const own = parts.filter(({ factors }) => factors === stretch.value.factors);
    return own.length === 0 ? [] : [{ stretch, own }];
  });
  const [first, ...others] = runs;
  if (first === undefined) return null;
  if (asked.isByDriver && others.length === 0) {
    const drivers = driversOf(result, measure, { ...first, asked });
    if (drivers !== null) return drivers;
  }
  const amounts = runs.map((run) => amountTree(result, measure, { ...run, currency, basis, month }));
  return { kind: "amount", amount: sum(`Measured in ${month}`, currency, amounts) };
}

/** The parts of a month that count by the same factors. */
interface Run {
  stretch: ValuedStretch;
  own: readonly MonthlyPart[];
}

function driversOf(
  result: BenefitResult,
  measure: IncrementalUnits,
  { stretch, own, asked }: Run & { asked: ActualAsked },
): BenefitActualTrees | null {
  const { currency, terms, basis } = asked;
  const lift = ownLift(result, own, currency);
  if (lift === null) return null;
  const volume = terms === "relative" ? lift.expected : volumeTree(result, own, currency);
  return {
    kind: "measured",
    volume,
    lift: quotient("Lift, measured", "ratio", lift.gain, volume),
    unitValue: worthOf(measure, stretch, currency),
    ...shareTrees(result, stretch, basis),
  };
}

function amountTree(
  result: BenefitResult,
  measure: IncrementalUnits,
  { stretch, own, currency, basis, month }: Run & { currency: string; basis: CaseBasis; month: string },
): Explanation {
  const gain = ownLift(result, own, currency)?.gain ?? gainByPrefix(measure, own, currency);
  const worth = worthOf(measure, stretch, currency);
  const ofUnits = product(`${gain.label} at their worth`, currency, [gain, worth]);
  const beside = besideTree(measure, own, currency);
  const money = beside === null ? ofUnits : sum("Value of the lift", currency, [ofUnits, beside]);
  const shares = Object.values(shareTrees(result, stretch, basis));
  return product(`Measured in ${month}`, currency, [money, ...shares]);
}

function worthOf({ counted }: IncrementalUnits, { value, source }: ValuedStretch, currency: string) {
  return worthLeaf(counted, value.factors.unitValue, { currency, source });
}

function shareTrees(
  { input }: BenefitResult,
  { value: { factors }, source }: ValuedStretch,
  basis: CaseBasis,
) {
  const name = basis === "cash" ? "Turned into money" : "Turned into money or put to other use";
  return {
    attribution: leaf("Our share", factors.attribution, "ratio", source),
    confidence: leaf("Confidence", factors.confidence, "ratio", source),
    realisation: leaf(name, realisedShare(input, factors, basis), "ratio", source),
  };
}

/** The series against its own baseline; null where the units come from elsewhere. */
function ownLift(
  { input, liftRequest }: BenefitResult,
  parts: readonly MonthlyPart[],
  currency: string,
): LiftTrees | null {
  if (input.measurement !== undefined || input.baseline === null || liftRequest === null) return null;
  const places = parts.map((part) => ({
    place: part.place,
    scaled: (number: Explanation) => byDays(number, part),
  }));
  return liftInParts(liftRequest, historyWords(input, input.baseline), places, currency);
}

function volumeTree(
  { input: { kpi }, mature }: BenefitResult,
  parts: readonly MonthlyPart[],
  currency: string,
): Explanation {
  const rows = parts.flatMap((part) => {
    const snapshot = mature[part.place];
    return snapshot === undefined
      ? []
      : [byDays(snapshotPoint(snapshot, kpi).explain(currency).denominator, part)];
  });
  return sum("Volume, measured", "count", rows);
}

/** A number of a period by the days of it that lie in the month; of a whole period itself. */
function byDays(number: Explanation, { days, length, month }: MonthlyPart): Explanation {
  if (days === length) return number;
  const calendar = { kind: "measured", text: `calendar of ${month}` } as const;
  const label = `${number.label}, ${days} of ${length} days`;
  const counted = leaf(`Days in ${month}`, String(days), "count", calendar);
  const whole = leaf("Days of the period", String(length), "count", calendar);
  return quotient(label, number.unit, product(label, number.unit, [number, counted]), whole);
}

/** The gain of units that no baseline of the series gives: what is known by the end of a run less what was known before. */
function gainByPrefix(
  { counted, tree }: IncrementalUnits,
  parts: readonly MonthlyPart[],
  currency: string,
): Explanation {
  const label = tree(1, currency).label;
  return byRuns(label, unitOf(counted, currency), (periods) => tree(periods, currency), parts);
}

function besideTree(
  { beside }: IncrementalUnits,
  parts: readonly MonthlyPart[],
  currency: string,
): Explanation | null {
  if (beside === null) return null;
  const label = beside.tree(1, currency).label;
  return byRuns(label, currency, (periods) => beside.tree(periods, currency), parts);
}

/** Whole periods side by side are one run; what is cut counts by its days. */
function byRuns(
  label: string,
  unit: string,
  upTo: (periods: number) => Explanation,
  parts: readonly MonthlyPart[],
): Explanation {
  const runs: { from: number; to: number; part: MonthlyPart }[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    const isWhole = part.days === part.length;
    if (last?.to === part.place && isWhole && last.part.days === last.part.length) last.to = part.place + 1;
    else runs.push({ from: part.place, to: part.place + 1, part });
  }
  const trees = runs.map(({ from, to, part }) => {
    const run = from === 0 ? upTo(to) : difference(label, unit, upTo(to), upTo(from));
    return byDays(run, part);
  });
  return sum(label, unit, trees);
}
