import { describe, expect, it } from "vitest";
import { leadScoringPlan, moneyBenefit } from "../testing/example-case-plan.ts";
import { caseKeyFigures } from "./case-key-figures.ts";
import { caseLines } from "./case-lines.ts";
import { caseTotals } from "./case-totals.ts";

const plan = leadScoringPlan();

describe("caseKeyFigures", () => {
  it.each(["t0_then_end", "mid_period"] as const)("says what the totals say, with money %s", (timing) => {
    const timed = { ...plan, timing };
    for (const scenario of [null, ...plan.scenarios])
      for (const basis of ["cash", "cash-plus-capacity"] as const) {
        const lines = caseLines(timed, scenario, "credited");
        const totals = caseTotals(timed, lines, basis);
        if (totals.kind === "partial") throw new Error("every line is valued");
        const { totalBenefits, totalCosts, netPresentValue, netRoi, payback } = totals.adjusted;
        expect(caseKeyFigures(timed, lines, basis)).toEqual({
          missing: [],
          totalBenefits,
          totalCosts,
          netPresentValue,
          netRoi,
          payback: payback.durable,
        });
      }
  });

  it("names what is not valued, and tells the others", () => {
    const more = moneyBenefit("more", "1");
    const unsaid = { ...more, value: { ...more.value, adoption: [] } };
    const open = { ...plan, benefits: [...plan.benefits, unsaid] };
    const whole = caseKeyFigures(plan, caseLines(plan));
    expect(caseKeyFigures(open, caseLines(open))).toEqual({
      ...whole,
      missing: [expect.stringContaining("is not valued yet")],
    });
  });
});
