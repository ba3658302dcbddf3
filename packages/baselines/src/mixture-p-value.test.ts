import { describe, expect, it } from "vitest";
import { mixturePValue } from "./mixture-p-value.ts";
import { pointMass, type StudentMixture } from "./student-mixture.ts";

describe("mixturePValue", () => {
  it("is twice the tail of a single t", () => {
    const t: StudentMixture = { degreesOfFreedom: 10, components: [{ weight: 1, location: 5, scale: 2 }] };
    // The 97.5 % point of t with ten degrees of freedom, from any table.
    expect(mixturePValue(t, 5 - 2 * 2.228138851986274)).toBeCloseTo(0.05, 12);
    expect(mixturePValue(t, 5 + 2 * 2.228138851986274)).toBeCloseTo(0.05, 12);
    expect(mixturePValue(t, 5)).toBe(1);
  });

  it("counts what lies on the value itself on both sides, and nothing else", () => {
    expect(mixturePValue(pointMass(3))).toBe(0);
    expect(mixturePValue(pointMass(3), 3)).toBe(1);
    const parts = (scale: number): StudentMixture => ({
      degreesOfFreedom: 10,
      components: [
        { weight: 0.9, location: 0, scale },
        { weight: 0.1, location: -5, scale: 0 },
      ],
    });
    // Half of .9 lies above; with a point mass all of it lies on zero.
    expect(mixturePValue(parts(0.5))).toBeCloseTo(0.9, 12);
    expect(mixturePValue(parts(0))).toBe(1);
  });
});
