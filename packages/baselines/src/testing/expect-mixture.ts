import { expectAllClose, expectClose } from "@liftledger/numerics/testing/expect-close";
import { expect } from "vitest";
import type { MixtureCounterfactual } from "../mixture-counterfactual.ts";

/** What the reference vectors hold of a mixture counterfactual, under the names they give it. */
export type ReferenceMixture = {
  post_total: number;
  cf_total_mean: number;
  cf_total_median: number;
  cf_total_ci: readonly [number, number];
  cum_effect_mean: number;
  cum_effect_ci: readonly [number, number];
  avg_effect_mean: number;
  avg_effect_ci: readonly [number, number];
  prob_effect_positive: number;
  p_two_sided: number;
  df: number;
  weight_iid: number;
  weight_ar1: number;
  weight_level: number;
  rho_posterior_mean_given_ar: number;
  s_posterior_mean_given_level: number;
};

export type MixtureComparison = { lift: MixtureCounterfactual; wanted: ReferenceMixture; tolerance: number };

export function expectForeseenTotal({ lift, wanted, tolerance }: MixtureComparison): void {
  const { low, high } = lift.expectedTotalInterval(0.95);
  expectClose(lift.actualTotal, wanted.post_total, 1e-9);
  expectClose(lift.expectedTotal, wanted.cf_total_mean, tolerance);
  expectClose(lift.expectedTotalMedian, wanted.cf_total_median, tolerance);
  expectAllClose([low, high], wanted.cf_total_ci, tolerance);
}

export function expectEffects({ lift, wanted, tolerance }: MixtureComparison): void {
  const total = lift.effectTotalInterval(0.95);
  const mean = lift.effectMeanInterval(0.95);
  expectClose(lift.effectTotal, wanted.cum_effect_mean, tolerance);
  expectClose(lift.effectMean, wanted.avg_effect_mean, tolerance);
  expectAllClose([total.low, total.high], wanted.cum_effect_ci, tolerance);
  expectAllClose([mean.low, mean.high], wanted.avg_effect_ci, tolerance);
}

export function expectProbabilities({ lift, wanted, tolerance }: MixtureComparison): void {
  expectClose(lift.probabilityPositive, wanted.prob_effect_positive, tolerance);
  expectClose(lift.pValue, wanted.p_two_sided, tolerance);
  expect(lift.degreesOfFreedom).toBe(wanted.df);
}

export function expectShapes({ lift, wanted, tolerance }: MixtureComparison): void {
  const { iid, ar1, level, meanRho, meanS } = lift.shapes;
  expectAllClose(
    [iid, ar1, level, meanRho, meanS],
    [
      wanted.weight_iid,
      wanted.weight_ar1,
      wanted.weight_level,
      wanted.rho_posterior_mean_given_ar,
      wanted.s_posterior_mean_given_level,
    ],
    tolerance,
  );
}
