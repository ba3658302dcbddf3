import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTypedNumber, showDecimal, trimDecimal, typedFromDecimal } from "./typed-number.ts";

const read = (typed: string, locale = "en-GB") => {
  const number = readTypedNumber(typed, locale);
  return number.kind === "number" ? number.decimal : number.kind;
};

describe("readTypedNumber", () => {
  it.each([
    ["12", "12"],
    ["12.50", "12.5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["007", "7"],
    ["1,234", "1234"],
    ["1,234,567.8", "1234567.8"],
    ["1.234,5", "1234.5"],
    ["1.234.567", "1234567"],
    ["12,5", "12.5"],
    ["1.234", "1.234"],
    ["€ 1,234.50", "1234.5"],
    ["1\u202f234", "1234"],
    ["1’234.5", "1234.5"],
    ["(120)", "-120"],
    ["\u2212 3", "-3"],
    ["-0", "0"],
    ["", "empty"],
    ["  ", "empty"],
    ["12 apples", "fault"],
    ["1e3", "fault"],
    ["12,34,5", "fault"],
    ["1,234.567.890", "fault"],
    ["1.2.3", "fault"],
    [".", "fault"],
    ["12%", "fault"],
    ["--1", "fault"],
  ])("reads %j as %s in British English", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each([
    ["1.234", "1234"],
    ["1,234", "1.234"],
    ["0.234", "0.234"],
    ["12.5", "12.5"],
    ["1.234,5", "1234.5"],
  ])("reads %j as %s in German", (typed, expected) => {
    expect(read(typed, "de-DE")).toBe(expected);
  });

  it("keeps every digit of a long number", () => {
    expect(read("12345678901234567890.123456789")).toBe("12345678901234567890.123456789");
  });

  it("reads back what it writes for editing, in any of these locales", () => {
    const decimals = fc
      .tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.nat(9999))
      .map(([whole, fraction]) => trimDecimal(`${whole}.${String(fraction).padStart(4, "0")}`));
    fc.assert(
      fc.property(decimals, fc.constantFrom("en-GB", "de-DE", "fr-FR", "de-CH"), (decimal, locale) => {
        expect(read(typedFromDecimal(decimal, locale), locale)).toBe(decimal);
      }),
    );
  });
});

describe("trimDecimal", () => {
  it.each([
    ["1.500", "1.5"],
    ["1.000", "1"],
    ["-0.0", "0"],
    ["0010", "10"],
    ["-007.10", "-7.1"],
  ])("writes %s as %s", (decimal, expected) => {
    expect(trimDecimal(decimal)).toBe(expected);
  });
});

describe("showDecimal", () => {
  it("groups, and keeps every digit that says something", () => {
    expect(showDecimal("1234567.8910", "en-GB")).toBe("1,234,567.891");
    expect(showDecimal("1234567.8910", "de-DE")).toBe("1.234.567,891");
    expect(showDecimal("0.92345678901234567890123", "en-GB")).toBe("0.92345678901234567890123");
    expect(showDecimal("-1234.00", "en-GB")).toBe("-1,234");
  });
});
