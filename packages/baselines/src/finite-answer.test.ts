import { describe, expect, it } from "vitest";
import { finiteAnswer } from "./finite-answer.ts";
import { fiellerSet } from "./fieller.ts";
import { effect } from "./hold-out/effect.ts";
import { evaluateHoldOut } from "./hold-out/evaluate-hold-out.ts";
import { confidenceSequence } from "./hold-out/confidence-sequence.ts";
import { gaussianPosterior } from "./hold-out/gaussian-posterior.ts";
import { ratioMetric } from "./hold-out/ratio-metric.ts";
import { welch } from "./hold-out/welch.ts";
import { neweyWestLine } from "./newey-west-line.ts";
import { ordinaryRegression } from "./ordinary-regression.ts";
import { ratioDelta } from "./ratio-delta.ts";
import { ratioValue } from "./ratio-value.ts";
import { regressionForecast } from "./regression-forecast.ts";
import { relativeChange } from "./relative-change.ts";

describe("finiteAnswer", () => {
  it("hands a sound answer on and refuses one with a number that is none, however deep", () => {
    const sound = { kind: "value", value: 1, interval: { low: null, high: 2 }, reasons: ["a"] };
    expect(finiteAnswer(sound)).toBe(sound);
    expect(() => finiteAnswer({ list: [{ low: Number.NaN }] })).toThrow("too large or too small");
    expect(() => finiteAnswer({ high: Infinity })).toThrow(RangeError);
  });

  const tiny = 1e-250;
  const mean = (sum: number, sumOfSquares: number) =>
    ({ kind: "mean", count: 3, sum, sumOfSquares }) as const;
  const units = { unitOfRandomisation: "store", unitOfAnalysis: "store" };

  it.each<[string, () => unknown]>([
    [
      "fiellerSet",
      () =>
        fiellerSet({
          numerator: 1e200,
          numeratorVariance: 1,
          denominator: 1e200,
          denominatorVariance: 1,
          critical: 2,
        }),
    ],
    ["effect", () => effect({ control: mean(tiny, 1), treatment: mean(1, 1), difference: "relative" })],
    [
      "evaluateHoldOut",
      () => evaluateHoldOut({ control: mean(3e150, 3.01e300), treatment: mean(3e153, 4e306), ...units }),
    ],
    ["confidenceSequence", () => confidenceSequence({ difference: 1, standardError: 1e308, count: 10 })],
    ["gaussianPosterior", () => gaussianPosterior({ estimate: 1, standardError: 1e308 })],
    [
      "ratioMetric",
      () => {
        const arm = {
          count: 3,
          numerator: 1e150,
          numeratorSquares: 1e300,
          denominator: 3e-10,
          denominatorSquares: 1,
          products: 0,
        };
        return ratioMetric({ control: arm, treatment: arm });
      },
    ],
    ["welch", () => welch({ control: [1e308, 1e308], treatment: [1, 2] })],
    [
      "ordinaryRegression",
      () => ordinaryRegression({ design: [[1], [1], [1], [1]], y: [1e-162, 2e-162, 4e-162, 1e-162] }),
    ],
    [
      "regressionForecast",
      () =>
        regressionForecast({
          designPre: [[1], [1], [1]],
          yPre: [1, 2, 4],
          designPost: [[1], [1]],
          yPost: [1e308, 1e308],
        }),
    ],
    [
      "neweyWestLine",
      () => {
        const week = (index: number) => ({ index, numerator: index % 3, denominator: 1e-300 });
        return neweyWestLine({ pre: [0, 1, 2, 3].map(week), post: [4, 5, 6].map(week), direction: 1 });
      },
    ],
    [
      "ratioDelta",
      () =>
        ratioDelta({
          numeratorsBefore: [1e200, 2e200],
          denominatorsBefore: [1e-100, 1e-100],
          numeratorsAfter: [1, 2],
          denominatorsAfter: [1, 1],
        }),
    ],
    [
      "ratioValue",
      () =>
        ratioValue({
          numeratorsBefore: [1e100, 2e100],
          denominatorsBefore: [1, 1],
          numeratorsAfter: [1, 2],
          denominatorsAfter: [1, 1],
          direction: 1,
          unitValue: 1e300,
        }),
    ],
    [
      "relativeChange",
      () =>
        relativeChange({
          baseline: tiny,
          baselineVariance: 0,
          actual: 1e100,
          actualVariance: 1e100,
          critical: 2,
          level: 0.95,
        }),
    ],
  ])("is what %s answers with: numbers beyond a double are refused", (_, run) => {
    expect(run).toThrow(RangeError);
  });
});
