import { describe, expect, it } from "vitest";
import { equivalentAnnualAnnuity } from "./equivalent-annual-annuity.ts";
import { netPresentValue } from "./net-present-value.ts";
import { expectWithin } from "./testing/expect-within.ts";

function amountOf(input: Parameters<typeof equivalentAnnualAnnuity>[0]): string {
  const answer = equivalentAnnualAnnuity(input);
  if (answer.kind === "undefined") throw new Error(answer.reason);
  return answer.amount;
}

describe("equivalentAnnualAnnuity", () => {
  it("meets the vector of the finance reference set", () => {
    const amount = amountOf({ netPresentValue: "38542.44928625094", annualRate: "0.1", years: 3 });
    expectWithin(amount, "15498.48942598187", { abs: 1e-9, rel: 0 });
  });
  it("paid at each year's end is worth the net present value", () => {
    for (const rate of ["0.07", "-0.2", "0"]) {
      const amount = amountOf({ netPresentValue: "1000", annualRate: rate, years: 4 });
      expectWithin(netPresentValue(rate, [amount, amount, amount, amount], "excel_npv"), "1000", {
        abs: 1e-25,
        rel: 0,
      });
    }
  });
  it("is an even share at a rate of 0, also of part of a year", () => {
    expect(amountOf({ netPresentValue: "-9", annualRate: "0", years: "4.5" })).toBe("-2");
  });
  it("is undefined where there is no length, and refuses a rate of −100 percent", () => {
    for (const years of [0, -1]) {
      expect(equivalentAnnualAnnuity({ netPresentValue: 1, annualRate: "0.1", years }).kind).toBe(
        "undefined",
      );
    }
    expect(() => equivalentAnnualAnnuity({ netPresentValue: 1, annualRate: -1, years: 1 })).toThrow(
      RangeError,
    );
  });
});
