import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { monthFromIndex, monthIndex } from "./calendar-month.ts";
import type { CostLine } from "./cost-accrual.ts";
import { costCoverage } from "./cost-coverage.ts";

type Line = Pick<CostLine, "month" | "amountMinor" | "currency" | "kind">;

function actual(month: string, amountMinor = 100n): Line {
  return { month, amountMinor, currency: "EUR", kind: "actual" };
}
function planned(month: string, amountMinor: bigint): Line {
  return { month, amountMinor, currency: "EUR", kind: "planned" };
}

describe("costCoverage", () => {
  it("counts whole months that have ended, and names the missing ones", () => {
    const lines = [actual("2026-01"), actual("2026-03"), actual("2026-04")];
    expect(costCoverage({ lines, from: "2026-01-15", until: "2026-04-29" })).toEqual({
      coverage: 2 / 3,
      elapsedMonths: ["2026-01", "2026-02", "2026-03"],
      missingMonths: ["2026-02"],
      weights: [
        { month: "2026-01", weight: 1, isBooked: true },
        { month: "2026-02", weight: 1, isBooked: false },
        { month: "2026-03", weight: 1, isBooked: true },
      ],
      reason: "2 of 3 elapsed months have an actual cost.",
    });
  });
  it("takes a month as ended on its last day", () => {
    const until = (day: string) => costCoverage({ lines: [], from: "2026-02-01", until: day }).elapsedMonths;
    expect(until("2026-02-27")).toEqual([]);
    expect(until("2026-02-28")).toEqual(["2026-02"]);
  });
  it("begins with a cost that came before the start", () => {
    const { elapsedMonths } = costCoverage({
      lines: [actual("2025-11")],
      from: "2026-01-01",
      until: "2026-01-31",
    });
    expect(elapsedMonths).toEqual(["2025-11", "2025-12", "2026-01"]);
  });
  it("is whole, with the reason, while no month has ended", () => {
    expect(costCoverage({ lines: [], from: "2026-01-15", until: "2026-01-30" })).toEqual({
      coverage: 1,
      elapsedMonths: [],
      missingMonths: [],
      weights: [],
      reason: "No whole month has ended yet, so no cost can be missing.",
    });
    expect(costCoverage({ lines: [], from: "2026-06-15", until: "2026-01-30" }).coverage).toBe(1);
  });
  it("is 0, not -0, where no month has an actual, and 1 where every one has", () => {
    const coverage = (lines: readonly Line[]) =>
      costCoverage({ lines, from: "2026-01-01", until: "2026-02-28" }).coverage;
    expect(coverage([])).toBe(0);
    expect(coverage([actual("2026-01"), actual("2026-02")])).toBe(1);
  });
  it("weighs months by their plan", () => {
    const lines = [planned("2026-01", 900n), planned("2026-02", 100n), actual("2026-01")];
    expect(costCoverage({ lines, from: "2026-01-01", until: "2026-02-28" }).coverage).toBeCloseTo(0.9, 12);
  });
  it("lets a month without a plan weigh the mean of the planned ones", () => {
    const lines = [planned("2026-01", 100n), planned("2026-02", 300n), actual("2026-01"), actual("2026-02")];
    expect(costCoverage({ lines, from: "2026-01-01", until: "2026-03-31" }).coverage).toBeCloseTo(
      400 / 600,
      12,
    );
  });
  it("wants nothing of a month that was planned at 0", () => {
    const lines = [planned("2026-01", 100n), planned("2026-02", 0n), actual("2026-01")];
    expect(costCoverage({ lines, from: "2026-01-01", until: "2026-02-28" })).toMatchObject({
      coverage: 1,
      missingMonths: ["2026-02"],
    });
  });
  it("takes an actual of 0 for an actual", () => {
    expect(
      costCoverage({ lines: [actual("2026-01", 0n)], from: "2026-01-01", until: "2026-01-31" }).coverage,
    ).toBe(1);
  });
  it("refuses plans that have no sum", () => {
    const lines: Line[] = [
      planned("2026-01", 1n),
      { month: "2026-01", amountMinor: 1n, currency: "USD", kind: "planned" },
    ];
    expect(() => costCoverage({ lines, from: "2026-01-01", until: "2026-01-31" })).toThrow(
      "Plans in EUR and USD have no sum",
    );
  });
  it("leaves the plan of months to come out of the mean", () => {
    const lines = [planned("2026-01", 100n), planned("2026-06", 9_900n), actual("2026-01")];
    expect(costCoverage({ lines, from: "2026-01-01", until: "2026-02-28" }).coverage).toBe(0.5);
  });
  it("speaks of one month as one", () => {
    const { reason } = costCoverage({ lines: [], from: "2026-01-01", until: "2026-01-31" });
    expect(reason).toBe("0 of 1 elapsed month has an actual cost.");
  });
  it("lies between 0 and 1, and a further actual never lowers it", () => {
    const someMonth = fc.nat(14).map((offset) => monthFromIndex(monthIndex("2026-01") + offset));
    const someLine = fc.record({
      month: someMonth,
      amountMinor: fc.bigInt({ min: 0n, max: 10n ** 9n }),
      currency: fc.constant("EUR"),
      kind: fc.constantFrom<Line["kind"]>("planned", "actual"),
    });
    fc.assert(
      fc.property(fc.array(someLine, { maxLength: 20 }), someMonth, (lines, month) => {
        const dates = { from: "2026-01-01", until: "2027-02-10" };
        const before = costCoverage({ lines, ...dates }).coverage;
        const after = costCoverage({ lines: [...lines, actual(month)], ...dates }).coverage;
        expect(before >= 0 && before <= 1).toBe(true);
        expect(after).toBeGreaterThanOrEqual(before - 1e-12);
      }),
    );
  });
});
