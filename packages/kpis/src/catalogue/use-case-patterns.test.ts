import { describe, expect, it } from "vitest";
import { findBuiltInKpi } from "./catalogue.ts";
import { findUseCasePattern, useCasePatterns } from "./use-case-patterns.ts";

describe("useCasePatterns", () => {
  it("holds the nine patterns, other last", () => {
    expect(useCasePatterns.map((pattern) => pattern.key)).toEqual([
      "audience-segmentation",
      "personalisation",
      "predictive-lead-scoring",
      "churn-prediction",
      "creative-optimisation",
      "content-acceleration",
      "bidding-and-spend",
      "conversational",
      "other",
    ]);
  });
  it("names only KPIs that exist, each once", () => {
    for (const pattern of useCasePatterns) {
      expect(pattern.usualKpis.filter((key) => !findBuiltInKpi(key))).toEqual([]);
      expect(new Set(pattern.usualKpis).size).toBe(pattern.usualKpis.length);
    }
  });
  it("begins every pattern with an outcome and sets a guardrail beside it", () => {
    for (const pattern of useCasePatterns.filter(({ key }) => key !== "other")) {
      const roles = pattern.usualKpis.map((key) => findBuiltInKpi(key)?.role);
      expect(roles[0]).toBe("outcome");
      expect(roles).toContain("guardrail");
    }
  });
});

describe("findUseCasePattern", () => {
  it("finds by key, and nothing for another", () => {
    expect(findUseCasePattern("conversational")?.name).toBe("Conversational");
    expect(findUseCasePattern("magic")).toBeUndefined();
  });
});
