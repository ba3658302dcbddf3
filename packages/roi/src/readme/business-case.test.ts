import { describe, expect, it } from "vitest";
import { evaluateCase } from "@liftledger/roi/business-case/evaluate-case";
import { planFromTemplate } from "@liftledger/roi/business-case/plan-from-template";
import { planProblems } from "@liftledger/roi/business-case/plan-problems";

// The example under “A business case”, line by line, so that one that no longer runs fails here.
describe("the README of roi", () => {
  it("evaluates a business case", () => {
    expect(
      evaluateCase({
        format: 1,
        currency: "EUR",
        start: "2026-01",
        period: "year",
        horizon: 3,
        timing: "t0_then_end",
        prices: "nominal",
        discountRate: {
          annual: "0.1",
          prices: "nominal",
          source: "Board, 2026",
          setBy: "omar",
          setOn: "2026-01-05",
          riskPremium: "0",
        },
        budgetRates: [],
        benefits: [
          {
            id: "hours",
            name: "Overtime cut",
            ownerId: "ines",
            benefitId: null,
            class: "capacity",
            cashMechanism: "Overtime is no longer paid",
            currency: null,
            run: { kind: "recurring", from: 1, to: null },
            estimate: { kind: "pert", low: "0.6", mode: "1", high: "1.2" },
            risk: { kind: "share", share: "0.2", reason: "Slow adoption" },
            assumptions: [
              {
                field: "line",
                source: "Payroll, 2025",
                ownerId: "ines",
                evidence: "measured",
                benchmarkKey: null,
                note: null,
                signedBy: null,
              },
            ],
            value: {
              kind: "money",
              gross: [{ from: 1, value: "60000" }],
              adoption: [
                { from: 1, value: "0.5" },
                { from: 2, value: "1" },
              ],
              attribution: [{ from: 1, value: "1" }],
              confidence: [{ from: 1, value: "1" }],
              realisation: [{ from: 1, value: "1" }],
              overlap: [{ from: 1, value: "0" }],
            },
          },
        ],
        costs: [
          {
            id: "licences",
            name: "Licences",
            ownerId: "ines",
            category: "licences",
            currency: null,
            run: { kind: "recurring", from: 0, to: null },
            estimate: { kind: "point" },
            risk: null,
            assumptions: [],
            amount: [
              { from: 0, value: "40000" },
              { from: 1, value: "10000" },
            ],
          },
        ],
        scenarios: [
          {
            name: "A year later",
            kind: "conservative",
            changes: [{ lineId: "hours", field: "delay", change: { plus: "1" } }],
          },
        ],
        correlations: [],
      }),
    ).toMatchObject({
      scenarios: [
        {
          name: "Base",
          totals: {
            cash: {
              kind: "whole",
              unadjusted: {
                netBenefit: "80000",
                netPresentValue: expect.stringMatching(/^57069\.87/),
                payback: { first: { periods: "1.4" } },
              },
              adjusted: { netPresentValue: expect.stringMatching(/^32682\.19/) },
            },
          },
        },
        { name: "A year later", totals: { cash: { unadjusted: { netBenefit: "20000" } } } },
      ],
      sensitivity: { bars: [{ lineId: "hours" }] },
    });
    expect(
      planProblems(
        planFromTemplate("predictive-lead-scoring", {
          currency: "EUR",
          start: "2026-01",
          discountRate: {
            annual: "0.1",
            prices: "nominal",
            source: "Board, 2026",
            setBy: "omar",
            setOn: "2026-01-05",
            riskPremium: "0",
          },
        }),
      ).slice(0, 3),
    ).toMatchObject([
      { message: "More deals closed: say who stands for it when its actual is held against it." },
      { message: "More deals closed: say the owner of lift." },
      { message: "More deals closed: volume is not said yet for 2026-12: it is not valued." },
    ]);
  });
});
