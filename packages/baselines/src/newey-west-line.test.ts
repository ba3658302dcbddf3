import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neweyWest, type NeweyWestTable } from "./newey-west.ts";
import { neweyWestLine } from "./newey-west-line.ts";
import { segmentedRegression } from "./segmented-regression.ts";
import { answerOf } from "./testing/answer-of.ts";
import { STEPPED_WEEKS as Y } from "./testing/stepped-weeks.ts";

const total = (values: readonly number[], from = 0) =>
  values.map((numerator, i) => ({ index: from + i, numerator, denominator: 1 }));

const lineOf = (request: Parameters<typeof neweyWestLine>[0]) => answerOf(neweyWestLine(request));

describe("neweyWestLine", () => {
  const series = { pre: total(Y.slice(0, 10)), post: total(Y.slice(10), 10), direction: 1 as const };

  it("is the step of a segmented regression times the periods since the start, of a total", () => {
    const line = lineOf({ ...series, lag: 3 });
    const step = answerOf(
      segmentedRegression({ y: Y, startIndex: 10, lag: 3, trend: false, slopeChange: false }),
    );
    expect(line.incrementalUnits.estimate).toBeCloseTo(6 * step.levelChange.estimate, 10);
    expect(line.incrementalUnits.standardError).toBeCloseTo(6 * step.levelChange.standardError, 10);
    expect(line.incrementalUnits.pValue).toBeCloseTo(step.levelChange.pValue, 12);
    expect(line).toMatchObject({ lag: 3, ratioChange: expect.closeTo(step.levelChange.estimate, 10) });
  });

  it("takes a trend that was there before off the step", () => {
    const line = lineOf({ ...series, trend: true, lag: 3 });
    // statsmodels 0.13.5 on constant, week and step: 9.80666667 ± 1.56870727.
    expect(line.ratioChange).toBeCloseTo(9.80666667, 8);
    expect(line.incrementalUnits.standardError).toBeCloseTo(6 * 1.56870727, 7);
  });

  it("weighs ratios by their volume", () => {
    const point = (index: number, numerator: number, denominator: number) => ({
      index,
      numerator,
      denominator,
    });
    const line = lineOf({
      pre: [point(0, 10, 100), point(1, 22, 200), point(2, 9, 100)],
      post: [point(3, 30, 200), point(4, 14, 100)],
      direction: -1,
      lag: 0,
    });
    // Least squares through the origin: ΣND / ΣD² is 6300/60000 before, 7400/50000 after.
    expect(line.ratioChange).toBeCloseTo(0.148 - 0.105, 12);
    expect(line.incrementalUnits.estimate).toBeCloseTo(-300 * 0.043, 10);
  });

  it("lets a week without any volume say nothing", () => {
    const still = { index: 16, numerator: 0, denominator: 0 };
    expect(neweyWestLine({ ...series, post: [...series.post, still] })).toEqual(neweyWestLine(series));
  });

  it("answers why there is none", () => {
    const still = { index: 10, numerator: 0, denominator: 0 };
    expect(neweyWestLine({ ...series, post: [still] })).toMatchObject({
      reason: "there is no period since the start",
    });
    expect(neweyWestLine({ ...series, pre: [{ ...still, index: 3 }] })).toMatchObject({
      reason: "there is no period before the start",
    });
    expect(neweyWestLine({ ...series, post: [] })).toMatchObject({
      reason: "there is no period since the start",
    });
    expect(neweyWestLine({ ...series, pre: [] })).toMatchObject({
      reason: "there is no period before the start",
    });
    expect(neweyWestLine({ ...series, post: total([61], 10) })).toMatchObject({
      kind: "no-value",
      reason: expect.stringContaining("alone"),
    });
    const steady = { pre: total([5, 5, 5]), post: total([6, 6, 6], 3), direction: 1 as const };
    expect(neweyWestLine(steady).kind).toBe("no-value");
    expect(() => neweyWestLine({ ...series, pre: total(Y.slice(0, 10), 5) })).toThrow(RangeError);
  });

  it("turns round with the direction and scales with the volume", () => {
    const values = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 1000 }), (numerators, factor) => {
        const points = (scale: number) =>
          numerators.map((numerator, index) => ({
            index,
            numerator: numerator * scale,
            denominator: (100 + 7 * (index % 5)) * scale,
          }));
        const line = neweyWestLine({ pre: points(1).slice(0, 9), post: points(1).slice(9), direction: 1 });
        const scaled = neweyWestLine({
          pre: points(factor).slice(0, 9),
          post: points(factor).slice(9),
          direction: -1,
        });
        fc.pre(line.kind === "line" && scaled.kind === "line");
        const { estimate, standardError, pValue } = line.incrementalUnits;
        expect(scaled.incrementalUnits.estimate / factor).toBeCloseTo(-estimate, 6);
        expect(scaled.incrementalUnits.standardError / factor).toBeCloseTo(standardError, 6);
        expect(scaled.incrementalUnits.pValue).toBeCloseTo(pValue, 8);
      }),
      { seed: 31, numRuns: 50 },
    );
  });
});

describe("neweyWest with missing periods", () => {
  const design = Y.map((_, t) => [1, t]);

  it("is the same for times without a gap, wherever they begin", () => {
    const plain = neweyWest({ design, y: Y, lag: 3 });
    expect(neweyWest({ design, y: Y, lag: 3, times: Y.map((_, t) => t + 500) })).toEqual(plain);
  });

  it("takes the distance in time, not in rows", () => {
    // All periods further apart than the lag: nothing hangs together, as with lag 0.
    const apart = neweyWest({ design, y: Y, lag: 3, times: Y.map((_, t) => 4 * t) });
    const none = neweyWest({ design, y: Y, lag: 0 });
    expect(apart).toMatchObject({ standardErrors: (none as NeweyWestTable).standardErrors });
    // Every second period: a lag of 2 reaches one row back, with the weight 1 − 2/3.
    const second = neweyWest({ design, y: Y, lag: 2, times: Y.map((_, t) => 2 * t) }) as NeweyWestTable;
    const [zero, one] = [0, 1].map((lag) => neweyWest({ design, y: Y, lag }) as NeweyWestTable);
    const corner = (table: NeweyWestTable | undefined) => table?.covariance[1]?.[1] as number;
    // Lag 1 adds half of the first product; a third is two thirds of that.
    expect(corner(second)).toBeCloseTo(corner(zero) + (2 / 3) * (corner(one) - corner(zero)), 12);
  });

  it("refuses times that do not rise or do not fit", () => {
    for (const times of [[1, 2], Y.map(() => 3), Y.map((_, t) => t / 2)]) {
      expect(() => neweyWest({ design, y: Y, times })).toThrow(RangeError);
    }
  });
});
