import { describe, expect, it } from "vitest";
import { armMoments } from "./arm-moments.ts";
import { meanStatistic, type AdjustedRatioStatistic, type ArmStatistic } from "./arm-statistic.ts";
import { bayesianTest } from "./bayesian-test.ts";
import { confidenceSequence } from "./confidence-sequence.ts";
import { cuped, cupedStatistic } from "./cuped.ts";
import { effect } from "./effect.ts";
import { evaluateHoldOut } from "./evaluate-hold-out.ts";
import { gaussianPosterior } from "./gaussian-posterior.ts";
import { describeHoldOut } from "./hold-out-sentence.ts";
import { newcombeInterval } from "./newcombe-interval.ts";
import { ratioMetric } from "./ratio-metric.ts";
import { sampleRatioMismatch } from "./sample-ratio-mismatch.ts";
import { sequentialTTest } from "./sequential-t-test.ts";
import { tTest } from "./t-test.ts";
import { twoProportions } from "./two-proportions.ts";
import { welch, welchFromSums } from "./welch.ts";
import { answerOf } from "../testing/answer-of.ts";
import { describeRefusals, type Refusal } from "../testing/describe-refusals.ts";

const arm = meanStatistic([1, 2, 4]);
const empty = meanStatistic([]);
const noSums = { count: 0, sum: 0, sumOfSquares: 0, preSum: 0, preSumOfSquares: 0, products: 0 };
const noRatio = {
  count: 0,
  numerator: 0,
  numeratorSquares: 0,
  denominator: 0,
  denominatorSquares: 0,
  products: 0,
};
const nobody = { successesControl: 0, countControl: 0, successesTreatment: 0, countTreatment: 0 };
const units = { unitOfRandomisation: "customer", unitOfAnalysis: "customer" };
const absolute = { control: arm, treatment: arm, difference: "absolute" } as const;

/** Every call is one that has no value for its data: the level is refused all the same. */
const LEVELS: [name: string, call: (level: number) => unknown][] = [
  ["cuped", (level) => cuped({ control: noSums, treatment: noSums, level })],
  ["tTest", (level) => tTest({ ...absolute, control: empty, level })],
  ["ratioMetric", (level) => ratioMetric({ control: noRatio, treatment: noRatio, level })],
  ["welch", (level) => welch({ control: [], treatment: [], level })],
  ["welchFromSums", (level) => welchFromSums({ control: empty, treatment: empty, level })],
  ["evaluateHoldOut", (level) => evaluateHoldOut({ control: empty, treatment: empty, ...units, level })],
  ["confidenceSequence", (level) => confidenceSequence({ difference: 1, standardError: 0, count: 9, level })],
  ["gaussianPosterior", (level) => gaussianPosterior({ estimate: 1, standardError: 0, level })],
];

describe("a level", () => {
  it.each(LEVELS)("is refused by %s outside 0 to 1, whatever the data", (_, call) => {
    for (const level of [0, 1, -0.5, 95, Number.NaN]) {
      expect(() => call(level)).toThrow("a level lies between 0 and 1");
    }
    expect(call(0.9)).toMatchObject({ kind: "no-value" });
  });
});

const sequence = (change: object) =>
  confidenceSequence({ difference: 1, standardError: 1, count: 100, ...change });
const posterior = (change: object) => gaussianPosterior({ estimate: 1, standardError: 1, ...change });
const prior = (mean: number, variance: number) => ({ prior: { kind: "normal", mean, variance } });
const counted = (statistic: object) =>
  effect({ ...absolute, treatment: { ...arm, ...statistic } as ArmStatistic });
const share = (sum: number) => ({ kind: "proportion", count: 10, sum }) as const;

