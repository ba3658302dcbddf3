import type { Decimal } from "decimal.js";
import { Precise, sumPrecise, writeAmount, type Amount } from "./amount.ts";
import { benefitCostRatio } from "./benefit-cost-ratio.ts";
import {
  DEFAULT_TIMING,
  readFlows,
  type CashFlows,
  type FlowTiming,
  type PeriodType,
  type PriceBasis,
} from "./cash-flow.ts";
import { datedInternalRateOfReturn } from "./dated-internal-rate-of-return.ts";
import { datedNetPresentValue } from "./dated-net-present-value.ts";
import { periodRate, requireSamePrices, type DiscountRate } from "./discount-rate.ts";
import { equivalentAnnualAnnuity, type EquivalentAnnualAnnuity } from "./equivalent-annual-annuity.ts";
import { internalRateOfReturn } from "./internal-rate-of-return.ts";
import {
  modifiedInternalRateOfReturn,
  type ModifiedRateOfReturn,
} from "./modified-internal-rate-of-return.ts";
import { presentValues } from "./net-present-value.ts";
import { paybackFrom, type Payback } from "./payback.ts";
import { compoundRateOfReturn, type RateOfReturn } from "./rate-of-return.ts";
import { netRoiOnPresentValue, ratioToCost, type ReturnOnCost } from "./roi.ts";

/** A business case as plain values. */
export type BusinessCase = CashFlows & {
  /** Effective annual rate, "0.1" for 10 percent, or a rate that says which prices it belongs to. */
  readonly annualRate: Amount | DiscountRate;
  /** What the flows' prices are; held against a rate that says its own. */
  readonly prices?: PriceBasis;
  /** How long a column is; a year unless told. Monthly columns are discounted at (1 + r)^(1/12) − 1. */
  readonly period?: PeriodType;
  readonly timing?: FlowTiming;
  /** The day of each column, for the dated figures. */
  readonly dates?: readonly string[];
  /** What the dated present value stands at; the first of the dates unless told. */
  readonly valuationDate?: string;
  /** Rates per period for the modified rate of return; the discount rate unless told. */
  readonly financeRate?: Amount;
  readonly reinvestRate?: Amount;
};

/** What a business case comes to. Amounts and ratios are decimal text, rates of return are per period. */
export type BusinessCaseMetrics = {
  readonly netFlows: readonly string[];
  readonly totalBenefits: string;
  readonly totalCosts: string;
  readonly netBenefit: string;
  readonly periodRate: string;
  readonly presentValueOfBenefits: string;
  readonly presentValueOfCosts: string;
  readonly netPresentValue: string;
  readonly netRoi: ReturnOnCost;
  readonly netRoiOnPresentValue: ReturnOnCost;
  readonly grossMultiple: ReturnOnCost;
  readonly benefitCostRatio: ReturnOnCost;
  /** In periods since the first column with a cost or a benefit. */
  readonly payback: Payback;
  readonly discountedPayback: Payback;
  readonly internalRateOfReturn: RateOfReturn;
  /** The same compounded to a year. */
  readonly annualInternalRateOfReturn: RateOfReturn;
  readonly modifiedInternalRateOfReturn: ModifiedRateOfReturn;
  /** Of the dated net present value where there are dates, else of the net present value. */
  readonly equivalentAnnualAnnuity: EquivalentAnnualAnnuity;
  /** Actual days over 365, where the columns have dates. */
  readonly dated?: {
    readonly valuationDate: string;
    readonly netPresentValue: string;
    readonly internalRateOfReturn: RateOfReturn;
  };
};

/**
 * Every metric of a business case from its costs and benefits in one call. The length in years behind the
 * annuity is that of the columns after the start. Throws a RangeError on a negative cost, on an amount that
 * is no decimal, at a rate of −100 percent or below, where nominal meets real, and where dates and columns
 * differ in number. Source: formulae 1 to 8 of the finance definitions.
 *
 *     businessCaseMetrics({ costs: ["100000", "20000"], benefits: ["0", "60000"], annualRate: "0.1" })
 */
