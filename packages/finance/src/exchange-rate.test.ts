import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import {
  convertMoney,
  findExchangeRate,
  MissingExchangeRateError,
  type ExchangeRate,
} from "./exchange-rate.ts";
import { moneyFromDecimal, moneyToDecimal } from "./money.ts";

const rates: ExchangeRate[] = [
  { date: "2026-02-01", from: "EUR", to: "USD", rate: "1.08" },
  { date: "2026-01-01", from: "EUR", to: "USD", rate: "1.10" },
];

describe("convertMoney", () => {
  // Vectors: "fx" of the finance reference set.
  it.each([
    ["2026-01-15", "EUR", "1000.00", "1100.00"],
    ["2026-02-01", "EUR", "1000.00", "1080.00"],
    ["2026-02-20", "USD", "50.00", "50.00"],
  ])("takes the latest rate on or before %s for %s", (date, currency, amount, expected) => {
    expect(moneyToDecimal(convertMoney(moneyFromDecimal(amount, currency), "USD", date, rates))).toBe(
      expected,
    );
  });
  it("has no rate before the first one: an error, never 1 and never a later rate", () => {
    const tenEuro = moneyFromDecimal("10.00", "EUR");
    expect(() => convertMoney(tenEuro, "USD", "2025-12-31", rates)).toThrow(MissingExchangeRateError);
    expect(() => convertMoney(tenEuro, "USD", "2025-12-31", rates)).toThrow(
      "There is no exchange rate from EUR to USD on or before 2025-12-31",
    );
    expect(() => convertMoney(tenEuro, "GBP", "2026-02-20", rates)).toThrow(MissingExchangeRateError);
  });
  it("does not turn a rate round", () => {
    expect(() => convertMoney(moneyFromDecimal("10", "USD"), "EUR", "2026-02-20", rates)).toThrow(
      MissingExchangeRateError,
    );
  });
  it("goes through no third currency", () => {
    const legs: ExchangeRate[] = [
      { date: "2026-01-01", from: "EUR", to: "USD", rate: "1.10" },
      { date: "2026-01-01", from: "USD", to: "GBP", rate: "0.75" },
    ];
    const tenEuro = moneyFromDecimal("10.00", "EUR");
    expect(() => convertMoney(tenEuro, "GBP", "2026-02-20", legs)).toThrow(MissingExchangeRateError);
    const quoted = [...legs, { date: "2026-01-01", from: "EUR", to: "GBP", rate: "0.84" }];
    expect(convertMoney(tenEuro, "GBP", "2026-02-20", quoted).amountMinor).toBe(840n);
  });
  it("rounds once, half to even, to the decimals of the target", () => {
    const half: ExchangeRate[] = [
      { date: "2026-01-01", from: "EUR", to: "USD", rate: "0.5" },
      { date: "2026-01-01", from: "EUR", to: "JPY", rate: "163.505" },
    ];
    expect(convertMoney(moneyFromDecimal("0.01", "EUR"), "USD", "2026-01-01", half).amountMinor).toBe(0n);
    expect(convertMoney(moneyFromDecimal("0.03", "EUR"), "USD", "2026-01-01", half).amountMinor).toBe(2n);
    expect(convertMoney(moneyFromDecimal("100", "EUR"), "JPY", "2026-01-01", half).amountMinor).toBe(16350n);
  });
  it("refuses an unknown currency and a day that does not exist", () => {
    expect(() => convertMoney(moneyFromDecimal("1", "EUR"), "XXX", "2026-01-01", rates)).toThrow("ISO 4217");
    expect(() => convertMoney(moneyFromDecimal("1", "EUR"), "USD", "2026-02-30", rates)).toThrow("not a day");
  });
});

describe("findExchangeRate", () => {
  it("finds the same rate in whatever order the rates come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rates, { minLength: 2 }), (shuffled) => {
        expect(findExchangeRate(shuffled, { from: "EUR", to: "USD", date: "2026-03-01" })?.rate).toBe("1.08");
      }),
    );
  });
  it("refuses two rates of one day that contradict each other, and takes two that agree", () => {
    const twice = (rate: string): ExchangeRate[] => [
      ...rates,
      { date: "2026-02-01", from: "EUR", to: "USD", rate },
    ];
    const question = { from: "EUR", to: "USD", date: "2026-03-01" };
    expect(() => findExchangeRate(twice("1.09"), question)).toThrow(
      "Two rates from EUR to USD on 2026-02-01",
    );
    expect(findExchangeRate(twice("1.080"), question)?.rate).toBe("1.08");
  });
  it("refuses a rate of a day that does not exist", () => {
    const wrong = [{ date: "2026-02-30", from: "EUR", to: "USD", rate: "1.1" }];
    expect(() => findExchangeRate(wrong, { from: "EUR", to: "USD", date: "2026-03-02" })).toThrow(
      "not a day",
    );
  });
  it.each(["0", "-1", "1,08", ""])("refuses a rate of %j", (rate) => {
    const wrong = [{ date: "2026-01-01", from: "EUR", to: "USD", rate }];
    expect(() => findExchangeRate(wrong, { from: "EUR", to: "USD", date: "2026-01-02" })).toThrow(RangeError);
  });
});