const REFUSALS: Refusal[] = [
  ...[Number.NaN, Infinity].map((difference): Refusal => [
    () => sequence({ difference }),
    `a difference is finite, got ${difference}`,
  ]),
  ...[-1, Infinity, Number.NaN].map((standardError): Refusal => [
    () => sequence({ standardError }),
    `a standard error is finite and not negative, got ${standardError}`,
  ]),
  ...[0.5, Infinity, Number.NaN].flatMap((number): Refusal[] => [
    [() => sequence({ count: number }), `a sequence needs at least one unit, got ${number}`],
    [() => sequence({ tuning: number }), `a tuning is a number of units, got ${number}`],
  ]),
  [() => posterior({ estimate: Number.NaN }), "an estimate needs finite numbers, got NaN ± 1"],
  [() => posterior({ standardError: -1 }), "an estimate needs finite numbers, got 1 ± -1"],
  [() => posterior({ standardError: Infinity }), "an estimate needs finite numbers, got 1 ± Infinity"],
  [() => posterior(prior(Infinity, 1)), "a normal prior has a finite mean and a positive variance"],
  [() => posterior(prior(0, 0)), "a normal prior has a finite mean and a positive variance"],
  [() => posterior(prior(0, -1)), "a normal prior has a finite mean and a positive variance"],
  [() => posterior(prior(0, Infinity)), "a normal prior has a finite mean and a positive variance"],
  [() => tTest({ ...absolute, testValue: Infinity }), "a test value is finite, got Infinity"],
  [() => counted({ count: -1 }), "an arm has a whole number of units, got -1"],
  [() => counted({ count: 2.5 }), "an arm has a whole number of units, got 2.5"],
  [() => counted({ sum: Number.NaN }), "sums of an arm are finite, got NaN"],
  [() => counted({ sumOfSquares: Infinity }), "a sum of squares is finite and not negative, got Infinity"],
  [() => counted({ sumOfSquares: -1 }), "a sum of squares is finite and not negative, got -1"],
  [() => effect({ ...absolute, control: share(3), treatment: share(-1) }), "-1 of 10 units is no proportion"],
  [() => effect({ ...absolute, control: share(3), treatment: share(11) }), "11 of 10 units is no proportion"],
  [
    () => newcombeInterval({ ...nobody, countControl: 5, countTreatment: 5, successesTreatment: 6 }),
    "6 of 5 is no proportion",
  ],
  [
    () => newcombeInterval({ ...nobody, countControl: 5, countTreatment: 5, successesControl: -1 }),
    "-1 of 5 is no proportion",
  ],
  [() => welch({ control: [1, Infinity], treatment: [1] }), "values must be finite"],
  [() => sampleRatioMismatch({ counts: [5] }), "1 arms with 1 shares"],
  [() => sampleRatioMismatch({ counts: [5, 5], shares: [1] }), "2 arms with 1 shares"],
  [() => sampleRatioMismatch({ counts: [5, 5], shares: [1, Infinity] }), "a share of the split is positive"],
  [() => sampleRatioMismatch({ counts: [5, 5], shares: [1, 0] }), "a share of the split is positive"],
  [() => sampleRatioMismatch({ counts: [5, 5], threshold: 1 }), "a threshold lies between 0 and 1, got 1"],
  [() => sampleRatioMismatch({ counts: [5, 5], threshold: 0 }), "a threshold lies between 0 and 1, got 0"],
];

describeRefusals(REFUSALS);

describe("data without an answer", () => {
  it("says which arm is at fault", () => {
    expect(ratioMetric({ control: noRatio, treatment: noRatio })).toMatchObject({
      reason: "control: the arm is empty",
    });
    const units3 = {
      count: 3,
      numerator: 6,
      numeratorSquares: 14,
      denominator: 6,
      denominatorSquares: 14,
      products: 13,
    };
    expect(ratioMetric({ control: units3, treatment: noRatio })).toMatchObject({
      reason: "treatment: the arm is empty",
    });
    const single = {
      count: 1,
      numerator: 2,
      numeratorSquares: 4,
      denominator: 1,
      denominatorSquares: 1,
      products: 2,
    };
    const alone = { reason: "an arm with a single unit has no scatter" };
    expect(ratioMetric({ control: single, treatment: units3 })).toMatchObject(alone);
    expect(ratioMetric({ control: units3, treatment: single })).toMatchObject(alone);
    expect(welchFromSums({ control: arm, treatment: { count: 3, sum: 9, sumOfSquares: 20 } })).toMatchObject({
      reason: "a sum of squares is smaller than its sum allows",
    });
    expect(welch({ control: [1, 2], treatment: [3] })).toMatchObject({ kind: "point-only", difference: 1.5 });
  });

  it("gives two units a value", () => {
    const pair = {
      count: 2,
      numerator: 3,
      numeratorSquares: 5,
      denominator: 2,
      denominatorSquares: 2,
      products: 3,
    };
    expect(ratioMetric({ control: pair, treatment: pair })).toMatchObject({
      kind: "comparison",
      difference: 0,
    });
  });

  it("is passed on by the tests that build on an effect", () => {
    const nothing = { kind: "no-value", reason: "control: the arm is empty" };
    expect(sequentialTTest({ ...absolute, control: empty })).toEqual(nothing);
    expect(bayesianTest({ ...absolute, control: empty })).toEqual(nothing);
    const watched = { control: empty, treatment: arm, ...units, looks: { tuning: 100 } };
    expect(evaluateHoldOut(watched)).toEqual(nothing);
    expect(
      twoProportions({ ...nobody, countControl: 5, countTreatment: 5, successesTreatment: 2 }),
    ).toMatchObject({
      relative: { reason: "nobody in the control arm did it, and no change is a share of nothing" },
    });
  });
});

