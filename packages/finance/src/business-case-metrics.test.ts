import { describe, expect, it } from "vitest";
import { businessCaseMetrics, type BusinessCaseMetrics } from "./business-case-metrics.ts";
import { DISCOUNT_RATE_PRESETS } from "./discount-rate.ts";
import type { PaybackTime } from "./payback.ts";
import type { ReturnOnCost } from "./roi.ts";
import { expectWithin } from "./testing/expect-within.ts";

/** The number of an answer; null where there is none, as the vectors have it. */
function ratioOf(answer: ReturnOnCost): number | null {
  return answer.kind === "value" ? Number(answer.ratio) : null;
}

function periodsOf(time: PaybackTime): number | null {
  return time.kind === "reached" ? Number(time.periods) : null;
}

function annuityOf({ equivalentAnnualAnnuity }: BusinessCaseMetrics): number {
  return equivalentAnnualAnnuity.kind === "value" ? Number(equivalentAnnualAnnuity.amount) : Number.NaN;
}

function expectTime(got: number | null, expected: string | null): void {
  expect(got === null).toBe(expected === null);
  expectWithin(got ?? 0, expected ?? 0, { abs: 1e-9, rel: 1e-9 });
}

const close = { abs: 1e-9, rel: 1e-12 };

// The "annual-metrics" vectors of the finance reference set: exact arithmetic, checked in LibreOffice.
const annualCases = [
  {
    name: "pays back in the second year",
    costs: ["100000", "20000", "20000", "20000"],
    benefits: ["0", "60000", "80000", "90000"],
    rate: "0.10",
    presentBenefits: "188279.4891059354",
    presentCosts: "149737.0398196844",
    value: "38542.44928625094",
    roiOnPresentValue: "0.2574009031610637",
    roi: "0.4375",
    ratio: "1.257400903161064",
    payback: "2.0",
    discountedPayback: "2.267142857142857",
    annuity: "15498.48942598187",
    roots: ["0.2878977094876064"],
  },
  {
    name: "never pays back",
    costs: ["53150", "0", "0"],
    benefits: ["0", "20000", "20000"],
    rate: "0.08",
    presentBenefits: "35665.29492455418",
    presentCosts: "53150.0",
    value: "-17484.70507544582",
    roiOnPresentValue: "-0.3289690512783785",
    roi: "-0.2474129821260583",
    ratio: "0.6710309487216215",
    payback: null,
    discountedPayback: null,
    annuity: "-9804.884615384615",
    roots: ["-0.1702203986837278"],
  },
  {
    name: "has cents and the rate of the Green Book",
    costs: ["250000", "48000.50", "48000.50", "48000.50"],
    benefits: ["0", "120000", "210000", "260000.25"],
    rate: "0.035",
    presentBenefits: "546484.605021814",
    presentCosts: "384479.9759023458",
    value: "162004.6291194683",
    roiOnPresentValue: "0.4213603809645887",
    roi: "0.4974568624738738",
    ratio: "1.421360380964589",
    payback: "2.075476504099651",
    discountedPayback: "2.152746981364365",
    annuity: "57824.98954116331",
    roots: ["0.2945568453414441"],
  },
] as const;

// The workbook cases of the finance reference set, every value recomputed in LibreOffice 7.4 to 1e-9.
const monthlyCases = [
  {
    name: "36 months with a ramp",
    annualRate: "0.10",
    dates: firstDays(2026, 1, 37),
    costs: ["250000", ...Array.from({ length: 36 }, () => "12000.37")],
    benefits: Array.from({ length: 37 }, (_, month) => String(1500 * month)),
    rate: "0.008",
    value: "201133.491146738816",
    datedValue: "201140.574477513369",
    root: "0.0287523546163642774",
    annualRoot: "0.405174004637146389",
    datedRoot: "0.405224503075830842",
    modified: "0.0228000150891727051",
    presentBenefits: "825382.531442986413",
    presentCosts: "624249.040296247597",
    roiOnPresentValue: "0.322200721448106074",
    ratio: "1.32220072144810607",
    roi: "0.464780775835873704",
    payback: "27.2336692152536548",
    discountedPayback: "29.0234259096505315",
    annuity: "80881.6026071209346",
  },
  {
    name: "24 months that never pay",
    annualRate: "0.08",
    dates: firstDays(2026, 4, 25),
    costs: ["90000", ...Array.from({ length: 24 }, () => "4500.10")],
    benefits: ["0", ...Array.from({ length: 24 }, () => "6100.05")],
    rate: "0.006",
    value: "-54524.4503746906924",
    datedValue: "-54528.4241714178797",
    root: "-0.0592797253273145349",
    annualRoot: "-0.519685110237126633",
    datedRoot: "-0.519200303169566072",
    modified: "-0.0320635563967785902",
    presentBenefits: "135255.868303302004",
    presentCosts: "189780.318677992697",
    roiOnPresentValue: "-0.287302976170065079",
    ratio: "0.712697023829934921",
    roi: "-0.260608962315608296",
    payback: null,
    discountedPayback: null,
    annuity: "-30577.8624776643341",
  },
];

