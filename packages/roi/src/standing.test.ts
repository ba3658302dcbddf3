import { describe, expect, it } from "vitest";
import { evaluateBenefit } from "./evaluate-benefit.ts";
import { standingOn } from "./standing.ts";
import { exampleBenefit, exampleKpi, repeated, snapshotsFrom } from "./testing/example-initiative.ts";

const standing = (differences: Parameters<typeof exampleBenefit>[0], day: string) =>
  standingOn(evaluateBenefit(exampleBenefit(differences), "2025-06-30"), day);

describe("standingOn", () => {
  it("is not due before the first period has ended and matured", () => {
    expect(standing({}, "2025-01-30").kind).toBe("not-due");
    expect(standing({}, "2025-01-31")).toEqual({ kind: "valued", periods: 1 });
    const slow = exampleKpi({ maturationPeriods: 2 });
    expect(standing({ kpi: slow }, "2025-03-30").kind).toBe("not-due");
    expect(standing({ kpi: slow }, "2025-03-31")).toEqual({ kind: "valued", periods: 1 });
  });

  it("keeps younger periods out", () => {
    expect(standing({ kpi: exampleKpi({ maturationPeriods: 2 }) }, "2025-06-30")).toEqual({
      kind: "valued",
      periods: 4,
    });
  });

  it("counts what had matured by the day, whatever came later", () => {
    expect(standing({}, "2025-04-15")).toEqual({ kind: "valued", periods: 3 });
  });

  it.each([
    [{ after: snapshotsFrom("2025-04", repeated(3, 104, 4000)) }, "no period logged since the start"],
    [{ baseline: null }, "no baseline yet"],
    [
      { factors: {} },
      /^not valued yet, missing what one opportunity is worth, .+ and how much has turned into money$/,
    ],
    [{ kpi: exampleKpi({ role: "leading" }) }, /carries no money/],
  ] as const)("is blocked with a reason: %#", (differences, reason) => {
    expect(standing(differences, "2025-02-28")).toEqual({
      kind: "blocked",
      reason: expect.stringMatching(reason),
    });
  });
});
