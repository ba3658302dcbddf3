import { describe, expect, it } from "vitest";
import {
  inPhaseBands,
  leadScoringPlan,
  moneyBenefit,
  plannedCost,
  planOf,
} from "../testing/example-case-plan.ts";
import type { CasePlan } from "./case-plan.ts";
import { evaluateCase } from "./evaluate-case.ts";
import { constantPath } from "./plan-path.ts";

const plan = leadScoringPlan();

function baseOf(given: CasePlan, options?: Parameters<typeof evaluateCase>[1]) {
  return evaluateCase({ ...given, scenarios: [] }, options).scenarios[0];
}

describe("evaluateCase", () => {
  it("values every column by its factors, and its risk beside it", () => {
    const [leads, hours, setUp, licences] = baseOf(plan).lines;
    // 0.006 × 40,000 × 180 × 0.6 = 25,920 at full adoption; 50%, 80%, then 100% of it.
    expect(leads?.planned.slice(0, 8)).toEqual([
      "0",
      "12960",
      "12960",
      "12960",
      "20736",
      "20736",
      "20736",
      "25920",
    ]);
    expect(leads?.adjusted[7]).toBe("22032"); // × (1 − 0.15)
    expect(hours).toMatchObject({ tier: "capacity", class: "capacity", category: null });
    expect(setUp).toMatchObject({ kind: "cost", category: "integration", tier: null, class: null });
    expect(setUp?.adjusted.slice(0, 2)).toEqual(["22000", "0"]); // × (1 + 0.1)
    expect(licences?.credited.slice(0, 2)).toEqual(["0", "9000"]);
  });

  it("keeps money apart from capacity and from losses that stay away", () => {
    const risky = moneyBenefit("fine", "1000", { class: "risk-avoided" });
    const { totals } = baseOf({ ...plan, benefits: [...plan.benefits, risky] });
    const benefitsOn = (basis: keyof typeof totals) => {
      const total = totals[basis];
      return total.kind === "whole" ? total.unadjusted.totalBenefits : null;
    };
    // 3 × 12,960 + 3 × 20,736 + 6 × 25,920 = 256,608; 12 × 2,000 of capacity; 12 × 1,000 of losses avoided.
    expect(benefitsOn("cash")).toBe("256608");
    expect(benefitsOn("cash-plus-capacity")).toBe("280608");
    expect(benefitsOn("all")).toBe("292608");
  });

  it("counts capacity as money once there is a way to cash", () => {
    const benefits = plan.benefits.map((line) =>
      line.class === "capacity" ? { ...line, cashMechanism: "Two hires not made" } : line,
    );
    expect(baseOf({ ...plan, benefits }).totals.cash).toMatchObject({
      unadjusted: { totalBenefits: "280608" },
    });
  });

  it("puts scenarios beside the base with what they change", () => {
    const { scenarios } = evaluateCase(plan);
    expect(scenarios.map(({ name, kind }) => [name, kind])).toEqual([
      ["Base", "base"],
      ["Conservative", "conservative"],
      ["Optimistic", "optimistic"],
    ]);
    const [, conservative, optimistic] = scenarios;
    // Two months later and at 70%: months 3 to 12 with 9,072 × 3 + 14,515.2 × 3 + 18,144 × 4.
    expect(conservative?.totals.cash).toMatchObject({ unadjusted: { totalBenefits: "143337.6" } });
    expect(conservative?.effects.map(({ field, after }) => `${field} ${after}`)).toEqual([
      "adoption 0.35",
      "adoption 0.56",
      "adoption 0.7",
      "delay 2",
      "adoption 0.7",
    ]);
    expect(optimistic?.totals.cash).toMatchObject({ unadjusted: { totalBenefits: "342144" } }); // × 0.008 / 0.006
  });

  it("gives no total that pretends to be whole, and says which line lacks what", () => {
    const costs = plan.costs.map((line) =>
      line.id === "licences"
        ? { ...line, amount: [...constantPath("9000"), { from: 7, value: null }] }
        : line,
    );
    const evaluation = evaluateCase({ ...plan, costs });
    expect(evaluation.scenarios[0].totals.cash).toMatchObject({
      kind: "partial",
      missing: ["licences"],
      reason: "Licences is not valued yet: amount missing from 2026-07.",
      ofValuedLines: { unadjusted: { totalCosts: "74000" } }, // 20,000 + 6 × 9,000
    });
    expect(evaluation.scenarios[0].benchmarks).toBeNull();
    expect(evaluation.sensitivity).toBeNull();
  });

  it("is whole in money where only capacity is not valued", () => {
    const benefits = plan.benefits.map((line) =>
      line.value.kind === "money" ? { ...line, value: { ...line.value, gross: constantPath(null) } } : line,
    );
    const { totals } = baseOf({ ...plan, benefits });
    expect([totals.cash.kind, totals["cash-plus-capacity"].kind]).toEqual(["whole", "partial"]);
  });

  it("credits an estimate at nothing until somebody accepts it, and shows what it would come to", () => {
    const guessed = (signedBy: string | null): CasePlan => ({
      ...plan,
      benefits: plan.benefits.map((line) => ({
        ...line,
        assumptions: line.assumptions.map((one) =>
          one.field === "lift" ? { ...one, evidence: "estimate" as const, signedBy } : one,
        ),
      })),
    });
    const [leads] = baseOf(guessed(null)).lines;
    expect(leads).toMatchObject({
      notCredited:
        "More opportunities rests on an estimate of lift: it is credited at nothing until somebody accepts it.",
      planned: expect.arrayContaining(["25920"]),
    });
    expect(new Set(leads?.credited)).toEqual(new Set(["0"]));
    const whole = { unadjusted: { totalBenefits: "256608" } };
    expect(baseOf(guessed(null)).totals.cash).toMatchObject({ unadjusted: { totalBenefits: "0" } });
    expect(baseOf(guessed("omar")).totals.cash).toMatchObject(whole);
    expect(baseOf(guessed(null), { unsignedEstimates: "credited" }).totals.cash).toMatchObject(whole);
  });

  it("credits nothing without a source at all", () => {
    const [leads] = baseOf({
      ...plan,
      benefits: plan.benefits.map((line) => ({ ...line, assumptions: [] })),
    }).lines;
    expect(leads?.notCredited).not.toBeNull();
  });

  it("converts by the rate that the plan locked", () => {
    const costs = plan.costs.map((line) => ({ ...line, currency: "USD" }));
    const budgetRates = [{ from: "USD", rate: "0.9", lockedOn: "2026-01-02" }];
    expect(baseOf({ ...plan, costs, budgetRates }).totals.cash).toMatchObject({
      unadjusted: { totalCosts: "115200" }, // 128,000 × 0.9
    });
  });

  it("dates its flows from the first day of the plan, also without a start column", () => {
    const { totals } = baseOf(planOf({ timing: "excel_npv", benefits: [moneyBenefit("saved", "100")] }));
    // 365, 730 and 1,096 days after 1 January 2026: 90.909 + 82.645 + 100 / 1.1^(1096/365).
    expect(totals.cash).toMatchObject({
      unadjusted: {
        dated: { valuationDate: "2026-01-01", netPresentValue: expect.stringMatching(/^248\.66558/) },
      },
    });
  });

  it("says of a band on another span only why it is not comparable", () => {
    const [, pilots, scale] = baseOf(plan, { benchmarks: inPhaseBands }).benchmarks?.unadjusted.phases ?? [];
    expect(pilots).toMatchObject({ position: null, comparability: { kind: "not-comparable" } });
    expect(scale?.position).toBe("in-band");
  });

  it("says what the benchmarks say, comparability first", () => {
    const { benchmarks } = baseOf(plan);
    // 256,608 / 128,000 − 1 = 100.5%; after risk 218,116.8 / 130,000 − 1 = 67.8%.
    expect(benchmarks?.unadjusted.phases.map(({ phase, position }) => [phase, position])).toEqual([
      ["foundation", null],
      ["pilots", "above-ceiling"],
      ["scale", "in-band"],
      ["transform", "below-floor"],
    ]);
    expect(benchmarks?.adjusted.phases[1]).toMatchObject({
      comparability: { kind: "read-as", reason: "The source states no basis; read as cumulative net." },
      position: "in-band",
      sentence: "68% over the whole horizon is within 30–70% (Pilots).",
    });
    expect(benchmarks?.adjusted.firstYear.kind).toBe("not-comparable");
  });

  it("shows the return to the end of each column", () => {
    const { totals } = baseOf(plan);
    const roi = totals.cash.kind === "whole" ? totals.cash.roiToDate : [];
    expect(roi).toHaveLength(13);
    expect(roi[0]).toEqual({ unadjusted: "-1", adjusted: "-1" });
    expect(roi.at(-1)?.unadjusted).toBe("1.00475"); // 256,608 / 128,000 − 1
  });

  it("refuses what is wrong with the place and what to do", () => {
    expect(() => evaluateCase({ ...plan, horizon: 0 })).toThrow("/horizon: The horizon is a whole number");
  });

  it("answers for a case with neither benefits nor costs", () => {
    const { totals } = baseOf(planOf({}));
    expect(totals.cash).toMatchObject({
      kind: "whole",
      unadjusted: { netPresentValue: "0", netRoi: { kind: "undefined" } },
    });
    expect(baseOf(planOf({ costs: [plannedCost("tool", "0")] })).benchmarks).toBeNull();
  });
});

