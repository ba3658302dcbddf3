import { addPeriods, lastDay, listPeriods, type Period } from "@liftledger/kpis/period";
import { compareDecimals, roundHalfEven, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BenefitInput } from "./benefit-input.ts";
import { benefitFigures } from "./benefit-figures.ts";
import { benefitTrees } from "./benefit-trees.ts";
import { evaluateBenefit } from "./evaluate-benefit.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { evaluateExplanation } from "./explanation.ts";
import { stretchLabel } from "./factor-stretches.ts";
import { realisedValueOn, valueParts } from "./realised-value.ts";
import { createSimulation } from "./simulation.ts";
import { arbitraryBenefit } from "./testing/arbitrary-initiative.ts";
import { arbitraryMeasuredBenefit } from "./testing/arbitrary-measurement.ts";
import { exampleBenefit, exampleInitiative } from "./testing/example-initiative.ts";

const money = { currency: "EUR", places: 2 };
const late = "2025-06-30";
const source = { kind: "assumption", text: "version 1" } as const;

const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => String(thousandths / 1000));
const otherFactors = fc.record({
  unitValue: fc.integer({ min: 0, max: 100_000 }).map((cents) => String(cents / 100)),
  attribution: share,
  confidence: share,
  realisation: share.map((cashed) => ({
    accepted: "0",
    cashed,
    redeployed: String(Math.round((1 - Number(cashed)) * 400) / 1000),
  })),
  outcomeMargin: fc.integer({ min: 0, max: 300 }).map(String),
});

/** A benefit, a cut within, before or after its periods, and other factors for what lies before the cut. */
const divided = fc
  .tuple(arbitraryMeasuredBenefit("benefit-1"), fc.integer({ min: -2, max: 19 }), otherFactors)
  .map(([benefit, weeks, factors]) => {
    const before = addPeriods(benefit.claimFrom, weeks);
    return { benefit, before, stretched: { ...benefit, earlier: [{ before, factors, source }] } };
  });

/** What a figure says, without how it came about: the tree names the stretches. */
function saidOf(input: BenefitInput) {
  const {
    figures,
    verdict,
    breakEven,
    valueParts: parts,
    dependentInterval,
  } = evaluateInitiative(exampleInitiative({ benefits: [input], until: late }));
  return {
    figures: Object.values(figures).map(({ figure }) => figure),
    verdict,
    breakEven,
    // A distribution is asked what it says: it is no plain value.
    parts: parts?.map(({ units, ...part }) => ({ ...part, low: units.quantile(0.1), mean: units.mean })),
    dependentInterval,
  };
}

