import { describe, expect, it } from "vitest";
import { linearisedRatio } from "./linearised-ratio.ts";
import { mixtureCounterfactual } from "./mixture-counterfactual.ts";
import { answerOf } from "./testing/answer-of.ts";
import { BIKE_AFTER, BIKE_BEFORE } from "./testing/bike-rides.ts";
import {
  expectEffects,
  expectForeseenTotal,
  expectProbabilities,
  expectShapes,
  type MixtureComparison,
  type ReferenceMixture,
} from "./testing/expect-mixture.ts";
import { areVectorsThere, readRegression } from "./testing/reference-vectors.ts";

/** reference/statistics/bike_weekly_ratio_flat.json, by numpy. */
const BIKE_EXPECTED: ReferenceMixture = {
  post_total: -1.3994049467396497,
  cf_total_mean: -0.336788654613191,
  cf_total_median: -0.25681136862846404,
  cf_total_ci: [-1.5770894072124233, 0.5069146755837391],
  cum_effect_mean: -1.0626162921264586,
  cum_effect_ci: [-1.9063196223233887, 0.17768446047277364],
  avg_effect_mean: -0.08855135767720489,
  avg_effect_ci: [-0.15885996852694906, 0.014807038372731137],
  prob_effect_positive: 0.039904025236361655,
  p_two_sided: 0.07980805047272331,
  df: 25,
  weight_iid: 0.0011403554409178604,
  weight_ar1: 0.6537800300679845,
  weight_level: 0.3450796144910977,
  rho_posterior_mean_given_ar: 0.6510947967525583,
  s_posterior_mean_given_level: 1.5458534496608576,
};

/** The linearised ratio, each side over the mean denominator of its own periods, as the vector has it. */
function bike(): MixtureComparison {
  const lift = answerOf(mixtureCounterfactual(linearisedRatio({ before: BIKE_BEFORE, after: BIKE_AFTER })));
  return { lift, wanted: BIKE_EXPECTED, tolerance: 1e-6 };
}

type Vector = { expected: { glsmix: ReferenceMixture }; tolerance: { glsmix_rel: number } };

function regression(name: string): MixtureComparison {
  const { request, expected, tolerance } = readRegression<Vector>(name);
  const lift = answerOf(mixtureCounterfactual(request));
  return { lift, wanted: expected.glsmix, tolerance: tolerance.glsmix_rel };
}

const needs = "needs the reference vectors beside the repository";
const vectors: { name: string; read: () => MixtureComparison; missing: boolean }[] = [
  { name: "bike_weekly_ratio_flat", read: bike, missing: false },
  ...["arma_local_level_regression", "comparison_local_level_regression"].map((id) => ({
    name: `${id} (${needs})`,
    read: () => regression(id),
    missing: !areVectorsThere,
  })),
];

describe("mixtureCounterfactual", () => {
  for (const { name, read, missing } of vectors) {
    describe.skipIf(missing)(`on ${name}`, () => {
      it("foresees the total: mean, median and interval", () => {
        expectForeseenTotal(read());
      });

      it("gives the total and the mean effect with their intervals", () => {
        expectEffects(read());
      });

      it("gives the probability of an effect and the p-value", () => {
        expectProbabilities(read());
      });

      it("weighs the shapes of noise", () => {
        expectShapes(read());
      });
    });
  }

  it("is far narrower than the sum of its periods' intervals would have it be", () => {
    const { lift } = bike();
    const summed = lift.periods(0.95).reduce((sum, { effectInterval: { low, high } }) => sum + high - low, 0);
    const { low, high } = lift.effectTotalInterval(0.95);
    expect(high - low).toBeLessThan(0.9 * summed);
  });
});
