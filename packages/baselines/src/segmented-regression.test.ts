import { expectClose } from "@liftledger/numerics/testing/expect-close";
import { describe, expect, it } from "vitest";
import { segmentedRegression } from "./segmented-regression.ts";
import { answerOf } from "./testing/answer-of.ts";
import { areVectorsThere, readVector } from "./testing/reference-vectors.ts";
import { STEPPED_WEEKS as Y } from "./testing/stepped-weeks.ts";

const segmented = (request: Parameters<typeof segmentedRegression>[0]) =>
  answerOf(segmentedRegression(request));

type SeatBelts = {
  inputs: { y: number[]; n_pre: number };
  expected: { hac_lag4: { coef: number[]; se: number[]; p_two_sided_t: number[] } };
};

describe("segmentedRegression", () => {
  it("has the change of level and of slope with the errors of statsmodels 0.13.5", () => {
    const { levelChange, slopeChange, trend, lag } = segmented({ y: Y, startIndex: 10, lag: 3 });
    expect(lag).toBe(3);
    expectClose(levelChange.estimate, 8.752380952380946, 1e-12);
    expectClose(levelChange.standardError, 1.151232798868416, 1e-12);
    expectClose(levelChange.pValue, 6.309451024392753e-6);
    expectClose(levelChange.interval.low, 6.244060160277117);
    expectClose(levelChange.interval.high, 11.260701744484775);
    expectClose(slopeChange?.estimate, 0.958441558441562, 1e-12);
    expectClose(slopeChange?.pValue, 0.006527012760209745);
    expectClose(trend?.estimate, 0.12727272727272654, 1e-11);
  });

  it("gives the mean change since the start with its own error", () => {
    // t_test([0, 0, 1, 2.5]) of the same fit in statsmodels 0.13.5.
    const { averageChange } = segmented({ y: Y, startIndex: 10, lag: 3 });
    expectClose(averageChange.estimate, 11.148484848484852, 1e-12);
    expectClose(averageChange.standardError, 1.3314297732127554, 1e-12);
    expectClose(averageChange.interval.low, 8.247548576813045);
    expectClose(averageChange.interval.high, 14.049421120156659);
  });

  it("is the difference of two means without trend and change of slope", () => {
    const { levelChange, slopeChange, trend, averageChange, columns, table } = segmented({
      y: Y,
      startIndex: 10,
      trend: false,
      slopeChange: false,
    });
    // 382 / 6 − 515 / 10.
    expectClose(levelChange.estimate, 382 / 6 - 51.5, 1e-13);
    expect([slopeChange, trend]).toEqual([null, null]);
    expect(averageChange).toEqual(levelChange);
    expect(columns).toEqual(["intercept", "level change"]);
    expectClose(table.coefficients[0], 51.5, 1e-13);
  });

  it.skipIf(!areVectorsThere)(
    "finds the seat-belt law with trend and two harmonics (needs the reference vectors beside the repository)",
    () => {
      const { inputs, expected } = readVector<SeatBelts>("seatbelts_segmented_hac");
      const wanted = expected.hac_lag4;
      const { levelChange, trend, table } = segmented({
        y: inputs.y,
        startIndex: inputs.n_pre,
        season: { periodLength: 12, harmonics: 2 },
        slopeChange: false,
        lag: 4,
      });
      expectClose(levelChange.estimate, wanted.coef[6] as number);
      expectClose(levelChange.standardError, wanted.se[6] as number);
      expectClose(levelChange.pValue, wanted.p_two_sided_t[6] as number);
      // The file counts time in years.
      expectClose((trend?.estimate as number) * 12, wanted.coef[1] as number);
      expectClose(table.standardErrors[2], wanted.se[2] as number);
    },
  );

  it("begins the intercept at the level before the start", () => {
    // statsmodels 0.13.5: the constant of the fit with trend and change of slope.
    expectClose(segmented({ y: Y, startIndex: 10 }).table.coefficients[0], 50.927272727272765, 1e-12);
  });

  it("answers why there is none with too few periods, and refuses a start outside the series", () => {
    expect(segmentedRegression({ y: [1, 2, 4, 3], startIndex: 2 }).kind).toBe("no-value");
    expect(segmentedRegression({ y: Y, startIndex: 15 }).kind).toBe("no-value");
    expect(segmentedRegression({ y: Y.map(() => 3), startIndex: 8 }).kind).toBe("no-value");
    for (const startIndex of [0, 16, -1, 2.5]) {
      expect(() => segmentedRegression({ y: Y, startIndex })).toThrow(RangeError);
    }
    // A single week before is fitted exactly, so that nothing is known of its noise.
    expect(segmentedRegression({ y: Y, startIndex: 1 }).kind).toBe("no-value");
    for (const season of [
      { periodLength: 4, harmonics: 2 },
      { periodLength: 12, harmonics: 0 },
      { periodLength: 12, harmonics: 1.5 },
    ]) {
      expect(() => segmentedRegression({ y: Y, startIndex: 8, season })).toThrow(RangeError);
    }
    for (const season of [
      { periodLength: 5, harmonics: 2 },
      { periodLength: 3, harmonics: 1 },
    ]) {
      expect(segmentedRegression({ y: Y, startIndex: 8, season, slopeChange: false }).kind).toBe("segmented");
    }
  });
});
