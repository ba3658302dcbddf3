import { numberStyles } from "@liftledger/contracts/import-answer";
import type { NumberStyle } from "@liftledger/contracts/import-recipe";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactToDecimal, type ExactNumber } from "./exact-number.ts";
import { numberReader, readNumber } from "./number-cell.ts";

const english: NumberStyle = { decimal: ".", thousands: "," };
const german: NumberStyle = { decimal: ",", thousands: "." };
const plain: NumberStyle = { decimal: ".", thousands: "" };

describe("readNumber", () => {
  const cases: [text: string, style: NumberStyle, expected: string | undefined][] = [
    ["1234.5", plain, "1234.5"],
    ["1,234.50", english, "1234.5"],
    ["1.234,56", german, "1234.56"],
    ["1.234", german, "1234"],
    ["1.234", english, "1.234"],
    ["12.345.678", german, "12345678"],
    ["(1,234.50)", english, "-1234.5"],
    ["-5", plain, "-5"],
    ["\u2212 5", plain, "-5"],
    ["+5", plain, "5"],
    ["  7 ", plain, "7"],
    ["-0.00", plain, "0"],
    ["007", plain, "7"],
    ["1 234,5", { decimal: ",", thousands: " " }, "1234.5"],
    ["1\u00a0234\u202f567,5", { decimal: ",", thousands: " " }, "1234567.5"],
    ["1'234.5", { decimal: ".", thousands: "'" }, "1234.5"],
    ["0.1000000000000000055", plain, "0.1000000000000000055"],
    ["1,234", plain, undefined],
    ["1,23", english, undefined],
    ["0,123", { decimal: ".", thousands: "," }, undefined],
    ["1.2.3", plain, undefined],
    [".5", plain, undefined],
    ["5.", plain, undefined],
    ["", plain, undefined],
    ["-", plain, undefined],
    ["()", plain, undefined],
    ["--5", plain, undefined],
    ["1e5", plain, undefined],
    ["NaN", plain, undefined],
    ["Infinity", plain, undefined],
    ["0x10", plain, undefined],
    ["6.55%", plain, undefined],
    ["US$34.15", plain, undefined],
    ["=1+1", plain, undefined],
    ["١٢", plain, undefined],
    ["9".repeat(41), plain, undefined],
  ];
  it.each(cases)("reads %j with %j as %j", (text, style, expected) => {
    expect(readNumber(text, style)).toBe(expected);
  });

  it("reads what a style writes", () => {
    const amounts = fc.tuple(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.constantFrom(...Object.values(numberStyles)),
    );
    fc.assert(
      fc.property(amounts, ([cents, style]) => {
        const [whole = "", fraction = ""] = (Math.abs(cents) / 100).toFixed(2).split(".");
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.thousands);
        const written = `${cents < 0 ? "-" : ""}${grouped}${style.decimal}${fraction}`;
        expect(Number(readNumber(written, style))).toBe(cents / 100);
      }),
    );
  });
});

describe("numberReader", () => {
  it("agrees with readNumber on anything, its fast path included", () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(..."0123456789.,-() '"), maxLength: 20 }),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => value.toFixed(6)),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(plain, english, german), (text, style) => {
        const into: ExactNumber = { mantissa: 0, scale: 0 };
        const isNumber = numberReader(style)(text, into);
        expect(isNumber ? exactToDecimal(into) : undefined).toBe(readNumber(text, style));
      }),
      { numRuns: 2_000 },
    );
  });
});
