import { describe, expect, it } from "vitest";
import {
  columnCountOf,
  composeDesign,
  designParts,
  designRows,
  FLAT_DESIGN,
  YEARLY_SEASON,
} from "./baseline-design.ts";

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

  it("writes constant, trend from its origin, season and controls, in this order", () => {
    const design = composeDesign({
      trend: true,
      season: { harmonics: 1, periodLength: 4 },
      controls: ["north"],
    });
    const controls = new Map([["north", new Map([[11, 7.5]])]]);
    const [row] = designRows(design, [11], { origin: 10, controls });
    expect(row?.map((value) => Math.round(value * 1e12) / 1e12)).toEqual([1, 1, -0, -1, 7.5]);
    expect(row).toHaveLength(columnCountOf(design));
  });

  it("refuses a control without a value in a period", () => {
    const design = composeDesign({ controls: ["north"] });
    for (const frame of [
      {},
      { controls: new Map() },
      { controls: new Map([["north", new Map([[10, 1]])]]) },
    ]) {
      expect(() => designRows(design, [11], frame)).toThrow(
        "the control series north has no value in period 11",
      );
    }
  });
});

describe("composeDesign", () => {
  it("says what needs nothing new as it always was said", () => {
    expect(composeDesign({})).toEqual(FLAT_DESIGN);
    expect(composeDesign({ season: { harmonics: 2, periodLength: 52.18 } })).toEqual(YEARLY_SEASON);
  });

  it("keeps its parts, through a journey as JSON too", () => {
    const parts = { trend: true, season: null, controls: ["north"], difference: "south" };
    const kept = JSON.parse(JSON.stringify(composeDesign(parts)));
    expect(designParts(kept)).toMatchObject(parts);
    expect(designParts(YEARLY_SEASON)).toMatchObject({
      season: { harmonics: 2 },
      controls: [],
      trend: false,
    });
  });
});
