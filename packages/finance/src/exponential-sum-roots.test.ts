import { describe, expect, it } from "vitest";
import { readAmount } from "./amount.ts";
import { exponentialSumRoots } from "./exponential-sum-roots.ts";

function term(amount: string, time: number) {
  return { amount: readAmount(amount), time };
}

const bounds = { low: -20, high: 20 };

describe("exponentialSumRoots", () => {
  it("has none without terms, without a change of sign, and outside its bounds", () => {
    expect(exponentialSumRoots([], bounds)).toEqual([]);
    expect(exponentialSumRoots([term("2", 0)], bounds)).toEqual([]);
    expect(exponentialSumRoots([term("2", 0), term("1", 3)], bounds)).toEqual([]);
    // 2 = e^(−x) at x = −ln 2
    expect(exponentialSumRoots([term("2", 0), term("-1", 1)], { low: 0, high: 20 })).toEqual([]);
  });
  it("finds a logarithm", () => {
    expect(exponentialSumRoots([term("2", 0), term("-1", 1)], bounds)[0]).toBeCloseTo(-Math.LN2, 15);
    expect(exponentialSumRoots([term("2", 0), term("-1", 1000)], bounds)[0]).toBeCloseTo(
      -Math.LN2 / 1000,
      17,
    );
  });
  it("finds a touch in the midst of terms far apart", () => {
    // (1 − e^(−x/2))² in half units of time, and a term that weighs nothing near its touch at 0.
    const touching = [term("1", 0), term("-2", 1000), term("1", 2000)];
    const roots = exponentialSumRoots(touching, bounds);
    expect(roots).toEqual([expect.closeTo(0, 40)]);
    expect(exponentialSumRoots([...touching, term("1e-30", 2001)], bounds)).toEqual([]);
    // (1 − e^(−1000 x))² = 1e-30 at x = ± 1e-18
    const split = exponentialSumRoots([...touching, term("-1e-30", 2001)], bounds);
    expect(split).toEqual([expect.closeTo(-1e-18, 25), expect.closeTo(1e-18, 25)]);
  });
});
