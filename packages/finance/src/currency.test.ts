import { describe, expect, it } from "vitest";
import { currencyCodes, currencyExponent, isCurrencyCode } from "./currency.ts";

describe("currencyExponent", () => {
  // ISO 4217 list one.
  it.each([
    ["EUR", 2],
    ["USD", 2],
    ["JPY", 0],
    ["KRW", 0],
    ["ISK", 0],
    ["KWD", 3],
    ["TND", 3],
    ["CLF", 4],
    ["HUF", 2],
    ["XCG", 2],
  ])("knows the digits of %s", (currency, digits) => {
    expect(currencyExponent(currency)).toBe(digits);
  });
  it("gives two digits to all but those the standard's list one names otherwise", () => {
    const others = new Map([
      [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
      [3, "BHD IQD JOD KWD LYD OMR TND"],
      [4, "CLF UYW"],
    ]);
    for (const [digits, codes] of others) {
      for (const code of codes.split(" ")) expect([code, currencyExponent(code)]).toEqual([code, digits]);
    }
    const named = [...others.values()].join(" ").split(" ");
    const rest = currencyCodes.filter((code) => !named.includes(code));
    expect(rest.filter((code) => currencyExponent(code) !== 2)).toEqual([]);
  });
  it("knows the codes of the latest amendments, and none that was withdrawn before 2025", () => {
    // Amendments 170 to 179: VED, SLE, XCG, ZWG, XAD came; SLL, HRK, CUC, ZWL went.
    expect("VED SLE XCG ZWG XAD".split(" ").every(isCurrencyCode)).toBe(true);
    expect("SLL HRK CUC ZWL STD MRO VEF BYR LTL".split(" ").some(isCurrencyCode)).toBe(false);
    // 165 in force that have a minor unit, and two that ledgers still hold.
    expect(currencyCodes).toHaveLength(167);
  });
  it.each(["eur", "EURO", "XXX", "XAU", "BTC", "", "DEM"])("refuses %j", (code) => {
    expect(() => currencyExponent(code)).toThrow("not an ISO 4217 currency code");
    expect(isCurrencyCode(code)).toBe(false);
  });
  it("agrees with the runtime's own table, but for the decimals that only cash has given up", () => {
    // CLDR drops decimals that no coin pays any more; accounts, and ISO 4217, keep them.
    const withoutCoins = "AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER".split(" ");
    // CLDR keeps no digits for the units of account.
    const known = currencyCodes.filter((code) => Intl.supportedValuesOf("currency").includes(code));
    expect(known.length).toBeGreaterThan(140);
    const different = known.filter((currency) => {
      const format = new Intl.NumberFormat("en", { style: "currency", currency });
      return format.resolvedOptions().maximumFractionDigits !== currencyExponent(currency);
    });
    expect(different.filter((code) => !withoutCoins.includes(code))).toEqual([]);
  });
});

describe("currencyCodes", () => {
  it("holds each code once, sorted", () => {
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
    expect(currencyCodes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(currencyCodes.toSorted()).toEqual(currencyCodes);
    expect(isCurrencyCode("EUR")).toBe(true);
  });
});
