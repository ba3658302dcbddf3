import { describe, expect, it } from "vitest";
import { builtInKpis, findBuiltInKpi } from "./catalogue/catalogue.ts";
import { unitValueRule } from "./unit-value-rule.ts";

function ruleOf(key: string) {
  const kpi = findBuiltInKpi(key);
  if (!kpi) throw new Error(`no KPI ${key}`);
  return unitValueRule(kpi);
}

describe("unitValueRule", () => {
  it("locks spend at 1", () => {
    expect(ruleOf("customer-acquisition-cost")).toMatchObject({ kind: "locked", value: "1" });
  });
  it("takes a margin rate for revenue", () => {
    expect(ruleOf("return-on-ad-spend").kind).toBe("margin-rate");
  });
  it("takes money for an item and day or hour of a duration, and says that time is capacity", () => {
    expect(ruleOf("lead-to-opportunity-cycle-time")).toEqual({
      kind: "money-per-unit",
      per: "lead and day",
      sentence:
        "What one day less is worth for one lead. " +
        "Time saved is capacity, not cash, until it is recorded how it turns into money.",
    });
    expect(ruleOf("handling-time")).toMatchObject({ per: "contact and hour" });
  });
  it("takes money for an item of a count, in the direction that is better", () => {
    expect(ruleOf("conversion-rate")).toMatchObject({
      per: "conversion",
      sentence: expect.stringContaining("one more conversion"),
    });
    expect(ruleOf("churn-rate")).toMatchObject({
      per: "lost customer",
      sentence: expect.stringContaining("one fewer lost customer"),
    });
  });
  it("gives no money to any role but an outcome", () => {
    for (const kpi of builtInKpis) {
      expect(unitValueRule(kpi).kind === "none").toBe(kpi.role !== "outcome");
    }
  });
});
