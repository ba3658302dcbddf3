import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastSquares } from "./least-squares.ts";

type Dataset = {
  name: keyof typeof LEAST_DIGITS;
  y: number[];
  x: number[][];
  model: string;
  certified: { coef: number[]; se: number[] };
};

/** The tolerances of the reference file. */
const LEAST_DIGITS = {
  norris: { coefficient: 1e-9, error: 1e-9 },
  longley: { coefficient: 1e-8, error: 1e-8 },
  wampler1: { coefficient: 1e-7, error: Infinity },
  noint1: { coefficient: 1e-11, error: 1e-11 },
};

const REFERENCE = join(import.meta.dirname, "../../../../shared/reference/statistics/nist_linear.json");

function designOf({ x, model }: Dataset): number[][] {
  if (model === "no intercept") return x;
  const degree = /degree (\d+)/.exec(model)?.[1];
  if (degree === undefined) return x.map((row) => [1, ...row]);
  return x.map((row) =>
    Array.from({ length: Number(degree) + 1 }, (_, power) => (row[0] as number) ** power),
  );
}

function fitted(design: number[][], y: number[]) {
  const fit = leastSquares(design, y);
  if (fit.kind !== "fit") throw new Error(fit.reason);
  return fit;
}

describe("leastSquares", () => {
  it.skipIf(!existsSync(REFERENCE))(
    "meets the certified values of NIST (needs the reference vectors beside the repository)",
    () => {
      const { inputs } = JSON.parse(readFileSync(REFERENCE, "utf8")) as { inputs: { datasets: Dataset[] } };
      expect(inputs.datasets).toHaveLength(4);
      for (const dataset of inputs.datasets) {
        const fit = fitted(designOf(dataset), dataset.y);
        const least = LEAST_DIGITS[dataset.name];
        dataset.certified.coef.forEach((wanted, j) => {
          expect(Math.abs((fit.coefficients[j] as number) / wanted - 1)).toBeLessThan(least.coefficient);
        });
        dataset.certified.se.forEach((wanted, j) => {
          const off = Math.abs((fit.standardErrors[j] as number) - wanted);
          expect(off).toBeLessThanOrEqual(wanted === 0 ? least.error : least.error * wanted);
        });
      }
    },
  );

  it("finds a straight line, with the errors of the textbook formula", () => {
    const fit = fitted(
      [
        [1, 1],
        [1, 2],
        [1, 3],
        [1, 4],
      ],
      [2, 4, 5, 4],
    );
    expect(fit.coefficients[0]).toBeCloseTo(2, 12);
    expect(fit.coefficients[1]).toBeCloseTo(0.7, 12);
    expect(fit.residualSquares).toBeCloseTo(2.3, 12);
    expect(fit.degreesOfFreedom).toBe(2);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(2.3 / 2 / 5), 12);
  });

  it("leaves residuals that no column of the design can explain", () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 20 }), (rows) => {
        const design = rows.map(([x], i) => [1, x + i * i, i % 2]);
        const { residuals } = fitted(
          design,
          rows.map(([, y]) => y),
        );
        for (let j = 0; j < 3; j += 1) {
          const product = design.reduce(
            (sum, row, i) => sum + (row[j] as number) * (residuals[i] as number),
            0,
          );
          expect(Math.abs(product)).toBeLessThan(1e-7);
        }
      }),
    );
  });

  it("refuses dependent columns and names the first", () => {
    const design = [1, 2, 3, 4, 5].map((t) => [1, t, 3 * t - 2]);
    expect(leastSquares(design, [1, 2, 3, 4, 5])).toMatchObject({ kind: "rank-deficient", column: 2 });
    const empty = [1, 2, 3].map((t) => [t, 0]);
    expect(leastSquares(empty, [1, 2, 3])).toMatchObject({ kind: "rank-deficient", column: 1 });
  });

  it("refuses a polynomial of a degree that double precision cannot tell apart", () => {
    const design = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: 12 }, (_, power) => (1000 + i) ** power),
    );
    expect(
      leastSquares(
        design,
        design.map((_, i) => i),
      ),
    ).toMatchObject({ kind: "rank-deficient" });
  });

  it("throws for shapes and values that are none", () => {
    expect(() => leastSquares([[1, 2]], [1])).toThrow("needs as many rows");
    expect(() => leastSquares([[1], [1]], [1])).toThrow("2 rows for 1 values");
    expect(() => leastSquares([[1], [1, 2]], [1, 2])).toThrow("row 2 of the design");
    expect(() => leastSquares([[1], [Number.NaN]], [1, 2])).toThrow("holds NaN");
    expect(() => leastSquares([[1], [1]], [1, Infinity])).toThrow("finite");
    expect(() => leastSquares([], [])).toThrow("at least one column");
  });
});
