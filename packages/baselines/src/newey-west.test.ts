import { expectAllClose } from "@liftledger/numerics/testing/expect-close";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neweyWest, neweyWestLag } from "./newey-west.ts";
import { ordinaryRegression, type RegressionTable } from "./ordinary-regression.ts";
import { regressionForecast } from "./regression-forecast.ts";
import { answerOf } from "./testing/answer-of.ts";
import { areVectorsThere, readVector, type ReferenceForecast } from "./testing/reference-vectors.ts";
import { STEPPED_WEEKS as Y } from "./testing/stepped-weeks.ts";

type ReferenceTable = {
  coef: number[];
  se: number[];
  t: number[];
  p_two_sided_t: number[];
  ci95: [number, number][];
  df: number;
  sigma: number;
  r2: number;
  durbin_watson: number;
};

function readSeatbelts() {
  return readVector<{
    inputs: { y: number[]; X: number[][]; n_pre: number };
    expected: {
      ols: ReferenceTable;
      hac_lag4: ReferenceTable;
      hac_lag12: ReferenceTable;
      hac_lag4_no_small_sample: ReferenceTable;
      prefit_forecast_iid: ReferenceForecast;
    };
  }>("seatbelts_segmented_hac");
}

function expectTable(table: RegressionTable, expected: ReferenceTable): void {
  expectAllClose(table.coefficients, expected.coef);
  expectAllClose(table.standardErrors, expected.se);
  expectAllClose(table.tStatistics, expected.t);
  expectAllClose(table.pValues, expected.p_two_sided_t);
  expectAllClose(
    table.intervals.flatMap(({ low, high }) => [low, high]),
    expected.ci95.flat(),
  );
  expectAllClose(
    [table.degreesOfFreedom, table.residualDeviation, table.rSquared, table.durbinWatson],
    [expected.df, expected.sigma, expected.r2, expected.durbin_watson],
  );
}

const DESIGN = Y.map((_, t) => [1, t, t >= 10 ? 1 : 0, Math.max(t - 10, 0)]);

describe.skipIf(!areVectorsThere)(
  "the seat-belt series (needs the reference vectors beside the repository)",
  () => {
    it("has the classical regression table", () => {
      const { inputs, expected } = readSeatbelts();
      expectTable(answerOf(ordinaryRegression({ design: inputs.X, y: inputs.y })), expected.ols);
    });

    it.each([
      ["lag 4", { lag: 4 }, "hac_lag4"],
      ["the rule's own lag, which is 4", {}, "hac_lag4"],
      ["lag 12", { lag: 12 }, "hac_lag12"],
      ["lag 4 without the small-sample factor", { lag: 4, smallSample: false }, "hac_lag4_no_small_sample"],
    ] as const)("has the Newey-West table with %s", (_, options, key) => {
      const { inputs, expected } = readSeatbelts();
      expectTable(answerOf(neweyWest({ design: inputs.X, y: inputs.y, ...options })), expected[key]);
    });

    it("has the forecast from the months before the law, period by period and in total", () => {
      const { inputs, expected } = readSeatbelts();
      const wanted = expected.prefit_forecast_iid;
      const rows = inputs.X.map((row) => row.slice(0, -1));
      const forecast = answerOf(
        regressionForecast({
          designPre: rows.slice(0, inputs.n_pre),
          yPre: inputs.y.slice(0, inputs.n_pre),
          designPost: rows.slice(inputs.n_pre),
          yPost: inputs.y.slice(inputs.n_pre),
        }),
      );
      expectAllClose(forecast.expected, wanted.pred);
      expectAllClose(forecast.expectedErrors, wanted.pred_se);
      expectAllClose(forecast.effects, wanted.point_effect);
      expectAllClose(forecast.cumulativeEffects, wanted.cum_effect);
      expectAllClose(forecast.cumulativeErrors, wanted.cum_se);
      expectAllClose(
        [
          forecast.actualMean,
          forecast.expectedMean,
          forecast.expectedMeanError,
          forecast.averageEffect,
          forecast.averageEffectInterval.low,
          forecast.averageEffectInterval.high,
          forecast.totalEffect,
          forecast.totalEffectInterval.low,
          forecast.totalEffectInterval.high,
          forecast.relativeEffect as number,
          forecast.criticalValue,
        ],
        [
          wanted.actual_mean,
          wanted.pred_mean,
          wanted.pred_mean_se,
          wanted.avg_effect,
          ...wanted.avg_effect_ci95,
          wanted.cum_effect_total,
          ...wanted.cum_effect_ci95,
          wanted.rel_effect,
          wanted.critical_value,
        ],
      );
    });
  },
);

