import { solveUpper, type Rows } from "@liftledger/numerics/householder-qr";
import type { ErrorShape } from "./error-shapes.ts";
import { forecastTotal, meanCoefficients } from "./mixture-forecast.ts";
import { prepareRegression, type PreparedRegression, type RefusedBaseline } from "./prepared-regression.ts";
import { createShapeFitter, type ShapeFit, type UnweightedFit } from "./shape-fit.ts";
import type { StudentComponent } from "./student-mixture.ts";

/** Restricted likelihood, which allows for the columns that were fitted, or the full one, which does not. */
export type LikelihoodMethod = "reml" | "ml";

export type LocalLevelSeries = {
  readonly y: ArrayLike<number>;
  /** One row a period; a constant alone where left out. The constant is the level of the first period. */
  readonly design?: Rows;
  readonly method?: LikelihoodMethod;
};

/** A wandering level under fresh noise, fitted. */
export type LocalLevel = {
  readonly kind: "local-level";
  readonly method: LikelihoodMethod;
  /** q = level variance / noise variance. */
  readonly signalToNoise: number;
  /** σ²_ε, the variance of the fresh noise of a period. */
  readonly noiseVariance: number;
  /** σ²_η, the variance the level gains each period. */
  readonly levelVariance: number;
  readonly logLikelihood: number;
  /** Whether the likelihood is largest at the end of the search: q = 0, or all but no fresh noise. */
  readonly atBoundary: boolean;
  /** One per column of the design. */
  readonly coefficients: readonly number[];
  readonly degreesOfFreedom: number;
  /** Mean and standard error of Σ weight · y over the periods that follow, the fit's own error included. */
  readonly forecast: (design: Rows, weights?: ArrayLike<number>) => { mean: number; standardError: number };
};

/** log q is searched between these; beyond, one of the two variances is nothing beside the other. */
const LOWEST_LOG_RATIO = Math.log(1e-7);
const HIGHEST_LOG_RATIO = Math.log(1e6);
const GRID_STEPS = 60;
/** Likelihoods no further apart say the same. */
const SAME_LIKELIHOOD = 1e-6;
/** Likelihoods no further apart differ by rounding alone. */
const ROUNDING = 1e-10;

/**
 * Local level with regression by maximum likelihood: y = Xb + level + ε, where the level takes a step of
 * variance q·σ² each period and ε has variance σ². Coefficients and the first level are diffuse, σ² is
 * profiled out, and q is found by a search in one dimension.
 *
 *     REML: −(n−k)/2 · (log 2πσ² + 1) − ½ log|C| − ½ log|X'C⁻¹X|,  σ² = RSS/(n−k)
 *     ML:   −n/2 · (log 2πσ² + 1) − ½ log|C|,                      σ² = RSS/n
 *
 * It answers a refusal for a design the periods cannot carry and for a series that follows its design to
 * the last digit; throws RangeError for values that are not finite or cannot be squared. It chooses one
 * shape of noise where the mixture baseline averages over all; it is here to compare with.
 * Source: Durbin & Koopman (2012), section 2.10; Harville (1977) for REML.
 *
 * @example localLevel({ y: nile }) // noise variance 15,099, level variance 1,469
 */
export function localLevel(series: LocalLevelSeries): LocalLevel | RefusedBaseline {
  const { y, method = "reml" } = series;
  const design = series.design ?? Array.from(y, () => [1]);
  const prepared = prepareRegression({ times: Array.from(y, (_, i) => i), y, design });
  if ("kind" in prepared) return prepared;
  if (prepared.residualScale === 0) {
    return { kind: "refused", reason: "the series follows its design to the last digit: there is no noise" };
  }
  const likelihoodOf = profileLikelihood(prepared, method);
  const { signalToNoise, logLikelihood, fit } = mostLikely(likelihoodOf, method);
  const unit = prepared.residualScale;
  const noiseVariance = fit.variance * unit * unit;
  if (!(noiseVariance > 0 && noiseVariance < Infinity)) {
    throw new RangeError("the values are too large or too small to be squared");
  }
  const baseline = { ...prepared, shapes: [fit] };
  const { columnCount, r } = prepared.basis;
  const firstAfter = prepared.times.length;
  return {
    kind: "local-level",
    method,
    signalToNoise,
    noiseVariance,
    levelVariance: signalToNoise * noiseVariance,
    logLikelihood,
    atBoundary: signalToNoise === 0 || signalToNoise === Math.exp(HIGHEST_LOG_RATIO),
    coefficients: Array.from(solveUpper(r, columnCount, meanCoefficients(baseline))),
    degreesOfFreedom: prepared.degreesOfFreedom,
    forecast(rows, weights) {
      const times = rows.map((_, i) => firstAfter + i);
      const total = forecastTotal(baseline, { times, design: rows, ...(weights && { weights }) });
      const { location, scale } = total.components[0] as StudentComponent;
      return { mean: location, standardError: scale };
    },
  };
}

