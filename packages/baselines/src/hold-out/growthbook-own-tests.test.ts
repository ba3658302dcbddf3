import { describe, expect, it } from "vitest";
import { answerOf } from "../testing/answer-of.ts";
import type { AdjustedRatioStatistic, ArmStatistic } from "./arm-statistic.ts";
import { bayesianTest } from "./bayesian-test.ts";
import { sequentialTTest } from "./sequential-t-test.ts";
import { tTest, type Alternative } from "./t-test.ts";
import { meanArm, shareArm } from "./testing/arm-sums.ts";
import { adjustedArm, ARMS } from "./testing/growthbook-engine.ts";
import {
  bound,
  expectFiveDecimals,
  expectNear,
  posteriorFigures,
  testFigures,
} from "./testing/growthbook-figures.ts";

/** The vectors of gbstats_vectors.json, and more of GrowthBook's own tests of the same file, to five decimals. */
describe("the tests of GrowthBook's frequentist engine (packages/stats/tests @8f1db44)", () => {
  const a = meanArm(3407, 1396.87, 52377.9767);
  const b = meanArm(3461, 2422.7, 134698.29);
  const [aSequential] = ARMS.mean as [ArmStatistic, ArmStatistic];

  it.each<[string, ArmStatistic, ArmStatistic, "relative" | "absolute", number[]]>([
    ["ttest_rel", a, b, "relative", [0.70732, -0.03526, 1.44989, 0.37879, 0.06191]],
    ["ttest_abs", a, b, "absolute", [0.29, 0.04538, 0.53462, 0.12478, 0.02016]],
    [
      "binomial",
      shareArm(28, 14),
      shareArm(30, 16),
      "relative",
      [0.06667, -0.47767, 0.61101, 0.2717, 0.80707],
    ],
  ])("%s", (_, control, treatment, difference, expected) => {
    const { estimate, interval, standardError, pValue } = answerOf(tTest({ control, treatment, difference }));
    expectFiveDecimals([estimate, interval.low, interval.high, standardError, pValue], expected);
  });

  it.each<[string, ArmStatistic, ArmStatistic, number, number[]]>([
    ["sequential_mean", aSequential, b, 1000, [0.50336, -0.55844, 1.56516, 0.33341, 1]],
    ["proportion", shareArm(3000, 1396), shareArm(3461, 2422), 5000, [0.50386, 0.40098, 0.60675, 0.03386, 0]],
    [
      "adjusted",
      adjustedArm(meanArm(3000, 1396.87, 52377.9767), meanArm(3000, 16.87, 527.9767), 1),
      adjustedArm(meanArm(3461, 2422.7, 134698.29), meanArm(3461, 22.7, 1348.29), 1),
      5000,
      [0.50338, -0.50969, 1.51646, 0.33341, 1],
    ],
  ])("sequential: %s", (_, control, treatment, tuning, expected) => {
    const test = answerOf(sequentialTTest({ control, treatment, difference: "relative", tuning }));
    const { estimate, interval, standardError, pValue } = test;
    expectFiveDecimals([estimate, interval.low, interval.high, standardError, pValue], expected);
  });

  it.each<[Alternative, "relative" | "absolute", number, number]>([
    ["greater", "relative", -0.42356454602790883, 0.4999],
    ["greater", "absolute", -0.12656844172804982, 0.46316],
    ["lesser", "relative", 1.4302867177403806, 0.4999],
    ["lesser", "absolute", 0.5953217750613832, 0.4999],
  ])("sequential one-sided: %s, %s", (alternative, difference, expectedBound, expectedP) => {
    const { interval, pValue } = answerOf(
      sequentialTTest({ control: aSequential, treatment: b, difference, alternative }),
    );
    expectNear([bound(interval)], [expectedBound]);
    expect(Math.abs(pValue - expectedP)).toBeLessThan(2e-4);
  });

  it("answers no value where the sums contradict each other", () => {
    const control = meanArm(2, 1396.87, 52377.9767);
    expect(tTest({ control, treatment: b, difference: "relative" })).toEqual({
      kind: "no-value",
      reason: "control: the sums of squares and products contradict each other",
    });
  });
});

