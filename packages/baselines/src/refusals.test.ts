import { describe, expect, it } from "vitest";
import { composeDesign, FLAT_DESIGN } from "./baseline-design.ts";
import { minimumDetectableEffect } from "./minimum-detectable-effect.ts";
import { mixtureCounterfactual } from "./mixture-counterfactual.ts";
import { neweyWest } from "./newey-west.ts";
import { neweyWestLine } from "./newey-west-line.ts";
import { ordinaryRegression } from "./ordinary-regression.ts";
import { periodsUntilDecided } from "./periods-until-decided.ts";
import { pooledRatioEstimate } from "./pooled-ratio-estimate.ts";
import { prepareRegression } from "./prepared-regression.ts";
import { quasiBinomial } from "./quasi-binomial.ts";
import { ratioDelta } from "./ratio-delta.ts";
import { ratioLift } from "./ratio-lift.ts";
import { checkRatioPoints, type RatioPoint } from "./ratio-point.ts";
import { ratioValue } from "./ratio-value.ts";
import { regressionForecast } from "./regression-forecast.ts";
import { relativeChange } from "./relative-change.ts";
import { mixtureInterval, mixtureQuantile, widenMixture } from "./student-mixture.ts";
import { timedSample } from "./timed-sample.ts";
import { suspectTrigger } from "./trigger-periods.ts";
import { answerOf } from "./testing/answer-of.ts";
import { describeRefusals, type Refusal } from "./testing/describe-refusals.ts";

const none = { numeratorsBefore: [], denominatorsBefore: [], numeratorsAfter: [], denominatorsAfter: [] };
const shares = {
  numeratorsBefore: [5, 7, 6],
  denominatorsBefore: [10, 10, 10],
  numeratorsAfter: [8, 9, 7],
  denominatorsAfter: [10, 10, 10],
};
const points = (values: readonly number[], from = 0): RatioPoint[] =>
  values.map((numerator, i) => ({ index: from + i, numerator, denominator: 1 }));

describe("a level", () => {
  it.each<[string, (level: number) => unknown]>([
    ["neweyWest", (level) => neweyWest({ design: [[1]], y: [1], lag: 0, level })],
    ["ordinaryRegression", (level) => ordinaryRegression({ design: [[1]], y: [1], level })],
    ["quasiBinomial", (level) => quasiBinomial({ ...none, level })],
    ["ratioDelta", (level) => ratioDelta({ ...none, level })],
  ])("is refused by %s outside 0 to 1, though its data have no answer either", (_, call) => {
    for (const level of [0, 1, Number.NaN]) expect(() => call(level)).toThrow("a level lies between 0 and 1");
    expect(call(0.9)).toMatchObject({ kind: "no-value" });
  });

  it("is refused where it is asked how much longer", () => {
    const pre = points([5, 6, 5, 7, 6, 5, 6, 7]);
    const until = (change: object) =>
      periodsUntilDecided({ pre, post: points([6], 8), design: FLAT_DESIGN, direction: 1, ...change });
    for (const level of [0, 1]) expect(() => until({ level })).toThrow("a level lies between 0 and 1");
    expect(() => until({ atMost: -1 })).toThrow("-1 is no number of periods");
    expect(until({ atMost: 0 })).toMatchObject({ kind: expect.not.stringContaining("no-value") });
  });
});

const own = { pre: [5, 6, 5, 7, 6], post: [9, 9] };
const rows = (count: number) => Array.from({ length: count }, () => [1]);
const control = { pre: [1, 2, 1, 3, 2], post: [2, 2] };

const forecast = (change: object) =>
  regressionForecast({ designPre: rows(3), yPre: [1, 2, 4], designPost: rows(2), yPost: [3, 3], ...change });
const mixture = { degreesOfFreedom: 5, components: [{ weight: 1, location: 0, scale: 1 }] };

