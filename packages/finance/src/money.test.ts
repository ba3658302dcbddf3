import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { currencyCodes } from "./currency.ts";
import {
  addMoney,
  formatMoney,
  moneyFromDecimal,
  moneyToDecimal,
  roundToMinor,
  subtractMoney,
  sumMoney,
} from "./money.ts";

const someCurrency = fc.constantFrom(...currencyCodes);
const someAmount = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

describe("moneyFromDecimal", () => {
  it.each([
    ["12.34", "EUR", 1234n],
    ["-0.5", "EUR", -50n],
    ["12", "EUR", 1200n],
    ["12.3400", "EUR", 1234n],
    ["1234", "JPY", 1234n],
    ["1.234", "KWD", 1234n],
    ["90071992547409.93", "EUR", 9007199254740993n],
  ])("reads %s %s", (decimal, currency, amountMinor) => {
    expect(moneyFromDecimal(decimal, currency)).toEqual({ amountMinor, currency });
  });
  it("refuses more decimals than the currency has", () => {
    expect(() => moneyFromDecimal("12.345", "EUR")).toThrow("more decimals than EUR allows (2)");
    expect(() => moneyFromDecimal("0.5", "JPY")).toThrow("more decimals than JPY allows (0)");
  });
  it("refuses an unknown currency and what is no number", () => {
    expect(() => moneyFromDecimal("1", "XYZ")).toThrow("XYZ");
    expect(() => moneyFromDecimal("1,5", "EUR")).toThrow(RangeError);
    expect(() => moneyFromDecimal("1e3", "EUR")).toThrow(RangeError);
  });
});

describe("roundToMinor", () => {
  it("refuses what is no plain decimal, and shows its beginning", () => {
    expect(() => roundToMinor("1e3", "EUR")).toThrow('"1e3" is not a plain decimal');
    expect(() => roundToMinor("x".repeat(99), "EUR")).toThrow(
      new RangeError(`"${"x".repeat(40)}" is not a plain decimal`),
    );
  });
});

describe("moneyToDecimal", () => {
  it.each([
    [1230n, "EUR", "12.30"],
    [-5n, "EUR", "-0.05"],
    [0n, "EUR", "0.00"],
    [-5n, "JPY", "-5"],
    [5n, "KWD", "0.005"],
  ])("writes %s %s as %s", (amountMinor, currency, decimal) => {
    expect(moneyToDecimal({ amountMinor, currency })).toBe(decimal);
  });
  it("is undone by moneyFromDecimal for every amount and currency", () => {
    fc.assert(
      fc.property(someAmount, someCurrency, (amountMinor, currency) => {
        const money = { amountMinor, currency };
        expect(moneyFromDecimal(moneyToDecimal(money), currency)).toEqual(money);
      }),
    );
  });
});

describe("roundToMinor", () => {
  it.each([
    ["0.125", "EUR", 12n],
    ["0.135", "EUR", 14n],
    ["-0.125", "EUR", -12n],
    ["0.1250000001", "EUR", 13n],
    ["2.5", "JPY", 2n],
    ["3.5", "JPY", 4n],
    ["1.0005", "KWD", 1000n],
  ])("rounds %s %s half to even", (decimal, currency, amountMinor) => {
    expect(roundToMinor(decimal, currency).amountMinor).toBe(amountMinor);
  });
});

describe("addMoney, subtractMoney and sumMoney", () => {
  it("undo each other and do not care for order", () => {
    fc.assert(
      fc.property(fc.array(someAmount), someAmount, (amounts, extra) => {
        const money = [...amounts, extra].map((amountMinor) => ({ amountMinor, currency: "EUR" }));
        const total = sumMoney(money, "EUR");
        expect(sumMoney(money.toReversed(), "EUR")).toEqual(total);
        const last = { amountMinor: extra, currency: "EUR" };
        expect(addMoney(subtractMoney(total, last), last)).toEqual(total);
        expect(subtractMoney(total, last)).toEqual(sumMoney(money.slice(0, -1), "EUR"));
      }),
    );
  });
  it("are zero of the currency for no amounts", () => {
    expect(sumMoney([], "JPY")).toEqual({ amountMinor: 0n, currency: "JPY" });
  });
  it("refuses an unknown currency, also for no amounts", () => {
    expect(() => sumMoney([], "XYZ")).toThrow("ISO 4217");
  });
  it("refuse to mix currencies", () => {
    const euro = moneyFromDecimal("1", "EUR");
    const dollar = moneyFromDecimal("1", "USD");
    expect(() => addMoney(euro, dollar)).toThrow("EUR and USD cannot be added");
    expect(() => subtractMoney(euro, dollar)).toThrow(RangeError);
    expect(() => sumMoney([euro, dollar], "EUR")).toThrow(RangeError);
    expect(() => sumMoney([euro], "USD")).toThrow(RangeError);
  });
});

describe("formatMoney", () => {
  it("writes every cent, also where floating point has none left", () => {
    expect(formatMoney({ amountMinor: 123456n, currency: "EUR" }, "en-GB")).toBe("€1,234.56");
    expect(formatMoney({ amountMinor: 9007199254740993n, currency: "EUR" }, "en-GB")).toBe(
      "€90,071,992,547,409.93",
    );
    expect(formatMoney({ amountMinor: -123456n, currency: "EUR" }, "de-DE")).toBe("-1.234,56\u00a0€");
  });
  it("keeps the decimals that ISO 4217 gives, not those a locale prefers", () => {
    expect(formatMoney({ amountMinor: 123450n, currency: "HUF" }, "en-GB")).toContain("1,234.50");
    expect(formatMoney({ amountMinor: 1234n, currency: "JPY" }, "en-GB")).toBe("JP¥1,234");
  });
  it("is short where asked", () => {
    expect(formatMoney({ amountMinor: 123456n, currency: "EUR" }, "en-GB", { compact: true })).toBe("€1.23k");
    expect(formatMoney({ amountMinor: 600000n, currency: "EUR" }, "en-GB", { compact: true })).toBe("€6.00k");
    expect(formatMoney({ amountMinor: 700n, currency: "EUR" }, "en-GB", { compact: true })).toBe("€7");
    expect(formatMoney({ amountMinor: -123456789n, currency: "EUR" }, "en-GB", { compact: true })).toBe(
      "-€1.23m",
    );
  });
  it.each([
    ["76762.06", "EUR", "€76,762"],
    ["-1000.4", "EUR", "-€1,000"],
    ["9007199254740993.5", "EUR", "€9,007,199,254,740,994"],
    ["999.5", "EUR", "€999.50"],
    ["0.01", "EUR", "€0.01"],
    ["1234567", "JPY", "JP¥1,234,567"],
    ["500", "JPY", "JP¥500"],
  ])("writes %s %s in a sentence as %s", (amount, currency, text) => {
    expect(formatMoney(moneyFromDecimal(amount, currency), "en-GB", { rounded: true })).toBe(text);
  });
});