describe("CUPED of a ratio", () => {
  type Pair = readonly [sum: number, sumOfSquares: number];
  const ratioOf = (numerator: Pair, denominator: Pair, sumOfProducts: number) => ({
    numerator: meanArm(100, ...numerator),
    denominator: meanArm(100, ...denominator),
    sumOfProducts,
  });
  const control: AdjustedRatioStatistic = {
    kind: "adjusted-ratio",
    count: 100,
    post: ratioOf(
      [485.112236689623, 2715.484666118136],
      [679.9093275844917, 4939.424001640236],
      3602.146836776702,
    ),
    pre: ratioOf(
      [192.59138069991536, 460.076026390857],
      [290.1398399750233, 920.9461385038898],
      634.239482353647,
    ),
    sumsOfProducts: {
      numeratorPostNumeratorPre: 1113.6215759318352,
      denominatorPostDenominatorPre: 2130.9404074446747,
      numeratorPostDenominatorPre: 1559.2878434944676,
      denominatorPostNumeratorPre: 1460.3181079276983,
    },
  };
  const treatment: AdjustedRatioStatistic = {
    kind: "adjusted-ratio",
    count: 100,
    post: ratioOf(
      [514.7757826608777, 2994.897482705013],
      [705.4090874383759, 5291.36604146392],
      3918.1561431600717,
    ),
    pre: ratioOf(
      [206.94157227402536, 514.2903702246757],
      [302.54389139107326, 994.4506208125663],
      698.4173425817908,
    ),
    sumsOfProducts: {
      numeratorPostNumeratorPre: 1237.0953021125997,
      denominatorPostDenominatorPre: 2292.081739775257,
      numeratorPostDenominatorPre: 1701.0287270040265,
      denominatorPostNumeratorPre: 1604.0759503266522,
    },
  };

  // gbstats 0.8.0 with scipy 1.10.1 on the inputs of test_two_sided_ttest_test_runs_ratio_ra.
  it.each([
    [
      "relative",
      [
        -0.0007014833343349333, 0.003907384079294573, -0.008407786143621745, 0.007004819474951879,
        0.8577104052724964, 194.41780731451198,
      ],
    ],
    [
      "absolute",
      [
        -0.0005005051931390447, 0.0027882397747049296, -0.005999585798660943, 0.0049985754123828535,
        0.8577275125565897, 194.41780731451198,
      ],
    ],
  ] as const)("has GrowthBook's %s difference", (difference, expected) => {
    // Sums of squares that all but cancel leave ten digits.
    expectNear(testFigures(answerOf(tTest({ control, treatment, difference }))), expected, 1e-7);
  });
});

describe("the tests of GrowthBook's Bayesian engine (packages/stats/tests @8f1db44), with all digits", () => {
  const gaussian = [meanArm(10, 100, 1002.25), meanArm(10, 105, 1111.5)] as const;
  const wide = [meanArm(100, 1000, 200000), meanArm(100, 1100, 200005)] as const;
  const one = { mean: 1, variance: 1, proper: true } as const;

  it.each<
    [
      string,
      readonly [ArmStatistic, ArmStatistic],
      Omit<Parameters<typeof bayesianTest>[0], "control" | "treatment">,
      number[],
    ]
  >([
    [
      "binomial, flat",
      [shareArm(100, 49), shareArm(100, 51)],
      { difference: "relative" },
      [
        0.04081632653061228, 0.14725254573469446, -0.24779335974122607, 0.3294260128024506,
        0.6091813095808981, 0.0813958491551631, 0.04057952262455082,
      ],
    ],
    [
      "gaussian, flat",
      gaussian,
      { difference: "relative" },
      [
        0.05, 0.03571589282098377, -0.020001863604820883, 0.12000186360482087, 0.9192339081566245,
        0.05130981716392653, 0.001309817163926532,
      ],
    ],
    [
      "gaussian, informative",
      gaussian,
      { difference: "relative", prior: { mean: 0.1, variance: 0.1, proper: true } },
      [
        0.05062977888312217, 0.03549024888958016, -0.018929830742817608, 0.12018938850906194,
        0.9231499085772956, 0.05185680642943358, 0.001227027546311408,
      ],
    ],
    [
      "relative prior on the absolute difference",
      wide,
      { difference: "absolute", prior: one },
      [
        3.4863897712194922, 5.256096746973928, -6.815370552107547, 13.788150094546529, 0.7464320486332121,
        4.285161493940706, 0.7987717227212136,
      ],
    ],
    [
      "absolute prior on the absolute difference",
      wide,
      { difference: "absolute", prior: { ...one, type: "absolute" } },
      [
        1.0, 0.9871533346653766, -0.9347849831627535, 2.934784983162753, 0.8444732272207176,
        1.0802270928135844, 0.08022709281358424,
      ],
    ],
    [
      "relative prior on the relative difference",
      wide,
      { difference: "relative", prior: { ...one, type: "relative" } },
      [
        0.3670998469248227, 0.5447729873022776, -0.7006355879379378, 1.4348352817875831, 0.7497993251004178,
        0.4484410124979541, 0.08134116557313135,
      ],
    ],
  ])("%s", (_, [control, treatment], options, expected) => {
    const posterior = answerOf(bayesianTest({ ...options, control, treatment }));
    expectNear(posteriorFigures(posterior), expected);
  });

  it("answers no value without data", () => {
    const nothing = {
      control: shareArm(0, 0),
      treatment: shareArm(0, 0),
      difference: "relative",
    } as const;
    expect(bayesianTest(nothing)).toEqual({ kind: "no-value", reason: "control: the arm is empty" });
  });
});
