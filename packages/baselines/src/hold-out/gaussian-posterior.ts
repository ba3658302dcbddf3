import { finiteAnswer } from "../finite-answer.ts";
import { normalCdf, normalDensity, normalUpperTail } from "@liftledger/numerics/distributions/normal";
import { intervalAround, requireLevel, twoSidedCritical } from "../critical-value.ts";
import { noValue, type NoValue } from "../no-value.ts";
import type { Direction } from "../ratio-point.ts";
import type { Interval } from "../student-mixture.ts";

/** What was believed of an effect before the test: a normal distribution, or nothing at all. */
export type EffectPrior =
  | { readonly kind: "flat" }
  | { readonly kind: "normal"; readonly mean: number; readonly variance: number };

const FLAT_PRIOR: EffectPrior = { kind: "flat" };

/** What is believed of an effect after the test: a normal distribution and what follows from it. */
export type GaussianPosterior = {
  readonly kind: "posterior";
  readonly mean: number;
  readonly standardDeviation: number;
  /** The central credible interval. */
  readonly interval: Interval;
  /** Probability that treatment is the better arm, the direction applied. */
  readonly chanceToWin: number;
  /** What is lost on average by staying with control, where treatment may be better. */
  readonly riskOfControl: number;
  /** What is lost on average by choosing treatment, where it may be worse. */
  readonly riskOfTreatment: number;
};

/**
 * The posterior of an effect estimated with a normal error, under a flat or a normal prior: precisions add,
 * means are weighted by them. Risk is the expected loss of a choice, E[max(effect, 0)] for control and
 * E[max(−effect, 0)] for treatment, the two exchanged where lower is better.
 *
 * Answers `no-value` without a standard error; throws RangeError for a prior without a positive variance or
 * values that are not finite.
 *
 * @example gaussianPosterior({ estimate: 0.05, standardError: 0.0357 }).chanceToWin // 0.919
 */
export function gaussianPosterior(request: {
  readonly estimate: number;
  readonly standardError: number;
  readonly prior?: EffectPrior;
  readonly level?: number;
  readonly direction?: Direction;
}): GaussianPosterior | NoValue {
  const { estimate, standardError, prior = FLAT_PRIOR, level = 0.95, direction = 1 } = request;
  requireLevel(level);
  if (!(Number.isFinite(estimate) && standardError >= 0 && standardError < Infinity)) {
    throw new RangeError(`an estimate needs finite numbers, got ${estimate} ± ${standardError}`);
  }
  if (standardError === 0) return noValue("an estimate without any noise needs no posterior");
  const { mean, standardDeviation } = combine(estimate, standardError, prior);
  const gain = expectedExcess(mean, standardDeviation);
  const loss = expectedExcess(-mean, standardDeviation);
  const up = direction === 1;
  return finiteAnswer({
    kind: "posterior",
    mean,
    standardDeviation,
    interval: intervalAround(mean, twoSidedCritical(level) * standardDeviation, level),
    chanceToWin: normalUpperTail((-direction * mean) / standardDeviation),
    riskOfControl: up ? gain : loss,
    riskOfTreatment: up ? loss : gain,
  });
}

function combine(estimate: number, standardError: number, prior: EffectPrior) {
  if (prior.kind === "flat") return { mean: estimate, standardDeviation: standardError };
  if (!(Number.isFinite(prior.mean) && prior.variance > 0 && prior.variance < Infinity)) {
    throw new RangeError(`a normal prior has a finite mean and a positive variance, got ${prior.variance}`);
  }
  // By the hypotenuse of both deviations, so that extreme precisions neither overflow nor vanish.
  const priorDeviation = Math.sqrt(prior.variance);
  const both = Math.hypot(standardError, priorDeviation);
  const weightOfPrior = (standardError / both) ** 2;
  const weightOfData = (priorDeviation / both) ** 2;
  return {
    mean: estimate * weightOfData + prior.mean * weightOfPrior,
    standardDeviation: standardError * (priorDeviation / both),
  };
}

/** E[max(X, 0)] of a normal X: mean · Φ(z) + deviation · φ(z), z = mean / deviation. */
function expectedExcess(mean: number, deviation: number): number {
  const z = mean / deviation;
  return Math.max(mean * normalCdf(z) + deviation * normalDensity(z), 0);
}
