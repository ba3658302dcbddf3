import { solveUpper, solveUpperTransposed, type Rows } from "@liftledger/numerics/householder-qr";
import { carriedShare, addedVariance } from "./error-shapes.ts";
import type { MixtureBaseline } from "./mixture-baseline.ts";
import { checkedTimes } from "./prepared-regression.ts";
import type { ShapeFit } from "./shape-fit.ts";
import { pointMass, type StudentMixture } from "./student-mixture.ts";

export type FuturePeriods = {
  /** Period numbers after the last pre-period, whole and strictly increasing. */
  readonly times: ArrayLike<number>;
  /** One row a period, in the columns of the fit. */
  readonly design: Rows;
};

/** Future periods that are added up. */
export type WeightedFuture = FuturePeriods & {
  /** One a period; ones where left out. */
  readonly weights?: ArrayLike<number>;
};

/**
 * The distribution of Σ weight · y over future periods as the baseline foresees it: for each error
 * shape a Student-t with n − k degrees of freedom,
 *
 *     location  w'(X_f b + C_fp C_pp⁻¹ r)
 *     scale²    RSS/(n−k) · w'[C_ff − C_fp C_pp⁻¹ C_pf + H (X'C⁻¹X)⁻¹ H']w,   H = X_f − C_fp C_pp⁻¹ X_p.
 *
 * It includes the noise of the future periods themselves. Cumulative quantities are asked for as such
 * (a prefix of the periods): bounds of single periods never add up to bounds of their sum.
 */
export function forecastTotal(baseline: MixtureBaseline, future: WeightedFuture): StudentMixture {
  return forecastTotals(baseline, future)(future.times.length);
}

/**
 * `forecastTotal` of the first `upTo` of the periods, plus a known amount, for whoever asks at the end of every month: the
 * noise runs through the future once for all of them.
 */
export function forecastTotals(
  baseline: MixtureBaseline,
  future: WeightedFuture,
): (upTo: number, known?: number) => StudentMixture {
  const times = checkedFuture(baseline, future);
  const weights = weightsOf(future, times.length);
  const { columnCount, r } = baseline.basis;
  const designs = designTotals(future.design, weights, columnCount);
  const lastTime = baseline.times[baseline.times.length - 1] as number;
  const noises = baseline.shapes.map((fit) => noiseTotals(fit, { times, weights, lastTime }));
  const unit = baseline.residualScale;
  const solved = new Float64Array(columnCount);
  return (upTo, known = 0) => {
    const design = designs.subarray(upTo * columnCount, (upTo + 1) * columnCount);
    const total = Array.from(solveUpperTransposed(r, columnCount, design));
    const ordinary = innerProduct(total, baseline.ordinary, columnCount);
    if (baseline.shapes.length === 0) return pointMass(ordinary + known);
    const components = baseline.shapes.map((fit, place) => {
      const { onEnd, variances } = noises[place] as NoiseTotals;
      const weightOnEnd = onEnd[upTo] as number;
      const location =
        innerProduct(total, fit.coefficients, columnCount) + weightOnEnd * residualEndState(fit, columnCount);
      const variance = (variances[upTo] as number) + regressionVariance(fit, total, weightOnEnd, solved);
      return {
        weight: fit.weight,
        location: ordinary + unit * location + known,
        scale: unit * Math.sqrt(fit.variance * variance),
      };
    });
    return { degreesOfFreedom: baseline.degreesOfFreedom, components };
  };
}

/**
 * The expected value of each future period: the mean of its own forecast distribution. Means add up,
 * so the mean of a total is the total of these.
 */
export function forecastMeans(baseline: MixtureBaseline, future: FuturePeriods): number[] {
  const times = checkedFuture(baseline, future);
  const { columnCount, r } = baseline.basis;
  const coefficients = Array.from(solveUpper(r, columnCount, meanCoefficients(baseline)));
  const means = meanStateParts(baseline, times);
  for (let i = 0; i < times.length; i += 1) {
    const row = future.design[i] as ArrayLike<number>;
    let mean = means[i] as number;
    for (let j = 0; j < columnCount; j += 1) mean += (row[j] as number) * (coefficients[j] as number);
    means[i] = mean;
  }
  return Array.from(means);
}

/** The part of each future value that the hidden state foresees, averaged over the shapes. */
function meanStateParts(baseline: MixtureBaseline, times: Int32Array): Float64Array {
  const parts = new Float64Array(times.length);
  const lastTime = baseline.times[baseline.times.length - 1] as number;
  for (const fit of baseline.shapes) {
    let state = baseline.residualScale * fit.weight * residualEndState(fit, baseline.basis.columnCount);
    let before = lastTime;
    for (let i = 0; i < times.length; i += 1) {
      const time = times[i] as number;
      state *= carriedShare(fit.shape, time - before);
      parts[i] = (parts[i] as number) + state;
      before = time;
    }
  }
  return parts;
}

