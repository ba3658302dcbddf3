import { describe, expect, it } from "vitest";
import { allocate, allocateSigned } from "@liftledger/finance/allocate";
import { benefitCostRatio } from "@liftledger/finance/benefit-cost-ratio";
import { planToActualBridge } from "@liftledger/finance/bridge";
import { currencyEffect, lockBudgetRates } from "@liftledger/finance/budget-rate";
import { businessCaseMetrics } from "@liftledger/finance/business-case-metrics";
import { convertLines } from "@liftledger/finance/converted-total";
import { accruedMinor } from "@liftledger/finance/cost-accrual";
import { costCoverage } from "@liftledger/finance/cost-coverage";
import { datedInternalRateOfReturn } from "@liftledger/finance/dated-internal-rate-of-return";
import { datedNetPresentValue } from "@liftledger/finance/dated-net-present-value";
import { DISCOUNT_RATE_PRESETS, monthlyRate, realRate } from "@liftledger/finance/discount-rate";
import { equivalentAnnualAnnuity } from "@liftledger/finance/equivalent-annual-annuity";
import { convertMoney } from "@liftledger/finance/exchange-rate";
import { internalRateOfReturn } from "@liftledger/finance/internal-rate-of-return";
import { modifiedInternalRateOfReturn } from "@liftledger/finance/modified-internal-rate-of-return";
import { formatMoney, moneyFromDecimal, roundToMinor } from "@liftledger/finance/money";
import { simulateCase } from "@liftledger/finance/monte-carlo";
import { netPresentValue } from "@liftledger/finance/net-present-value";
import { netPresentValueProfile } from "@liftledger/finance/net-present-value-profile";
import { optimismBiasUplift } from "@liftledger/finance/optimism-bias";
import { discountedPayback, payback } from "@liftledger/finance/payback";
import { creditedBenefit, plannedBenefit } from "@liftledger/finance/planned-benefit";
import { productBridge, shapleyEffects } from "@liftledger/finance/product-bridge";
import { returnBases } from "@liftledger/finance/return-bases";
import { riskAdjust, riskAdjustedBenefit, riskAdjustedCost } from "@liftledger/finance/risk-adjustment";
import { grossMultiple, netRoi, netRoiOnPresentValue } from "@liftledger/finance/roi";
import { evaluateScenarios } from "@liftledger/finance/scenario";
import { tornado } from "@liftledger/finance/sensitivity";
import { shareCosts } from "@liftledger/finance/shared-cost";
import { createPert, createTriangular } from "@liftledger/finance/three-point";

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
  it("shows money does not lose a cent", () => {
    expect(moneyFromDecimal("12.34", "EUR")).toEqual({ amountMinor: 1234n, currency: "EUR" });
    expect(() => moneyFromDecimal("12.345", "EUR")).toThrow("more decimals than EUR allows (2)");
    expect(roundToMinor("12.345", "EUR")).toEqual({ amountMinor: 1234n, currency: "EUR" });
    expect(formatMoney({ amountMinor: 9007199254740993n, currency: "EUR" }, "en-GB")).toBe(
      "€90,071,992,547,409.93",
    );
  });
  it("shows parts add up", () => {
    expect(allocate(10000n, [1, 1, 1])).toEqual([3334n, 3333n, 3333n]);
    expect(allocate(5n, ["0.5", "0.3", "0.2"])).toEqual([3n, 1n, 1n]);
    expect(allocate(-10000n, ["1", "1", "1"])).toEqual([-3334n, -3333n, -3333n]);
    expect(allocateSigned(4n, [1.4, 1.4, 1.4])).toEqual([2n, 1n, 1n]);
    expect(
      shareCosts({
        directMinor: { chat: 5000n },
        pools: [
          { name: "Licence", amountMinor: 10000n, driver: "seats", quantities: { chat: "3", leads: "1" } },
        ],
      }),
    ).toMatchObject([
      { initiative: "chat", directMinor: 5000n, sharedMinor: 7500n, fullMinor: 12500n },
      { initiative: "leads", directMinor: 0n, sharedMinor: 2500n, fullMinor: 2500n },
    ]);
  });
  it("shows exchange", () => {
    expect(
      convertMoney({ amountMinor: 100000n, currency: "EUR" }, "USD", "2026-01-15", [
        { date: "2026-01-01", from: "EUR", to: "USD", rate: "1.10" },
      ]),
    ).toEqual({ amountMinor: 110000n, currency: "USD" });
    expect(() =>
      convertMoney({ amountMinor: 100000n, currency: "EUR" }, "USD", "2025-12-31", [
        { date: "2026-01-01", from: "EUR", to: "USD", rate: "1.10" },
      ]),
    ).toThrow("There is no exchange rate from EUR to USD on or before 2025-12-31");
    expect(
      convertLines({
        base: "USD",
        lines: [
          { date: "2026-01-15", currency: "EUR", amount: "1000.00" },
          { date: "2026-02-20", currency: "USD", amount: "50.00" },
        ],
        rates: [{ date: "2026-01-01", from: "EUR", rate: "1.10" }],
      }),
    ).toEqual({ converted: ["1100", "50"], total: "1150", totalMinor: 115000n, missing: [] });
    expect(
      convertLines({
        base: "USD",
        lines: [{ date: "2025-12-31", currency: "EUR", amount: "10.00" }],
        rates: [{ date: "2026-01-01", from: "EUR", rate: "1.10" }],
      }),
    ).toEqual({ converted: [null], total: null, totalMinor: null, missing: [0] });
    expect(
      lockBudgetRates({
        currencies: ["EUR"],
        to: "USD",
        lockedOn: "2025-12-01",
        rates: [{ date: "2025-11-28", from: "EUR", to: "USD", rate: "1.20" }],
      }),
    ).toEqual([{ from: "EUR", to: "USD", rate: "1.20", lockedOn: "2025-12-01" }]);
    expect(
      currencyEffect({
        base: "USD",
        lines: [{ date: "2026-01-15", currency: "EUR", amount: "1000.00" }],
        budgetRates: [{ from: "EUR", to: "USD", rate: "1.20", lockedOn: "2025-12-01" }],
        rates: [{ date: "2026-01-01", from: "EUR", rate: "1.10" }],
      }),
    ).toEqual({ atBudgetMinor: 120000n, atActualMinor: 110000n, effectMinor: -10000n });
  });
  it("shows planned benefits", () => {
    expect(
      plannedBenefit({
        gross: "250000",
        adoption: "0.75",
        attribution: "0.6",
        confidence: "0.8",
        realisation: "0.5",
        overlap: "0.1",
      }),
    ).toMatchObject({ kind: "value", amount: "40500" });
    expect(plannedBenefit({ lift: "0.006", volume: "4000", adoption: "0.9" })).toMatchObject({
      kind: "no-value",
      missing: ["unitValue", "attribution", "confidence", "realisation", "overlap"],
    });
    expect(
      creditedBenefit(
        {
          gross: "108000",
          adoption: "1",
          attribution: "1",
          confidence: "1",
          realisation: "0.80",
          overlap: "0",
        },
        { evidence: "estimate", signedBy: null },
      ),
    ).toMatchObject({ kind: "not-credited", amount: "0", planned: "86400" });
  });
  it("shows risk", () => {
    expect(riskAdjustedBenefit("250000", "0.15")).toBe("212500");
    expect(riskAdjustedCost("100000", "0.1")).toBe("110000");
    expect(
      riskAdjust({
        lines: [
          { name: "Leads", kind: "benefit", amountsMinor: [1000n, 2000n], risk: "0.1" },
          { name: "Licences", kind: "cost", amountsMinor: [500n, 500n], risk: "0.2" },
        ],
      }),
    ).toMatchObject({
      unadjusted: { benefitsMinor: 3000n, costsMinor: 1000n },
      adjusted: { benefitsMinor: 2700n, costsMinor: 1200n },
    });
    expect(() =>
      riskAdjust({
        lines: [
          { name: "Leads", kind: "benefit", amountsMinor: [1000n], risk: "0.1", covers: ["slow adoption"] },
        ],
        ratePremiums: [{ premium: "0.02", risks: ["slow adoption"] }],
      }),
    ).toThrow("charge a risk once, in the line");
    expect(
      optimismBiasUplift({ project: "nonStandardBuildings", measure: "duration", managed: "0.238" }),
    ).toBe("0.29718");
  });
  it("shows scenarios, and the driver that decides", () => {
    expect(
      evaluateScenarios({
        base: { lift: "0.006", cost: "9000" },
        scenarios: [
          { name: "pessimistic", changes: { lift: { times: "0.5" } } },
          { name: "optimistic", changes: { lift: { to: "0.03" }, cost: { plus: "-1000" } } },
        ],
        evaluate: ({ lift, cost }) => Number(lift) * 4000 * 180 * 0.6 - Number(cost),
      }),
    ).toMatchObject({
      base: { metrics: -6408 },
      scenarios: [
        { name: "pessimistic", metrics: -7704 },
        { name: "optimistic", metrics: 4960, changed: [{ driver: "lift", from: "0.006", to: "0.03" }, {}] },
      ],
    });
    expect(
      tornado({
        drivers: [
          { name: "cost", low: "8000", base: "9000", high: "9500" },
          { name: "lift", low: "0.002", base: "0.006", high: "0.012" },
          { name: "share", low: "0.4", base: "0.6", high: "0.8", limits: { from: "0", to: "1" } },
        ],
        evaluate: ({ lift, cost, share }) => Number(lift) * 4000 * 180 * Number(share) - Number(cost),
      }),
    ).toMatchObject({
      base: "-6408",
      bars: [
        {
          driver: "lift",
          distance: "4320",
          breakEven: { kind: "value", value: expect.stringMatching(/^0\.02083333/), method: "linear" },
        },
        { driver: "share", breakEven: { kind: "no-value", reason: "No break-even within 0 to 1." } },
        { driver: "cost", atLow: "-5408", atHigh: "-6908", breakEven: { value: "2592" } },
      ],
    });
  });
  it("shows three-point estimates and simulation", () => {
    expect(createPert({ min: 80, mode: 100, max: 150 })).toMatchObject({
      mean: 105,
      variance: expect.closeTo(160.7142857142857, 12),
    });
    expect(createPert({ min: 80, mode: 100, max: 150 }).quantile(0.1)).toBeCloseTo(89.04353459302796, 12);
    expect(createTriangular({ min: 80, mode: 100, max: 150 }).quantile(0.5)).toBeCloseTo(
      108.1669986732962,
      12,
    );
    expect(
      simulateCase({
        lines: [
          {
            name: "Leads",
            kind: "benefit",
            amounts: ["0", "60000", "80000", "90000"],
            factor: { min: "0.5", mode: "1", max: "1.2" },
          },
          {
            name: "Licences",
            kind: "cost",
            amounts: ["100000", "20000", "20000", "20000"],
            factor: { min: "0.9", mode: "1", max: "1.5" },
          },
        ],
        annualRate: "0.10",
        seed: 7,
        correlations: [
          [1, -0.3],
          [-0.3, 1],
        ],
        band: { floor: 0.3, ceiling: 0.7 },
      }),
    ).toMatchObject({
      kind: "simulation",
      runs: 10_000,
      baseNetPresentValue: expect.stringMatching(/^38542\.449286/),
      netPresentValue: { p10: -25080.6351099, p50: 21210.4587947, p90: 58599.4997066 },
      roi: { kind: "value", chanceOfLoss: 0.1161, band: { within: 0.4561 } },
    });
  });
  it("shows from plan to actual", () => {
    expect(
      planToActualBridge({
        currency: "EUR",
        plan: [
          {
            period: "2026-03",
            volume: "4000",
            adoption: "0.8",
            lift: "0.005",
            unitValue: "180",
            realisation: "0.5",
            exchangeRate: "0.9",
          },
        ],
        actual: [
          {
            period: "2026-03",
            volume: "3000",
            adoption: "0.6",
            lift: "0.006",
            unitValue: "200",
            realisation: "0.4",
            running: "0.5",
            exchangeRate: "0.95",
            oneOff: "50",
          },
        ],
      }),
    ).toEqual({
      kind: "bridge",
      currency: "EUR",
      planMinor: 129600n,
      actualMinor: 46040n,
      bars: [
        { cause: "volume", amount: "-324", amountMinor: -32400n },
        { cause: "adoption", amount: "-243", amountMinor: -24300n },
        { cause: "lift", amount: "145.8", amountMinor: 14580n },
        { cause: "unitValue", amount: "97.2", amountMinor: 9720n },
        { cause: "realisation", amount: "-194.4", amountMinor: -19440n },
        { cause: "timing", amount: "-388.8", amountMinor: -38880n },
        { cause: "exchange", amount: "21.6", amountMinor: 2160n },
        { cause: "oneOff", amount: "50", amountMinor: 5000n },
      ],
    });
    expect(
      productBridge({ plan: { users: "200", hours: "4" }, actual: { users: "180", hours: "5" } }),
    ).toEqual({
      plan: "800",
      actual: "900",
      total: "100",
      sequential: [
        { driver: "users", effect: "-80" },
        { driver: "hours", effect: "180" },
      ],
    });
    expect(
      shapleyEffects({ plan: { users: "200", hours: "4" }, actual: { users: "180", hours: "5" } }),
    ).toEqual({
      users: "-90",
      hours: "190",
    });
  });
});
