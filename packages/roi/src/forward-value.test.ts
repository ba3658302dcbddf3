import { monthlyRate } from "@liftledger/finance/discount-rate";
import { netFlows } from "@liftledger/finance/cash-flow";
import { netPresentValue } from "@liftledger/finance/net-present-value";
import { roundHalfEven } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExplanation } from "./explanation.ts";
import { forwardValue, type ForwardQuestion } from "./forward-value.ts";

const question: ForwardQuestion = {
  currency: "EUR",
  annualRate: "0.1",
  periodType: "year",
  costs: ["30"],
  benefits: ["0", "50", "50"],
  realisedValue: "40",
  sunkCost: "100",
};

describe("forwardValue", () => {
  it("leaves out what was spent, which the realised return holds", () => {
    // −30 + 50/1.1 + 50/1.21 = −30 + 45.4545… + 41.3223… = 56.7769
    const answer = forwardValue(question);
    expect(answer).toMatchObject({ forwardNetPresentValue: "56.78", goingOnPays: true });
    expect(answer.realisedRoi).toMatchObject({ ratio: "-0.6" });
    expect(forwardValue({ ...question, sunkCost: "1000000" }).forwardNetPresentValue).toBe("56.78");
    expect(answer.sentence).toBe(
      "What is still to come is worth €56.78 more than it will still cost, at 10% a year; " +
        "the €100.00 spent so far stays in the realised return of −60% and does not count here.",
    );
  });

  it.each([
    [["86.77"], true],
    [["86.78"], false],
    [["100"], false],
  ])("at a cost of %j says whether going on pays", (costs, goingOnPays) => {
    expect(forwardValue({ ...question, costs }).goingOnPays).toBe(goingOnPays);
  });

  it("says that it is even, and that nothing was spent", () => {
    const even = forwardValue({ ...question, costs: ["50"], benefits: ["50"], sunkCost: "0" });
    expect(even).toMatchObject({ forwardNetPresentValue: "0", goingOnPays: false });
    expect(even.sentence).toBe(
      "What is still to come is worth just what it will still cost, at 10% a year; nothing has been spent so far.",
    );
    expect(forwardValue({ ...question, costs: ["100"] }).sentence).toContain(
      "worth €13.22 less than it will still cost",
    );
    expect(forwardValue({ ...question, costs: [], benefits: [] }).forwardNetPresentValue).toBe("0");
  });

  it("is the net present value of the flows, and what its tree gives", () => {
    const amounts = fc.array(
      fc.integer({ min: 0, max: 10_000_000 }).map((cents) => String(cents / 100)),
      { maxLength: 24 },
    );
    const rate = fc.integer({ min: -500, max: 2000 }).map((thousandths) => String(thousandths / 1000));
    const timings = fc.constantFrom("t0_then_end" as const, "mid_period" as const, "excel_npv" as const);
    fc.assert(
      fc.property(amounts, amounts, rate, timings, (benefits, costs, annualRate, timing) => {
        for (const periodType of ["year", "month"] as const) {
          const answer = forwardValue({ ...question, benefits, costs, annualRate, periodType, timing });
          const periodRate = periodType === "year" ? annualRate : monthlyRate(annualRate);
          const whole = netPresentValue(periodRate, netFlows({ benefits, costs }), timing);
          expect(answer.forwardNetPresentValue).toBe(roundHalfEven(whole, 2));
          expect(evaluateExplanation(answer.tree)).toBe(answer.forwardNetPresentValue);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("refuses a rate of −100% and a cost below zero", () => {
    expect(() => forwardValue({ ...question, annualRate: "-1" })).toThrow(RangeError);
    expect(() => forwardValue({ ...question, costs: ["-1"] })).toThrow(RangeError);
  });
});
