import type { Rows } from "@liftledger/numerics/householder-qr";
import { composeDesign, designRows, type Season } from "./baseline-design.ts";
import { tryMixtureBaseline, type MixtureBaseline } from "./mixture-baseline.ts";
import { forecastMeans, forecastTotal, type FuturePeriods } from "./mixture-forecast.ts";
import type { RefusedBaseline } from "./prepared-regression.ts";
import { relativeLift, type RelativeLift } from "./relative-lift.ts";
import { shapeWeights, weighedShapes, type ShapeWeights, type WeighedShape } from "./shape-weights.ts";
import {
  mixtureInterval,
  mixtureMean,
  mixtureProbabilityAbove,
  mixtureQuantile,
  scaleMixture,
  shiftMixture,
  type Interval,
  type StudentMixture,
} from "./student-mixture.ts";
import { mixturePValue } from "./mixture-p-value.ts";
import { withoutRounding } from "./without-rounding.ts";

/** Values before and since the start. */
export type BeforeAndAfter = { readonly pre: readonly number[]; readonly post: readonly number[] };

/** What the expected value is made of besides a constant; or `designPre` and `designPost` as they are. */
export type CounterfactualRequest = BeforeAndAfter & {
  /** A straight line in time. Only honest where it was declared before the start. */
  readonly trend?: boolean;
  readonly season?: Season;
  /** Series the initiative does not touch, each a column. */
  readonly controls?: readonly BeforeAndAfter[];
  /** Rows of a design of one's own, the constant included; instead of trend, season and controls. */
  readonly designPre?: Rows;
  readonly designPost?: Rows;
  /** Period numbers, where periods are missing; 0, 1, 2, … without a gap where left out. */
  readonly times?: BeforeAndAfter;
  /** What a period counts in totals and means, one a period since the start; 1 where left out. */
  readonly weights?: readonly number[];
};

/** One period since the start, and all periods up to it. */
export type CounterfactualPeriod = {
  readonly actual: number;
  readonly expected: number;
  readonly expectedInterval: Interval;
  readonly effect: number;
  readonly effectInterval: Interval;
  /** Weighted totals over this and all earlier periods, with the interval of that very total. */
  readonly cumulativeExpected: number;
  readonly cumulativeEffect: number;
  readonly cumulativeEffectInterval: Interval;
};

export type MixtureCounterfactual = {
  readonly kind: "counterfactual";
  /** n − k. */
  readonly degreesOfFreedom: number;
  /** False where the pre-period follows its design to the last digit; intervals are then points. */
  readonly noiseSeen: boolean;
  readonly actualTotal: number;
  /** Expected value of each period since the start. */
  readonly expectedPeriods: readonly number[];
  readonly expectedTotal: number;
  readonly expectedTotalMedian: number;
  readonly expectedTotalInterval: (level: number) => Interval;
  readonly effectTotal: number;
  readonly effectTotalInterval: (level: number) => Interval;
  /** Effect a period: the total over the sum of the weights. */
  readonly effectMean: number;
  readonly effectMeanInterval: (level: number) => Interval;
  /** P(total effect > 0). */
  readonly probabilityPositive: number;
  readonly probabilityAbove: (totalEffect: number) => number;
  /** Two-sided; under α exactly where the 1 − α interval of the effect leaves 0 out. */
  readonly pValue: number;
  /** actual / expected − 1; no value where the expected total comes near zero. */
  readonly relativeLift: (level: number) => RelativeLift;
  readonly periods: (level: number) => CounterfactualPeriod[];
  /** Distribution of the effect over the first `upTo` periods, all where left out. */
  readonly effectDistribution: (upTo?: number) => StudentMixture;
  readonly shapes: ShapeWeights;
  readonly weighedShapes: readonly WeighedShape[];
};

/**
 * What a plain series would have shown without the initiative, by the mixture baseline: per period and
 * cumulated, with interval, probability and p-value read from one distribution. The design may hold a
 * trend, a season, control series, or any columns at all.
 *
 * Answers `refused` for a design the periods cannot carry: dependent columns, a control that never moved,
 * no more periods than columns. Throws RangeError for values that are not finite, lengths that differ, or
 * no period since the start.
 *
 * @example
 * const lift = mixtureCounterfactual({ pre: [5, 6, 5, 7, 6], post: [9, 9] });
 * if (lift.kind === "counterfactual") lift.effectTotalInterval(0.8);
 */
export function mixtureCounterfactual(
  request: CounterfactualRequest,
): MixtureCounterfactual | RefusedBaseline {
  const { pre, post } = request;
  const weights = checkedWeights(request);
  const { designPre, designPost, timesPre, timesPost } = rowsOf(request);
  if (post.some((value) => !Number.isFinite(value)))
    throw new RangeError("a value since the start is not finite");
  const baseline = tryMixtureBaseline({ times: timesPre, y: pre, design: designPre });
  if ("kind" in baseline) return baseline;
  return readCounterfactual(baseline, post, { times: timesPost, design: designPost }, weights);
}

