import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curveFault, expectedOutcomes, type ResponseCurve } from "./response-curve.ts";

const power = { kind: "power", spend: 100_000, outcomes: 1000, elasticity: 0.65 } as const;
const logarithmic = { kind: "logarithmic", spend: 100_000, outcomes: 1000, gainPerDoubling: 500 } as const;
const table: ResponseCurve = {
  kind: "table",
  points: [
    { spend: 50_000, outcomes: 640 },
    { spend: 100_000, outcomes: 1000 },
    { spend: 200_000, outcomes: 1569 },
  ],
};
const at = (curve: ResponseCurve, spend: number) => {
  const answer = expectedOutcomes(curve, spend);
  return answer.kind === "value" ? answer.outcomes : answer.reason;
};

describe("expectedOutcomes", () => {
  it.each([
    // 1,000 · 2^0.65 = 1,569.17: case (c) of the issue.
    ["power", power, 200_000, 1000 * 2 ** 0.65],
    ["power at its own spend", power, 100_000, 1000],
    ["power at no spend", power, 0, 0],
    ["power without any answer", { ...power, elasticity: 0 }, 50_000, 1000],
    ["power in proportion", { ...power, elasticity: 1 }, 50_000, 500],
    ["logarithmic, doubled", logarithmic, 200_000, 1500],
    ["logarithmic, a quarter", logarithmic, 25_000, 0],
    ["logarithmic, far below", logarithmic, 1, 0],
    ["logarithmic at no spend", logarithmic, 0, 0],
    ["table at a point", table, 200_000, 1569],
    ["table at its first point", table, 50_000, 640],
    ["table between points", table, 75_000, 820],
  ] as const)("%s", (_, curve, spend, outcomes) => {
    expect(at(curve, spend)).toBeCloseTo(outcomes, 9);
  });

  it("says nothing outside a table, nor at a spend that is none", () => {
    expect(at(table, 200_001)).toBe(
      "the response curve is declared for a spend of 50000 to 200000, not for 200001",
    );
    expect(at(table, 49_999)).toContain("not for 49999");
    expect(at(power, -1)).toContain("no expected outcomes");
    expect(at(power, Number.NaN)).toContain("no expected outcomes");
  });

  it.each([
    [{ ...power, elasticity: 1.2 }, "An elasticity lies between 0 and 1"],
    [{ ...power, elasticity: Number.NaN }, "An elasticity lies between 0 and 1"],
    [{ ...power, spend: 0 }, "above zero"],
    [{ ...logarithmic, gainPerDoubling: -1 }, "do not fall"],
    [{ kind: "table", points: [{ spend: 1, outcomes: 1 }] }, "two points"],
    [
      {
        kind: "table",
        points: [
          { spend: 2, outcomes: 1 },
          { spend: 1, outcomes: 2 },
        ],
      },
      "goes up",
    ],
    [
      {
        kind: "table",
        points: [
          { spend: -1, outcomes: 1 },
          { spend: 1, outcomes: 2 },
        ],
      },
      "from zero",
    ],
  ] as const)("refuses a curve that is none: %j", (curve, reason) => {
    expect(() => expectedOutcomes(curve as ResponseCurve, 1)).toThrow(reason);
    expect(curveFault(curve as ResponseCurve)).toContain(reason);
  });

  it("expects nothing of no spend, whatever the curve, and writes no infinity", () => {
    for (const elasticity of [0, 0.5, 1])
      expect(expectedOutcomes({ kind: "power", spend: 10, outcomes: 5, elasticity }, 0)).toEqual({
        kind: "value",
        outcomes: 0,
      });
    const steep = { kind: "power", spend: 1e-300, outcomes: 1, elasticity: 1 } as const;
    expect(expectedOutcomes(steep, 1e300)).toMatchObject({ kind: "no-value" });
  });

  it("never expects fewer outcomes of more spend, nor more than in proportion", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
        (elasticity, spend, times) => {
          const curve = { ...power, elasticity };
          const [less, more] = [at(curve, spend), at(curve, spend * times)] as [number, number];
          expect(more).toBeGreaterThanOrEqual(less * (1 - 1e-12));
          expect(more).toBeLessThanOrEqual(less * times * (1 + 1e-12));
        },
      ),
    );
  });
});
