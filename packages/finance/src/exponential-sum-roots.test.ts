import { describe, expect, it } from "vitest";
import { readAmount } from "./amount.ts";
import { exponentialSumRoots } from "./exponential-sum-roots.ts";
import { multiplyPolynomials } from "./testing/real-root-count.ts";

function term(amount: string, time: number) {
  return { amount: readAmount(amount), time };
}

const bounds = { low: -20, high: 20 };

/** The product of (20 g − 20 r) over growths r, as flows. */
function withGrowths(...growths: readonly number[]) {
  const product = growths.reduce<bigint[]>(
    (flows, growth) => multiplyPolynomials(flows, [20n, BigInt(Math.round(-20 * growth))]),
    [1n],
  );
  return product.map((flow, time) => term(String(flow), time));
}

function growthsOf(terms: ReturnType<typeof withGrowths>): number[] {
  return exponentialSumRoots(terms, bounds).map((root) => Math.exp(root));
}

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
    // 2 = 1e-9 e^(−x) + e^(−1e6 x): mpmath 1.2, findroot with 40 digits.
    const long = [term("2", 0), term("-1e-9", 1), term("-1", 1_000_000)];
    expect(exponentialSumRoots(long, bounds)[0]).toBeCloseTo(-6.93147180059945e-7, 20);
  });
  it("finds every crossing below and above a touch, in ascending order", () => {
    for (const growths of [
      [1.1, 1.5, 1.5],
      [1.05, 1.2, 1.5, 1.5],
      [1.05, 1.05, 1.2, 1.5],
      [0.9, 1.1, 1.1, 1.3, 1.6, 2, 2],
    ]) {
      const expected = [...new Set(growths)].map((growth) => expect.closeTo(growth, 12));
      expect(growthsOf(withGrowths(...growths))).toEqual(expected);
    }
  });
  it("finds a crossing beyond a root of the seventh power, at whose surroundings doubles see the wrong sign", () => {
    const seventh = Array.from({ length: 7 }, () => 1.1);
    expect(growthsOf(withGrowths(...seventh, 2))).toEqual([expect.closeTo(1.1, 12), expect.closeTo(2, 12)]);
    expect(growthsOf(withGrowths(...seventh, 5))).toEqual([expect.closeTo(1.1, 12), expect.closeTo(5, 12)]);
  });
  it("leaves out the root of a near pair that lies beyond a bound", () => {
    // (g − 1.00001)(g − 0.99999)
    const pair = [term("1", 0), term("-2", 1), term("0.9999999999", 2)];
    const [below, above] = [Math.log1p(-1e-5), Math.log1p(1e-5)];
    expect(exponentialSumRoots(pair, bounds)).toEqual([expect.closeTo(below, 18), expect.closeTo(above, 18)]);
    expect(exponentialSumRoots(pair, { low: -1e-6, high: 20 })).toEqual([expect.closeTo(above, 18)]);
    expect(exponentialSumRoots(pair, { low: -20, high: 1e-6 })).toEqual([expect.closeTo(below, 18)]);
  });
  it("decides on a root within rounding of a bound, one way or the other", () => {
    for (const [amount, periods] of [
      [2, 3],
      [3, 7],
      [4, 12],
    ] as const) {
      const flows = [term(String(amount), 0), term("-1", periods)];
      const root = -Math.log(amount) / periods;
      const from = (low: number) => exponentialSumRoots(flows, { low, high: 20 });
      expect(from(root * (1 + 1e-14))).toEqual([expect.closeTo(root, 15)]);
      expect(from(root * (1 - 1e-14))).toEqual([]);
      for (const ulps of [-1, 0, 1]) {
        expect(from(root * (1 + ulps * 2e-16)).length).toBeLessThanOrEqual(1);
      }
    }
  });
  it("finds touches at very high and at negative rates", () => {
    // (g − 1e10)² and (g − 0.5)²
    const high = [term("1", 0), term("-2e10", 1), term("1e20", 2)];
    expect(exponentialSumRoots(high, { low: -20, high: 30 })).toEqual([expect.closeTo(10 * Math.LN10, 13)]);
    const half = [term("1", 0), term("-1", 1), term("0.25", 2)];
    expect(exponentialSumRoots(half, bounds)).toEqual([expect.closeTo(-Math.LN2, 15)]);
  });
  it("stands sizes that no double holds, also where its derivatives need them", () => {
    // −(g − 1.1)(g − 1.2) · 1e380, and a last term that turns the sign again beyond all bounds.
    const huge = [term("-1e380", 0), term("2.3e380", 1), term("-1.32e380", 2), term("1e-380", 3)];
    expect(exponentialSumRoots(huge, bounds)).toEqual([
      expect.closeTo(Math.log(1.1), 13),
      expect.closeTo(Math.log(1.2), 13),
    ]);
    // −(u − 1e-400)(u − 2e-400) with u = g^100: g = 1e-4 and 1e-4 · 2^0.01.
    const tiny = [term("-1", 0), term("3e-400", 100), term("-2e-800", 200)];
    expect(exponentialSumRoots(tiny, bounds)).toEqual([
      expect.closeTo(-4 * Math.LN10, 13),
      expect.closeTo(-4 * Math.LN10 + Math.LN2 / 100, 13),
    ]);
  });
  it("gives near roots to the last digits, whichever sign comes first", () => {
    // ±(g − a)(g − a − 0.0014), expanded exactly.
    for (const [start, sum, product] of [
      [1.1, "2.2014", "1.21154"],
      [1.02, "2.0414", "1.041828"],
      [1.3, "2.6014", "1.69182"],
      [0.9, "1.8014", "0.81126"],
      [1.7, "3.4014", "2.89238"],
    ] as const) {
      const expected = [expect.closeTo(Math.log(start), 15), expect.closeTo(Math.log(start + 0.0014), 15)];
      for (const days of [1, 1825]) {
        const roots = (first: string, middle: string, last: string) =>
          exponentialSumRoots([term(first, 0), term(middle, days), term(last, 2 * days)], bounds);
        expect(roots("1", `-${sum}`, product).map((x) => x * days)).toEqual(expected);
        expect(roots("-1", sum, `-${product}`).map((x) => x * days)).toEqual(expected);
      }
    }
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
