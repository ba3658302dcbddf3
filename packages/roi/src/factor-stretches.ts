import { addPeriods, comparePeriods, type Period } from "@liftledger/kpis/period";
import { compareDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import type { BenefitInput, EarlierFactors, SnapshotValue } from "./benefit-input.ts";
import { completeFactors, type CompleteFactors } from "./benefit-value.ts";
import type { ExplanationSource } from "./explanation.ts";
import { outcomesBy } from "./measurement.ts";

/** What `completeFactors` makes of the factors of a stretch. */
export type StretchValue = ReturnType<typeof completeFactors>;

/** The periods of a claim in which one set of factors counts. */
export interface FactorStretch {
  /** Its first period, and its last; null where it goes on. */
  from: Period;
  until: Period | null;
  /** The mature periods it holds, by their places: from `first` on, before `end`. */
  first: number;
  end: number;
  value: StretchValue;
  source: ExplanationSource;
}

/** A stretch whose factors are all there. */
export type ValuedStretch = FactorStretch & { value: { kind: "complete"; factors: CompleteFactors } };

/**
 * Divides a claim where other factors begin to count: each stretch with its own, in their order, none empty of periods
 * though some may hold none that is mature. All of them divide one lift, measured from the claim's start on.
 *
 * Throws a RangeError where `earlier` is not in the order of its periods, and for factors that are none.
 */
export function factorStretches(input: BenefitInput, mature: readonly SnapshotValue[]): FactorStretch[] {
  const { earlier = [], claimFrom, claimUntil, factors, factorsSource } = input;
  refuseDisorder(earlier);
  const priced = outcomesBy(input) === null ? "numerator" : "outcomes";
  const all: (Omit<EarlierFactors, "before"> & { before: Period | null })[] = [
    ...earlier,
    { before: null, factors, source: factorsSource },
  ];
  const place = (period: Period | null) =>
    period === null ? mature.length : placeOf(mature, ({ period: own }) => comparePeriods(own, period) < 0);
  const stretches = all.map(({ before, factors: own, source }, index): FactorStretch => {
    const begins = all[index - 1]?.before ?? claimFrom;
    const from = comparePeriods(begins, claimFrom) > 0 ? begins : claimFrom;
    const until = before === null ? null : addPeriods(before, -1);
    const goesOn = until === null || (claimUntil !== undefined && comparePeriods(until, claimUntil) > 0);
    return {
      from,
      until: goesOn ? (claimUntil ?? null) : until,
      first: place(from),
      end: place(before),
      value: completeFactors(input.kpi, own, priced),
      source,
    };
  });
  const held = stretches.filter(({ from, until }) => until === null || comparePeriods(from, until) <= 0);
  // A claim that ends before it begins has no periods, and its factors are the present ones.
  return held.length === 0 ? stretches.slice(-1) : held;
}

function refuseDisorder(earlier: readonly EarlierFactors[]): void {
  earlier.forEach(({ before }, place) => {
    const next = earlier[place + 1];
    if (next !== undefined && comparePeriods(before, next.before) >= 0)
      throw new RangeError(`factors that count before ${next.before} do not follow those before ${before}`);
  });
}

function placeOf<Row>(rows: readonly Row[], isBefore: (row: Row) => boolean): number {
  const found = rows.findIndex((row) => !isBefore(row));
  return found === -1 ? rows.length : found;
}

/**
 * The stretches that the first so many mature periods lie in, each up to them. Without a period it is the first stretch,
 * which then holds none.
 */
export function stretchesOver(stretches: readonly FactorStretch[], periods: number): FactorStretch[] {
  const counted = stretches.filter(({ first, end }) => first < Math.min(end, periods));
  return (counted.length === 0 ? stretches.slice(0, 1) : counted).map((stretch) => ({
    ...stretch,
    end: Math.min(stretch.end, periods),
  }));
}

/** The same with those beside each other made one that say the same; null where one of them is not valued. */
export function valuedStretches(
  stretches: readonly FactorStretch[],
  periods: number,
): readonly ValuedStretch[] | null {
  const valued: ValuedStretch[] = [];
  for (const stretch of stretchesOver(stretches, periods)) {
    const { value } = stretch;
    if (value.kind !== "complete") return null;
    const last = valued.at(-1);
    if (last === undefined || !areSameFactors(last.value.factors, value.factors))
      valued.push({ ...stretch, value });
    else valued[valued.length - 1] = { ...stretch, value, from: last.from, first: last.first };
  }
  return valued;
}

/**
 * What a benefit is valued by as a whole: what is missing in any stretch that has a mature period, else the factors that
 * count now, or counted last where those that follow are not all there yet.
 */
export function presentValue(stretches: readonly FactorStretch[]): StretchValue {
  const counted = stretches.filter(({ first, end }) => first < end);
  const last = (stretches.at(-1) as FactorStretch).value;
  const lacking = counted.find(({ value }) => value.kind !== "complete");
  if (lacking !== undefined) return lacking.value;
  return last.kind === "complete" ? last : (counted.at(-1)?.value ?? last);
}

/** What an amount that adds up period by period came to within a stretch: over all up to its end, less what was before. */
export function withinStretch(over: (periods: number) => string, { first, end }: FactorStretch): string {
  return first === 0 ? over(end) : subtractDecimals(over(end), over(first));
}

/** The periods of a stretch in words: "2025-01 to 2025-06", "2025-07 and later". */
export function stretchLabel({ from, until }: Pick<FactorStretch, "from" | "until">): string {
  if (until === null) return `${from} and later`;
  return from === until ? from : `${from} to ${until}`;
}

/** Whether money comes out alike: of shares the numbers count, not how they are written. */
function areSameFactors(one: CompleteFactors, other: CompleteFactors): boolean {
  const numbers = ({
    unitValue,
    attribution,
    attributionDeviation,
    confidence,
    realisation,
  }: CompleteFactors) => [
    unitValue,
    attribution,
    attributionDeviation ?? "0",
    confidence,
    realisation.accepted,
    realisation.redeployed,
    realisation.cashed,
  ];
  const others = numbers(other);
  return numbers(one).every((number, place) => compareDecimals(number, others[place] as string) === 0);
}
