import { designRows, type BaselineDesign } from "./baseline-design.ts";
import { fitMixtureBaseline, type MixtureBaseline } from "./mixture-baseline.ts";
import { forecastMeans, forecastTotal } from "./mixture-forecast.ts";
import { oneStepExpectations } from "./one-step-expectations.ts";
import { checkRatioPoints, pooledTotals, type Direction, type RatioPoint } from "./ratio-point.ts";
import { relativeLift, relativeLiftOfPoint, type RelativeLift } from "./relative-lift.ts";
import { shapeWeights, type ShapeWeights } from "./shape-weights.ts";
import {
  mixtureInterval,
  scaleMixture,
  shiftMixture,
  widenMixture,
  type Interval,
  type StudentMixture,
} from "./student-mixture.ts";

export type RatioLiftRequest = {
  /** The periods before the start, at best those of a frozen baseline. */
  readonly pre: readonly RatioPoint[];
  /** The mature periods since the start. */
  readonly post: readonly RatioPoint[];
  readonly direction: Direction;
  readonly design: BaselineDesign;
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

export type NoBaseline = { readonly kind: "no-baseline"; readonly reason: string };

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
  /** Lift relative to what was expected, with its interval; no value near a zero baseline. */
  readonly relativeLift: (level: number) => RelativeLift;
  readonly shapes: ShapeWeights;
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
 * Throws RangeError for periods out of order, numbers that are not finite, negative denominators, or
 * a design with as many columns as there are pre-periods.
 *
 * @example
 * const lift = ratioLift({ pre, post, direction: 1, design: { kind: "flat" } });
 * if (lift.kind === "interval") mixtureInterval(lift.incrementalUnitsDistribution(), 0.8);
 */
export function ratioLift(request: RatioLiftRequest): RatioLift {
  const { pre, post } = request;
  checkRatioPoints([...pre, ...post]);
  if (pre.length === 0) return { kind: "no-baseline", reason: "there is no period before the start" };
  const { numerator, denominator } = pooledTotals(pre);
  if (denominator === 0) {
    return { kind: "no-baseline", reason: "the denominator is zero in every period before the start" };
  }
  const baselineRatio = numerator / denominator;
  const meanDenominator = denominator / pre.length;
  return pre.length < FEWEST_PERIODS_FOR_INTERVAL
    ? pointOnly(request, baselineRatio, meanDenominator)
    : withInterval(request, baselineRatio, meanDenominator);
}

function pointOnly(
  { pre, post, direction }: RatioLiftRequest,
  baselineRatio: number,
  meanDenominator: number,
): PointOnlyLift {
  const periods = post.map((point) => liftPeriod(point, baselineRatio, direction));
  return {
    kind: "point-only",
    direction,
    baselineRatio,
    meanDenominator,
    periods,
    incrementalUnits: totalUnits(periods),
    preExpected: pre.map(({ index }) => ({ index, expectedRatio: baselineRatio })),
    relativeLift: () => relativeLiftOfPoint(totalUnits(periods), totalExpected(periods)),
  };
}

function withInterval(
  { pre, post, direction, design, wideningFactor = 1 }: RatioLiftRequest,
  baselineRatio: number,
  meanDenominator: number,
): IntervalLift {
  const baseline = fitLinearised(pre, design, baselineRatio, meanDenominator);
  const times = post.map(({ index }) => index);
  const rows = designRows(design, times);
  const means = forecastMeans(baseline, { times, design: rows });
  const periods = post.map((point, i): LiftPeriodWithInterval => ({
    ...liftPeriod(point, baselineRatio + (means[i] as number), direction),
    expectedRatioInterval(level) {
      const own = { times: [times[i] as number], design: [rows[i] as number[]] };
      const expected = shiftMixture(forecastTotal(baseline, own), baselineRatio);
      return mixtureInterval(widenMixture(expected, wideningFactor), level);
    },
  }));

  function expectedNumeratorDistribution(upTo: number): StudentMixture {
    const counted = post.slice(0, upTo);
    const weights = counted.map(({ denominator }) => denominator);
    const total = forecastTotal(baseline, { times: times.slice(0, upTo), design: rows, weights });
    const expected = shiftMixture(total, baselineRatio * pooledTotals(counted).denominator);
    return widenMixture(expected, wideningFactor);
  }

  return {
    kind: "interval",
    direction,
    baselineRatio,
    meanDenominator,
    periods,
    incrementalUnits: totalUnits(periods),
    get preExpected() {
      return oneStepExpectations(baseline).map((z, i) => ({
        index: (pre[i] as RatioPoint).index,
        expectedRatio: baselineRatio + z,
      }));
    },
    incrementalUnitsDistribution(upTo = post.length) {
      const actual = pooledTotals(post.slice(0, upTo)).numerator;
      const shortfall = shiftMixture(expectedNumeratorDistribution(upTo), -actual);
      return scaleMixture(shortfall, -direction);
    },
    relativeLift(level) {
      const actual = pooledTotals(post).numerator;
      return relativeLift(actual, expectedNumeratorDistribution(post.length), direction, level);
    },
    shapes: shapeWeights(baseline),
  };
}

function fitLinearised(
  pre: readonly RatioPoint[],
  design: BaselineDesign,
  baselineRatio: number,
  meanDenominator: number,
): MixtureBaseline {
  const times = pre.map(({ index }) => index);
  const y = pre.map((point) => (point.numerator - baselineRatio * point.denominator) / meanDenominator);
  const largest = pre.reduce((most, { numerator }) => Math.max(most, Math.abs(numerator)), 0);
  return fitMixtureBaseline({
    times,
    y,
    design: designRows(design, times),
    magnitude: largest / meanDenominator,
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
