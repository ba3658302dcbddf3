import { describe, expect, it } from "vitest";
import { breakEvenValues } from "@liftledger/roi/break-even-values";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { forwardValue } from "@liftledger/roi/forward-value";
import { gateReview } from "@liftledger/roi/gate-criteria";
import { readiness, readinessRoadmap } from "@liftledger/roi/readiness";

// The example under “Break-even, and the gate”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("answers the questions of a gate", () => {
    expect(
      breakEvenValues({
        currency: "EUR",
        lift: "0.006",
        volume: "4000",
        unitValue: "180",
        attribution: "0.6",
        confidence: "1",
        realised: "1",
        cost: "9000",
      }),
    ).toMatchObject({
      lift: { value: "0.020833333333333333333" }, // 9,000 / (4,000 × 180 × 0.6)
      unitValue: { value: "625" },
      attribution: { kind: "none", reason: "Even all of the difference would not pay the cost." },
      cost: { value: "2592" },
    });
    expect(
      forwardValue({
        currency: "EUR",
        annualRate: "0.1",
        periodType: "year",
        costs: ["30"],
        benefits: ["0", "50", "50"],
        realisedValue: "40",
        sunkCost: "100",
      }),
    ).toMatchObject({
      forwardNetPresentValue: "56.78", // −30 + 50 / 1.1 + 50 / 1.21; the 100 are gone either way
      goingOnPays: true,
      realisedRoi: { ratio: "-0.6" },
    });
    expect(
      gateReview("scale", {
        outcomeSentence: { text: "Raise lead conversion by 15% by March 2026.", hasNumber: true },
        owner: "Ines Duarte",
        baselines: ["frozen"],
        readiness: null,
        securityReviewOpenedOn: "2025-01-10",
        pilotBeginsOn: "2025-02-01",
        verdict: "on-track",
        worsenedGuardrails: [],
        enteredOn: "2025-02-01",
        until: "2025-07-01",
        costCoverage: 0.85,
        benefitCoverage: 0.8,
        forwardNetPresentValue: "56.78",
      }),
    ).toMatchObject({ proposal: "hold", reason: "Of 7 criteria: 1 unmet." });
    expect(readiness([{ key: "data", score: 3, evidence: [] }])).toMatchObject({ ready: 0, of: 5 });
    expect(readinessRoadmap(readiness([])).map(({ toDay }) => toDay)).toEqual([18, 36, 54, 72, 90]);
    expect(
      evaluateExplanation(
        readiness([{ key: "data", score: 3, evidence: ["audit of 3 May"] }]).tree, // 3 of 15 points
      ),
    ).toBe("0.2");
  });
});
