import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRoot } from "./root-search.ts";

function rootOf(f: (x: number) => number, from: number, to: number, options = {}): number {
  const search = findRoot(f, from, to, options);
  if (search.kind !== "root") throw new Error(search.reason);
  return search.x;
}

describe("findRoot", () => {
  // Roots to 17 digits: the square root of two; the Dottie number (OEIS A003957); Wallis's cubic
  // x³ − 2x − 5 (OEIS A007493); the omega constant xeˣ = 1 (OEIS A030178).
  it.each<[string, (x: number) => number, number, number, number]>([
    ["x² = 2", (x) => x * x - 2, 0, 2, Math.SQRT2],
    ["cos x = x", (x) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ["x³ − 2x = 5", (x) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
    ["x eˣ = 1", (x) => x * Math.exp(x) - 1, -1, 1, 0.5671432904097838],
  ])("solves %s to the last digit", (_, f, from, to, wanted) => {
    expect(Math.abs(rootOf(f, from, to) / wanted - 1)).toBeLessThan(5e-16);
    expect(rootOf(f, to, from)).toBeCloseTo(wanted, 14);
  });

  it("needs few evaluations for a smooth function, and not many more than bisection for a vile one", () => {
    const smooth = findRoot((x) => Math.exp(x) - 5, 0, 4);
    expect(smooth.kind === "root" && smooth.evaluations).toBeLessThan(14);
    const ninefold = findRoot((x) => (x - 0.3) ** 9, -1, 4, { tolerance: 1e-9 });
    expect(ninefold.kind === "root" && ninefold.evaluations).toBeLessThan(100);
  });

  it("finds every root to its tolerance, wherever the ends lie", () => {
    const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        coordinate,
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.constantFrom(1, 3, 5),
        (root, below, above, power) => {
          const found = rootOf((x) => (x - root) ** power, root - below, root + above, { tolerance: 1e-6 });
          expect(Math.abs(found - root)).toBeLessThanOrEqual(1e-6);
        },
      ),
      { seed: 3 },
    );
  });

  it("takes an end that is a root, and a step function's jump", () => {
    expect(rootOf((x) => x, 0, 1)).toBe(0);
    expect(rootOf((x) => x - 1, 0, 1)).toBe(1);
    expect(rootOf((x) => (x < 1 / 3 ? -1 : 1), 0, 1)).toBeCloseTo(1 / 3, 15);
  });

  it("answers plainly where there is no root to be had", () => {
    expect(findRoot((x) => x * x + 1, 3, -2)).toEqual({
      kind: "no-sign-change",
      valueAtLower: 5,
      valueAtUpper: 10,
      reason: "the function is above zero at both ends, -2 and 3",
    });
    expect(findRoot((x) => Math.log(x), -1, 2)).toMatchObject({ kind: "not-finite", x: -1 });
    expect(findRoot((x) => Math.log(x), 2, -1)).toMatchObject({ kind: "not-finite", x: -1 });
    expect(findRoot((x) => (x === -1 || x === 1 ? x : Number.NaN), -1, 1)).toMatchObject({
      kind: "not-finite",
    });
    expect(findRoot((x) => x - 0.3, 0, 1e9, { mostEvaluations: 3 })).toMatchObject({ kind: "not-settled" });
    expect(() => findRoot((x) => x, -Infinity, 1)).toThrow("two finite points");
  });
});
