import { describe, expect, it } from "vitest";
import { certainAmount } from "./distribution.ts";
import type { Phase } from "./phase.ts";
import { chancesOf, judge } from "./verdict.ts";
import { exampleCost, exampleJudgement, valueOfChances } from "./testing/example-judgement.ts";

describe("judge", () => {
  // P(net benefit ≥ 0), P(ROI ≥ floor), P(ROI ≥ ceiling) at and beside each threshold.
  it.each<[Phase, number, number, number, string]>([
    ["pilots", 0.0999, 0.05, 0, "losing-money"],
    ["pilots", 0.1, 0.0999, 0, "below"],
    ["pilots", 0.1, 0.1, 0, "watch"],
    ["pilots", 0.95, 0.0999, 0, "below"],
    ["pilots", 0.95, 0.1, 0, "watch"],
    ["pilots", 0.95, 0.4999, 0, "watch"],
    ["pilots", 0.95, 0.5, 0, "on-track"],
    ["pilots", 0.8, 0.5, 0, "on-track"],
    ["pilots", 0.7999, 0.7, 0, "watch"],
    ["pilots", 0.99, 0.95, 0.8999, "on-track"],
    ["pilots", 0.99, 0.95, 0.9, "above"],
    ["scale", 0.99, 0.95, 0.9, "above"],
    ["scale", 0.99, 0.0999, 0, "below"],
    ["transform", 1, 1, 1, "on-track"],
  ])("in %s with chances %f, %f and %f says %s", (phase, pays, floor, ceiling, status) => {
    const verdict = judge(
      exampleJudgement({
        phase: { phase, enteredOn: "2025-01-01" },
        realisedValue: valueOfChances(phase, pays, floor, ceiling),
      }),
    );
    expect(verdict.status).toBe(status);
  });

  it("gives the chance of lying in the band", () => {
    const { probabilities } = judge(
      exampleJudgement({ realisedValue: valueOfChances("pilots", 0.95, 0.6, 0.25) }),
    );
    expect(probabilities).toEqual({
      netBenefitPositive: 0.95,
      atLeastFloor: 0.6,
      atLeastCeiling: 0.25,
      inBand: 0.6 - 0.25,
    });
  });

  it.each([
    [0.29, "Paying, under the benchmark"],
    [0, "Below benchmark"],
    [-0.1, "Below benchmark"],
  ])("words a verdict of below at an ROI of %f “%s”", (roi, headline) => {
    const realisedValue = valueOfChances("pilots", 0.7, 0.05, 0);
    expect(judge(exampleJudgement({ roi, realisedValue })).headline).toBe(headline);
  });

  it("keeps position and verdict independent", () => {
    const seen = [0.1, 0.5, 0.8, 1.5].map((roi) => judge(exampleJudgement({ roi })));
    expect(seen.map(({ status }) => status)).toEqual(["on-track", "on-track", "on-track", "on-track"]);
    expect(seen.map(({ position }) => position)).toEqual([
      "below-floor",
      "in-band",
      "between-bands",
      "above-ceiling",
    ]);
  });

  it.each([
    [0.99, 0.95, 0.95, "watch"],
    [0.95, 0.6, 0, "watch"],
    [0.95, 0.3, 0, "watch"],
    [0.95, 0.05, 0, "below"],
    [0.05, 0.01, 0, "losing-money"],
  ])("caps the verdict at watch when a guardrail worsened: %f, %f, %f", (pays, floor, ceiling, status) => {
    const verdict = judge(
      exampleJudgement({
        realisedValue: valueOfChances("pilots", pays, floor, ceiling),
        worsenedGuardrails: ["Complaint rate (Chat)"],
      }),
    );
    expect(verdict.status).toBe(status);
  });

  it("names the guardrails and the verdict they hold back", () => {
    const { reason } = judge(
      exampleJudgement({ worsenedGuardrails: ["Complaint rate (Chat)", "Churn rate (All)"] }),
    );
    expect(reason).toBe(
      "By its return alone it would read “On track”, but Complaint rate (Chat) and Churn rate (All) got worse since the start.",
    );
  });

  it("says on which side of a threshold a chance lies", () => {
    const reason = (pays: number, floor: number) =>
      judge(exampleJudgement({ realisedValue: valueOfChances("pilots", pays, floor, 0) })).reason;
    expect(reason(0.9, 0.5)).toBe("The chance of at least 30% is 5 in 10, and that of a loss 1 in 10.");
    expect(reason(0.79, 0.6)).toBe(
      "The chance of at least 30% is 6 in 10, but that of a loss is 21 in 100, more than the 2 in 10 allowed.",
    );
    expect(reason(0.9, 0.499)).toContain("The chance of at least 30% is just under 50 in 100");
    expect(reason(0.9, 0.05)).toBe(
      "The chance of at least 30%, where the benchmark of 30–70% (Pilots) begins, is 5 in 100.",
    );
  });
});