const REFUSALS: Refusal[] = [
  [
    () => checkRatioPoints([{ index: 0.5, numerator: 1, denominator: 1 }]),
    "period number 0.5 is not a whole",
  ],
  [() => checkRatioPoints([...points([1], 3), ...points([1], 3)]), "period 3 does not come after period 3"],
  [() => checkRatioPoints([...points([1], 3), ...points([1], 2)]), "period 2 does not come after period 3"],
  [() => pooledRatioEstimate([1, 2], [1]), "2 numerators for 1 denominators"],
  [() => pooledRatioEstimate([1, Number.NaN], [1, 1]), "numerators must be finite"],
  [() => pooledRatioEstimate([1, 1], [1, -1]), "denominators must be finite and not negative"],
  [
    () => ratioValue({ ...shares, direction: 1, unitValue: Infinity }),
    "a unit value is finite, got Infinity",
  ],
  [() => quasiBinomial({ ...shares, numeratorsAfter: [-1, 1, 1] }), "-1"],
  [() => quasiBinomial({ ...shares, numeratorsAfter: [11, 1, 1] }), "11"],
  [() => quasiBinomial({ ...shares, denominatorsAfter: [Infinity, 10, 10] }), "Infinity"],
  [() => mixtureCounterfactual({ ...own, post: [9, Number.NaN] }), "a value since the start is not finite"],
  [() => mixtureCounterfactual({ ...own, weights: [1, -0.5] }), "weights are 0 or more and finite"],
  [() => mixtureCounterfactual({ ...own, weights: [1, Infinity] }), "weights are 0 or more and finite"],
  [() => mixtureCounterfactual({ ...own, weights: [0, 0] }), "weights are 0 or more and finite"],
  [() => mixtureCounterfactual({ ...own, weights: [1] }), "1 weights for 2 periods"],
  [() => mixtureCounterfactual({ ...own, designPre: rows(5) }), "a row for every period"],
  [() => mixtureCounterfactual({ ...own, designPost: rows(2) }), "a row for every period"],
  [
    () => mixtureCounterfactual({ ...own, designPre: rows(5), designPost: rows(1) }),
    "a row for every period",
  ],
  [
    () => mixtureCounterfactual({ ...own, designPre: rows(4), designPost: rows(2) }),
    "a row for every period",
  ],
  ...[{ trend: true }, { season: { harmonics: 1, periodLength: 4 } }, { controls: [control] }].map(
    (extra): Refusal => [
      () => mixtureCounterfactual({ ...own, designPre: rows(5), designPost: rows(2), ...extra }),
      "or design rows of your own, not both",
    ],
  ),
  [
    () => mixtureCounterfactual({ ...own, controls: [{ ...control, post: [2] }] }),
    "a control series needs a value for every period",
  ],
  [
    () => mixtureCounterfactual({ ...own, controls: [{ ...control, pre: [2] }] }),
    "a control series needs a value for every period",
  ],
  [() => prepareRegression({ times: [0, 1, 2], y: [1, 2], design: rows(3) }), "3 times for 2 values"],
  [
    () => prepareRegression({ times: [0, 1, 2], y: [1, 2, 4], design: rows(2) }),
    "3 values and 2 design rows",
  ],
  [
    () => prepareRegression({ times: [0, 1, 1], y: [1, 2, 4], design: rows(3) }),
    "period 1 does not come after period 1",
  ],
  [
    () => prepareRegression({ times: [0, 2, 1], y: [1, 2, 4], design: rows(3) }),
    "period 1 does not come after period 2",
  ],
  [() => neweyWest({ design: rows(3), y: [1, 2, 4], lag: 3 }), "a whole number from 0 to 2, got 3"],
  [() => forecast({ designPost: rows(1) }), "1 rows of the design for 2 later values"],
  [() => forecast({ designPost: [], yPost: [] }), "0 rows of the design for 0 later values"],
  [() => forecast({ yPost: [1, Number.NaN] }), "later values must be finite"],
  [() => forecast({ yPre: [1, 1, 1], yPost: [Infinity, 2] }), "later values must be finite"],
  [() => forecast({ yPre: [1, 1, 1], level: 1 }), "a level lies between 0 and 1"],
  [() => mixtureQuantile(mixture, 1), "a quantile needs 0 < p < 1, got 1"],
  [() => mixtureQuantile(mixture, 0), "a quantile needs 0 < p < 1, got 0"],
  [() => mixtureInterval(mixture, 1), "a level lies between 0 and 1, got 1"],
  [() => mixtureInterval(mixture, 0), "a level lies between 0 and 1, got 0"],
  [() => widenMixture(mixture, 0), "a widening factor is positive, got 0"],
  [
    () => prepareRegression({ times: [0, 1, 2], y: [1.7e308, -1.7e308, 1.7e308], design: rows(3) }),
    "too large",
  ],
];

