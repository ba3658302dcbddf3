import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { roundHalfEven } from "@liftledger/numerics/decimal";
import { roundedQuotient } from "./rounded-quotient.ts";

describe("roundedQuotient", () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [1n, 2n, 0n],
    [-1n, 2n, 0n],
    [5n, 3n, 2n],
    [4n, 3n, 1n],
    [6n, 3n, 2n],
  ])("rounds %s / %s to %s", (numerator, denominator, expected) => {
    expect(roundedQuotient(numerator, denominator)).toBe(expected);
  });
  it("agrees with decimal rounding wherever the fraction is a decimal", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(6), (numerator, places) => {
        const sign = numerator < 0n ? "-" : "";
        const digits = String(numerator < 0n ? -numerator : numerator).padStart(places + 1, "0");
        const decimal =
          places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
        expect(String(roundedQuotient(numerator, 10n ** BigInt(places)))).toBe(roundHalfEven(decimal, 0));
      }),
    );
  });
  it("refuses a denominator that is not above zero", () => {
    expect(() => roundedQuotient(1n, 0n)).toThrow("the denominator must be above 0");
    expect(() => roundedQuotient(1n, -2n)).toThrow(RangeError);
  });
});
