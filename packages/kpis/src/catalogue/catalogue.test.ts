import { describe, expect, it } from "vitest";
import { isTotal } from "../kpi.ts";
import { kpiFaults } from "../kpi-faults.ts";
import { builtInKpis, findBuiltInKpi } from "./catalogue.ts";

/** The KPIs that the product's first issue names, in its order. */
const named = [
  "conversion-rate",
  "customer-acquisition-cost",
  "cost-per-acquisition",
  "lead-to-opportunity-cycle-time",
  "sales-cycle-length",
  "value-per-lead",
  "revenue-per-channel",
  "return-on-ad-spend",
  "average-order-value",
  "retention-rate",
  "churn-rate",
  "email-open-rate",
  "email-click-rate",
  "engagement-rate",
  "content-output-per-week",
  "hours-per-asset",
  "organic-traffic",
  "closed-deals",
  "marketing-operating-cost",
  "campaign-launch-time",
  "approval-turnaround",
  "automation-rate",
  "repeat-purchase-rate",
  "customer-lifetime-value",
  "chat-containment",
  "ai-error-and-rework-rate",
  "unsubscribe-rate",
  "answer-rate",
  "handling-time",
];

describe("builtInKpis", () => {
  it("holds every KPI that was asked for", () => {
    expect(named.filter((key) => !findBuiltInKpi(key))).toEqual([]);
  });
  it("has each key and each name once", () => {
    expect(new Set(builtInKpis.map((kpi) => kpi.key)).size).toBe(builtInKpis.length);
    expect(new Set(builtInKpis.map((kpi) => kpi.name)).size).toBe(builtInKpis.length);
  });
  it.each(builtInKpis.map((kpi) => [kpi.key, kpi] as const))("defines %s soundly", (_, kpi) => {
    expect(kpiFaults(kpi)).toEqual([]);
    expect(kpi).toMatchObject({ version: 1, owner: null });
    expect(kpi.sentence).toMatch(/^[A-Z].*\.$/);
    expect(kpi.sentence.length).toBeLessThanOrEqual(400);
    expect(kpi.name.length).toBeLessThanOrEqual(80);
    expect(`${kpi.numerator.unit} ${kpi.denominator.unit}`).not.toMatch(/[^s]s\b/);
  });
  it("lets no role but an outcome count money", () => {
    const withMoney = builtInKpis.filter(
      (kpi) => kpi.numerator.measure === "spend" || kpi.numerator.measure === "revenue",
    );
    expect(withMoney.every((kpi) => kpi.role === "outcome")).toBe(true);
  });
  it("watches what the design names as guardrails: complaints, lead quality, unsubscribes", () => {
    const guardrails = builtInKpis.filter((kpi) => kpi.role === "guardrail").map((kpi) => kpi.key);
    expect(guardrails.toSorted()).toEqual([
      "ai-error-and-rework-rate",
      "complaint-rate",
      "lead-acceptance-rate",
      "unsubscribe-rate",
    ]);
  });
  it("knows its totals", () => {
    expect(
      builtInKpis
        .filter(isTotal)
        .map((kpi) => kpi.key)
        .toSorted(),
    ).toEqual([
      "closed-deals",
      "content-output-per-week",
      "marketing-operating-cost",
      "organic-traffic",
      "revenue-per-channel",
    ]);
  });
});

describe("findBuiltInKpi", () => {
  it("finds by key, and nothing for another", () => {
    expect(findBuiltInKpi("churn-rate")?.direction).toBe("lower");
    expect(findBuiltInKpi("churn")).toBeUndefined();
  });
});
