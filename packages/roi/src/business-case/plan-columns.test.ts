import { describe, expect, it } from "vitest";
import { planOf } from "../testing/example-case-plan.ts";
import { planColumns } from "./plan-columns.ts";

describe("planColumns", () => {
  it("begins with the start and takes each month at its end", () => {
    expect(planColumns(planOf({ period: "month", start: "2026-12", horizon: 2 }))).toEqual([
      { column: 0, label: "Start", months: null, day: "2026-12-01" },
      { column: 1, label: "2026-12", months: ["2026-12", "2026-12"], day: "2027-01-01" },
      { column: 2, label: "2027-01", months: ["2027-01", "2027-01"], day: "2027-02-01" },
    ]);
  });

  it("covers twelve months with a year, from whichever month it begins", () => {
    const [, first, second] = planColumns(planOf({ start: "2026-04", horizon: 2 }));
    expect(first).toEqual({ column: 1, label: "Year 1", months: ["2026-04", "2027-03"], day: "2027-04-01" });
    expect(second?.months).toEqual(["2027-04", "2028-03"]);
  });

  it("has no start column where the timing has none", () => {
    const columns = planColumns(planOf({ timing: "excel_npv", horizon: 2 }));
    expect(columns.map(({ column }) => column)).toEqual([1, 2]);
  });
});