function readCounterfactual(
  baseline: MixtureBaseline,
  post: readonly number[],
  future: FuturePeriods,
  weights: readonly number[],
): MixtureCounterfactual {
  const { times, design } = future;
  const expectedOver = (upTo = post.length): StudentMixture =>
    forecastTotal(baseline, {
      times: Array.from(times).slice(0, upTo),
      design,
      weights: weights.slice(0, upTo),
    });
  const actualOver = (upTo = post.length): number => weightedSum(post.slice(0, upTo), weights);
  const effectDistribution = (upTo?: number): StudentMixture => {
    const actual = actualOver(upTo);
    return withoutRounding(scaleMixture(shiftMixture(expectedOver(upTo), -actual), -1), Math.abs(actual));
  };
  const expected = expectedOver();
  const effect = effectDistribution();
  const effectTotal = mixtureMean(effect);
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    kind: "counterfactual",
    degreesOfFreedom: baseline.degreesOfFreedom,
    noiseSeen: baseline.shapes.length > 0,
    actualTotal: actualOver(),
    expectedPeriods: forecastMeans(baseline, future),
    expectedTotal: mixtureMean(expected),
    expectedTotalMedian: mixtureQuantile(expected, 0.5),
    expectedTotalInterval: (level) => mixtureInterval(expected, level),
    effectTotal,
    effectTotalInterval: (level) => mixtureInterval(effect, level),
    effectMean: effectTotal / totalWeight,
    effectMeanInterval: (level) => mixtureInterval(scaleMixture(effect, 1 / totalWeight), level),
    probabilityPositive: mixtureProbabilityAbove(effect, 0),
    probabilityAbove: (totalEffect) => mixtureProbabilityAbove(effect, totalEffect),
    pValue: mixturePValue(effect),
    relativeLift: (level) => relativeLift(actualOver(), expected, 1, level),
    periods: (level) =>
      post.map((actual, i) => {
        const own = { times: [times[i] as number], design: [design[i] as ArrayLike<number>] };
        const soFar = effectDistribution(i + 1);
        return {
          ...periodOf(actual, forecastTotal(baseline, own), level),
          cumulativeExpected: mixtureMean(expectedOver(i + 1)),
          cumulativeEffect: mixtureMean(soFar),
          cumulativeEffectInterval: mixtureInterval(soFar, level),
        };
      }),
    effectDistribution,
    shapes: shapeWeights(baseline),
    weighedShapes: weighedShapes(baseline),
  };
}

function periodOf(actual: number, expected: StudentMixture, level: number) {
  const effect = scaleMixture(shiftMixture(expected, -actual), -1);
  return {
    actual,
    expected: mixtureMean(expected),
    expectedInterval: mixtureInterval(expected, level),
    effect: mixtureMean(effect),
    effectInterval: mixtureInterval(effect, level),
  };
}

function checkedWeights({ post, weights = post.map(() => 1) }: CounterfactualRequest): readonly number[] {
  if (post.length === 0) throw new RangeError("there is no period since the start");
  if (weights.length !== post.length) {
    throw new RangeError(`${weights.length} weights for ${post.length} periods since the start`);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!weights.every((weight) => weight >= 0 && weight < Infinity) || !(total > 0)) {
    throw new RangeError("weights are 0 or more and finite, and not all 0");
  }
  return weights;
}

type PlacedRows = {
  timesPre: readonly number[];
  timesPost: readonly number[];
  designPre: Rows;
  designPost: Rows;
};

function rowsOf(request: CounterfactualRequest): PlacedRows {
  const { pre, post, times, designPre, designPost } = request;
  const timesPre = times?.pre ?? pre.map((_, i) => i);
  const timesPost = times?.post ?? post.map((_, i) => pre.length + i);
  const { trend, season, controls = [] } = request;
  if (designPre === undefined && designPost === undefined) {
    const names = controls.map((_, i) => String(i));
    const placed = new Map(
      controls.map((control, i) => [names[i] as string, placedControl(control, timesPre, timesPost)]),
    );
    const design = composeDesign({
      ...(trend && { trend }),
      ...(season && { season }),
      controls: names,
    });
    const origin = timesPre.reduce((sum, time) => sum + time, 0) / timesPre.length;
    const rowsAt = (at: readonly number[]): Rows => designRows(design, at, { origin, controls: placed });
    return { timesPre, timesPost, designPre: rowsAt(timesPre), designPost: rowsAt(timesPost) };
  }
  if (trend || season !== undefined || controls.length > 0) {
    throw new RangeError("give trend, season and controls, or design rows of your own, not both");
  }
  if (designPre?.length !== pre.length || designPost?.length !== post.length) {
    throw new RangeError("a design of one's own needs a row for every period, before and since the start");
  }
  return { timesPre, timesPost, designPre, designPost };
}

function placedControl(
  { pre, post }: BeforeAndAfter,
  timesPre: readonly number[],
  timesPost: readonly number[],
): ReadonlyMap<number, number> {
  if (pre.length !== timesPre.length || post.length !== timesPost.length) {
    throw new RangeError("a control series needs a value for every period, before and since the start");
  }
  return new Map([
    ...timesPre.map((time, i) => [time, pre[i] as number] as const),
    ...timesPost.map((time, i) => [time, post[i] as number] as const),
  ]);
}

function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
}
