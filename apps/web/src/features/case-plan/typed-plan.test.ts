import { examplePlan } from "@liftledger/contracts/business-case-examples";
import { CasePlan } from "@liftledger/contracts/case-plan";
import { describe, expect, it } from "vitest";
import { readTypedPlan, typedFromPlan, type TypedPlan } from "./typed-plan.ts";

const plan = CasePlan.parse({
  ...examplePlan,
  mirrRates: { finance: "0.065", reinvest: "0.04", source: "Treasury" },
  correlations: [
    { lines: ["more-orders", "licences"], coefficient: "-0.25", reason: "More visits use more" },
  ],
});

/** The typed plan with another amount of the licences. */
const withAmount = (typed: TypedPlan, value: string): TypedPlan => ({
  ...typed,
  costs: typed.costs.map((line) =>
    line.id === "licences" ? { ...line, amount: [{ from: 0, value }] } : line,
  ),
});

describe("readTypedPlan", () => {
  it.each(["en-GB", "de-DE"])("reads what typedFromPlan writes, to the digit, in %s", (locale) => {
    expect(readTypedPlan(typedFromPlan(plan, locale), locale)).toEqual({ plan, faults: [] });
  });

  it("shows shares, rates, ranges and multiples in percent and everything else as it is", () => {
    const typed = typedFromPlan(plan, "en-GB");
    const [orders] = typed.benefits;
    expect(typed.discountRate.annual).toBe("10");
    expect(typed.mirrRates).toMatchObject({ finance: "6.5", reinvest: "4" });
    expect(typed.correlations[0]?.coefficient).toMatch(/^[-−]0\.25$/);
    expect(orders?.value.adoption).toEqual([{ from: 0, value: "80" }]);
    expect(orders?.value).toMatchObject({
      lift: [{ value: "0.01" }, { value: "0.015" }],
      volume: [{ value: "62,400" }],
    });
    expect(orders?.estimate).toMatchObject({ low: "60", high: "130" });
    expect(typed.scenarios[0]?.changes[0]?.change).toEqual({ times: "70" });
  });

  it("takes a number with a percent sign for the share it says, in any field", () => {
    const { plan: read } = readTypedPlan(withAmount(typedFromPlan(plan, "en-GB"), "40 %"), "en-GB");
    expect(read.costs[0]?.amount).toEqual([{ from: 0, value: "0.4" }]);
  });

  it("names the field of what is no number, and keeps it out of the plan", () => {
    const typed = withAmount(typedFromPlan(plan, "en-GB"), "twelve");
    const { plan: read, faults } = readTypedPlan({ ...typed, horizon: "soon" }, "en-GB");
    expect(read.costs[0]?.amount).toEqual([{ from: 0, value: null }]);
    expect(faults).toEqual([
      { severity: "wrong", path: "/horizon", lineId: null, message: "Say how many, in digits" },
      {
        severity: "wrong",
        path: "/costs/0/amount/0/value",
        lineId: "licences",
        message: "“twelve” is not a number",
      },
    ]);
  });

  it("takes an empty value of a path for nothing said, and asks for every other number", () => {
    const typed = withAmount(typedFromPlan(plan, "en-GB"), " ");
    const { plan: read, faults } = readTypedPlan(
      { ...typed, discountRate: { ...typed.discountRate, annual: "" } },
      "en-GB",
    );
    expect(read.costs[0]?.amount).toEqual([{ from: 0, value: null }]);
    expect(faults.map(({ path }) => path)).toEqual(["/discountRate/annual"]);
  });
});
