import type { Rows } from "@liftledger/numerics/householder-qr";
import type { BaselineDesign } from "./baseline-design.ts";
import type { ControlSeries } from "./control-series.ts";
import {
  fitLinearised,
  linearisedSeries,
  type LinearisedSeries,
  type NoBaseline,
} from "./linearised-baseline.ts";
import type { MixtureBaseline } from "./mixture-baseline.ts";
import { forecastMeans, forecastTotal, forecastTotals } from "./mixture-forecast.ts";
import { oneStepExpectations } from "./one-step-expectations.ts";
import { checkRatioPoints, pooledTotals, type Direction, type RatioPoint } from "./ratio-point.ts";
import { relativeLift, relativeLiftOfPoint, type RelativeLift } from "./relative-lift.ts";
import { shapeWeights, type ShapeWeights } from "./shape-weights.ts";
import {
  mixtureInterval,
  shiftAndScaleMixture,
  shiftMixture,
  widenMixture,
  type Interval,
  type StudentMixture,
} from "./student-mixture.ts";
import { withoutRounding } from "./without-rounding.ts";

export type RatioLiftRequest = {
  /** The periods before the start, at best those of a frozen baseline. */
  readonly pre: readonly RatioPoint[];
  /** The mature periods since the start. */
  readonly post: readonly RatioPoint[];
  readonly direction: Direction;
  readonly design: BaselineDesign;
  /** The series the design names, before and since the start; periods without a value are left out before it. */
  readonly controls?: ControlSeries | undefined;
  /** From the placebo check; 1 where left out. */
  readonly wideningFactor?: number;
};

/** One period since the start, against what was to be expected without the initiative. */
export type LiftPeriod = {
  readonly index: number;
  /** null where the denominator is 0. */
  readonly actualRatio: number | null;
  readonly expectedRatio: number;
  /** expectedRatio · denominator: the numerator to be expected of the actual volume. */
  readonly expectedNumerator: number;
  /** direction · (numerator − expectedNumerator): positive is better. */
  readonly incrementalUnits: number;
};

export type LiftPeriodWithInterval = LiftPeriod & {
  /** The interval in which this period's ratio was to be expected, its own noise included. */
  readonly expectedRatioInterval: (level: number) => Interval;
};

export type ExpectedPeriod = { readonly index: number; readonly expectedRatio: number };

type LiftFigures<Period> = {
  readonly direction: Direction;
  /** ΣN / ΣD of the pre-period. */
  readonly baselineRatio: number;
  /** Mean denominator of a pre-period. */
  readonly meanDenominator: number;
  readonly periods: readonly Period[];
  /** Total over all periods since the start; positive is better. */
  readonly incrementalUnits: number;
  /** What the baseline expected before the start, for the chart. */
  readonly preExpected: readonly ExpectedPeriod[];
};

/** One or two pre-periods carry a point and no statement about its noise. */
export type PointOnlyLift = LiftFigures<LiftPeriod> & {
  readonly kind: "point-only";
  readonly relativeLift: () => RelativeLift;
};

export type IntervalLift = LiftFigures<LiftPeriodWithInterval> & {
  readonly kind: "interval";
  /**
   * Distribution of the incremental units over the first `upTo` periods since the start (all where
   * left out), the direction applied: positive is better. Interval, probability of a positive
   * effect and p-value are all to be read from it.
   */
  readonly incrementalUnitsDistribution: (upTo?: number) => StudentMixture;
  /**
   * The same where the units of each period count by a weight of their own, such as what one of them was worth then: the
   * distribution of Σ weight · units over the first `upTo` periods, noise and common uncertainty of the baseline included.
   * It is no sum of distributions of stretches, which would know nothing of each other. One weight a period since the start.
   */
  readonly weightedUnitsDistribution: (weights: readonly number[]) => (upTo?: number) => StudentMixture;
  /** Lift relative to what was expected, with its interval; no value near a zero baseline. */
  readonly relativeLift: (level: number) => RelativeLift;
  readonly shapes: ShapeWeights;
  /**
   * False where the pre-period follows its design to the last digit: the interval is then the point
   * itself and says nothing of chance.
   */
  readonly noiseSeen: boolean;
};

export type RatioLift = NoBaseline | PointOnlyLift | IntervalLift;

/** With fewer pre-periods there is a point, but no interval. */
const FEWEST_PERIODS_FOR_INTERVAL = 3;

/**
 * Lift of a ratio series against its own history: U = direction · Σ(N − c·D), where c is the ratio to
 * be expected without the initiative.
 *
 * The mixture baseline runs on the linearised series z = (N − R₀·D) / D̄ with R₀ = ΣN/ΣD and D̄ the
 * mean denominator of the pre-period. A later period is expected at c = R₀ + ẑ, and the interval of U
 * is that of the denominator-weighted total, so that a later period never restates an earlier one.
 * Points are means of the distribution, because means add up.
 *
 * A design may name control series. As `controls` each is a column of its own; as `difference` one is
 * subtracted (difference-in-differences), so that c_t = R₀ + (its movement since the pre-period) + ẑ_t.
 *
 * Throws RangeError for periods out of order, numbers that are not finite, negative denominators, or a
 * named control that is not given. What the data cannot carry is an answer: `no-baseline` with a reason.
 *
 * @example
 * const lift = ratioLift({ pre, post, direction: 1, design: { kind: "flat" } });
 * if (lift.kind === "interval") mixtureInterval(lift.incrementalUnitsDistribution(), 0.8);
 */
