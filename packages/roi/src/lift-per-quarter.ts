import { FLAT_DESIGN, type BaselineDesign } from "@liftledger/baselines/baseline-design";
import { ratioLift, type RatioLift } from "@liftledger/baselines/ratio-lift";
import type { RatioPoint } from "@liftledger/baselines/ratio-point";
import {
  mixtureInterval,
  mixtureProbabilityAbove,
  type Interval,
} from "@liftledger/baselines/student-mixture";
import {
  addPeriods,
  listPeriods,
  periodIndex,
  periodOf,
  periodType,
  type Period,
} from "@liftledger/kpis/period";
import {
  compareQuarters,
  daysByQuarter,
  firstDayOfQuarter,
  lastDayOfQuarter,
  type Quarter,
} from "@liftledger/kpis/quarter";
import { sumDecimals } from "@liftledger/numerics/decimal";
import { chance } from "./chance.ts";
import { mixtureDistribution } from "./distribution.ts";
import { headlineLevel } from "./engine-version.ts";
import {
  absent,
  difference,
  expected,
  leaf,
  sum,
  type Explanation,
  type ExplanationSource,
} from "./explanation.ts";
import { expectedText } from "./explanation-operations.ts";

/** One logged period: "2026-W05" or "2026-02", and exact decimals. */
export interface LoggedPeriod {
  period: Period;
  numerator: string;
  denominator: string;
  source?: ExplanationSource;
}

export interface QuarterlyLiftQuestion {
  before: readonly LoggedPeriod[];
  /** The mature periods since the start, oldest first; those that nobody logged are simply not there. */
  after: readonly LoggedPeriod[];
  direction: "higher" | "lower";
  /** Flat where left out. A design with controls is not taken here. */
  design?: Exclude<BaselineDesign, { kind: "composed" }>;
  /** The chance of a gain from which a quarter counts as positive (and of a loss, as negative); 90%. */
  probability?: number;
}

/** The lift of one quarter against the baseline of before the start. */
export interface QuarterLift {
  quarter: Quarter;
  /** Logged periods of the quarter, and those it has: a week belongs to the quarter with most of its days. */
  periods: number;
  of: number;
  /** Incremental units; positive is better. Null where nothing before the start says what to expect. */
  units: number | null;
  interval: Interval | null;
  chanceOfGain: number | null;
  outcome: "positive" | "negative" | "unclear" | "partial" | "no-interval";
  sentence: string;
  tree: Explanation;
}

/** A chance of 90%, as a guardrail asks. */
const statedProbability = 0.9;

/**
 * The lift of each quarter since the start, each from its own periods alone: a later quarter never changes an
 * earlier one. A quarter with a period missing (the one of the start, the one under way) is "partial" whatever its
 * chance. Without three periods before the start there is no interval and no outcome; without any volume before it
 * no units either. Gain and loss are strict: a quarter that is what was expected, to the last digit, is unclear.
 *
 * Throws a RangeError where weeks and months are mixed, periods are out of order, or the probability is not
 * between one half and one.
 *
 * @example
 * liftPerQuarter({ before, after, direction: "higher" })[0]
 * // { quarter: "2026-Q1", periods: 13, of: 13, outcome: "positive", chanceOfGain: 0.97, … }
 */
export function liftPerQuarter(question: QuarterlyLiftQuestion): QuarterLift[] {
  const { before, after, probability = statedProbability } = question;
  if (!(probability > 0.5 && probability < 1))
    throw new RangeError(`A quarter counts from a chance between one half and one, not from ${probability}`);
  const types = new Set([...before, ...after].map(({ period }) => periodType(period)));
  if (types.size > 1) throw new RangeError("Weeks and months are not compared with each other");
  const quarters = new Map<Quarter, LoggedPeriod[]>();
  for (const logged of after) {
    const quarter = quarterHolding(logged.period);
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), logged]);
  }
  return [...quarters]
    .toSorted(([one], [other]) => compareQuarters(one, other))
    .map(([quarter, periods]) => quarterLift(question, quarter, periods, probability));
}

/** How many whole quarters in a row were positive. */
export interface PositiveQuarters {
  /** Up to the last whole quarter: a partial one at the end neither counts nor interrupts. */
  current: number;
  longest: number;
  sentence: string;
}

/**
 * Consecutive positive quarters. A quarter that is unclear, negative, partial or not there at all interrupts; only a
 * partial one at the very end, which is still under way, is left aside and told.
 *
 * @example consecutivePositiveQuarters(liftPerQuarter(question)) // { current: 3, longest: 3, sentence: … }
 */