type Profile = { signalToNoise: number; logLikelihood: number; fit: ShapeFit };

/** The likelihood at a given q, with σ² and the coefficients at their best. */
function profileLikelihood(
  prepared: PreparedRegression,
  method: LikelihoodMethod,
): (signalToNoise: number) => Profile {
  const { times, columns, basis, residualScale, degreesOfFreedom } = prepared;
  const fitShape = createShapeFitter(times, columns, basis.columnCount + 1);
  const count = method === "reml" ? degreesOfFreedom : times.length;
  let logBasis = 0;
  for (let j = 0; j < basis.columnCount; j += 1) {
    logBasis += Math.log(Math.abs(basis.r[j * basis.columnCount + j] as number));
  }
  return (signalToNoise) => {
    const shape = levelShape(signalToNoise);
    const { fit, logDeterminant, logDiagonal, residualSquares }: UnweightedFit = fitShape(shape);
    const variance = residualSquares / count;
    const logVariance = Math.log(variance) + 2 * Math.log(residualScale);
    const restriction = method === "reml" ? logDiagonal + logBasis : 0;
    const logLikelihood =
      -0.5 * count * (Math.log(2 * Math.PI) + logVariance + 1) - 0.5 * logDeterminant - restriction;
    return { signalToNoise, logLikelihood, fit: { ...fit, weight: 1, variance } };
  };
}

function levelShape(signalToNoise: number): ErrorShape {
  const parameter = Math.sqrt(signalToNoise);
  return { family: "level", parameter, prior: 1, noiseVariance: 1, startVariance: 0 };
}

/**
 * The q of the largest likelihood: 0, the tops of a grid refined by the golden section, or the upper end of
 * the search. That end counts in the full likelihood only where there is no other top: as q grows, the
 * first value is fitted ever more exactly and the likelihood rises without limit, which means nothing.
 */
function mostLikely(likelihoodOf: (signalToNoise: number) => Profile, method: LikelihoodMethod): Profile {
  const step = (HIGHEST_LOG_RATIO - LOWEST_LOG_RATIO) / GRID_STEPS;
  const gridPoint = (i: number): number => LOWEST_LOG_RATIO + i * step;
  const heightAt = (logRatio: number): number => likelihoodOf(Math.exp(logRatio)).logLikelihood;
  const heights = Array.from({ length: GRID_STEPS + 1 }, (_, i) => heightAt(gridPoint(i)));
  const height = (i: number): number => heights[i] as number;
  const tops: Profile[] = [];
  const withoutSteps = likelihoodOf(0);
  // Where the likelihood leaves q = 0 without a slope, its first steps are rounding and say nothing.
  const away = heights.find((one) => Math.abs(one - withoutSteps.logLikelihood) > ROUNDING);
  if (away === undefined || away < withoutSteps.logLikelihood) tops.push(withoutSteps);
  for (let i = 1; i < GRID_STEPS; i += 1) {
    if (!(height(i) > height(i - 1) && height(i) >= height(i + 1))) continue;
    tops.push(likelihoodOf(Math.exp(goldenSection(heightAt, gridPoint(i - 1), gridPoint(i + 1)))));
  }
  const end = likelihoodOf(Math.exp(HIGHEST_LOG_RATIO));
  const highest = tops.reduce((most, { logLikelihood }) => Math.max(most, logLikelihood), -Infinity);
  if (method === "reml" && end.logLikelihood > highest - SAME_LIKELIHOOD) return end;
  return tops.find(({ logLikelihood }) => logLikelihood > highest - ROUNDING) ?? end;
}

function goldenSection(heightAt: (x: number) => number, from: number, to: number): number {
  const section = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let left = high - section * (high - low);
  let right = low + section * (high - low);
  let [leftHeight, rightHeight] = [heightAt(left), heightAt(right)];
  while (high - low > 1e-8) {
    if (leftHeight >= rightHeight) {
      [high, right, rightHeight] = [right, left, leftHeight];
      left = high - section * (high - low);
      leftHeight = heightAt(left);
    } else {
      [low, left, leftHeight] = [left, right, rightHeight];
      right = low + section * (high - low);
      rightHeight = heightAt(right);
    }
  }
  return (low + high) / 2;
}
