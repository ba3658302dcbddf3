import { describe, expect, it } from "vitest";
import { currencyEffect, lockBudgetRates } from "./budget-rate.ts";
import { MissingExchangeRateError } from "./exchange-rate.ts";

const rates = [
  { date: "2026-01-01", from: "EUR", to: "USD", rate: "1.10" },
  { date: "2026-02-01", from: "EUR", to: "USD", rate: "1.08" },
];
const lines = [
  { date: "2026-01-15", currency: "EUR", amount: "1000.00" },
  { date: "2026-02-15", currency: "EUR", amount: "1000.00" },
  { date: "2026-02-15", currency: "USD", amount: "50.00" },
];

describe("lockBudgetRates", () => {
  it("fixes the rate of the day for each other currency, once", () => {
    expect(
      lockBudgetRates({ currencies: ["EUR", "USD", "EUR"], to: "USD", lockedOn: "2026-01-31", rates }),
    ).toEqual([{ from: "EUR", to: "USD", rate: "1.10", lockedOn: "2026-01-31" }]);
  });
  it("locks no rate that was not known that day", () => {
    expect(() => lockBudgetRates({ currencies: ["EUR"], to: "USD", lockedOn: "2025-12-31", rates })).toThrow(
      MissingExchangeRateError,
    );
  });
});

describe("currencyEffect", () => {
  const budget = (rate: string) => [{ from: "EUR", to: "USD", rate, lockedOn: "2025-12-01" }];
  it("is what the rates alone changed", () => {
    // 1,100 + 1,080 + 50 = 2,230 at the rates of the days; 2,000 × 1.2 + 50 = 2,450 at the budget's.
    expect(currencyEffect({ base: "USD", lines, budgetRates: budget("1.2"), rates })).toEqual({
      atBudgetMinor: 245_000n,
      atActualMinor: 223_000n,
      effectMinor: -22_000n,
    });
  });
  it("takes the rate of its own pair, also one below 1", () => {
    const others = [
      { from: "EUR", to: "GBP", rate: "0.84", lockedOn: "2025-12-01" },
      { from: "GBP", to: "USD", rate: "1.3", lockedOn: "2025-12-01" },
    ];
    expect(
      currencyEffect({ base: "USD", lines, budgetRates: [...others, ...budget("0.5")], rates }).atBudgetMinor,
    ).toBe(105_000n);
  });
  it("is nothing in one currency, and nothing without lines", () => {
    expect(
      currencyEffect({ base: "USD", lines: lines.slice(2), budgetRates: [], rates: [] }).effectMinor,
    ).toBe(0n);
    expect(currencyEffect({ base: "USD", lines: [], budgetRates: [], rates: [] }).effectMinor).toBe(0n);
  });
  it("refuses a line without a rate of its day, and a currency without one locked rate", () => {
    const early = [{ date: "2025-12-31", currency: "EUR", amount: "1" }];
    expect(() =>
      currencyEffect({ base: "USD", lines: [...lines, ...early], budgetRates: budget("1"), rates }),
    ).toThrow("on or before 2025-12-31");
    expect(() => currencyEffect({ base: "USD", lines: early, budgetRates: budget("1"), rates })).toThrow(
      "There is no exchange rate from EUR to USD on or before 2025-12-31",
    );
    expect(() => currencyEffect({ base: "USD", lines, budgetRates: [], rates })).toThrow("not 0");
    const twice = [...budget("1.2"), ...budget("1.1")];
    expect(() => currencyEffect({ base: "USD", lines, budgetRates: twice, rates })).toThrow("not 2");
    expect(() => currencyEffect({ base: "USD", lines, budgetRates: budget("0"), rates })).toThrow(
      "not a decimal above 0",
    );
  });
});
