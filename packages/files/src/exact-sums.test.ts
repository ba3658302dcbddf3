import { addDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addExact, decimalToExact, exactToDecimal, type ExactNumber } from "./exact-number.ts";
import { ExactSums } from "./exact-sums.ts";

/** Decimals of up to 30 digits with up to 20 behind the point: most leave the safe integers. */
const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }))
  .map(([isNegative, digits, scale]) => {
    const text = String(digits).padStart(scale + 1, "0");
    const plain = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
    return isNegative ? `-${plain}` : plain;
  });
const shortDecimals = fc
  .integer({ min: -1_000_000, max: 1_000_000 })
  .map((cents) => (cents / 100).toFixed(2));

function exact(decimal: string): ExactNumber {
  const number: ExactNumber = { mantissa: 0, scale: 0 };
  decimalToExact(decimal, number);
  return number;
}

describe("ExactSums", () => {
  it("adds 0.1 and 0.2 to 0.3", () => {
    const sums = new ExactSums();
    sums.add(7, exact("0.1"));
    sums.add(7, exact("0.2"));
    expect(sums.decimal(7)).toBe("0.3");
    expect(sums.decimal(6)).toBe("0");
  });

  it("agrees with decimal.js on any mixture of short and long numbers, cell by cell", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.oneof(decimals, shortDecimals)), {
          maxLength: 40,
        }),
        (parts) => {
          const sums = new ExactSums();
          const expected = new Map<number, string[]>();
          for (const [cell, decimal] of parts) {
            sums.add(cell, exact(decimal));
            expected.set(cell, [...(expected.get(cell) ?? []), decimal]);
          }
          for (const [cell, values] of expected) expect(sums.decimal(cell)).toBe(sumDecimals(values));
        },
      ),
    );
  });

  it("stays exact past the largest safe integer", () => {
    const sums = new ExactSums();
    sums.add(0, exact("9007199254740991"));
    sums.add(0, exact("2"));
    sums.add(0, exact("0.001"));
    expect(sums.decimal(0)).toBe("9007199254740993.001");
  });
});

describe("addExact", () => {
  it("agrees with decimal.js", () => {
    fc.assert(
      fc.property(fc.oneof(decimals, shortDecimals), fc.oneof(decimals, shortDecimals), (a, b) => {
        const sum = exact(a);
        addExact(sum, exact(b));
        expect(exactToDecimal(sum)).toBe(addDecimals(a, b));
      }),
    );
  });
});
