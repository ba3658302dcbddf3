import { expect, it } from "vitest";
import { formatPeriods } from "./format-periods.ts";

it("says the year of periods one after the other once, at the last that has it", () => {
  expect(formatPeriods(["2025-W52", "2026-W05", "2026-W08"], "en")).toEqual([
    "week 52, 2025",
    "week 5",
    "week 8, 2026",
  ]);
  expect(formatPeriods(["2026-03", "2026-05", "2027-05"], "en-GB")).toEqual([
    "March",
    "May 2026",
    "May 2027",
  ]);
  expect(formatPeriods(["2026-03", "2026-05"], "ja-JP")).toEqual(["2026年3月", "2026年5月"]);
  expect(formatPeriods([], "en")).toEqual([]);
});
