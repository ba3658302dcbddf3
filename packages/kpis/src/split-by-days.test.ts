import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { sumDecimals } from "@liftledger/numerics/decimal";
import { periodFromIndex } from "./period.ts";
import { splitByMonth, splitByQuarter } from "./split-by-days.ts";

const someAmount = fc.integer({ min: -1e9, max: 1e9 }).map((cents) => (cents / 100).toFixed(2));
const someWeek = fc.integer({ min: 2500, max: 3000 }).map((index) => periodFromIndex(index, "week"));
const someAmounts = fc.array(fc.record({ period: someWeek, amount: someAmount }), { maxLength: 30 });

describe("splitByMonth", () => {
  it("splits by days and gives the rest to the last part", () => {
    expect(splitByMonth([{ period: "2026-W05", amount: "70" }], 2)).toEqual([
      { month: "2026-01", amount: "60" },
      { month: "2026-02", amount: "10" },
    ]);
    // 100 · 6/7 = 85.714…
    expect(splitByMonth([{ period: "2026-W05", amount: "100" }], 2)).toEqual([
      { month: "2026-01", amount: "85.71" },
      { month: "2026-02", amount: "14.29" },
    ]);
  });
  it("adds what several periods give to one month", () => {
    expect(
      splitByMonth(
        [
          { period: "2026-W06", amount: "7" },
          { period: "2026-W05", amount: "7" },
          { period: "2026-02", amount: "0.5" },
        ],
        0,
      ),
    ).toEqual([
      { month: "2026-01", amount: "6" },
      { month: "2026-02", amount: "8.5" },
    ]);
    expect(splitByMonth([], 2)).toEqual([]);
  });
  it("loses and invents nothing, whatever the digits asked for", () => {
    fc.assert(
      fc.property(someAmounts, fc.integer({ min: 0, max: 4 }), (amounts, places) => {
        const total = sumDecimals(amounts.map(({ amount }) => amount));
        expect(sumDecimals(splitByMonth(amounts, places).map(({ amount }) => amount))).toBe(total);
        expect(sumDecimals(splitByQuarter(amounts, places).map(({ amount }) => amount))).toBe(total);
      }),
    );
  });
  it("lets no later week change what the earlier ones gave to months it does not touch", () => {
    fc.assert(
      fc.property(someAmounts, someAmount, (amounts, amount) => {
        const later = { period: "2030-W06", amount };
        const before = splitByMonth(amounts, 2);
        expect(splitByMonth([...amounts, later], 2).filter(({ month }) => month < "2030-02")).toEqual(before);
      }),
    );
  });
  it("refuses what is no amount", () => {
    expect(() => splitByMonth([{ period: "2026-W05", amount: "1e3" }], 2)).toThrow(RangeError);
    expect(() => splitByMonth([{ period: "2026-5", amount: "1" }], 2)).toThrow(RangeError);
  });
});

describe("splitByQuarter", () => {
  it("is the sum of the months of each quarter", () => {
    expect(splitByQuarter([{ period: "2026-W14", amount: "70" }], 2)).toEqual([
      { quarter: "2026-Q1", amount: "20" },
      { quarter: "2026-Q2", amount: "50" },
    ]);
  });
});
