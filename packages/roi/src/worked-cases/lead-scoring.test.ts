import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "../evaluate-initiative.ts";
import { initiativeHeadline } from "../findings.ts";
import { sentenceText } from "../told-sentence.ts";
import { exampleBenefit, exampleInitiative } from "../testing/example-initiative.ts";

/**
 * Case (a): lead scoring lifts conversion from 2.0 to 2.6% on 4,000 leads a month; an opportunity has a margin of
 * 180, our share is 60%, the cost 9,000 a month. By hand, a month: 4,000 × 0.6% = 24 more opportunities,
 * 24 × 180 × 0.6 = 2,592; return 2,592 / 9,000 − 1 = −0.712.
 */
const leadScoring = exampleInitiative({
  benefits: [
    exampleBenefit({
      factors: {
        unitValue: "180",
        attribution: "0.6",
        confidence: "1",
        realisation: { accepted: "0", redeployed: "0", cashed: "1" },
      },
    }),
  ],
});

describe("evaluateInitiative, on lead scoring", () => {
  const { figures, verdict, breakEven, benefits, band } = evaluateInitiative(leadScoring);

  it("finds 24 more opportunities and 2,592 a month", () => {
    expect(benefits[0]?.figures.units.figure.value).toBe("144");
    expect(figures.realisedValue.figure.value).toBe(String(6 * 2592));
    expect(figures.cost.figure.value).toBe("54000");
    expect(figures.netBenefit.figure.value).toBe(String(6 * (2592 - 9000)));
  });

  it("returns −71%", () => {
    expect(figures.netRoi.figure).toMatchObject({
      value: "-0.712",
      interval: { low: "-0.712", high: "-0.712", level: 0.8 },
    });
    expect(sentenceText(initiativeHeadline("Lead scoring", verdict, figures.netRoi.figure, band))).toBe(
      "Lead scoring has lost 71% of its cost so far, under the benchmark of 30–70% (Pilots)",
    );
  });

  it("is losing money", () => {
    expect(verdict.status).toBe("losing-money");
    expect(verdict.reason).toBe("The chance that it has paid back its cost is under 1 in 100.");
  });

  it("would break even at 2.08 points, at 625 an opportunity, or at a cost of 2,592 a month", () => {
    // 9,000 = 4,000 × lift × 180 × 0.6, so lift = 2.0833 points; 9,000 = 24 × worth × 0.6, so worth = 625.
    expect(breakEven?.liftNeeded?.value).toBeCloseTo(9000 / (4000 * 180 * 0.6), 12);
    expect(breakEven?.liftNeeded?.now).toBeCloseTo(0.006, 12);
    expect(breakEven?.unitValueNeeded).toBe("625");
    expect(breakEven?.monthlyCostAffordable).toEqual({ amount: "2592", currency: "EUR" });
    expect(breakEven?.sentence).toBe(
      "To break even this needs lead conversion 2.08 points above what was expected without AI (now 0.6 points), or €625.00 per opportunity, or a cost of €2,592 a month.",
    );
  });
});
