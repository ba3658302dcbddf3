import { describe, expect, it } from "vitest";
import { benefitValue, completeFactors } from "./benefit-value.ts";
import { exampleKpi } from "./testing/example-initiative.ts";

const realisation = { accepted: "0.1", redeployed: "0.2", cashed: "0.7" };
const factors = { unitValue: "180", attribution: "0.6", confidence: "1", realisation };

describe("completeFactors", () => {
  it("is complete with every factor", () => {
    expect(completeFactors(exampleKpi(), factors)).toEqual({ kind: "complete", factors });
  });

  it("names every factor that is missing, and puts none in its place", () => {
    expect(completeFactors(exampleKpi(), {})).toEqual({
      kind: "not-valued",
      missing: [
        "what one opportunity is worth",
        "this initiative's share",
        "the confidence",
        "how much has turned into money",
      ],
    });
  });

  it("takes a zero as said, not as missing", () => {
    expect(completeFactors(exampleKpi(), { ...factors, attribution: "0" }).kind).toBe("complete");
  });

  it("asks revenue for its margin and locks spend at 1", () => {
    const revenue = exampleKpi({ numerator: { counts: "revenue", unit: "money", measure: "revenue" } });
    const spend = exampleKpi({ numerator: { counts: "media spend", unit: "money", measure: "spend" } });
    expect(completeFactors(revenue, { ...factors, unitValue: undefined })).toEqual({
      kind: "not-valued",
      missing: ["the contribution margin"],
    });
    expect(completeFactors(spend, { ...factors, unitValue: "3" })).toMatchObject({
      kind: "complete",
      factors: { unitValue: "1" },
    });
  });

  it.each([
    [{ attribution: "1.2" }, "The attribution is a share from 0 to 1"],
    [{ confidence: "-0.1" }, "The confidence is a share from 0 to 1"],
    [{ realisation: { accepted: "0.5", redeployed: "0.5", cashed: "0.1" } }, "more than the whole"],
    [{ attributionDeviation: "0.5" }, "only with a standard deviation under"],
  ])("refuses %j", (fault, reason) => {
    expect(() => completeFactors(exampleKpi(), { ...factors, ...fault })).toThrow(reason);
  });

  it("prices outcomes at their margin where a spend KPI is measured by them", () => {
    const spend = exampleKpi({ numerator: { counts: "media spend", unit: "money", measure: "spend" } });
    expect(completeFactors(spend, { ...factors, outcomeMargin: "140" }, "outcomes")).toMatchObject({
      kind: "complete",
      factors: { unitValue: "140" },
    });
    expect(completeFactors(spend, factors, "outcomes")).toEqual({
      kind: "not-valued",
      missing: ["the margin of one lead"],
    });
  });

  it.each(["leading", "guardrail", "model"] as const)("lets no %s KPI carry money", (role) => {
    expect(completeFactors(exampleKpi({ role }), factors).kind).toBe("no-money");
  });
});

describe("benefitValue", () => {
  it("puts certain money beside the units under the same share", () => {
    // (24 × 180 + 400) × 60% = 2,832.
    expect(benefitValue("24", factors, 2, "400").measured).toBe("2832");
  });

  it("multiplies exactly and rounds once, at the end", () => {
    // 24 more opportunities × 180 × 60% = 2,592; 70% of it 1,814.40, 20% 518.40, 10% 259.20.
    expect(benefitValue("24", factors, 2)).toEqual({
      measured: "2592",
      cashed: "1814.4",
      redeployed: "518.4",
      accepted: "259.2",
    });
  });

  it("rounds ties to even", () => {
    const half = { unitValue: "0.01", attribution: "0.5", confidence: "1", realisation };
    expect(benefitValue("1", half, 2).measured).toBe("0");
    expect(benefitValue("3", half, 2).measured).toBe("0.02");
  });
});
