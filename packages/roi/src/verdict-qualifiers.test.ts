import { describe, expect, it } from "vitest";
import type { Judgement } from "./judgement.ts";
import { judge } from "./verdict.ts";
import { exampleCost, exampleJudgement } from "./testing/example-judgement.ts";

const keysOf = (differences: Partial<Judgement>) =>
  judge(exampleJudgement(differences)).qualifiers.map(({ key }) => key);

describe("judge, its qualifiers", () => {
  it("is provisional under three closed months of the phase", () => {
    expect(keysOf({ closedMonthsInPhase: 2 })).toContain("provisional");
    expect(keysOf({ closedMonthsInPhase: 3 })).not.toContain("provisional");
  });

  it.each([
    [0.299, 0.3, true],
    [0.3, 0.299, true],
    [0.3, 0.31, false],
    [0.1, 0.2, false],
    [0.5, null, false],
  ])(
    "with %f since the first spend and %f in the phase depends on the basis: %s",
    (roi, inPhaseRoi, depends) => {
      expect(keysOf({ roi, inPhaseRoi }).includes("depends-on-basis")).toBe(depends);
    },
  );

  it("shows both figures so that they differ", () => {
    const { qualifiers } = judge(exampleJudgement({ roi: 0.2996, inPhaseRoi: 0.3004 }));
    expect(qualifiers[0]?.text).toBe(
      "Depends on the basis: 29.96% since the first spend, 30.04% since Pilots began",
    );
  });

  it("is ramping for six months after a phase was entered", () => {
    const phase = { phase: "scale", enteredOn: "2025-03-15" } as const;
    expect(keysOf({ phase, until: "2025-09-14" })).toContain("ramping");
    expect(keysOf({ phase, until: "2025-09-15" })).not.toContain("ramping");
  });

  it("puts the verdict against the band being left beside it, since a gate judges by that", () => {
    const { status, qualifiers } = judge(
      exampleJudgement({
        phase: { phase: "scale", enteredOn: "2025-03-15" },
        previousPhase: { phase: "pilots", enteredOn: "2025-01-01" },
        until: "2025-05-20",
        realisedValue: {
          mean: 0,
          quantile: () => 0,
          probabilityAtLeast: (x) => (x > 1.7 * exampleCost ? 0.05 : 0.95),
        },
      }),
    );
    expect(status).toBe("below");
    expect(qualifiers.find(({ key }) => key === "ramping")?.text).toBe(
      "Ramping: in Scale for 2 of 6 months; against 30–70% (Pilots) it would read “Above benchmark”",
    );
  });

  it("always says how a band without a basis is read", () => {
    expect(judge(exampleJudgement()).qualifiers.at(-1)).toEqual({
      key: "band-basis",
      text: "The source states no basis; read as cumulative net.",
    });
  });
});
