import { describe, expect, it } from "vitest";
import { benefitCostRatio } from "@liftledger/finance/benefit-cost-ratio";
import { businessCaseMetrics } from "@liftledger/finance/business-case-metrics";
import { accruedMinor } from "@liftledger/finance/cost-accrual";
import { costCoverage } from "@liftledger/finance/cost-coverage";
import { datedInternalRateOfReturn } from "@liftledger/finance/dated-internal-rate-of-return";
import { datedNetPresentValue } from "@liftledger/finance/dated-net-present-value";
import { DISCOUNT_RATE_PRESETS, monthlyRate, realRate } from "@liftledger/finance/discount-rate";
import { equivalentAnnualAnnuity } from "@liftledger/finance/equivalent-annual-annuity";
import { internalRateOfReturn } from "@liftledger/finance/internal-rate-of-return";
import { modifiedInternalRateOfReturn } from "@liftledger/finance/modified-internal-rate-of-return";
import { netPresentValue } from "@liftledger/finance/net-present-value";
import { netPresentValueProfile } from "@liftledger/finance/net-present-value-profile";
import { discountedPayback, payback } from "@liftledger/finance/payback";
import { returnBases } from "@liftledger/finance/return-bases";
import { grossMultiple, netRoi, netRoiOnPresentValue } from "@liftledger/finance/roi";

// The examples of the README, line by line, so that one that no longer runs fails here.
describe("the README of finance", () => {
  it("shows costs by day, and what is missing", () => {
    expect(accruedMinor({ month: "2026-04", amountMinor: 3000n }, "2026-04-10")).toBe(1000n);
    expect(
      costCoverage({
        lines: [
          { month: "2026-01", amountMinor: 500n, currency: "EUR", kind: "actual" },
          { month: "2026-03", amountMinor: 500n, currency: "EUR", kind: "actual" },
        ],
        from: "2026-01-15",
        until: "2026-04-30",
      }),
    ).toMatchObject({
      coverage: 0.5,
      missingMonths: ["2026-02", "2026-04"],
      reason: "2 of 4 elapsed months have an actual cost.",
    });
  });
  it("shows a business case in one call", () => {
    expect(
      businessCaseMetrics({
        costs: ["10000", "5000", "5000", "5000"],
        benefits: ["0", "15000", "15000", "15000"],
        annualRate: "0.10",
      }),
    ).toMatchObject({
      netBenefit: "20000",
      netPresentValue: expect.stringMatching(/^14868\.5199/),
      netRoi: { kind: "value", ratio: "0.8" },
      netRoiOnPresentValue: { kind: "value", ratio: expect.stringMatching(/^0\.662759/) },
      payback: { first: { kind: "reached", periods: "1" } },
      internalRateOfReturn: { status: "unique" },
    });
  });
  it("shows timing and rates", () => {
    expect(netPresentValue("0.1", ["-50", "0", "121"])).toBe("50");
    expect(netPresentValue("0.1", ["121"], "excel_npv")).toBe("110");
    expect(netPresentValue("0.21", ["-50", "121"], "mid_period")).toBe("60");
    expect(
      datedNetPresentValue({
        rate: "0.1",
        valuationDate: "2025-01-01",
        dates: ["2026-01-01", "2025-01-01"],
        amounts: ["121", "-100"],
      }),
    ).toBe("10");
    expect(monthlyRate("0.10")).toBe("0.007974140428903741066031844223230333");
    expect(realRate("0.10", "0.03")).toBe("0.06796116504854368932038834951456311");
    expect(() =>
      businessCaseMetrics({
        costs: ["100"],
        benefits: ["110"],
        prices: "nominal",
        annualRate: DISCOUNT_RATE_PRESETS.greenBook,
      }),
    ).toThrow("discount nominal with nominal, real with real");
  });
  it("shows rates of return", () => {
    expect(internalRateOfReturn(["-4500", "3045", "2371"])).toMatchObject({
      status: "unique",
      rate: expect.closeTo(0.1391818416876, 12),
      signChanges: 1,
    });
    expect(internalRateOfReturn(["-28", "53", "-8"])).toMatchObject({
      status: "multiple",
      roots: [expect.closeTo(-0.8346045617368, 12), expect.closeTo(0.7274617045939, 12)],
    });
    expect(internalRateOfReturn(["-1000", "2200", "-1211"])).toMatchObject({
      status: "none",
      cause: "no-real-root",
    });
    expect(internalRateOfReturn(["-1000", "2200", "-1210"])).toMatchObject({ status: "unique", rate: 0.1 });
    expect(
      modifiedInternalRateOfReturn({
        amounts: ["-1000", "0", "1440"],
        financeRate: "0.1",
        reinvestRate: "0.1",
      }),
    ).toEqual({ kind: "rate", rate: "0.2" });
    expect(netPresentValueProfile(["-28", "53", "-8"], ["0", "1"])).toMatchObject({
      points: [
        { rate: "0", netPresentValue: "17" },
        { rate: "1", netPresentValue: "-3.5" },
      ],
      crossings: { status: "multiple" },
    });
    expect(
      datedInternalRateOfReturn({ dates: ["2010-01-01", "2011-01-01"], amounts: ["-1000", "900"] }),
    ).toMatchObject({ status: "unique", rate: expect.closeTo(-0.1, 14) });
  });
  it("shows payback and annuity", () => {
    expect(payback(["-100", "150", "-80", "60"])).toMatchObject({
      first: { kind: "reached", periods: "0.6666666666666666666666666666666667" },
      durable: { kind: "reached", periods: "2.5" },
    });
    expect(discountedPayback("0.5", ["-100", "150", "-80", "60"]).durable).toEqual({
      kind: "not-within-horizon",
      reason: "Not within the horizon of 3 periods.",
    });
    expect(equivalentAnnualAnnuity({ netPresentValue: "210", annualRate: "0.1", years: 2 })).toEqual({
      kind: "value",
      amount: "121",
    });
  });
  it("shows return on cost", () => {
    expect(netRoi({ valueMinor: 75_000_000n, costMinor: 42_500_000n })).toEqual({
      kind: "value",
      ratio: "0.76470588235294117647",
    });
    expect(grossMultiple({ valueMinor: 75_000_000n, costMinor: 42_500_000n })).toEqual({
      kind: "value",
      ratio: "1.7647058823529411765",
    });
    expect(netRoi({ valueMinor: 100n, costMinor: 0n })).toEqual({
      kind: "undefined",
      reason: "There is no cost yet, so there is no return on cost.",
    });
    expect(returnBases({ netRoiPercent: "544" })).toMatchObject({ grossReturnPerUnit: "6.44" });
    expect(returnBases({ grossReturnPerUnit: "5.44" })).toMatchObject({ netRoiPercent: "444" });
    expect(benefitCostRatio({ presentValueOfBenefits: "180", presentValueOfCosts: "144" })).toEqual({
      kind: "value",
      ratio: "1.25",
    });
    expect(netRoiOnPresentValue({ netPresentValue: "36", presentValueOfCosts: "144" })).toEqual({
      kind: "value",
      ratio: "0.25",
    });
  });
});