describe("judge, on a return that is certain", () => {
  // A certain value reaches a threshold or does not: the verdict turns exactly at each floor and ceiling.
  it.each<[Phase, number, string, string, string]>([
    ["pilots", -0.001, "losing-money", "Losing money", "below-floor"],
    ["pilots", 0, "below", "Below benchmark", "below-floor"],
    ["pilots", 0.299, "below", "Paying, under the benchmark", "below-floor"],
    ["pilots", 0.3, "on-track", "On track", "in-band"],
    ["pilots", 0.6999, "on-track", "On track", "in-band"],
    ["pilots", 0.7, "above", "Above benchmark", "between-bands"],
    ["pilots", 0.999, "above", "Above benchmark", "between-bands"],
    ["pilots", 1, "above", "Above benchmark", "above-ceiling"],
    ["scale", 0.299, "below", "Paying, under the benchmark", "below-floor"],
    ["scale", 0.7, "below", "Paying, under the benchmark", "below-floor"],
    ["scale", 0.999, "below", "Paying, under the benchmark", "below-floor"],
    ["scale", 1, "on-track", "On track", "in-band"],
    ["scale", 2.999, "on-track", "On track", "in-band"],
    ["scale", 3, "above", "Above benchmark", "above-ceiling"],
    ["transform", 2.999, "below", "Paying, under the benchmark", "below-floor"],
    ["transform", 3, "on-track", "On track", "in-band"],
    ["transform", 300, "on-track", "On track", "in-band"],
    ["foundation", 3, "no-return-expected", "No return expected yet", "no-band"],
    ["foundation", -1, "no-return-expected", "No return expected yet", "no-band"],
  ])("in %s at %f it is %s: %s, %s", (phase, roi, status, headline, position) => {
    const verdict = judge(
      exampleJudgement({
        phase: { phase, enteredOn: "2025-01-01" },
        roi,
        realisedValue: certainAmount(Math.round((1 + roi) * 10_000) / 10),
      }),
    );
    expect(verdict).toMatchObject({ status, headline, position });
  });

  it.each([
    [333.33, 433.329, "on-track"],
    [333.33, 433.3289, "below"],
    [0.07, 0.091, "on-track"],
    [70_000_000.07, 91_000_000.091, "on-track"],
    [333.33, 566.661, "above"],
  ])("at a cost of %f and a value of %f is not misled by doubles: %s", (spent, worth, status) => {
    expect(
      judge(exampleJudgement({ cost: spent, roi: worth / spent - 1, realisedValue: certainAmount(worth) }))
        .status,
    ).toBe(status);
  });
});

describe("chancesOf", () => {
  it.each([0, -1, Number.NaN, Infinity])("refuses a cost of %f, on which there is no return", (amount) => {
    expect(() => chancesOf(certainAmount(1), amount, { floor: 0.3, ceiling: 0.7 })).toThrow(RangeError);
  });

  it("refuses a value that is no number", () => {
    expect(() => chancesOf(certainAmount(Number.NaN), 1, { floor: 0.3, ceiling: 0.7 })).toThrow(RangeError);
  });

  it("gives the chance of each band, which add up to that of its floor", () => {
    const chances = chancesOf(valueOfChances("scale", 0.9, 0.6, 0.25), exampleCost, { floor: 1, ceiling: 3 });
    expect(chances).toEqual({
      netBenefitPositive: 0.9,
      atLeastFloor: 0.6,
      atLeastCeiling: 0.25,
      inBand: 0.35,
    });
  });
});
