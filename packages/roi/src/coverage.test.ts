import { describe, expect, it } from "vitest";
import type { CostInput } from "./cost-tree.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { evaluateExplanation } from "./explanation.ts";
import { exampleBenefit, exampleInitiative, repeated, snapshotsFrom } from "./testing/example-initiative.ts";

const { costs } = exampleInitiative();
const planned = (month: string, amountMinor: bigint): CostInput => ({
  category: "licences",
  month,
  amountMinor,
  currency: "EUR",
  kind: "planned",
  source: { kind: "assumption", text: "plan" },
});

describe("coverageOf", () => {
  it("weighs months by what was planned for them: a missing one of 3 parts in 10 leaves 70%", () => {
    const plan = [1n, 1n, 3n, 2n, 2n, 1n].map((part, place) => planned(`2025-0${place + 1}`, part * 1000n));
    const booked = costs.filter(({ month }) => month !== "2025-03");
    const { coverage, coverageTrees } = evaluateInitiative(
      exampleInitiative({ costs: [...plan, ...booked] }),
    );
    expect(coverage.cost).toBeCloseTo(0.7, 12);
    expect(coverageTrees.cost.value).toBe("0.7");
    expect(evaluateExplanation(coverageTrees.cost)).toBe("0.7");
  });

  it("counts the periods that are due and logged over all benefits", () => {
    const half = exampleBenefit({
      benefitId: "benefit-2",
      seriesId: "series-2",
      after: snapshotsFrom("2025-01", repeated(3, 104, 4000)),
    });
    const { coverage, coverageTrees } = evaluateInitiative(
      exampleInitiative({ benefits: [exampleBenefit(), half] }),
    );
    expect(coverage).toEqual({ cost: 1, benefit: 0.75, missingCostMonths: [] });
    expect(evaluateExplanation(coverageTrees.benefit)).toBe("0.75");
    expect(evaluateExplanation(coverageTrees.cost)).toBe("1");
  });

  it("asks for no period after the end of a claim", () => {
    const ended = exampleBenefit({
      claimUntil: "2025-03",
      after: snapshotsFrom("2025-01", repeated(3, 104, 4000)),
    });
    const { coverage, coverageTrees } = evaluateInitiative(exampleInitiative({ benefits: [ended] }));
    expect(coverage).toEqual({ cost: 1, benefit: 1, missingCostMonths: [] });
    expect(evaluateExplanation(coverageTrees.benefit)).toBe("1");
  });

  it("is nothing of nothing for benefits, and whole for costs, before a month has ended", () => {
    const { coverage, coverageTrees } = evaluateInitiative(
      exampleInitiative({ benefits: [], costs: [], until: "2025-01-20" }),
    );
    expect(coverage).toEqual({ cost: 1, benefit: 0, missingCostMonths: [] });
    expect([coverageTrees.cost, coverageTrees.benefit].map(evaluateExplanation)).toEqual(["1", "0"]);
  });
});
