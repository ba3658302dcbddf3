import { expectClose } from "@liftledger/numerics/testing/expect-close";
import { describe, expect, it } from "vitest";
import { composeDesign } from "./baseline-design.ts";
import { differenceInDifferences } from "./difference-in-differences.ts";
import { ratioLift } from "./ratio-lift.ts";
import { answerOf } from "./testing/answer-of.ts";
import {
  expectEffects,
  expectForeseenTotal,
  expectProbabilities,
  expectShapes,
  type ReferenceMixture,
} from "./testing/expect-mixture.ts";

/**
 * Cigarette packs per head, California and the mean of 38 other states, 1970-2000; Proposition 99 from 1989.
 * (pymc-labs/CausalPy california_prop99.csv; expected values by numpy from reference/statistics/prop99_did.json.)
 */
const CALIFORNIA = [
  123, 121, 123.5, 124.4000015, 126.6999969, 127.0999985, 128, 126.4000015, 126.0999985, 121.9000015,
  120.1999969, 118.5999985, 115.4000015, 110.8000031, 104.8000031, 102.8000031, 99.69999695, 97.5,
  90.09999847, 82.40000153, 77.80000305, 68.69999695, 67.5, 63.40000153, 58.59999847, 56.40000153, 54.5,
  53.79999924, 52.29999924, 47.20000076, 41.59999847,
];
const OTHER_STATES = [
  120.08421165605262, 123.86315797631578, 129.17894805394738, 131.53947348105265, 134.66842069394738,
  136.9315789802631, 141.26052614289475, 141.08947252105258, 140.47368421236845, 138.0868423886842,
  138.08947372499998, 137.98684170184214, 136.29473655973683, 131.25000080921055, 124.90263165999998,
  123.11578930789473, 120.59473700605265, 117.58684259078949, 113.82368368921051, 109.66315822342104,
  105.66578976342107, 104.34210486421051, 103.39473684263154, 102.69473637710526, 102.11842115526315,
  103.15789432868421, 101.1842105244737, 101.78947379394735, 100.95789407210526, 97.59473670236841,
  92.13421068552631,
];
const YEARS_BEFORE = 19;

const split = (values: number[]) => ({
  pre: values.slice(0, YEARS_BEFORE),
  post: values.slice(YEARS_BEFORE),
});
const prop99 = { treated: split(CALIFORNIA), control: split(OTHER_STATES) };

const difference = (request: Parameters<typeof differenceInDifferences>[0]) =>
  answerOf(differenceInDifferences(request));

const EXPECTED: Record<"glsmix_flat" | "glsmix_trend", ReferenceMixture> = {
  glsmix_flat: {
    post_total: -500.4973665631578,
    cf_total_mean: -278.60720898626295,
    cf_total_median: -278.6688900712454,
    cf_total_ci: [-392.24046705236367, -164.62455566857145],
    cum_effect_mean: -221.89015757689486,
    cum_effect_ci: [-335.87281089458634, -108.25689951079414],
    avg_effect_mean: -18.49084646474124,
    avg_effect_ci: [-27.989400907882196, -9.021408292566178],
    prob_effect_positive: 0.0003340517907296931,
    p_two_sided: 0.0006681035814593863,
    df: 18,
    weight_iid: 1.1286302722499025e-9,
    weight_ar1: 0.03938034630887293,
    weight_level: 0.960619652562497,
    rho_posterior_mean_given_ar: 0.9314079564767511,
    s_posterior_mean_given_level: 3.436966990453415,
  },
  glsmix_trend: {
    post_total: -500.4973665631578,
    cf_total_mean: -398.72684316518945,
    cf_total_median: -399.1367402766371,
    cf_total_ci: [-495.2102928003179, -300.6097944720706],
    cum_effect_mean: -101.77052339796836,
    cum_effect_ci: [-199.88757209108724, -5.287073762839896],
    avg_effect_mean: -8.480876949830696,
    avg_effect_ci: [-16.65729767425727, -0.44058948023665795],
    prob_effect_positive: 0.020075946510553618,
    p_two_sided: 0.040151893021107235,
    df: 17,
    weight_iid: 0.00018597803493202524,
    weight_ar1: 0.38722812218908154,
    weight_level: 0.6125858997759865,
    rho_posterior_mean_given_ar: 0.7953533760042357,
    s_posterior_mean_given_level: 2.869931517023995,
  },
};

describe("differenceInDifferences", () => {
  it("gives the difference of means that Arkhangelsky et al. print for Proposition 99: −27.3", () => {
    expectClose(difference(prop99).differenceOfMeans, -27.34911108361495, 1e-9);
  });

  describe.each([
    { name: "a flat gap", trend: false, wanted: EXPECTED.glsmix_flat },
    { name: "a gap with a trend", trend: true, wanted: EXPECTED.glsmix_trend },
  ])("on Proposition 99 with $name", ({ trend, wanted }) => {
    const { gap } = difference({ ...prop99, trend });
    const comparison = { lift: gap, wanted, tolerance: 1e-6 };

    it("foresees the total gap: mean, median and interval", () => {
      expectForeseenTotal(comparison);
    });

    it("gives the total and the yearly effect with their intervals", () => {
      expectEffects(comparison);
    });

    it("gives the probability of an effect and the p-value", () => {
      expectProbabilities(comparison);
    });

    it("weighs the shapes of noise", () => {
      expectShapes(comparison);
    });

    it("is what ratioLift finds with the control named as the difference", () => {
      const points = (values: number[], from: number) =>
        values.map((numerator, i) => ({ index: from + i, numerator, denominator: 1 }));
      const lift = answerOf(
        ratioLift({
          pre: points(prop99.treated.pre, 0),
          post: points(prop99.treated.post, YEARS_BEFORE),
          direction: -1,
          design: composeDesign({ difference: "others", trend }),
          controls: { others: points(OTHER_STATES, 0) },
        }),
      );
      expectClose(lift.incrementalUnits, -wanted.cum_effect_mean, 1e-6);
    });
  });

  it("expects of the treated series its control and the gap", () => {
    const { expectedTreated, gap } = difference(prop99);
    const total = expectedTreated.reduce((sum, value) => sum + value, 0);
    const controlTotal = prop99.control.post.reduce((sum, value) => sum + value, 0);
    expectClose(total - controlTotal, gap.expectedTotal, 1e-9);
  });

  it("refuses series of different lengths, before or since the start", () => {
    const { control } = prop99;
    for (const shorter of [
      { ...control, post: control.post.slice(1) },
      { ...control, pre: control.pre.slice(1) },
    ]) {
      expect(() => differenceInDifferences({ ...prop99, control: shorter })).toThrow(
        "both series need a value for every period",
      );
    }
  });

  it("passes on why a gap has no baseline", () => {
    const short = { pre: [1], post: [2] };
    expect(differenceInDifferences({ treated: short, control: short })).toMatchObject({ kind: "refused" });
  });
});