export function businessCaseMetrics(businessCase: BusinessCase): BusinessCaseMetrics {
  const { timing = DEFAULT_TIMING, period = "year" } = businessCase;
  const annualRate = readAnnualRate(businessCase);
  const rate = periodRate(annualRate, period);
  const { costs, benefits } = readFlows(businessCase);
  const net = benefits.map((benefit, column) => benefit.minus(costs[column] ?? 0));
  const netText = net.map((flow) => writeAmount(flow));
  const discounted = presentValues(rate, net, timing);
  const presentValueOfBenefits = writeAmount(sumPrecise(presentValues(rate, benefits, timing)));
  const presentValueOfCosts = writeAmount(sumPrecise(presentValues(rate, costs, timing)));
  const netPresentValue = writeAmount(sumPrecise(discounted));
  const firstFlow = firstFlowColumn(costs, benefits);
  const perPeriod = internalRateOfReturn(netText, timing);
  const dated = datedFigures(businessCase, netText, annualRate);
  return {
    netFlows: netText,
    ...totals(costs, benefits),
    periodRate: writeAmount(rate),
    presentValueOfBenefits,
    presentValueOfCosts,
    netPresentValue,
    netRoiOnPresentValue: netRoiOnPresentValue({ netPresentValue, presentValueOfCosts }),
    benefitCostRatio: benefitCostRatio({ presentValueOfBenefits, presentValueOfCosts }),
    payback: paybackFrom(net, firstFlow),
    discountedPayback: paybackFrom(discounted, firstFlow),
    internalRateOfReturn: perPeriod,
    annualInternalRateOfReturn: compoundRateOfReturn(perPeriod, period === "month" ? 12 : 1),
    modifiedInternalRateOfReturn: modifiedInternalRateOfReturn({
      amounts: netText,
      financeRate: businessCase.financeRate ?? writeAmount(rate),
      reinvestRate: businessCase.reinvestRate ?? writeAmount(rate),
    }),
    equivalentAnnualAnnuity: equivalentAnnualAnnuity({
      netPresentValue: dated?.netPresentValue ?? netPresentValue,
      annualRate,
      years: yearsAfterStart(net.length, timing, period),
    }),
    ...(dated && { dated }),
  };
}

function readAnnualRate({ annualRate, prices }: BusinessCase): Amount {
  if (typeof annualRate !== "object") return annualRate;
  if (prices) requireSamePrices(prices, annualRate.prices);
  return annualRate.annualRate;
}

function totals(
  costs: readonly Decimal[],
  benefits: readonly Decimal[],
): Pick<BusinessCaseMetrics, "totalBenefits" | "totalCosts" | "netBenefit" | "netRoi" | "grossMultiple"> {
  const totalBenefits = writeAmount(sumPrecise(benefits));
  const totalCosts = writeAmount(sumPrecise(costs));
  const netBenefit = writeAmount(sumPrecise(benefits).minus(sumPrecise(costs)));
  return {
    totalBenefits,
    totalCosts,
    netBenefit,
    netRoi: ratioToCost(netBenefit, totalCosts),
    grossMultiple: ratioToCost(totalBenefits, totalCosts),
  };
}

/** The first column in which anything is spent or earned, also where the two are equal. */
function firstFlowColumn(costs: readonly Decimal[], benefits: readonly Decimal[]): number {
  const first = costs.findIndex((cost, column) => !cost.isZero() || !benefits[column]?.isZero());
  return Math.max(0, first);
}

function yearsAfterStart(columns: number, timing: FlowTiming, period: PeriodType): Decimal {
  const periods = Math.max(0, timing === "excel_npv" ? columns : columns - 1);
  return new Precise(periods).dividedBy(period === "month" ? 12 : 1);
}

function datedFigures(
  { dates, valuationDate }: BusinessCase,
  amounts: readonly string[],
  rate: Amount,
): BusinessCaseMetrics["dated"] {
  if (!dates) return undefined;
  const standsAt = valuationDate ?? dates[0];
  if (standsAt === undefined) return undefined;
  return {
    valuationDate: standsAt,
    netPresentValue: datedNetPresentValue({ rate, valuationDate: standsAt, dates, amounts }),
    internalRateOfReturn: datedInternalRateOfReturn({ dates, amounts }),
  };
}
