import { describe, expect, it } from "vitest";
import { createFilterSteps, fillFilterSteps, innerProducts, whitenColumns } from "./error-filter.ts";

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

  it("gives log |C| where one variance alone is nearly out of the range of doubles", () => {
    const shape = { family: "iid", parameter: 0, prior: 1, noiseVariance: 1e-210, startVariance: 0 } as const;
    const { logDeterminant } = fillFilterSteps(createFilterSteps(3), shape, Int32Array.of(0, 1, 2));
    expect(logDeterminant).toBeCloseTo(3 * -210 * Math.LN10, 9);
  });
});

describe("whitenColumns", () => {
  // By hand: each value less its expectation given those before it, over the standard deviation of that.
  it.each([
    // C = [1 ½ ¼, ½ 1 ½, ¼ ½ 1]: what is left of 2 is 2 − ½·1, of 4 it is 4 − ½·2, each of variance ¾.
    ["ar1", 0.5, 0, 1, [1, 2, 4], [1, 1.5 / Math.sqrt(0.75), 3 / Math.sqrt(0.75)]],
    // C = [2 0 0, 0 3 1, 0 1 4]: the last is expected to be a third of the second, with variance 4 − ⅓.
    ["level", 1, 2, 0, [1, 3, 3], [1 / Math.SQRT2, 3 / Math.sqrt(3), 2 / Math.sqrt(11 / 3)]],
  ] as const)("makes %s of %d white", (family, parameter, noiseVariance, startVariance, values, white) => {
    const steps = createFilterSteps(3);
    fillFilterSteps(
      steps,
      { family, parameter, prior: 1, noiseVariance, startVariance },
      Int32Array.of(0, 1, 2),
    );
    const columns = Float64Array.from([...values, ...values.map((value) => -2 * value)]);
    const whitened = new Float64Array(6);
    const [state, twice, ...more] = whitenColumns(columns, 2, steps, whitened);
    const wanted = [...white, ...white.map((value) => -2 * value)];
    expect([...whitened]).toEqual(wanted.map((value) => expect.closeTo(value, 14)));
    expect(twice).toBeCloseTo(-2 * (state as number), 14);
    expect(more).toEqual([]);
  });
});

describe("innerProducts", () => {
  it("gives the lower triangle row by row, and no more", () => {
    const columns = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 10);
    expect(innerProducts(columns, 3, 3)).toEqual([14, 32, 77, 53, 128, 213]);
    expect(innerProducts(columns, 2, 3)).toEqual([14, 32, 77]);
  });
});
