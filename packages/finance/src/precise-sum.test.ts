import { describe, expect, it } from "vitest";
import { Precise, readAmount } from "./amount.ts";
import { deriveTerms, logGrowthOf, preciseShare, refineRoot } from "./precise-sum.ts";

function term(amount: string, time: number) {
  return { amount: readAmount(amount), time };
}

describe("deriveTerms", () => {
  it("multiplies each term by its distances from the times divided out", () => {
    // 1 − 3y + 2y² over y, differentiated: 1 · (0 − 1), −3 · 0 and 2 · (2 − 1).
    const derived = deriveTerms([term("1", 0), term("-3", 1), term("2", 2)], [1]);
    expect(derived.map(({ amount }) => amount.toNumber() + 0)).toEqual([-1, 0, 2]);
    expect(derived.map(({ time }) => time)).toEqual([0, 1, 2]);
  });
});

describe("preciseShare", () => {
  it("is the value over the sizes of its terms, and zero below 1e-40 of them", () => {
    // 4 − 3 · 0.5³ = 3.625 of 4.375.
    const share = preciseShare([term("4", 0), term("-3", 3)], new Precise("0.5"));
    expect(share.toNumber()).toBeCloseTo(3.625 / 4.375, 15);
    const cancelling = (rest: string) => preciseShare([term("1", 0), term(`-1.${rest}`, 1)], new Precise(1));
    expect(cancelling(`${"0".repeat(41)}1`).isZero()).toBe(true);
    expect(cancelling(`${"0".repeat(37)}1`).isNegative()).toBe(true);
  });
});

describe("logGrowthOf", () => {
  it("keeps its digits for discounts near 1 and near 0", () => {
    expect(logGrowthOf(new Precise("1e-10"))).toBeCloseTo(23.025850929940457, 14);
    expect(logGrowthOf(new Precise("0.25"))).toBeCloseTo(1.3862943611198906, 15);
    expect(logGrowthOf(new Precise(1).minus("1e-30"))).toBe(1e-30);
    expect(logGrowthOf(new Precise("1e10"))).toBeCloseTo(-23.025850929940457, 14);
  });
});

describe("refineRoot", () => {
  it("finds roots to 45 digits, on steep and on flat stretches", () => {
    const rootOf = (amount: string, power: number, from: string, to: string) =>
      refineRoot([term(amount, 0), term("-1", power)], new Precise(from), new Precise(to));
    const error = (found: typeof Precise.prototype, root: typeof Precise.prototype) =>
      found.dividedBy(root).minus(1).abs().toNumber();
    expect(error(rootOf("2", 2, "1", "2"), new Precise(2).sqrt())).toBeLessThan(1e-44);
    expect(error(rootOf("1e-30", 100, "0.001", "1"), new Precise("1e-30").pow("0.01"))).toBeLessThan(1e-44);
    expect(error(rootOf("1e30", 100, "1", "1000"), new Precise("1e30").pow("0.01"))).toBeLessThan(1e-44);
  });
});
