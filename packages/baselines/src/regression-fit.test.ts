import { describe, expect, it } from "vitest";
import { fitRegression } from "./regression-fit.ts";
import { regressionForecast } from "./regression-forecast.ts";
import { answerOf } from "./testing/answer-of.ts";

describe("fitRegression", () => {
  it("needs a value more than coefficients, and says how many there are", () => {
    const design = [
      [1, 0],
      [1, 1],
    ];
    expect(fitRegression(design, [3, 5])).toEqual({
      kind: "no-value",
      reason: "2 coefficients need more than 2 values, got 2",
    });
  });

  it("has no noise to go by where all is zero", () => {
    expect(fitRegression([[1], [1], [1]], [0, 0, 0])).toEqual({
      kind: "no-value",
      reason: "the design reproduces every value: there is no noise to judge a change by",
    });
  });

  it("knows the constant among the columns of a long series, whatever rounding leaves of it", () => {
    // 1 and −1 in turn about 100: a line explains next to nothing of it about the mean, about zero nearly all.
    const y = Array.from({ length: 3000 }, (_, i) => 100 + (i % 2 === 0 ? 1 : -1));
    const design = y.map((_, i) => [1, i]);
    const fit = answerOf(fitRegression(design, y));
    expect(fit.rSquared).toBeLessThan(1e-5);
    expect(fit.durbinWatson).toBeCloseTo(4, 2);
  });
});

describe("regressionForecast", () => {
  it("refuses a later row of which any value is none", () => {
    const request = {
      designPre: [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      yPre: [1, 3, 2, 5],
      yPost: [6],
    };
    expect(() => regressionForecast({ ...request, designPost: [[1, Number.NaN]] })).toThrow(
      "a later row of the design needs 2 finite values",
    );
  });
});
