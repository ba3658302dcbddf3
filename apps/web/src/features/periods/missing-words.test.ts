import { describe, expect, it } from "vitest";
import { missingList, missingText } from "./missing-words.ts";

const log = { seriesId: "s", kpiName: "Conversion rate", scope: "Shop", periods: ["2026-W18", "2026-W20"] };
const cost = { initiativeId: "i", name: "Lead scoring" };

describe("missingText", () => {
  it("counts what is missing, and says nothing of a month that is whole", () => {
    expect(missingText({ missingLogs: [log], missingCosts: [cost] })).toBe(
      "2 numbers not logged, no cost of 1 initiative",
    );
    expect(missingText({ missingLogs: [{ ...log, periods: ["2026-05"] }], missingCosts: [] })).toBe(
      "1 number not logged",
    );
    expect(missingText({ missingLogs: [], missingCosts: [] })).toBe("");
  });
});

describe("missingList", () => {
  it("names each series with its periods, and each initiative", () => {
    expect(missingList({ missingLogs: [log], missingCosts: [cost] }, "en-GB")).toEqual([
      "Conversion rate, Shop: week 18; week 20, 2026",
      "Lead scoring: no actual cost",
    ]);
  });
});
