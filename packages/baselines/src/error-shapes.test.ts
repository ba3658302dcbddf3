import { describe, expect, it } from "vitest";
import { carriedShare, ERROR_SHAPES } from "./error-shapes.ts";

describe("carriedShare", () => {
  const shape = { parameter: 0.5, prior: 1, noiseVariance: 1, startVariance: 0 };

  it("is all of a wandering level, a power of ρ, and nothing of independent noise", () => {
    expect([1, 3].map((gap) => carriedShare({ ...shape, family: "level" }, gap))).toEqual([1, 1]);
    expect([1, 3].map((gap) => carriedShare({ ...shape, family: "ar1" }, gap))).toEqual([0.5, 0.125]);
    expect([1, 3].map((gap) => carriedShare({ ...shape, family: "iid" }, gap))).toEqual([0, 0]);
  });
});

describe("ERROR_SHAPES", () => {
  it("gives each family a third of the prior over its grid", () => {
    const of = (family: string) => ERROR_SHAPES.filter((shape) => shape.family === family);
    expect(["iid", "ar1", "level"].map((family) => of(family).length)).toEqual([1, 24, 40]);
    for (const family of ["iid", "ar1", "level"]) {
      expect(of(family).reduce((sum, { prior }) => sum + prior, 0)).toBeCloseTo(1 / 3, 14);
    }
    const [rhos, steps] = [of("ar1"), of("level")].map((shapes) => shapes.map(({ parameter }) => parameter));
    expect([rhos?.[0], rhos?.at(-1)]).toEqual([0.04, 0.96]);
    expect([steps?.[0], steps?.at(-1)]).toEqual([0.03, 6]);
    // Beta(1.5, 2) at .48 and .16: √3 · .52 / .84; s / (1 + 4 s²) at both ends: 6 / 145 over .03 / 1.0036.
    expect((of("ar1")[11]?.prior as number) / (of("ar1")[3]?.prior as number)).toBeCloseTo(
      (Math.sqrt(3) * 0.52) / 0.84,
      12,
    );
    expect((of("level").at(-1)?.prior as number) / (of("level")[0]?.prior as number)).toBeCloseTo(
      6 / 145 / (0.03 / 1.0036),
      12,
    );
  });
});
