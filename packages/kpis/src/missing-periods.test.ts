import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { missingPeriods } from "./missing-periods.ts";
import { addPeriods, listPeriods } from "./period.ts";

describe("missingPeriods", () => {
  it("finds the gap, over a week 53", () => {
    expect(missingPeriods(["2021-W02", "2020-W52", "2020-W52"])).toEqual(["2020-W53", "2021-W01"]);
  });
  it("counts from and to the ends that are expected", () => {
    expect(missingPeriods(["2026-02"], { from: "2025-12", to: "2026-03" })).toEqual([
      "2025-12",
      "2026-01",
      "2026-03",
    ]);
    expect(missingPeriods([], { from: "2026-01", to: "2026-02" })).toEqual(["2026-01", "2026-02"]);
    expect(missingPeriods(["2026-01"], { to: "2026-02" })).toEqual(["2026-02"]);
    expect(missingPeriods([])).toEqual([]);
    expect(missingPeriods([], { to: "2026-01" })).toEqual([]);
  });
  it("refuses weeks among months", () => {
    expect(() => missingPeriods(["2026-01", "2026-W05"])).toThrow("a week and a month");
  });
  it("is what was taken away, whatever it is, between the ends", () => {
    const all = listPeriods("2019-W40", "2021-W20");
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (kept) => {
        const missing = missingPeriods(kept, { from: "2019-W40", to: "2021-W20" });
        expect([...missing, ...kept].toSorted()).toEqual(all);
        expect(missing.every((period) => !kept.includes(period))).toBe(true);
      }),
    );
    expect(missingPeriods([all[0] ?? "", addPeriods(all[0] ?? "", 2)])).toEqual(["2019-W41"]);
  });
});
