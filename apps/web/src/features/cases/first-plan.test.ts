import { NewCasePlan } from "@liftledger/contracts/case-plan";
import { caseTemplates } from "@liftledger/roi/business-case/case-templates";
import { describe, expect, it } from "vitest";
import { templates } from "./templates.ts";
import { firstPlan, type FirstPlan } from "./first-plan.ts";

const asked: FirstPlan = {
  template: "",
  start: "2026-12",
  currency: "EUR",
  settings: undefined,
  annual: "0.08",
  rateSource: " The treasury ",
};

describe("firstPlan", () => {
  it("has no line and both scenarios where it begins empty, at the rate that was stated", () => {
    expect(firstPlan(asked)).toMatchObject({
      start: "2026-12",
      horizon: 36,
      benefits: [],
      costs: [],
      discountRate: { annual: "0.08", prices: "nominal", source: "The treasury", setBy: null },
      scenarios: [{ kind: "conservative" }, { kind: "optimistic" }],
    });
  });

  it.each(caseTemplates.map(({ key }) => key))(
    "has the lines of %s, and nothing said but what was published",
    (template) => {
      const plan = firstPlan({ ...asked, template });
      const { benefits, costs } = plan;
      expect(NewCasePlan.parse(plan)).toEqual(plan);
      expect(benefits[0]?.assumptions).toMatchObject([{ field: "lift", evidence: "benchmark", owner: null }]);
      expect(costs.every(({ amount }) => amount.every(({ value }) => value === null))).toBe(true);
    },
  );

  it("names no rate where the organisation has its own: the server takes that", () => {
    expect(firstPlan({ ...asked, annual: null, template: "content-acceleration" })).not.toHaveProperty(
      "discountRate",
    );
  });
});

describe("templates", () => {
  it("are those of the engine", () => {
    expect(templates.map(({ key }) => key)).toEqual(caseTemplates.map(({ key }) => key));
  });
});
