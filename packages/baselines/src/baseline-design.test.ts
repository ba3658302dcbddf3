import { describe, expect, it } from "vitest";
import { columnCountOf, designRows, YEARLY_SEASON } from "./baseline-design.ts";

describe("designRows", () => {
  it("gives a flat baseline its constant alone", () => {
    expect(designRows({ kind: "flat" }, [3, 9])).toEqual([[1], [1]]);
  });

  it("gives a season one cosine and sine a harmonic, by the period number itself", () => {
    const [quarter] = designRows({ kind: "fourier", harmonics: 2, periodLength: 4 * 5.5 }, [5.5]);
    expect(quarter?.map((value) => Math.round(value * 1e12) / 1e12)).toEqual([1, 0, 1, -1, 0]);
  });

  it("makes the same row for a period whichever periods it is made with", () => {
    const together = designRows(YEARLY_SEASON, [100, 101, 152]);
    const apart = [100, 101, 152].flatMap((time) => designRows(YEARLY_SEASON, [time]));
    expect(together).toEqual(apart);
    expect(together[0]).toHaveLength(columnCountOf(YEARLY_SEASON));
  });

  it("refuses a season that no column could tell from the constant", () => {
    expect(() => designRows({ kind: "fourier", harmonics: 2, periodLength: 4 }, [1])).toThrow(RangeError);
    expect(() => designRows({ kind: "fourier", harmonics: 0, periodLength: 52 }, [1])).toThrow(RangeError);
  });
});
