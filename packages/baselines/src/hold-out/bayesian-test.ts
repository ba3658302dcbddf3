import { noValue, type NoValue } from "../no-value.ts";
import type { Direction } from "../ratio-point.ts";
import { effect, type Comparison } from "./effect.ts";
import { gaussianPosterior, type EffectPrior, type GaussianPosterior } from "./gaussian-posterior.ts";

/** GrowthBook's prior of an effect: normal, on the relative or the absolute difference, counted only if proper. */
export type BayesianPrior = {
  readonly mean: number;
  readonly variance: number;
  /** False leaves the prior flat, whatever its mean and variance. */
  readonly proper: boolean;
  /** Which difference mean and variance speak of; relative where left out. */
  readonly type?: "relative" | "absolute";
};

export type BayesianTest = GaussianPosterior & {
  /** The difference as measured, before the prior. */
  readonly estimate: number;
  readonly standardError: number;
};

/**
 * The posterior of the difference of two arms as GrowthBook's statistics engine defines it
 * (EffectBayesianABTest): the estimate and error of `effect`, a flat or normal prior, chance to win,
 * credible interval and the risk of either choice. A prior that speaks of the other kind of difference is
 * carried over by the size of control's unadjusted mean (GrowthBook's engine of August 2026 does so from
 * relative to absolute; its branch the other way is never reached).
 *
 * `direction` −1 is a metric where lower is better: chance to win and risks change sides, estimate and
 * interval stay as they are. Answers `no-value` as `effect` does.
 *
 * Source: the definitions in growthbook/growthbook packages/stats (MIT), gbstats/bayesian/tests.py.
 *
 * @example bayesianTest({ control, treatment, difference: "relative",
 *   prior: { mean: 0, variance: 0.09, proper: true } }) // chanceToWin, interval, riskOfTreatment
 */
export function bayesianTest(
  request: Comparison & {
    readonly prior?: BayesianPrior;
    readonly level?: number;
    readonly direction?: Direction;
  },
): BayesianTest | NoValue {
  const { difference, level = 0.95, direction = 1 } = request;
  const moments = effect(request);
  if (moments.kind === "no-value") return moments;
  const { estimate, standardError } = moments;
  const prior = effectPrior(request.prior, difference, Math.abs(moments.control.unadjustedMean));
  if (prior.kind === "no-value") return prior;
  const posterior = gaussianPosterior({ estimate, standardError, prior, level, direction });
  return posterior.kind === "no-value" ? posterior : { ...posterior, estimate, standardError };
}

function effectPrior(
  prior: BayesianPrior | undefined,
  difference: Comparison["difference"],
  size: number,
): EffectPrior | NoValue {
  if (prior === undefined || !prior.proper) return { kind: "flat" };
  const { mean, variance, type = "relative" } = prior;
  if (type === difference) return { kind: "normal", mean, variance };
  if (size === 0) return noValue("the control arm's mean is zero: a relative prior says nothing of it");
  return difference === "absolute"
    ? { kind: "normal", mean: mean * size, variance: variance * size * size }
    : { kind: "normal", mean: mean / size, variance: variance / (size * size) };
}
