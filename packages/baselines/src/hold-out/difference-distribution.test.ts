import { describe, expect, it } from "vitest";
import { mixtureInterval, mixtureProbabilityAbove } from "../student-mixture.ts";
import { differenceDistribution } from "./difference-distribution.ts";
import { evaluateHoldOut } from "./evaluate-hold-out.ts";

const UNITS = { unitOfRandomisation: "customer", unitOfAnalysis: "customer" };

describe("differenceDistribution", () => {
  it("has the interval and the chance of the answer, of means", () => {
    const control = { kind: "mean", count: 40, sum: 920, sumOfSquares: 26200 } as const;
    const treatment = { kind: "mean", count: 39, sum: 962, sumOfSquares: 29000 } as const;
    const answer = evaluateHoldOut({ control, treatment, level: 0.8, ...UNITS });
    const difference = differenceDistribution({ control, treatment, difference: "absolute" });
    if (answer.kind === "no-value" || "kind" in difference) throw new Error("no value");
    expect(mixtureInterval(difference, 0.8).low).toBeCloseTo(answer.interval.low, 12);
    expect(mixtureInterval(difference, 0.8).high).toBeCloseTo(answer.interval.high, 12);
    expect(mixtureProbabilityAbove(difference, 0)).toBeCloseTo(answer.chanceToWin, 12);
  });

  it("comes close to Newcombe's interval of proportions that are not rare", () => {
    const control = { kind: "proportion", count: 1000, sum: 100 } as const;
    const treatment = { kind: "proportion", count: 1010, sum: 131 } as const;
    const answer = evaluateHoldOut({ control, treatment, ...UNITS });
    const difference = differenceDistribution({ control, treatment, difference: "absolute" });
    if (answer.kind === "no-value" || "kind" in difference) throw new Error("no value");
    expect(Math.abs(mixtureInterval(difference, 0.95).low - answer.interval.low)).toBeLessThan(3e-4);
  });

  it("has no value where the arms have none", () => {
    const empty = { kind: "proportion", count: 0, sum: 0 } as const;
    expect(
      differenceDistribution({ control: empty, treatment: empty, difference: "absolute" }),
    ).toMatchObject({
      kind: "no-value",
    });
  });
});
