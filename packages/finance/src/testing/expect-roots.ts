import { expect } from "vitest";
import type { RateOfReturn } from "../rate-of-return.ts";
import { expectWithin } from "./expect-within.ts";

/** As many rates as expected, each within the tolerance. */
export function expectRoots(
  got: RateOfReturn,
  expected: readonly (string | number)[],
  tolerance: number | { readonly abs: number; readonly rel: number },
): void {
  const within = typeof tolerance === "number" ? { abs: tolerance, rel: tolerance } : tolerance;
  expect(got.roots).toHaveLength(expected.length);
  got.roots.forEach((root, index) => expectWithin(root, expected[index] ?? Number.NaN, within));
}