describeRefusals(REFUSALS);

describe("data without an answer", () => {
  it("say which side is at fault", () => {
    const empty = { reason: "one side has no case at all" };
    const nobody = { numerators: [0, 0, 0], denominators: [0, 0, 0] };
    const side = { numeratorsAfter: nobody.numerators, denominatorsAfter: nobody.denominators };
    const other = { numeratorsBefore: nobody.numerators, denominatorsBefore: nobody.denominators };
    expect(quasiBinomial({ ...shares, ...side })).toMatchObject(empty);
    expect(quasiBinomial({ ...shares, ...other })).toMatchObject(empty);
    expect(neweyWestLine({ pre: points([1, 2, 3]), post: [], direction: 1 })).toMatchObject({
      reason: "there is no period since the start",
    });
  });

  it("are passed on by what asks the baseline", () => {
    const history = { design: FLAT_DESIGN, direction: 1, periodsAfter: 4 } as const;
    expect(minimumDetectableEffect({ ...history, pre: points([5, 6]) })).toEqual({
      kind: "no-value",
      reason: "one or two periods before the start give no idea of the noise",
    });
    const until = { design: FLAT_DESIGN, direction: 1, post: points([6], 8) } as const;
    expect(periodsUntilDecided({ ...until, pre: points([5, 6]) })).toEqual({
      kind: "no-value",
      reason: "one or two periods before the start give no idea of the noise",
    });
    const wide = composeDesign({ trend: true });
    expect(
      minimumDetectableEffect({ ...history, design: wide, pre: points([5, 6, 7]).slice(0, 2) }).kind,
    ).toBe("no-value");
  });
});

