import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertLines } from "./converted-total.ts";

const rates = [
  { date: "2026-01-01", from: "EUR", rate: "1.10" },
  { date: "2026-02-01", from: "EUR", rate: "1.08" },
];

describe("convertLines", () => {
  // Vectors: "fx" of derived_metrics.json in the finance reference set.
  it("takes the latest rate on or before the day of each line", () => {
    expect(
      convertLines({
        base: "USD",
        lines: [
          { date: "2026-01-15", currency: "EUR", amount: "1000.00" },
          { date: "2026-02-01", currency: "EUR", amount: "1000.00" },
          { date: "2026-02-20", currency: "USD", amount: "50.00" },
        ],
        rates: rates.toReversed(),
      }),
    ).toEqual({ converted: ["1100", "1080", "50"], total: "2230", totalMinor: 223_000n, missing: [] });
  });
  it("has no total where a line has no rate yet", () => {
    expect(
      convertLines({
        base: "USD",
        lines: [
          { date: "2025-12-31", currency: "EUR", amount: "10.00" },
          { date: "2026-01-01", currency: "EUR", amount: "10.00" },
        ],
        rates,
      }),
    ).toEqual({ converted: [null, "11"], total: null, totalMinor: null, missing: [0] });
  });
  it("sums first and rounds last, half to even", () => {
    const thirds = Array.from({ length: 3 }, () => ({ date: "2026-01-01", currency: "EUR", amount: "0.01" }));
    const ask = (rate: string) =>
      convertLines({ base: "USD", lines: thirds, rates: [{ date: "2026-01-01", from: "EUR", rate }] });
    // Each line would round to 0 by itself.
    expect(ask("0.4")).toMatchObject({ total: "0.012", totalMinor: 1n });
    expect(ask("0.5")).toMatchObject({ total: "0.015", totalMinor: 2n });
  });
  it("goes neither backwards nor through a third currency", () => {
    const quoted = [
      { date: "2026-01-01", from: "USD", to: "EUR", rate: "0.9" },
      { date: "2026-01-01", from: "USD", to: "GBP", rate: "0.8" },
      { date: "2026-01-01", from: "EUR", to: "GBP", rate: "0.85" },
    ];
    const line = (currency: string) => [{ date: "2026-01-02", currency, amount: "10" }];
    expect(convertLines({ base: "USD", lines: line("EUR"), rates: quoted }).missing).toEqual([0]);
    expect(convertLines({ base: "GBP", lines: line("USD"), rates: quoted }).converted).toEqual(["8"]);
    const withoutCross = quoted.filter(({ from, to }) => from !== "USD" || to !== "GBP");
    expect(convertLines({ base: "GBP", lines: line("USD"), rates: withoutCross }).missing).toEqual([0]);
  });
  it("takes no lines for a total of 0, and the lines in any order for the same", () => {
    expect(convertLines({ base: "JPY", lines: [], rates })).toEqual({
      converted: [],
      total: "0",
      totalMinor: 0n,
      missing: [],
    });
    const someLine = fc.record({
      date: fc.constantFrom("2026-01-01", "2026-01-31", "2026-03-01"),
      currency: fc.constantFrom("EUR", "USD"),
      amount: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => (cents / 100).toFixed(2)),
    });
    fc.assert(
      fc.property(fc.array(someLine), (lines) => {
        const total = convertLines({ base: "USD", lines, rates }).total;
        expect(convertLines({ base: "USD", lines: lines.toReversed(), rates }).total).toBe(total);
      }),
    );
  });
  it("refuses an unknown currency, an impossible day and what is no decimal", () => {
    const ask = (line: object) =>
      convertLines({
        base: "USD",
        lines: [{ date: "2026-01-15", currency: "EUR", amount: "1", ...line }],
        rates,
      });
    expect(() => ask({ currency: "EURO" })).toThrow("ISO 4217");
    expect(() => ask({ date: "2026-02-30" })).toThrow("not a day");
    expect(() => ask({ amount: "1,5" })).toThrow('The amount of 2026-01-15 is a decimal, not "1,5"');
    expect(() => convertLines({ base: "dollars", lines: [], rates })).toThrow("ISO 4217");
    // Also where a missing rate would keep it from ever being rounded to.
    const line = { date: "2026-01-15", currency: "EUR", amount: "1" };
    expect(() => convertLines({ base: "dollars", lines: [line], rates: [] })).toThrow("ISO 4217");
  });
});