describe("evaluateCase, which line decides", () => {
  const { sensitivity } = evaluateCase({ ...plan, scenarios: [] });

  it("sorts the lines by how far they move the net present value", () => {
    expect(sensitivity?.bars.map(({ lineId }) => lineId)).toEqual(["leads", "licences"]);
    const base = baseOf(plan).totals.cash;
    expect(base.kind === "whole" && base.unadjusted.netPresentValue.slice(0, 20)).toBe(
      sensitivity?.netPresentValue.slice(0, 20),
    );
  });

  it("says what each field would have to be for the case to break even", () => {
    const leads = sensitivity?.breakEvens.find(({ lineId }) => lineId === "leads");
    const lift = leads?.fields.find(({ field }) => field === "lift");
    const value = lift?.value ?? "";
    const atBreakEven = baseOf({
      ...plan,
      benefits: plan.benefits.map((line) =>
        line.value.kind === "factors"
          ? { ...line, value: { ...line.value, lift: constantPath(value) } }
          : line,
      ),
    }).totals.cash;
    expect(Number(value)).toBeCloseTo(0.006 * Number(leads?.multiple), 12);
    expect(atBreakEven.kind === "whole" && Number(atBreakEven.unadjusted.netPresentValue)).toBeCloseTo(0, 9);
  });

  it("breaks even at what another benefit may count as well", () => {
    const overlap = (value: string) =>
      planOf({
        benefits: [
          moneyBenefit("saved", "100", {
            value: { ...moneyBenefit("saved", "100").value, overlap: constantPath(value) },
          }),
        ],
        costs: [plannedCost("tool", "40")],
      });
    const [saved] = evaluateCase(overlap("0.2")).sensitivity?.breakEvens ?? [];
    // 100 × (1 − 0.6) = 40
    expect(saved?.multiple).toBe("0.5");
    expect(saved?.fields.find(({ field }) => field === "overlap")?.value).toBe("0.6");
  });

  it("says so where no share does it, and where a line decides nothing", () => {
    const dear = {
      ...plan,
      scenarios: [],
      costs: plan.costs.map((line) => ({ ...line, amount: constantPath("40000") })),
    };
    const [leads] = evaluateCase(dear).sensitivity?.breakEvens ?? [];
    expect(leads?.fields.find(({ field }) => field === "adoption")).toMatchObject({
      value: null,
      reason: "No share from 0 to 1 does it.",
    });
    const setUp = sensitivity?.breakEvens.find(({ lineId }) => lineId === "set-up");
    expect(Number(setUp?.multiple)).toBeGreaterThan(1);
    const cheap = { ...dear, benefits: plan.benefits.slice(1) };
    expect(evaluateCase(cheap).sensitivity?.breakEvens[0]).toMatchObject({
      lineId: "set-up",
      multiple: null,
      reason: "Even without it the case comes out below nothing.",
    });
  });

  it("reckons the modified rate of return with the rates that the plan states, and else with the discount rate", () => {
    const costs = [plannedCost("build", ["1000", "0", "0"])];
    const benefits = [moneyBenefit("saved", ["0", "600", "600"])];
    const plan = planOf({ horizon: 2, costs, benefits });
    const modified = (one: typeof plan) => {
      const total = evaluateCase(one).scenarios[0].totals.cash;
      const metrics = total.kind === "whole" ? total.adjusted : total.ofValuedLines.adjusted;
      const found = metrics.modifiedInternalRateOfReturn;
      return found.kind === "rate" ? Number(found.rate) : Number.NaN;
    };
    // (600 × 1.1 + 600) / 1000 = 1.26, and (600 × 1.04 + 600) / 1000 = 1.224; over two years.
    expect(modified(plan)).toBeCloseTo(Math.sqrt(1.26) - 1, 12);
    const mirrRates = { finance: "0.06", reinvest: "0.04", source: "Treasury" };
    expect(modified({ ...plan, mirrRates })).toBeCloseTo(Math.sqrt(1.224) - 1, 12);
    // Of months, at the month's rate.
    const monthly = { ...plan, period: "month" as const, mirrRates };
    const month = 1.04 ** (1 / 12);
    expect(modified(monthly)).toBeCloseTo(Math.sqrt(0.6 * month + 0.6) - 1, 12);
  });
});