function firstDays(year: number, month: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const months = year * 12 + month - 1 + index;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
  });
}

describe("businessCaseMetrics", () => {
  it.each(annualCases)("meets the annual case that $name", ({ costs, benefits, rate, ...expected }) => {
    const got = businessCaseMetrics({ costs, benefits, annualRate: rate });
    expectWithin(got.presentValueOfBenefits, expected.presentBenefits, close);
    expectWithin(got.presentValueOfCosts, expected.presentCosts, close);
    expectWithin(got.netPresentValue, expected.value, close);
    expectWithin(ratioOf(got.netRoiOnPresentValue) ?? Number.NaN, expected.roiOnPresentValue, close);
    expectWithin(ratioOf(got.netRoi) ?? Number.NaN, expected.roi, close);
    expectWithin(ratioOf(got.benefitCostRatio) ?? Number.NaN, expected.ratio, close);
    expectTime(periodsOf(got.payback.first), expected.payback);
    expectTime(periodsOf(got.discountedPayback.first), expected.discountedPayback);
    expectWithin(annuityOf(got), expected.annuity, close);
    expect(got.internalRateOfReturn.status).toBe("unique");
    expectWithin(got.internalRateOfReturn.roots[0] ?? Number.NaN, expected.roots[0], close);
    expect(got.annualInternalRateOfReturn).toEqual(got.internalRateOfReturn);
    expect(got.dated).toBeUndefined();
  });

  it.each(monthlyCases)(
    "meets the monthly case of $name",
    ({ costs, benefits, annualRate, dates, ...expected }) => {
      const got = businessCaseMetrics({
        costs,
        benefits,
        annualRate,
        dates,
        period: "month",
        financeRate: expected.rate,
        reinvestRate: expected.rate,
      });
      const money = { abs: 1e-9, rel: 1e-15 };
      expectWithin(got.netPresentValue, expected.value, money);
      expectWithin(got.dated?.netPresentValue ?? Number.NaN, expected.datedValue, money);
      expectWithin(got.presentValueOfBenefits, expected.presentBenefits, money);
      expectWithin(got.presentValueOfCosts, expected.presentCosts, money);
      expectWithin(annuityOf(got), expected.annuity, money);
      const modified = got.modifiedInternalRateOfReturn;
      expectWithin(modified.kind === "rate" ? modified.rate : Number.NaN, expected.modified, close);
      expectWithin(got.internalRateOfReturn.roots[0] ?? Number.NaN, expected.root, close);
      expectWithin(got.annualInternalRateOfReturn.roots[0] ?? Number.NaN, expected.annualRoot, close);
      expectWithin(got.dated?.internalRateOfReturn.roots[0] ?? Number.NaN, expected.datedRoot, close);
      expectWithin(ratioOf(got.netRoiOnPresentValue) ?? Number.NaN, expected.roiOnPresentValue, close);
      expectWithin(ratioOf(got.benefitCostRatio) ?? Number.NaN, expected.ratio, close);
      expectWithin(ratioOf(got.netRoi) ?? Number.NaN, expected.roi, close);
      expectTime(periodsOf(got.payback.first), expected.payback);
      expectTime(periodsOf(got.discountedPayback.first), expected.discountedPayback);
    },
  );

  const plain = { costs: ["100", "10"], benefits: ["0", "130"] };
  it("takes the discount rate for the modified rate of return where no other is given", () => {
    const got = businessCaseMetrics({ ...plain, annualRate: "0.1" });
    // One payment and one return: 120 / 100, whatever the rates.
    expect(got.modifiedInternalRateOfReturn).toEqual({ kind: "rate", rate: "0.2" });
  });
  it("discounts as the timing says", () => {
    const value = (timing: "t0_then_end" | "mid_period" | "excel_npv"): string =>
      businessCaseMetrics({ ...plain, annualRate: "0.44", timing }).netPresentValue;
    // 120/1.44 − 100 = −50/3; 120/1.2 − 100 = 0; −50/3/1.44 = −625/54
    expect(value("t0_then_end")).toBe(`-16.${"6".repeat(31)}7`);
    expect(value("mid_period")).toBe("0");
    expect(value("excel_npv")).toBe(`-11.574${"074".repeat(9)}07`);
  });
  it("spreads a case over as many years as its timing gives it", () => {
    const yearly = (timing: "t0_then_end" | "excel_npv", costs: number[], benefits: number[]) =>
      annuityOf(businessCaseMetrics({ costs, benefits, annualRate: "0.1", timing }));
    // 100 at the end of each of three years is 100 a year: the first column is a year of its own only for Excel.
    expect(yearly("excel_npv", [0, 0, 0], [100, 100, 100])).toBeCloseTo(100, 10);
    expect(yearly("t0_then_end", [0, 0, 0, 0], [0, 100, 100, 100])).toBeCloseTo(100, 10);
  });
  it("takes a preset rate for flows whose prices are not told", () => {
    const { tei } = DISCOUNT_RATE_PRESETS;
    expect(businessCaseMetrics({ ...plain, annualRate: tei }).netPresentValue).toBe(
      businessCaseMetrics({ ...plain, annualRate: tei.annualRate }).netPresentValue,
    );
  });
  it("values dated flows at the day it is given", () => {
    const dates = ["2025-01-01", "2026-01-01"];
    const at = (valuationDate: string): string | undefined =>
      businessCaseMetrics({ ...plain, annualRate: "0.2", dates, valuationDate }).dated?.netPresentValue;
    expect(at("2025-01-01")).toBe("0");
    expect(at("2026-01-01")).toBe("0");
    expect(() => businessCaseMetrics({ ...plain, annualRate: "0.2", dates: ["2025-01-01"] })).toThrow(
      RangeError,
    );
  });
  it("answers with reasons where there is no cost", () => {
    const got = businessCaseMetrics({ costs: [], benefits: [10n, 20n], annualRate: "0.1" });
    const none = { kind: "undefined", reason: "There is no cost yet, so there is no return on cost." };
    expect(got.netRoi).toEqual(none);
    expect(got.netRoiOnPresentValue).toEqual(none);
    expect(got.grossMultiple).toEqual(none);
    expect(got.benefitCostRatio).toEqual(none);
    expect(got.payback.first.kind).toBe("nothing-to-pay-back");
    expect(got.internalRateOfReturn.status).toBe("none");
    expect(got.modifiedInternalRateOfReturn.kind).toBe("undefined");
  });
  it("answers for no columns at all", () => {
    const got = businessCaseMetrics({ costs: [], benefits: [], annualRate: "0.1", dates: [] });
    expect(got).toMatchObject({ netFlows: [], netPresentValue: "0", netBenefit: "0" });
    expect(got.equivalentAnnualAnnuity.kind).toBe("undefined");
    expect(got.dated).toBeUndefined();
  });
  it("pays back from the first spend, also where as much was earned in that column", () => {
    const got = businessCaseMetrics({ costs: [0, 5, 5], benefits: [0, 5, 3, 2], annualRate: 0 });
    expect(got.netFlows).toEqual(["0", "0", "-2", "2"]);
    expect(got.payback.first).toEqual({ kind: "reached", periods: "2" });
  });
  it("refuses real flows at a nominal rate", () => {
    const { tei, greenBook } = DISCOUNT_RATE_PRESETS;
    expect(() => businessCaseMetrics({ ...plain, annualRate: tei, prices: "real" })).toThrow(
      "discount nominal with nominal, real with real",
    );
    const got = businessCaseMetrics({ ...plain, annualRate: greenBook, prices: "real" });
    expect(got.periodRate).toBe("0.035");
  });
});