describe("an arm with a past", () => {
  const nan = Number.NaN;
  const pair = { count: 3, sum: 7, sumOfSquares: 21, preSum: 6, preSumOfSquares: 14, products: 17 };

  it.each([{ sum: nan }, { preSum: nan }, { sumOfSquares: nan }, { preSumOfSquares: -1 }, { products: nan }])(
    "is refused with %j",
    (change) => {
      const control = cupedStatistic({ ...pair, ...change });
      expect(() => armMoments(control, 1)).toThrow(/sums of an arm|sum of squares|sums of products/);
    },
  );

  const part = (change: object = {}) => ({
    numerator: { ...arm, ...change },
    denominator: arm,
    sumOfProducts: 21,
  });
  const ratio = (change: Partial<AdjustedRatioStatistic>): AdjustedRatioStatistic => ({
    kind: "adjusted-ratio",
    count: 3,
    post: part(),
    pre: part(),
    sumsOfProducts: {
      numeratorPostNumeratorPre: 21,
      numeratorPostDenominatorPre: 21,
      denominatorPostNumeratorPre: 21,
      denominatorPostDenominatorPre: 21,
    },
    ...change,
  });

  it.each<[string, Partial<AdjustedRatioStatistic>]>([
    ["a later sum", { post: part({ sum: nan }) }],
    ["an earlier sum", { pre: part({ sum: nan }) }],
    ["an earlier denominator", { pre: { ...part(), denominator: { ...arm, sumOfSquares: -1 } } }],
    ["later products", { post: { ...part(), sumOfProducts: nan } }],
    ["earlier products", { pre: { ...part(), sumOfProducts: nan } }],
    [
      "products across",
      { sumsOfProducts: { ...ratio({}).sumsOfProducts, denominatorPostNumeratorPre: Infinity } },
    ],
  ])("is refused as a ratio with %s that is none", (_, change) => {
    expect(() => armMoments(ratio(change), 1)).toThrow(/sums of an arm|sum of squares|sums of products/);
    expect(() => armMoments(ratio({}), 1)).not.toThrow();
  });

  it("has CUPED's p-value from the adjusted difference and its error", () => {
    // Post 1 2 4 and 3 5 9 against pre 1 2 3 in both arms: θ 2.25, mpmath at 40 digits.
    const treatment = { ...pair, sum: 17, sumOfSquares: 115, products: 40 };
    expect(cuped({ control: pair, treatment })).toMatchObject({
      theta: expect.closeTo(2.25, 12),
      difference: expect.closeTo(10 / 3, 12),
      standardError: expect.closeTo(0.7168604389202189, 13),
      pValue: expect.closeTo(3.3208707393473742e-6, 17),
    });
  });

  it("gives the posterior the estimate it was made of", () => {
    const other = meanStatistic([3, 5, 9]);
    const moments = answerOf(effect({ ...absolute, treatment: other }));
    const { estimate, standardError } = moments;
    expect(bayesianTest({ ...absolute, treatment: other })).toMatchObject({
      kind: "posterior",
      estimate,
      standardError,
    });
  });
});

describe("describeHoldOut at zero", () => {
  const figures = {
    method: "welch",
    controlMean: 2,
    treatmentMean: 2,
    direction: 1,
    isShare: false,
  } as const;
  const of = (difference: number, low: number, high: number) =>
    describeHoldOut({ ...figures, difference, interval: { low, high, level: 0.95 } });

  it("gives nothing no sign", () => {
    expect(of(0, -1, 1)).toContain("a difference of 0 (95% interval −1 to +1)");
  });

  it("takes an interval that touches zero for chance", () => {
    expect(of(1, 0, 2)).toContain("That may be chance.");
    expect(of(-1, -2, 0)).toContain("That may be chance.");
    expect(of(1, 0.001, 2)).toContain("Treatment is the better arm.");
  });
});
