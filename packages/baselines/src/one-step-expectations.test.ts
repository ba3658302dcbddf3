import { describe, expect, it } from "vitest";
import { fitMixtureBaseline } from "./mixture-baseline.ts";
import { meanCoefficients } from "./mixture-forecast.ts";
import { oneStepExpectations } from "./one-step-expectations.ts";

const times = [0, 1, 2, 4, 5, 6, 9, 10];
const y = [4.1, 4.4, 3.9, 4.8, 5.2, 5, 5.5, 5.1];
const design = times.map((time, i) => [1, time, i % 3]);

describe("oneStepExpectations under a single shape", () => {
  const baseline = fitMixtureBaseline({ times, y, design });

  it.each([
    ["iid", 0],
    ["ar1", 0.4],
    ["ar1", 0.92],
  ])("of %s with ρ = %d is the regression and ρ to the gap of the last residual", (family, rho) => {
    const shape = baseline.shapes.find(
      (fit) => fit.shape.family === family && Math.abs(fit.shape.parameter - rho) < 1e-9,
    );
    if (shape === undefined) throw new Error("no such shape");
    const single = { ...baseline, shapes: [{ ...shape, weight: 1 }] };
    const coefficients = meanCoefficients(single);
    const count = times.length;
    const fitted = times.map((_, i) =>
      coefficients.reduce((sum, b, j) => sum + b * (baseline.columns[j * count + i] as number), 0),
    );
    const expected = times.map((time, i) => {
      if (i === 0) return fitted[0] as number;
      const gap = time - (times[i - 1] as number);
      return (fitted[i] as number) + rho ** gap * ((y[i - 1] as number) - (fitted[i - 1] as number));
    });
    oneStepExpectations(single).forEach((value, i) => expect(value).toBeCloseTo(expected[i] as number, 10));
  });
});