describe("a benefit whose factors change from a period on", () => {
  it("is worth each stretch at its own factors, added up before it is rounded", () => {
    // 24 more a month: three months at 180, then three at 200 of which half is ours.
    const benefit = exampleBenefit({
      factors: { ...exampleBenefit().factors, unitValue: "200", attribution: "0.5" },
      earlier: [{ before: "2025-04", factors: exampleBenefit().factors, source }],
    });
    const result = evaluateBenefit(benefit, late);
    expect(result.stretches.map(stretchLabel)).toEqual(["2025-01 to 2025-03", "2025-04 and later"]);
    expect(realisedValueOn([result], "2025-03-31", 2)).toBe("12960");
    expect(realisedValueOn([result], late, 2)).toBe("20160");
    const { cashed } = benefitTrees(result, { day: late, ...money });
    expect(cashed.value).toBe("20160");
    expect(cashed.inputs[0]?.inputs.map(({ label, value }) => [label, value])).toEqual([
      ["2025-01 to 2025-03", "12960"],
      ["2025-04 and later", "7200"],
    ]);
    expect(evaluateExplanation(cashed)).toBe("20160");
    const [part, ...others] = valueParts([result], late) ?? [];
    expect(others).toEqual([]);
    expect((part?.units.mean ?? 0) * (part?.factor ?? 0)).toBeCloseTo(20160, 6);
  });

  it("is what it was, to the letter, where the other factors count for no period of it", () => {
    fc.assert(
      fc.property(divided, otherFactors, ({ benefit }, factors) => {
        const never = { ...benefit, earlier: [{ before: benefit.claimFrom, factors, source }] };
        expect(saidOf(never)).toEqual(saidOf(benefit));
        const trees = (of: BenefitInput) =>
          JSON.stringify(benefitTrees(evaluateBenefit(of, late), { day: late, ...money }));
        expect(trees(never)).toBe(trees(benefit));
      }),
      { numRuns: 25 },
    );
  });

  it("is what it was, to the letter, where both sides say the same", () => {
    fc.assert(
      fc.property(divided, ({ benefit, before }) => {
        const same = { ...benefit, earlier: [{ before, factors: benefit.factors, source }] };
        expect(saidOf(same)).toEqual(saidOf(benefit));
      }),
      { numRuns: 40 },
    );
  });

  it("adds its stretches up exactly, and every tree gives its root from the leaves", () => {
    fc.assert(
      fc.property(divided, ({ benefit, before, stretched }) => {
        const { factors } = stretched.earlier[0] as (typeof stretched.earlier)[0];
        const unrounded = (input: BenefitInput, periods?: number) => {
          const result = evaluateBenefit(input, late);
          const day = periods === undefined ? late : (result.maturedOn[periods - 1] ?? "2024-01-01");
          return benefitTrees(result, { day, ...money }).measured.inputs[0]?.value ?? null;
        };
        const whole = evaluateBenefit(benefit, late);
        const cut = whole.mature.filter(({ period }) => period < before).length;
        const [old, now] = [{ ...benefit, factors, factorsSource: source }, benefit];
        const all = unrounded(stretched);
        const first = cut === 0 ? "0" : unrounded(old, cut);
        const less = cut === 0 ? "0" : unrounded(now, cut);
        const total = unrounded(now);
        const isKnown = all !== null && first !== null && less !== null && total !== null;
        const sum = isKnown ? sumDecimals([first, subtractDecimals(total, less)]) : "0";
        expect(isKnown ? compareDecimals(all, sum) : 0).toBe(0);
        const result = evaluateBenefit(stretched, late);
        const trees = benefitTrees(result, { day: late, ...money });
        for (const tree of [trees.measured, trees.cashed, trees.cashedAndRedeployed])
          expect(evaluateExplanation(tree)).toBe(tree.value);
        expect(trees.measured.value).toBe(all === null ? null : roundHalfEven(all, 2));
        expect(trees.cashed.value).toBe(realisedValueOn([result], late, 2));
      }),
      { numRuns: 60 },
    );
  });

  it("leaves every day before the change as it was, range included, whatever is assumed from then on", () => {
    fc.assert(
      fc.property(divided, otherFactors, ({ stretched, before }, changed) => {
        const [one, other] = [stretched, { ...stretched, factors: changed }].map((input) =>
          evaluateBenefit(input, late),
        ) as [ReturnType<typeof evaluateBenefit>, ReturnType<typeof evaluateBenefit>];
        const days = listPeriods("2025-W02", "2025-W20").map(lastDay);
        for (const day of days.filter((end) => end < lastDay(before))) {
          expect(realisedValueOn([other], day, 2)).toBe(realisedValueOn([one], day, 2));
          const draws = ([result]: [typeof one]) => {
            const parts = valueParts([result], day);
            return parts === null ? null : createSimulation(7).sum(parts).quantile(0.1);
          };
          expect(draws([other])).toEqual(draws([one]));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is centred on its figure, and wider than nothing where its lift is", () => {
    fc.assert(
      fc.property(divided, ({ stretched }) => {
        const result = evaluateBenefit(stretched, late);
        const [value, parts] = [realisedValueOn([result], late, 2), valueParts([result], late)];
        fc.pre(value !== null && parts !== null);
        const mean = (parts ?? []).reduce(
          (sum, { units, factor, beside = 0 }) => sum + factor * units.mean + beside,
          0,
        );
        const slack = 0.006 + 1e-9 * Math.abs(Number(value));
        expect(Math.abs(mean - Number(value))).toBeLessThanOrEqual(slack);
        const { figure } = benefitFigures(result, { until: late, asOf: "", grade: null, ...money }).realised;
        const { low, high } = figure.interval ?? { low: "0", high: "0" };
        expect(Number(low)).toBeLessThanOrEqual(Number(high));
      }),
      { numRuns: 60 },
    );
  });

  it("rises with what a unit is worth in a stretch that gained, and with nothing else of it", () => {
    fc.assert(
      fc.property(arbitraryBenefit("benefit-1"), fc.integer({ min: 1, max: 15 }), (benefit, weeks) => {
        const before = addPeriods(benefit.claimFrom, weeks);
        const at = (early: string, now: string) => {
          const factors = (unitValue: string) => ({ ...benefit.factors, unitValue });
          const input = {
            ...benefit,
            factors: factors(now),
            earlier: [{ before, factors: factors(early), source }],
          };
          return Number(realisedValueOn([evaluateBenefit(input, late)], late, 2) ?? Number.NaN);
        };
        const [none, early, both] = [at("0", "0"), at("100", "0"), at("100", "100")];
        fc.pre(!Number.isNaN(none));
        const result = evaluateBenefit(benefit, late);
        const cut = result.mature.filter(({ period }) => period < before).length;
        const gain = (periods: number) =>
          result.measure.kind === "measured" ? Number(result.measure.gainOver(periods)) : 0;
        const rises = (units: number, change: number) => (units >= 0 ? change >= -0.01 : change <= 0.01);
        expect(none).toBe(0);
        expect(rises(gain(cut), early - none)).toBe(true);
        expect(rises(gain(result.mature.length) - gain(cut), both - early)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("blocks what is not valued in the stretch that counts, and no day before", () => {
    const lacking = { ...exampleBenefit().factors, unitValue: undefined };
    const later = exampleBenefit({
      factors: lacking,
      earlier: [{ before: "2025-04", factors: exampleBenefit().factors, source }],
    });
    const result = evaluateBenefit(later, late);
    expect(realisedValueOn([result], "2025-03-31", 2)).toBe("12960");
    expect(realisedValueOn([result], late, 2)).toBeNull();
    expect(result.value).toMatchObject({ kind: "not-valued" });
    expect(benefitTrees(result, { day: late, ...money }).cashed.reason).toBe(
      "not valued yet for 2025-04 and later, missing what one opportunity is worth",
    );
    // What is still to come may be lacking: all that was measured is valued.
    const coming = exampleBenefit({
      factors: lacking,
      earlier: [{ before: "2025-07", factors: exampleBenefit().factors, source }],
    });
    expect(evaluateBenefit(coming, late).value).toMatchObject({ kind: "complete" });
    expect(realisedValueOn([evaluateBenefit(coming, late)], late, 2)).toBe("25920");
  });

  it("ends with its claim: what would count from later on counts for nothing", () => {
    const ended = exampleBenefit({
      claimUntil: "2025-03",
      after: exampleBenefit().after.slice(0, 3),
      factors: { unitValue: "1" },
      earlier: [{ before: "2025-04", factors: exampleBenefit().factors, source }],
    });
    const result = evaluateBenefit(ended, late);
    expect(result.stretches.map(stretchLabel)).toEqual(["2025-01 to 2025-03"]);
    expect(result.value).toMatchObject({ kind: "complete" });
    expect(realisedValueOn([result], late, 2)).toBe("12960");
  });

  it("breaks even at one lift, one worth of a unit and one cost for all stretches", () => {
    const factors = { ...exampleBenefit().factors, unitValue: "200", attribution: "0.5" };
    const benefits = [
      exampleBenefit({
        factors,
        earlier: [{ before: "2025-04", factors: exampleBenefit().factors, source }],
      }),
    ];
    const { breakEven, breakEvenTrees } = evaluateInitiative(exampleInitiative({ benefits }));
    // 54,000 spent: 12,000 leads at 180 and 12,000 at 100 bring 3.36 million for each unit of lift.
    expect(breakEven?.liftNeeded?.value).toBeCloseTo(54000 / 3_360_000, 12);
    // 72 units that are all ours and 72 of which half is: 108 at one worth.
    expect(breakEven?.unitValueNeeded).toBe("500");
    expect(breakEven?.monthlyCostAffordable?.amount).toBe("3360");
    expect(Number(breakEvenTrees?.liftNeeded?.value)).toBeCloseTo(54000 / 3_360_000, 12);
    expect(Number(breakEvenTrees?.unitValueNeeded?.value)).toBeCloseTo(500, 9);
    expect(Number(breakEvenTrees?.monthlyCostAffordable?.value)).toBeCloseTo(3360, 9);
    for (const tree of Object.values(breakEvenTrees ?? {}))
      expect(tree === null ? null : evaluateExplanation(tree)).toBe(tree?.value);
  });

  it("refuses stretches that are out of order", () => {
    const { factors } = exampleBenefit();
    const earlier = ["2025-04", "2025-02"].map((before) => ({ before: before as Period, factors, source }));
    expect(() => evaluateBenefit(exampleBenefit({ earlier }), late)).toThrow(RangeError);
  });
});