describe("figures read off one by one", () => {
  it("finds the quantiles of a distribution with a lump, on it and beside it", () => {
    // Half on 0, half normal about 2: F(x) = ½ [x ≥ 0] + ½ Φ(x − 2).
    const lumpy = {
      degreesOfFreedom: Infinity,
      components: [
        { weight: 0.5, location: 0, scale: 0 },
        { weight: 0.5, location: 2, scale: 1 },
      ],
    };
    expect(mixtureQuantile(lumpy, 0.005)).toBeCloseTo(2 - 2.3263478740408408, 9);
    expect(mixtureQuantile(lumpy, 0.3)).toBeCloseTo(0, 9);
    expect(mixtureQuantile(lumpy, 0.6)).toBeCloseTo(2 - 0.8416212335729143, 9);
    expect(mixtureQuantile(lumpy, 0.975)).toBeCloseTo(2 + 1.6448536269514722, 9);
  });

  it("wants twenty timed items on either side", () => {
    const items = (count: number) => Array.from({ length: count }, (_, i) => 10 + (i % 3));
    const [before, after] = [items(19), items(20)];
    expect(timedSample({ before, after })).toMatchObject({
      kind: "insufficient-data",
      foundBefore: 19,
      foundAfter: 20,
    });
    expect(timedSample({ before: after, after: before })).toMatchObject({
      kind: "insufficient-data",
      foundAfter: 19,
    });
    expect(timedSample({ before: after, after })).not.toMatchObject({ kind: "insufficient-data" });
  });

  it("asks about a bad week and a bad month in so many words", () => {
    const asked = (periodType: "week" | "month", values: readonly number[]) =>
      suspectTrigger({ pre: points(values), direction: 1, periodType });
    expect(asked("week", [50, 51, 50, 52, 51, 50, 51, 52, 30, 31, 30, 29])).toMatchObject({
      trigger: { from: 8, to: 11 },
      reason:
        "The last 4 weeks before the start were unusually bad. If that is why the initiative began, leave them out of the baseline.",
    });
    expect(asked("month", [50, 51, 50, 52, 51, 50, 20])).toMatchObject({
      trigger: { from: 6, to: 6 },
      reason:
        "The last month before the start was unusually bad. If that is why the initiative began, leave it out of the baseline.",
    });
    expect(asked("week", [50, 51, 50, 52, 51, 50, 51])).toEqual({
      kind: "not-enough-history",
      needed: 12,
      found: 7,
    });
    expect(asked("month", [50, 51])).toEqual({ kind: "not-enough-history", needed: 7, found: 2 });
  });

  it("takes a log ratio only of two values above zero", () => {
    const change = { baselineVariance: 0.01, actualVariance: 0.01, critical: 2, level: 0.95 };
    const log = (baseline: number, actual: number) =>
      relativeChange({ ...change, baseline, actual }).logRatio;
    const needs = { kind: "no-value", reason: "a log ratio needs both values above zero" };
    expect(log(5, 6).kind).toBe("value");
    expect(log(-5, 6)).toEqual(needs);
    expect(log(5, -6)).toEqual(needs);
    expect(log(5, 0)).toEqual(needs);
    expect(log(-5, -6)).toEqual(needs);
  });

  it("values no change at zero, without a sign", () => {
    const same = { ...shares, numeratorsAfter: shares.numeratorsBefore };
    for (const direction of [1, -1] as const) {
      expect(ratioValue({ ...same, direction, unitValue: 100 })).toMatchObject({ value: 0 });
    }
  });

  it("has a t-test's p-value for two shares that scatter as they should", () => {
    // χ² below its degrees of freedom: the plain binomial error with t(4).
    const lift = answerOf(quasiBinomial(shares));
    // 0.2 / √(0.6·0.4/30 + 0.8·0.2/30) = 0.2 / 0.11547 = 1.7320508; scipy 1.10.1: 2 * t.sf(√3, 4).
    expect(lift.standardError).toBeCloseTo(Math.sqrt(0.4 / 30), 14);
    expect(lift.pValue).toBeCloseTo(0.1583, 4);
  });

  it("cumulates period by period, and asks any threshold of the one distribution", () => {
    const lift = answerOf(mixtureCounterfactual({ pre: own.pre, post: [9, 8, 10] }));
    const periods = lift.periods(0.8);
    let expected = 0;
    periods.forEach((period) => {
      expected += period.expected;
      expect(period.effect).toBeCloseTo(period.actual - period.expected, 12);
      expect(period.effectInterval.low).toBeCloseTo(period.actual - period.expectedInterval.high, 9);
      expect(period.cumulativeExpected).toBeCloseTo(expected, 9);
    });
    expect(lift.noiseSeen).toBe(true);
    expect(lift.probabilityAbove(0)).toBe(lift.probabilityPositive);
    expect(lift.probabilityAbove(lift.effectTotalInterval(0.8).low)).toBeCloseTo(0.9, 9);
    expect(lift.probabilityAbove(lift.effectTotalInterval(0.8).high)).toBeCloseTo(0.1, 9);
  });

  it("names controls by number, and takes a season and controls by their own", () => {
    const still = { pre: [4, 4, 4, 4, 4], post: [4, 4] };
    const moved = { pre: [1, 2, 1, 3, 2], post: [2, 2] };
    expect(mixtureCounterfactual({ ...own, controls: [moved, still] })).toMatchObject({
      kind: "refused",
    });
    const long = Array.from({ length: 16 }, (_, i) => 10 + 3 * Math.sin((2 * Math.PI * i) / 4) + (i % 3));
    const request = { pre: long.slice(0, 12), post: long.slice(12) };
    const plain = mixtureCounterfactual(request);
    const seasonal = mixtureCounterfactual({ ...request, season: { harmonics: 1, periodLength: 4 } });
    if (plain.kind === "refused" || seasonal.kind === "refused") throw new Error("both have an answer");
    expect(seasonal.degreesOfFreedom).toBe(plain.degreesOfFreedom - 2);
  });

  it("gives a point before it can give an interval, with what was expected in every period", () => {
    const lift = ratioLift({
      pre: [
        { index: 0, numerator: 10, denominator: 4 },
        { index: 1, numerator: 20, denominator: 8 },
      ],
      post: [{ index: 2, numerator: 12, denominator: 4 }],
      direction: 1,
      design: FLAT_DESIGN,
    });
    expect(lift).toMatchObject({
      kind: "point-only",
      baselineRatio: 2.5,
      incrementalUnits: 2,
      preExpected: [
        { index: 0, expectedRatio: 2.5 },
        { index: 1, expectedRatio: 2.5 },
      ],
      periods: [{ actualRatio: 3, expectedRatio: 2.5, expectedNumerator: 10 }],
    });
    expect(lift.kind === "point-only" && lift.relativeLift()).toMatchObject({
      value: expect.closeTo(0.2, 14),
    });
  });
});