export function ratioLift(request: RatioLiftRequest): RatioLift {
  const { pre, post, design, controls } = request;
  checkRatioPoints([...pre, ...post]);
  const series = linearisedSeries({ pre, post, design, controls });
  if (series.kind === "no-baseline") return series;
  if (series.pre.length < FEWEST_PERIODS_FOR_INTERVAL) return pointOnly(request, series);
  const baseline = fitLinearised(series);
  return "kind" in baseline ? baseline : withInterval(request, series, baseline);
}

function pointOnly({ post, direction }: RatioLiftRequest, series: LinearisedSeries): PointOnlyLift {
  const { pre, baselineRatio, meanDenominator, offsetAt } = series;
  const expectedRatioAt = ({ index }: RatioPoint): number => baselineRatio + offsetAt(index);
  const periods = post.map((point) => liftPeriod(point, expectedRatioAt(point), direction));
  return {
    kind: "point-only",
    direction,
    baselineRatio,
    meanDenominator,
    periods,
    incrementalUnits: totalUnits(periods),
    preExpected: pre.map((point) => ({ index: point.index, expectedRatio: expectedRatioAt(point) })),
    relativeLift: () => relativeLiftOfPoint(totalUnits(periods), totalExpected(periods)),
  };
}

function withInterval(
  { post, direction, wideningFactor = 1 }: RatioLiftRequest,
  series: LinearisedSeries,
  baseline: MixtureBaseline,
): IntervalLift {
  const { pre, baselineRatio, meanDenominator, offsetAt } = series;
  const times = post.map(({ index }) => index);
  const rows = series.rowsAt(times);
  const known = times.map((time) => baselineRatio + offsetAt(time));
  const means = forecastMeans(baseline, { times, design: rows });
  const periods = post.map((point, i): LiftPeriodWithInterval => ({
    ...liftPeriod(point, (known[i] as number) + (means[i] as number), direction),
    expectedRatioInterval(level) {
      const own = { times: [times[i] as number], design: [rows[i] as number[]] };
      const expected = shiftMixture(forecastTotal(baseline, own), known[i] as number);
      return mixtureInterval(widenMixture(expected, wideningFactor), level);
    },
  }));

  const expectedOf = (counted: readonly RatioPoint[]) =>
    expectedTotals(baseline, series, { counted, rows, wideningFactor });
  const unitsOf = (counted: readonly RatioPoint[], expectedBy = expectedOf(counted)) => {
    return (upTo = counted.length): StudentMixture => {
      const actual = pooledTotals(counted.slice(0, upTo)).numerator;
      const units = shiftAndScaleMixture(expectedBy(upTo), -actual, -direction);
      return withoutRounding(units, Math.abs(actual));
    };
  };
  const expectedNumeratorDistribution = expectedOf(post);

  return {
    kind: "interval",
    direction,
    baselineRatio,
    meanDenominator,
    periods,
    incrementalUnits: totalUnits(periods),
    noiseSeen: baseline.shapes.length > 0,
    get preExpected() {
      return oneStepExpectations(baseline).map((z, i) => {
        const { index } = pre[i] as RatioPoint;
        return { index, expectedRatio: baselineRatio + offsetAt(index) + z };
      });
    },
    incrementalUnitsDistribution: unitsOf(post, expectedNumeratorDistribution),
    weightedUnitsDistribution: (weights) => unitsOf(weightedPoints(post, weights)),
    relativeLift(level) {
      const actual = pooledTotals(post).numerator;
      return relativeLift(actual, expectedNumeratorDistribution(post.length), direction, level);
    },
    shapes: shapeWeights(baseline),
  };
}

/** The numerator to be expected over the first so many of some points, as a distribution. */
function expectedTotals(
  baseline: MixtureBaseline,
  { baselineRatio, offsetAt }: LinearisedSeries,
  { counted, rows, wideningFactor }: { counted: readonly RatioPoint[]; rows: Rows; wideningFactor: number },
): (upTo: number) => StudentMixture {
  let totals: ReturnType<typeof forecastTotals> | undefined;
  return (upTo) => {
    const own = counted.slice(0, upTo);
    totals ??= forecastTotals(baseline, {
      times: counted.map(({ index }) => index),
      design: rows,
      weights: counted.map(({ denominator }) => denominator),
    });
    const level = baselineRatio * pooledTotals(own).denominator;
    const moved = own.reduce((sum, { index, denominator }) => sum + denominator * offsetAt(index), 0);
    return widenMixture(totals(own.length, level + moved), wideningFactor);
  };
}

/** Points that count by a weight of their own: numerator and denominator alike. */
function weightedPoints(points: readonly RatioPoint[], weights: readonly number[]): RatioPoint[] {
  if (weights.length !== points.length)
    throw new RangeError(`${weights.length} weights for ${points.length} periods since the start`);
  return points.map(({ index, numerator, denominator }, place) => {
    const weight = weights[place] as number;
    if (!Number.isFinite(weight)) throw new RangeError(`a weight of ${weight} is not finite`);
    return { index, numerator: numerator * weight, denominator: denominator * weight };
  });
}

function liftPeriod(point: RatioPoint, expectedRatio: number, direction: Direction): LiftPeriod {
  const expectedNumerator = expectedRatio * point.denominator;
  return {
    index: point.index,
    actualRatio: point.denominator === 0 ? null : point.numerator / point.denominator,
    expectedRatio,
    expectedNumerator,
    incrementalUnits: direction * (point.numerator - expectedNumerator),
  };
}

function totalUnits(periods: readonly LiftPeriod[]): number {
  return periods.reduce((sum, period) => sum + period.incrementalUnits, 0);
}

function totalExpected(periods: readonly LiftPeriod[]): number {
  return periods.reduce((sum, period) => sum + period.expectedNumerator, 0);
}
