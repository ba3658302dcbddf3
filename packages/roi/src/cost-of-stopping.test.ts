import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOfStopping } from "./cost-of-stopping.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { evaluateExplanation } from "./explanation.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { arbitraryInitiative } from "./testing/arbitrary-initiative.ts";
import {
  exampleBenefit,
  exampleInitiative,
  monthlyCosts,
  repeated,
  snapshotsFrom,
} from "./testing/example-initiative.ts";

const stopping = (differences: Partial<InitiativeInput> = {}) => {
  const input = exampleInitiative(differences);
  return costOfStopping(input, evaluateInitiative(input));
};

// The example: 24 more opportunities a month at 180 are 4,320 a month, for 9,000 a month, over six months.
describe("costOfStopping", () => {
  it("is what comes back a month less what it costs a month: below zero stopping saves money", () => {
    expect(stopping().figure.value).toBe("-4680");
  });

  it("looks at the last three months alone: what was spent before stays spent", () => {
    const costs = monthlyCosts("2025-01", [9_000_000, 900_000, 900_000, 100_000, 100_000, 100_000]);
    expect(stopping({ costs }).figure.value).toBe("3320");
  });

  it("takes all there is of an initiative younger than three months", () => {
    const after = snapshotsFrom("2025-01", repeated(2, 104, 4000));
    const found = stopping({
      until: "2025-02-28",
      benefits: [exampleBenefit({ after })],
      costs: monthlyCosts("2025-01", [600_000, 200_000]),
    });
    // 2 × 4,320 came back and 8,000 was spent in two months.
    expect(found.figure.value).toBe("320");
  });

  it("has no value without a valued benefit, and says why", () => {
    expect(stopping({ benefits: [] }).figure).toMatchObject({
      value: null,
      reason: "no benefit is claimed yet",
    });
  });

  it("is the root of its tree computed anew", () => {
    fc.assert(
      fc.property(arbitraryInitiative, (input) => {
        const { figure, tree } = costOfStopping(input, evaluateInitiative(input));
        expect(evaluateExplanation(tree)).toBe(figure.value);
      }),
      { numRuns: 25 },
    );
  });
});
