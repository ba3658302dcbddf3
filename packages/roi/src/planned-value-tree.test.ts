import { plannedBenefit } from "@liftledger/finance/planned-benefit";
import { roundHalfEven } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { plannedValueTree } from "./planned-value-tree.ts";

const context = {
  currency: "EUR",
  places: 2,
  source: { kind: "assumption", text: "business case, version 1" },
} as const;
const factors = {
  lift: "0.006",
  volume: "4000",
  unitValue: "180",
  adoption: "0.8",
  attribution: "0.6",
  confidence: "0.9",
  realisation: "0.5",
  overlap: "0.1",
};

describe("plannedValueTree", () => {
  it("multiplies every factor in its order", () => {
    // 0.006 × 4,000 × 180 = 4,320; × 0.8 × 0.6 × 0.9 × 0.5 × 0.9 = 839.808.
    const tree = plannedValueTree(factors, context);
    expect(tree.value).toBe("839.81");
    expect(tree.inputs[0]?.inputs.map(({ label }) => label)).toEqual([
      "Lift",
      "Volume",
      "Worth of one unit",
      "Adoption",
      "Our share",
      "Confidence",
      "Turned into money",
      "Not counted elsewhere",
    ]);
  });

  it("takes a gross benefit in the place of what makes it", () => {
    const { adoption, attribution, confidence, realisation, overlap } = factors;
    const gross = { gross: "4320", adoption, attribution, confidence, realisation, overlap };
    expect(plannedValueTree(gross, context).value).toBe("839.81");
  });

  it("is not valued yet while a factor is missing, and names it", () => {
    expect(plannedValueTree({ ...factors, adoption: null, overlap: undefined }, context)).toMatchObject({
      value: null,
      reason: "not valued yet: adoption, overlap missing.",
    });
  });

  it("credits an estimate at nothing until somebody signs it", () => {
    const estimate = (signedBy: string | null) =>
      plannedValueTree(factors, { ...context, credit: { evidence: "estimate", signedBy } });
    expect(estimate(null).value).toBe("0");
    expect(estimate(null).inputs[0]?.value).toBe("839.81");
    expect(estimate("Ines Duarte").value).toBe("839.81");
  });

  it("gives its root from the leaves, which is the planned benefit to the minor unit", () => {
    const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => String(thousandths / 1000));
    const shares = {
      adoption: share,
      attribution: share,
      confidence: share,
      realisation: share,
      overlap: share,
    };
    const arbitraryFactors = fc.record({
      lift: fc.integer({ min: -999, max: 999 }).map((points) => String(points / 1000)),
      volume: fc.nat(100_000).map(String),
      unitValue: fc.nat(1_000_000).map((cents) => String(cents / 100)),
      ...shares,
    });
    fc.assert(
      fc.property(arbitraryFactors, fc.constantFrom(null, "Ines"), (given, signedBy) => {
        const benefit = plannedBenefit(given);
        const amount = benefit.kind === "value" ? roundHalfEven(benefit.amount, 2) : null;
        expect(plannedValueTree(given, context).value).toBe(amount);
        const tree = plannedValueTree(given, { ...context, credit: { evidence: "estimate", signedBy } });
        expect(evaluateExplanation(tree)).toBe(tree.value);
        expect(tree.value).toBe(signedBy === null ? "0" : amount);
      }),
    );
  });
});
