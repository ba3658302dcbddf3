import { examplePlan } from "@liftledger/contracts/business-case-examples";
import { CasePlan } from "@liftledger/contracts/case-plan";
import { describe, expect, it } from "vitest";
import { placeName } from "./place-name.ts";
import { readTypedPlan, typedFromPlan } from "./typed-plan.ts";

const plan = CasePlan.parse({
  ...examplePlan,
  budgetRates: [{ from: "USD", rate: "0.92", lockedOn: "2026-11-01" }],
  correlations: [
    { lines: ["more-orders", "licences"], coefficient: "-0.25", reason: "More visits use more" },
  ],
});
const lines = [...plan.benefits, ...plan.costs];
const nameOf = (id: string) => lines.find((line) => line.id === id)?.name;

describe("placeName", () => {
  it("names what each number is of that was left empty", () => {
    const typed = typedFromPlan(plan, "en-GB");
    const { faults } = readTypedPlan(
      {
        ...typed,
        horizon: "",
        discountRate: { ...typed.discountRate, annual: "" },
        budgetRates: typed.budgetRates.map((rate) => ({ ...rate, rate: "" })),
        correlations: typed.correlations.map((one) => ({ ...one, coefficient: "" })),
        costs: typed.costs.map((line) =>
          line.id === "licences"
            ? { ...line, estimate: { kind: "pert", low: "", mode: "100", high: "120" } }
            : line,
        ),
      },
      "en-GB",
    );
    expect(faults.map((fault) => placeName(fault, plan))).toEqual([
      "For how many",
      "Discount rate a year",
      `${nameOf("more-orders")} and ${nameOf("licences")}`,
      "USD",
      `${nameOf("licences")}, lowest`,
    ]);
  });

  it("names the line of the two that has a name, and nothing where none has", () => {
    const [first] = plan.correlations;
    const path = "/correlations/0/coefficient";
    const costs = plan.costs.map((line) => ({ ...line, name: " " }));
    expect(placeName({ path, lineId: null }, { ...plan, costs })).toBe(nameOf(first?.lines[0] ?? ""));
    expect(placeName({ path: "/costs/0/amount", lineId: "licences" }, { ...plan, costs })).toBe("");
    expect(placeName({ path: "/benefits", lineId: null }, plan)).toBe("");
  });
});
