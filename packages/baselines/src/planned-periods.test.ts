import { describe, expect, it } from "vitest";
import { composeDesign, FLAT_DESIGN } from "./baseline-design.ts";
import { meanVolume, plannedPeriods } from "./planned-periods.ts";

const week = (index: number, numerator: number, denominator = 10) => ({ index, numerator, denominator });
const pre = [week(5, 1), week(6, 3), week(9, 2)];

describe("plannedPeriods", () => {
  it("follows on the last period without a gap, at the volume given", () => {
    const planned = { numerator: 0, denominator: 7 };
    expect(plannedPeriods({ pre, post: [], design: FLAT_DESIGN }, 2, 7).periods).toEqual([
      { index: 10, ...planned },
      { index: 11, ...planned },
    ]);
    const post = [week(12, 4)];
    expect(plannedPeriods({ pre, post, design: FLAT_DESIGN }, 1, 7).periods).toEqual([
      { index: 13, ...planned },
    ]);
  });

  it("carries each control on at its pooled ratio before the start", () => {
    const north = [week(5, 2, 10), week(6, 2, 30), week(9, 4, 40), week(12, 50, 10)];
    const design = composeDesign({ controls: ["north"] });
    const series = { pre, post: [week(12, 4)], design, controls: { north } };
    // 8 of 80 before the start; what came after it does not count.
    expect(plannedPeriods(series, 1, 7).controls["north"]).toEqual([
      ...north,
      { index: 13, numerator: 0.1, denominator: 1 },
    ]);
  });

  it("leaves out what a control shows after the last period, and all of one that is not given", () => {
    const north = [week(5, 2, 10), week(9, 2, 10), week(10, 9, 10), week(20, 9, 10)];
    const design = composeDesign({ controls: ["north", "south"] });
    expect(plannedPeriods({ pre, post: [], design, controls: { north } }, 1, 7).controls).toEqual({
      north: [...north.slice(0, 2), { index: 10, numerator: 0.2, denominator: 1 }],
      south: [],
    });
  });

  it("begins at 0 where there is no period yet", () => {
    const { periods } = plannedPeriods({ pre: [], post: [], design: FLAT_DESIGN }, 2, 7);
    expect(periods.map(({ index }) => index)).toEqual([0, 1]);
  });
});

describe("meanVolume", () => {
  it("is the mean denominator, and nothing where there is no period", () => {
    expect(meanVolume([week(1, 1, 10), week(2, 1, 30)])).toBe(20);
    expect(meanVolume([])).toBe(0);
  });
});
