import { formatMoney, formatPercent } from "../../components/format-number.ts";
import type { CaseMetrics, MetricUnits } from "./metric-rows.ts";
import { t } from "../../words.ts";

/** What a figure is called in the trade, what it says, and the formula with its numbers. */
export interface FigureWords {
  term: string;
  meaning: string;
  formula: (metrics: CaseMetrics, units: MetricUnits) => string | null;
}

const division = (over: string, under: string, { currency }: MetricUnits) =>
  `${formatMoney(Number(over), currency)} ÷ ${formatMoney(Number(under), currency)}`;

/** Once for each figure of the results. Those with a tree of their inputs bring their formula with it. */
export const figureWords: Record<string, FigureWords> = {
  totalBenefits: {
    term: t`Sum of benefits (ΣB)`,
    meaning: t`All that the plan brings over its whole time, as it comes: a euro of the last year counts like one of the first.`,
    formula: () => null,
  },
  totalCosts: {
    term: t`Sum of costs (ΣC)`,
    meaning: t`All that the plan spends, gross: a saving is a benefit and never a lower cost.`,
    formula: () => null,
  },
  netBenefit: {
    term: t`Net benefit`,
    meaning: t`What is left of the benefits after the costs, as they come.`,
    formula: (of, { currency }) =>
      `${formatMoney(Number(of.totalBenefits), currency)} − ${formatMoney(Number(of.totalCosts), currency)}`,
  },
  netRoi: {
    term: t`Return on investment, net (ROI)`,
    meaning: t`What comes back over and above the cost, as a part of the cost. 0% has just paid itself back.`,
    formula: (of, units) => division(of.netBenefit, of.totalCosts, units),
  },
  grossMultiple: {
    term: t`Gross multiple`,
    meaning: t`What comes back for each 1 that is spent, as it comes: 1 has just paid itself back.`,
    formula: (of, units) => division(of.totalBenefits, of.totalCosts, units),
  },
  netPresentValue: {
    term: t`Net present value (NPV)`,
    meaning: t`What is left of the benefits after the costs, each discounted to the start: what the plan is worth today.`,
    formula: (of, { currency }) =>
      `${formatMoney(Number(of.presentValueOfBenefits), currency)} − ${formatMoney(Number(of.presentValueOfCosts), currency)}`,
  },
  netRoiOnPresentValue: {
    term: t`Return on investment on present values`,
    meaning: t`The worth of today as a part of what the costs are worth today.`,
    formula: (of, units) => division(of.netPresentValue, of.presentValueOfCosts, units),
  },
  benefitCostRatio: {
    term: t`Benefit-cost ratio (BCR)`,
    meaning: t`What the benefits are worth today for each 1 that the costs are worth today. Above 1 it pays.`,
    formula: (of, units) => division(of.presentValueOfBenefits, of.presentValueOfCosts, units),
  },
  equivalentAnnualAnnuity: {
    term: t`Equivalent annual annuity`,
    meaning: t`The same worth as an equal amount at the end of each year, so that plans of different lengths can be compared.`,
    formula: () => null,
  },
  annualInternalRateOfReturn: {
    term: t`Internal rate of return (IRR)`,
    meaning: t`The yearly discount rate at which the plan would be worth nothing today. It is told only where there is exactly one.`,
    formula: ({ annualInternalRateOfReturn: { signChanges, roots } }) =>
      roots.length > 1
        ? t`What comes and goes changes sign ${signChanges} times; the rates are ${roots.map((root) => formatPercent(root, { digits: 1 })).join(", ")}`
        : t`What comes and goes changes sign ${signChanges} times`,
  },
  modifiedInternalRateOfReturn: {
    term: t`Modified internal rate of return (MIRR)`,
    meaning: t`The rate it earns where what comes is put aside and what is spent is borrowed, both at the discount rate unless the plan states others. It always has one answer.`,
    formula: (of, { period, mirrRates }) => {
      if (mirrRates !== undefined) {
        const [reinvest, finance] = [mirrRates.reinvest, mirrRates.finance].map((annual) =>
          formatPercent(Number(annual), { digits: 2 }),
        );
        return t`Put aside at ${reinvest ?? ""} a year, borrowed at ${finance ?? ""} a year`;
      }
      const rate = formatPercent(Number(of.periodRate), { digits: 2 });
      return period === "month"
        ? t`Put aside and borrowed at ${rate} a month`
        : t`Put aside and borrowed at ${rate} a year`;
    },
  },
  paybackFirst: {
    term: t`Payback period, first crossing`,
    meaning: t`When what has come first equals what was spent, counted from the first spend and interpolated within a period. Later costs may take it below again.`,
    formula: () => null,
  },
  paybackDurable: {
    term: t`Payback period, durable crossing`,
    meaning: t`When what has come equals what was spent and stays above it to the end of the plan.`,
    formula: () => null,
  },
  discountedPayback: {
    term: t`Discounted payback period`,
    meaning: t`When what has come equals what was spent for good, both discounted to the start.`,
    formula: () => null,
  },
};
