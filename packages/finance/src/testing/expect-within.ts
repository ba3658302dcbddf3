import { expect } from "vitest";

/** The pass rule of the reference vectors: |got − expected| ≤ max(absolute, relative · |expected|). */
export function expectWithin(
  got: string | number,
  expected: string | number,
  tolerance: { readonly abs: number; readonly rel: number },
): void {
  const allowed = Math.max(tolerance.abs, tolerance.rel * Math.abs(Number(expected)));
  expect(Math.abs(Number(got) - Number(expected)), `${got} against ${expected}`).toBeLessThanOrEqual(allowed);
}