export function consecutivePositiveQuarters(
  quarters: readonly Pick<QuarterLift, "quarter" | "outcome" | "periods" | "of">[],
): PositiveQuarters {
  const last = quarters.at(-1);
  const underWay = last?.outcome === "partial" ? last : undefined;
  const whole = underWay === undefined ? quarters : quarters.slice(0, -1);
  let current = 0;
  let longest = 0;
  whole.forEach(({ quarter, outcome }, place) => {
    const previous = whole[place - 1];
    const follows = previous !== undefined && compareQuarters(quarter, previous.quarter) === 1;
    current = outcome !== "positive" ? 0 : follows ? current + 1 : 1;
    longest = Math.max(longest, current);
  });
  const words = current === 0 ? "The last whole quarter was not positive" : streakText(current);
  const aside =
    underWay === undefined
      ? ""
      : `; ${underWay.quarter} is left aside with ${underWay.periods} of ${underWay.of} periods`;
  return {
    current,
    longest,
    sentence: whole.length === 0 ? `No whole quarter yet${aside}.` : `${words}${aside}.`,
  };
}

function streakText(current: number): string {
  return current === 1 ? "One positive quarter so far" : `${current} positive quarters in a row`;
}

function quarterLift(
  question: QuarterlyLiftQuestion,
  quarter: Quarter,
  logged: readonly LoggedPeriod[],
  probability: number,
): QuarterLift {
  const { before, direction, design = FLAT_DESIGN } = question;
  const lift = ratioLift({
    pre: before.map(pointOf),
    post: logged.map(pointOf),
    direction: direction === "higher" ? 1 : -1,
    design,
  });
  const of = periodsOfQuarter(quarter, periodType(logged[0]?.period ?? ""));
  const mixture = lift.kind === "interval" ? lift.incrementalUnitsDistribution() : null;
  const chanceOfGain = mixture === null ? null : mixtureProbabilityAbove(mixture, 0);
  const chanceOfLoss = mixture === null ? null : 1 - mixtureDistribution(mixture).probabilityAtLeast(0);
  const outcome =
    logged.length < of
      ? "partial"
      : chanceOfGain === null || chanceOfLoss === null
        ? "no-interval"
        : chanceOfGain >= probability
          ? "positive"
          : chanceOfLoss >= probability
            ? "negative"
            : "unclear";
  return {
    quarter,
    periods: logged.length,
    of,
    units: lift.kind === "no-baseline" ? null : lift.incrementalUnits,
    interval: mixture === null ? null : mixtureInterval(mixture, headlineLevel),
    chanceOfGain,
    outcome,
    sentence: sentenceOf(quarter, { outcome, periods: logged.length, of, chanceOfGain }),
    tree: treeOf({ ...question, design }, logged, lift),
  };
}

function sentenceOf(
  quarter: Quarter,
  { outcome, periods, of, chanceOfGain }: Pick<QuarterLift, "outcome" | "periods" | "of" | "chanceOfGain">,
): string {
  const sure = chanceOfGain === null ? "" : `the chance of a gain is ${chance(chanceOfGain)}`;
  if (outcome === "partial")
    return `${quarter}: ${periods} of ${of} periods are in${sure === "" ? "" : `; so far ${sure}`}.`;
  if (outcome === "no-interval")
    return `${quarter}: no likely range, since there are too few periods before the start.`;
  return `${quarter}: ${outcome}, ${sure}.`;
}

/** The quarter with most of a period's days: of a week, the one of its Thursday. */
function quarterHolding(period: Period): Quarter {
  const byDays = daysByQuarter(period).toSorted((one, other) => other.days - one.days);
  return byDays[0]?.quarter ?? "";
}

function periodsOfQuarter(quarter: Quarter, type: "week" | "month"): number {
  const first = addPeriods(periodOf(firstDayOfQuarter(quarter), type), -1);
  const last = addPeriods(periodOf(lastDayOfQuarter(quarter), type), 1);
  return listPeriods(first, last).filter((period) => quarterHolding(period) === quarter).length;
}

function treeOf(
  { before, direction, design }: Omit<QuarterlyLiftQuestion, "design"> & { design: BaselineDesign },
  logged: readonly LoggedPeriod[],
  lift: RatioLift,
): Explanation {
  const text = (of: string, { period, source }: LoggedPeriod, value: string) =>
    leaf(`${of}, ${period}`, value, "count", source ?? { kind: "measured", text: "given", period });
  const actual = sum(
    "Seen in the quarter",
    "count",
    logged.map((one) => text("Numerator", one, one.numerator)),
  );
  if (lift.kind === "no-baseline") return absent("Incremental units", "count", lift.reason);
  const value = sumDecimals(lift.periods.map(expectedText));
  const without = expected(
    "Expected without AI",
    "count",
    {
      parameter: () => ({
        design,
        preIndices: before.map(({ period }) => periodIndex(period)),
        postIndices: logged.map(({ period }) => periodIndex(period)),
      }),
      inputs: () => [
        ...before.flatMap((one) => [
          text("Numerator", one, one.numerator),
          text("Denominator", one, one.denominator),
        ]),
        ...logged.map((one) => text("Denominator", one, one.denominator)),
      ],
    },
    "expected ratio (from the periods before the start) × volume of the quarter",
    value,
  );
  return direction === "higher"
    ? difference("Incremental units", "count", actual, without)
    : difference("Incremental units", "count", without, actual);
}

function pointOf({ period, numerator, denominator }: LoggedPeriod): RatioPoint {
  return { index: periodIndex(period), numerator: Number(numerator), denominator: Number(denominator) };
}