describe("neweyWest", () => {
  // statsmodels 0.13.5, OLS(Y, DESIGN).fit(cov_type="HAC", cov_kwds={maxlags, use_correction: True}, use_t=True).
  it.each([
    [0, [1.7262942857264008, 0.3061010256156637, 2.3623298128208625, 0.5181790644964527]],
    [2, [0.7776106717512266, 0.1644848008701954, 1.0767469481948224, 0.29916731495300525]],
    [3, [0.7823492800023053, 0.1451054329465739, 1.151232798868416, 0.29181870593854947]],
  ])("has the errors of statsmodels with lag %i", (lag, standardErrors) => {
    const table = answerOf(neweyWest({ design: DESIGN, y: Y, lag }));
    expectAllClose(
      table.coefficients,
      [50.927272727272765, 0.12727272727272654, 8.752380952380946, 0.958441558441562],
      1e-12,
    );
    expectAllClose(table.standardErrors, standardErrors, 1e-12);
  });

  it("prints lag, factor and degrees of freedom", () => {
    const table = answerOf(neweyWest({ design: DESIGN, y: Y }));
    expect(table).toMatchObject({
      lag: 2,
      lagSource: "rule",
      smallSampleFactor: 16 / 12,
      degreesOfFreedom: 12,
    });
    expect(table.method).toContain("lag 2");
    expect(neweyWest({ design: DESIGN, y: Y, lag: 2, smallSample: false })).toMatchObject({
      lagSource: "given",
      smallSampleFactor: 1,
    });
  });

  it("has a lag by rule that is floor(4 (n/100)^(2/9)) and never reaches the length", () => {
    expect([1, 2, 5, 52, 100, 101, 192, 400].map(neweyWestLag)).toEqual([0, 1, 2, 3, 4, 4, 4, 5]);
  });

  it("answers why there is nothing to say instead of an error of zero", () => {
    const ones = Y.map(() => [1]);
    expect(neweyWest({ design: ones, y: Y.map(() => 7) })).toMatchObject({ kind: "no-value" });
    expect(neweyWest({ design: Y.map((_, t) => [1, 2 * t]), y: Y.map((_, t) => 3 + t) })).toMatchObject({
      kind: "no-value",
    });
    expect(neweyWest({ design: Y.map((_, t) => [1, t, 2 * t]), y: Y })).toMatchObject({ kind: "no-value" });
    expect(neweyWest({ design: [[1, 2]], y: [3] })).toMatchObject({ kind: "no-value" });
    // A step seen in the last week only is fitted exactly, so that no residual speaks of it.
    const lastOnly = Y.map((_, t) => [1, t === Y.length - 1 ? 1 : 0]);
    expect(neweyWest({ design: lastOnly, y: Y, lag: 2 })).toEqual({
      kind: "no-value",
      reason: "a coefficient rests on period 16 alone: it fits exactly and has no noise to judge by",
    });
    // A steady half of its own has no residual either.
    const halves = Y.map((_, t) => (t < 8 ? [1, 0] : [0, 1]));
    expect(neweyWest({ design: halves, y: Y.map((value, t) => (t < 8 ? 50 : value)), lag: 0 })).toEqual({
      kind: "no-value",
      reason: "the residuals say nothing of column 1: the rows it rests on are fitted exactly",
    });
  });

  it("refuses lags, levels and values that make no sense", () => {
    for (const lag of [-1, 1.5, 16, Number.NaN]) {
      expect(() => neweyWest({ design: DESIGN, y: Y, lag })).toThrow(RangeError);
    }
    for (const level of [0, 1, Number.NaN]) {
      expect(() => neweyWest({ design: DESIGN, y: Y, level })).toThrow(RangeError);
    }
    expect(() => neweyWest({ design: DESIGN, y: Y.slice(1) })).toThrow(RangeError);
    expect(() => neweyWest({ design: DESIGN, y: Y.with(3, Number.NaN) })).toThrow(RangeError);
    expect(() => neweyWest({ design: [], y: [] })).toThrow(RangeError);
  });

  it("scales with the series, widens with the level, and its p-value agrees with its interval", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 16, maxLength: 16 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 6 }),
        (y, factor, lag) => {
          const table = neweyWest({ design: DESIGN, y, lag });
          const scaled = neweyWest({ design: DESIGN, y: y.map((value) => -factor * value + 3), lag });
          if (table.kind === "no-value" || scaled.kind === "no-value") return;
          table.standardErrors.forEach((error, i) => {
            const other = scaled.standardErrors[i] as number;
            expect(Math.abs(other - factor * error)).toBeLessThanOrEqual(1e-7 * other);
          });
          const wide = answerOf(neweyWest({ design: DESIGN, y, lag, level: 0.99 }));
          table.intervals.forEach((interval, i) => {
            expect(wide.intervals[i]?.low).toBeLessThan(interval.low);
            expect(wide.intervals[i]?.high).toBeGreaterThan(interval.high);
            const p = table.pValues[i] as number;
            fc.pre(Math.abs(p - 0.05) > 1e-9);
            expect(p < 0.05).toBe(interval.low > 0 || interval.high < 0);
          });
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe("ordinaryRegression", () => {
  it("has the errors, R² and Durbin-Watson of statsmodels 0.13.5", () => {
    const table = answerOf(ordinaryRegression({ design: DESIGN, y: Y }));
    expectAllClose(
      table.standardErrors,
      [1.7457739306157387, 0.327013418728781, 2.9560690086766024, 0.7817115874017738],
      1e-12,
    );
    expectAllClose([table.rSquared, table.durbinWatson], [0.8449808389956646, 2.76629924048593], 1e-12);
  });

  it("explains nothing by a constant alone, and not less than nothing by rounding", () => {
    expect(ordinaryRegression({ design: [[1], [1], [1]], y: [0.1, 0.2, 1.1] })).toMatchObject({
      rSquared: 0,
    });
  });

  it("measures R² from zero where the design holds no constant", () => {
    const table = answerOf(ordinaryRegression({ design: Y.map((_, t) => [t]), y: Y }));
    expectAllClose(
      [...table.coefficients, ...table.standardErrors, table.rSquared],
      [5.743548387096774, 0.7356311161793146, 0.8025259777697755],
      1e-12,
    );
  });
});

describe("regressionForecast", () => {
  it("is the mean and its error for a flat design, worked by hand", () => {
    // Before: 1, 2, 3 with mean 2 and deviation 1; after: 5 alone. Error √(1 + 1/3), and the quantile of
    // t(2) has a closed form: 0.95 · √(2 / (4 · 0.025 · 0.975)) = 4.3027.
    const forecast = answerOf(
      regressionForecast({ designPre: [[1], [1], [1]], yPre: [1, 2, 3], designPost: [[1]], yPost: [5] }),
    );
    expectAllClose(
      [forecast.totalEffect, forecast.expectedErrors[0] as number],
      [3, Math.sqrt(4 / 3)],
      1e-14,
    );
    expectAllClose(
      [forecast.totalEffectInterval.high],
      [3 + 0.95 * Math.sqrt(2 / 0.0975) * Math.sqrt(4 / 3)],
      1e-12,
    );
  });

  it("has no relative effect where nothing was expected, and no forecast from a flawless fit", () => {
    const around = regressionForecast({
      designPre: [[1], [1]],
      yPre: [-1, 1],
      designPost: [[1]],
      yPost: [5],
    });
    expect(around).toMatchObject({ kind: "forecast", relativeEffect: null });
    const flat = regressionForecast({ designPre: [[1], [1]], yPre: [1, 1], designPost: [[1]], yPost: [5] });
    expect(flat.kind).toBe("no-value");
    const design = { designPre: [[1], [1]], yPre: [1, 2] };
    expect(() => regressionForecast({ ...design, designPost: [[1]], yPost: [] })).toThrow(RangeError);
    expect(() => regressionForecast({ ...design, designPost: [[1, 2]], yPost: [1] })).toThrow(RangeError);
    expect(() => regressionForecast({ ...design, designPost: [[1]], yPost: [Infinity] })).toThrow(RangeError);
  });
});
