import { expect } from "vitest";

/** |got − wanted| ≤ relative · |wanted|, or ≤ absolute where that allows more; nothing at all is not close. */
export function expectClose(
  got: number | null | undefined,
  wanted: number,
  relative = 1e-8,
  absolute = 0,
): void {
  const apart = Math.abs((got ?? Number.NaN) - wanted);
  expect(apart, `${got} for ${wanted}`).toBeLessThanOrEqual(Math.max(relative * Math.abs(wanted), absolute));
}

/** As many values as wanted, and each as close as told. */
export function expectAllClose(
  got: readonly (number | null | undefined)[],
  wanted: readonly number[],
  relative = 1e-8,
  absolute = 0,
): void {
  expect(got).toHaveLength(wanted.length);
  wanted.forEach((value, i) => expectClose(got[i], value, relative, absolute));
}
