import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import type { Kpi } from "@liftledger/kpis/kpi";
import { describe, expect, it } from "vitest";
import { checkedAssumptions } from "./checked-assumptions.ts";

function kpi(key: string): Kpi {
  const found = findBuiltInKpi(key);
  if (found === undefined) throw new Error(key);
  return found;
}

describe("checkedAssumptions", () => {
  it("locks the unit value of spend at 1, filling it in", () => {
    const spend = kpi("cost-per-acquisition");
    expect(checkedAssumptions({ attribution: "1" }, spend)).toEqual({ attribution: "1", unitValue: "1" });
    expect(checkedAssumptions({ unitValue: "1.00" }, spend)).toEqual({ unitValue: "1" });
    expect(() => checkedAssumptions({ unitValue: "2" }, spend)).toThrow(/unit value is 1/);
  });

  it("takes a margin rate of 0 to 1 for revenue", () => {
    const revenue = kpi("revenue-per-channel");
    expect(checkedAssumptions({ unitValue: "0.35" }, revenue)).toEqual({ unitValue: "0.35" });
    expect(() => checkedAssumptions({ unitValue: "35" }, revenue)).toThrow(/between 0 and 1/);
    expect(() => checkedAssumptions({ unitValue: "-0.1" }, revenue)).toThrow(/between 0 and 1/);
  });

  it("gives no money to what is no outcome", () => {
    expect(() => checkedAssumptions({ unitValue: "3" }, kpi("email-open-rate"))).toThrow(/carries no money/);
    expect(checkedAssumptions({ attribution: "1" }, kpi("email-open-rate"))).toEqual({ attribution: "1" });
  });

  it("takes money per unit that is not negative, and leaves what is not known out", () => {
    const rate = kpi("conversion-rate");
    expect(checkedAssumptions({}, rate)).toEqual({});
    expect(checkedAssumptions({ unitValue: "80" }, rate)).toEqual({ unitValue: "80" });
    expect(() => checkedAssumptions({ unitValue: "-80" }, rate)).toThrow(/not negative/);
  });

  it("asks which risk a confidence below 1 stands for", () => {
    const rate = kpi("conversion-rate");
    expect(() => checkedAssumptions({ confidence: "0.8" }, rate)).toThrow(/names the risk/);
    const named = { confidence: "0.8", confidenceReason: "the site moves in May" };
    expect(checkedAssumptions(named, rate)).toEqual(named);
    expect(checkedAssumptions({ confidence: "1" }, rate)).toEqual({ confidence: "1" });
  });
});
