import { multiplyDecimals, addDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakEvenValues, type BreakEvenValue, type ValueDrivers } from "./break-even-values.ts";
import { evaluateExplanation } from "./explanation.ts";

// Lead scoring, a month: 2.0 to 2.6% on 4,000 leads, margin 180, share 60%, cost 9,000.
const scoring: ValueDrivers = {
  currency: "EUR",
  lift: "0.006",
  volume: "4000",
  unitValue: "180",
  attribution: "0.6",
  confidence: "1",
  realised: "1",
  cost: "9000",
};

const read = (answer: BreakEvenValue) => (answer.kind === "value" ? answer.value : answer.reason);
const of = (differences: Partial<ValueDrivers>) => {
  const { lift, volume, unitValue, attribution, cost } = breakEvenValues({ ...scoring, ...differences });
  return [lift, volume, unitValue, attribution, cost].map(read);
};

describe("breakEvenValues", () => {
  it("gives 2.08 points, 625 per opportunity and a cost of 2,592 for lead scoring", () => {
    // 9000 ÷ (4000 × 180 × 0.6) = 9000 ÷ 432000; 9000 ÷ (0.006 × 180 × 0.6) = 9000 ÷ 0.648
    expect(of({})).toEqual([
      "0.020833333333333333333",
      "13888.888888888888889",
      "625",
      "Even all of the difference would not pay the cost.",
      "2592",
    ]);
  });

  it("counts what the other benefits bring", () => {
    // 9000 − 7704 = 1296 is half of 2592.
    expect(of({ otherValue: "7704" })).toEqual(["0.003", "2000", "90", "0.3", "10296"]);
    expect(of({ otherValue: "9000" })).toEqual([
      ...Array.from({ length: 4 }, () => "The other benefits pay the cost already."),
      "11592",
    ]);
  });

  it.each<[Partial<ValueDrivers>, number, string]>([
    [{ realised: "0" }, 0, "Whatever the lift, it brings nothing: another factor is zero."],
    [{ volume: "0" }, 0, "Whatever the lift, it brings nothing: another factor is zero."],
    [{ lift: "-0.006" }, 2, "More of the unit value only adds to the loss: another factor is negative."],
    [{ lift: "0" }, 1, "Whatever the volume, it brings nothing: another factor is zero."],
    [{ lift: "0" }, 4, "It brings nothing, so no cost would break even."],
    [{ lift: "-0.006" }, 4, "It brings nothing, so no cost would break even."],
    [{ cost: "0" }, 0, "There is no cost above zero to break even on."],
  ])("with %j has none, and says why", (differences, place, reason) => {
    expect(of(differences)[place]).toBe(reason);
  });

  it("still gives the lift that a loss would have to become", () => {
    expect(of({ lift: "-0.006" })[0]).toBe("0.020833333333333333333");
  });

  it("is even at each value, and what its tree gives", () => {
    const positive = fc.integer({ min: 1, max: 100_000 }).map((thousandths) => String(thousandths / 1000));
    const share = fc.integer({ min: 1, max: 100 }).map((percent) => String(percent / 100));
    const questions = fc.record({
      currency: fc.constant("EUR"),
      lift: positive,
      volume: positive,
      unitValue: positive,
      attribution: share,
      confidence: share,
      realised: share,
      cost: positive,
      otherValue: positive,
    });
    fc.assert(
      fc.property(questions, (question) => {
        for (const [driver, answer] of Object.entries(breakEvenValues(question))) {
          if (answer.kind === "none") continue;
          expect(evaluateExplanation(answer.tree)).toBe(answer.value);
          const at: Required<Omit<ValueDrivers, "liftUnit" | "trees">> = {
            ...question,
            [driver]: answer.value,
          };
          const factors = [at.lift, at.volume, at.unitValue, at.attribution, at.confidence, at.realised];
          const value = addDecimals(factors.reduce(multiplyDecimals), at.otherValue);
          expect(Number(value)).toBeCloseTo(Number(at.cost), 9);
        }
      }),
    );
  });
});
