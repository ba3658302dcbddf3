import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { allocate, allocateSigned } from "./allocate.ts";

const someTotal = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const someWeight = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  fc.integer({ min: 1, max: 1000 }),
);
const someWeights = fc
  .array(someWeight, { minLength: 1, maxLength: 20 })
  .filter((weights) => weights.some((weight) => weight > 0));

function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((total, part) => total + part, 0n);
}

describe("allocate", () => {
  // Vectors: "allocation" of the finance reference set, exact arithmetic; largest remainder on minor
  // units, ties to the lower index.
  it.each([
    [10000n, [1, 1, 1], [3334n, 3333n, 3333n]],
    [100n, [50, 30, 20], [50n, 30n, 20n]],
    [5n, [0.5, 0.3, 0.2], [3n, 1n, 1n]],
  ])("divides %s by %j", (total, weights, expected) => {
    expect(allocate(total, weights)).toEqual(expected);
    expect(allocate(total, weights.map(String))).toEqual(expected);
  });
  it.each<[bigint, string[], bigint[]]>([
    // A negative amount: the opposite of 3334, 3333, 3333.
    [-10000n, ["1", "1", "1"], [-3334n, -3333n, -3333n]],
    // 7 parts of 100: 14.28… each; the first two get the two left over.
    [100n, ["1", "1", "1", "1", "1", "1", "1"], [15n, 15n, 14n, 14n, 14n, 14n, 14n]],
    // Exact shares 2.5 and 2.5: a tie, to the earlier.
    [5n, ["2", "2"], [3n, 2n]],
    // Nothing weighs, nothing gets; 1.5 and 1.5 tie.
    [3n, ["0", "1", "0", "1"], [0n, 2n, 0n, 1n]],
    [7n, ["0.000000000000000000000000000001"], [7n]],
    [0n, ["1", "2"], [0n, 0n]],
    // Shares 10^20 / 3 = 33333333333333333333.3…, beyond what a double holds.
    [
      100000000000000000000n,
      ["1", "1", "1"],
      [33333333333333333334n, 33333333333333333333n, 33333333333333333333n],
    ],
  ])("divides %s by the decimals %j", (total, weights, expected) => {
    expect(allocate(total, weights)).toEqual(expected);
  });
  it("refuses a weight that is no plain decimal", () => {
    expect(() => allocate(5n, ["1", "half"])).toThrow('The weight is a decimal, not "half"');
    expect(() => allocate(5n, ["1", "-0.5"])).toThrow("from 0, not -0.5");
  });
  it("takes a weight for what it prints as", () => {
    // Shares of 0.5, 1 and 1.5: the two halves tie, and the earlier part wins.
    expect(allocate(3n, [0.1, 0.2, 0.3])).toEqual([1n, 1n, 1n]);
    expect(allocate(1n, [0.3, 0.1 + 0.2])).toEqual([0n, 1n]);
  });
  it("adds up to the total, always", () => {
    fc.assert(
      fc.property(someTotal, someWeights, (total, weights) => {
        expect(sum(allocate(total, weights))).toBe(total);
      }),
    );
  });
  it("leaves no part a whole unit from its exact share, and nothing with a part that weighs nothing", () => {
    const whole = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 20 })
      .filter((weights) => weights.some((weight) => weight > 0));
    fc.assert(
      fc.property(someTotal, whole, (total, weights) => {
        const all = BigInt(weights.reduce((left, right) => left + right, 0));
        allocate(total, weights).forEach((part, index) => {
          const weight = BigInt(weights[index] ?? 0);
          const distance = part * all - total * weight;
          expect(distance < all && distance > -all).toBe(true);
          expect(weight > 0n || part === 0n).toBe(true);
        });
      }),
    );
  });
  it("divides a negative total as its opposite", () => {
    fc.assert(
      fc.property(someTotal, someWeights, (total, weights) => {
        expect(allocate(-total, weights)).toEqual(allocate(total, weights).map((part) => -part));
      }),
    );
  });
  it("refuses to decide where no weight does", () => {
    expect(() => allocate(5n, [0, 0])).toThrow("no weight is above 0");
    expect(() => allocate(5n, [])).toThrow("no weight is above 0");
    expect(allocate(0n, [0, 0])).toEqual([0n, 0n]);
    expect(allocate(0n, [])).toEqual([]);
  });
  it.each([-1, Number.NaN, Infinity])("refuses a weight of %d", (weight) => {
    expect(() => allocate(5n, [1, weight])).toThrow(RangeError);
  });
});

describe("allocateSigned", () => {
  it("rounds gains and losses so that they add up to the headline", () => {
    expect(allocateSigned(10n, [3.4, -1.2, 7.8])).toEqual([3n, -1n, 8n]);
    // Rounded each by itself these would make 3 of a total of 4.
    expect(allocateSigned(4n, [1.4, 1.4, 1.4])).toEqual([2n, 1n, 1n]);
  });
  it("rounds decimals of any length exactly", () => {
    // Thirds of 100,000,000,000,000,000,001 cents; as doubles they would all be whole.
    const third = "33333333333333333333.6666666666666666666666666";
    expect(allocateSigned(100000000000000000001n, [third, third, third])).toEqual([
      33333333333333333334n,
      33333333333333333334n,
      33333333333333333333n,
    ]);
    expect(allocateSigned(-1n, ["-0.5", "-0.5"])).toEqual([0n, -1n]);
  });
  it("bears a total that rounding moved by one", () => {
    expect(allocateSigned(2n, [1, 2])).toEqual([0n, 2n]);
    expect(allocateSigned(4n, [1, 2])).toEqual([2n, 2n]);
    expect(allocateSigned(5n, [1, 2, 3])).toEqual([0n, 2n, 3n]);
  });
  it("adds up to the rounded total, with every part at a neighbouring integer", () => {
    const somePart = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(somePart, { maxLength: 60 }), (parts) => {
        const total = BigInt(Math.round(parts.reduce((left, right) => left + right, 0)));
        const rounded = allocateSigned(total, parts);
        expect(sum(rounded)).toBe(total);
        rounded.forEach((part, index) => {
          expect(Math.abs(Number(part) - (parts[index] ?? 0))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
  it("refuses parts that are not parts of the total, and what is not finite", () => {
    expect(() => allocateSigned(100n, [3.4, 7.8])).toThrow("do not add up to");
    expect(() => allocateSigned(0n, [3.4, 7.8])).toThrow("do not add up to");
    expect(() => allocateSigned(1n, [])).toThrow("do not add up to");
    expect(allocateSigned(0n, [])).toEqual([]);
    expect(() => allocateSigned(0n, [Number.NaN])).toThrow(RangeError);
  });
});
