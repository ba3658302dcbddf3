import { describe, expect, it } from "vitest";
import { createFilterSteps, fillFilterSteps } from "./error-filter.ts";

/** log |C| by a Cholesky factorisation as plain as can be. */
function logDeterminant(size: number, covariance: (i: number, j: number) => number): number {
  const factor: number[][] = [];
  let sum = 0;
  for (let i = 0; i < size; i += 1) {
    const row: number[] = [];
    factor.push(row);
    for (let j = 0; j <= i; j += 1) {
      let value = covariance(i, j);
      for (let m = 0; m < j; m += 1) value -= (row[m] as number) * (factor[j]?.[m] as number);
      row.push(i === j ? Math.sqrt(value) : value / (factor[j]?.[j] as number));
    }
    sum += 2 * Math.log(row[i] as number);
  }
  return sum;
}

describe("fillFilterSteps", () => {
  it.each([
    ["level", 6, 200],
    ["level", 0.03, 200],
    ["ar1", 0.96, 200],
    ["ar1", 0.04, 30],
  ] as const)(
    "gives log |C| of %s %d over %i periods, beyond the range of doubles too",
    (family, parameter, size) => {
      const steps = createFilterSteps(size);
      const shape = {
        family,
        parameter,
        prior: 1,
        noiseVariance: family === "level" ? 1 : 0,
        startVariance: family === "level" ? 0 : 1,
      };
      const times = Int32Array.from({ length: size }, (_, i) => i);
      const wanted = logDeterminant(size, (i, j) =>
        family === "level"
          ? (i === j ? 1 : 0) + parameter ** 2 * Math.min(i, j)
          : parameter ** Math.abs(i - j),
      );
      expect(fillFilterSteps(steps, shape, times).logDeterminant).toBeCloseTo(wanted, 8);
    },
  );
});