/** Regression coefficients in the orthonormal basis, averaged over the shapes. */
export function meanCoefficients(baseline: MixtureBaseline): number[] {
  const mean = baseline.ordinary.slice();
  for (const { weight, coefficients } of baseline.shapes) {
    const share = weight * baseline.residualScale;
    for (let j = 0; j < mean.length; j += 1) {
      mean[j] = (mean[j] as number) + share * (coefficients[j] as number);
    }
  }
  return mean;
}

/** What the filter holds of y − Xb after the last pre-period. */
function residualEndState(fit: ShapeFit, columnCount: number): number {
  return (fit.endState[columnCount] as number) - innerProduct(fit.endState, fit.coefficients, columnCount);
}

/** Under one shape, for each number of periods: the weight on the state they begin from, and the variance they add. */
interface NoiseTotals {
  onEnd: Float64Array;
  variances: Float64Array;
}

/** The noise of the weighted totals under one shape: `covariance` is that of the present state with the total so far. */
function noiseTotals(
  { shape, endVariance }: ShapeFit,
  { times, weights, lastTime }: { times: Int32Array; weights: Float64Array; lastTime: number },
): NoiseTotals {
  const onEnd = new Float64Array(times.length + 1);
  const variances = new Float64Array(times.length + 1);
  let before = lastTime;
  let carriedFromEnd = 1;
  let weightOnEnd = 0;
  let stateVariance = endVariance;
  let covariance = 0;
  let variance = 0;
  let gapBefore = 0;
  let share = 0;
  let added = 0;
  for (let i = 0; i < times.length; i += 1) {
    const time = times[i] as number;
    const weight = weights[i] as number;
    const gap = time - before;
    if (gap !== gapBefore) {
      share = carriedShare(shape, gap);
      added = addedVariance(shape, gap, share);
      gapBefore = gap;
    }
    carriedFromEnd *= share;
    weightOnEnd += weight * carriedFromEnd;
    stateVariance = share * share * stateVariance + added;
    covariance *= share;
    variance += weight * (weight * (stateVariance + shape.noiseVariance) + 2 * covariance);
    covariance += weight * stateVariance;
    onEnd[i + 1] = weightOnEnd;
    variances[i + 1] = variance;
    before = time;
  }
  return { onEnd, variances };
}

/** The weighted design rows added up: a row for each number of periods, from none to all. */
function designTotals(design: Rows, weights: Float64Array, columnCount: number): Float64Array {
  const totals = new Float64Array((weights.length + 1) * columnCount);
  for (let i = 0; i < weights.length; i += 1) {
    const row = design[i] as ArrayLike<number>;
    for (let j = 0; j < columnCount; j += 1) {
      const before = totals[i * columnCount + j] as number;
      totals[(i + 1) * columnCount + j] = before + (weights[i] as number) * (row[j] as number);
    }
  }
  return totals;
}

function weightsOf({ weights }: WeightedFuture, count: number): Float64Array {
  if (weights === undefined) return new Float64Array(count).fill(1);
  if (weights.length !== count) throw new RangeError(`${weights.length} weights for ${count} future periods`);
  return Float64Array.from(weights);
}

/** H (X'C⁻¹X)⁻¹ H' of the total: the squared length of L⁻¹H. */
function regressionVariance(
  fit: ShapeFit,
  total: readonly number[],
  weightOnEnd: number,
  solved: Float64Array,
): number {
  const { factor, endState } = fit;
  let square = 0;
  for (let i = 0, row = 0; i < total.length; row += ++i) {
    let value = (total[i] as number) - weightOnEnd * (endState[i] as number);
    for (let m = 0; m < i; m += 1) value -= (factor[row + m] as number) * (solved[m] as number);
    value /= factor[row + i] as number;
    solved[i] = value;
    square += value * value;
  }
  return square;
}

function checkedFuture(baseline: MixtureBaseline, future: FuturePeriods): Int32Array {
  const times = checkedTimes(future.times);
  const lastTime = baseline.times[baseline.times.length - 1] as number;
  if (times.length > 0 && (times[0] as number) <= lastTime) {
    throw new RangeError(`period ${times[0]} does not come after the pre-period, which ends at ${lastTime}`);
  }
  for (let i = 0; i < times.length; i += 1) {
    if (future.design[i]?.length !== baseline.basis.columnCount) {
      throw new RangeError(`every future period needs a design row of ${baseline.basis.columnCount} columns`);
    }
  }
  return times;
}

function innerProduct(a: readonly number[], b: readonly number[], count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
