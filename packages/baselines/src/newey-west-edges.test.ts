import { describe, expect, it } from "vitest";
import { neweyWest } from "./newey-west.ts";
import { neweyWestLine } from "./newey-west-line.ts";
import { answerOf } from "./testing/answer-of.ts";
import { STEPPED_WEEKS as Y } from "./testing/stepped-weeks.ts";

const DESIGN = Y.map((_, t) => [1, t >= 10 ? 1 : 0]);

describe("neweyWest", () => {
  it("follows units however small or large, of the values and of the columns", () => {
    const answer = answerOf(neweyWest({ design: DESIGN, y: Y, lag: 3 }));
    for (const [unit, scale] of [
      [2 ** -40, 1],
      [2 ** 40, 1],
      [1, 2 ** 40],
      [1, 2 ** -40],
    ] as const) {
      const other = neweyWest({
        design: DESIGN.map((row) => row.map((value) => scale * value)),
        y: Y.map((value) => unit * value),
        lag: 3,
      });
      expect(other).toMatchObject({
        kind: "regression",
        coefficients: answer.coefficients.map((value) => (value * unit) / scale),
        tStatistics: answer.tStatistics.map((value) => expect.closeTo(value, 10)),
      });
    }
  });

  it("has no errors for a column seen in exactly fitted rows only, whatever its unit", () => {
    // The second column rests on two rows between which nothing is left over, nor between them and the mean.
    const y = [1, 3, 2, 2, 5, 5];
    // The squares of the last unit nearly vanish.
    for (const [scale, unit] of [
      [1, 1],
      [2 ** 40, 1],
      [2 ** -40, 1],
      [1, 1e-155],
    ] as const) {
      const design = y.map((value) => [value < 5 ? 1 : 0, value < 5 ? 0 : scale]);
      expect(neweyWest({ design, y: y.map((value) => unit * value), lag: 0 })).toEqual({
        kind: "no-value",
        reason: "the residuals say nothing of column 2: the rows it rests on are fitted exactly",
      });
    }
  });

  it("says so where a coefficient rests on the very first period alone", () => {
    const design = Y.map((_, t) => [1, t === 0 ? 1 : 0]);
    expect(neweyWest({ design, y: Y })).toEqual({
      kind: "no-value",
      reason: "a coefficient rests on period 1 alone: it fits exactly and has no noise to judge by",
    });
  });

  it("refuses an empty design as such, not its lag", () => {
    expect(() => neweyWest({ design: [], y: [] })).toThrow("at least one row and one column");
  });
});

describe("neweyWestLine", () => {
  const series = (from: number) => {
    const points = Y.map((value, i) => ({ index: from + i, numerator: value, denominator: 1 + (i % 3) }));
    return { pre: points.slice(0, 10), post: points.slice(10), direction: 1 as const };
  };

  it("does not care where the counting of periods begins", () => {
    const [line, later] = [0, 1e12].map((from) => neweyWestLine({ ...series(from), trend: true, lag: 2 }));
    expect(line?.kind).toBe("line");
    expect(later).toEqual(line);
  });

  it("refuses a period with less than no volume, though it would count for nothing", () => {
    const { post, ...rest } = series(0);
    const below = { index: 16, numerator: 1, denominator: -1 };
    expect(() => neweyWestLine({ ...rest, post: [...post, below] })).toThrow(
      "period 16 has the denominator -1",
    );
  });
});
