import type { BusinessCaseMetrics } from "@liftledger/finance/business-case-metrics";
import type { NumberFormat } from "../spreadsheet/cell-look.ts";
import type { BenefitTier, CaseWorkbookInput, WorkbookLine } from "./case-workbook-input.ts";
import { counts, tellsTiers, type FlowFigures } from "./flow-figures.ts";
import { flowCell, flowRange, sumRange, type FlowPlaces } from "./flows-sheet.ts";
import type { SectionPlaces } from "./flow-section.ts";
import type { InputPlaces } from "./inputs-sheet.ts";
import { rateMetrics, startRates } from "./rate-metrics.ts";
import { moneyFormat, periodWords } from "./sheet-shape.ts";
import { timeMetrics } from "./time-metrics.ts";

/** What a formula of Results is written from. */
export type ResultContext = {
  readonly input: CaseWorkbookInput;
  readonly inputs: InputPlaces;
  readonly flows: FlowPlaces;
  readonly section: SectionPlaces;
  readonly figures: FlowFigures;
  /** The cell of another metric in the same column. */
  readonly cellOf: (key: MetricKey) => string;
};

export type MetricKey =
  | "npv"
  | "roi-net-pv"
  | "roi-net"
  | "roi-cash"
  | "gross-multiple"
  | "bcr"
  | "irr"
  | "irr-start"
  | "irr-start-2"
  | "irr-start-3"
  | "irr-start-4"
  | "irr-start-5"
  | "irr-annual"
  | "mirr"
  | "sign-changes"
  | "payback"
  | "payback-durable"
  | "payback-discounted"
  | "payback-discounted-durable"
  | "benefits"
  | "roi-cash-capacity"
  | "cash-benefits"
  | "capacity-benefits"
  | "costs"
  | "net-benefit"
  | "pv-benefits"
  | "pv-costs"
  | "xnpv"
  | "xirr"
  | "years"
  | "annuity"
  | "not-valued";

/** One row of Results: the engine's value, and the formula that a spreadsheet gets it by. */
export type ResultMetric = {
  readonly key: MetricKey;
  readonly label: string;
  /** Its basis: what it is and how it is reckoned. */
  readonly basis: string;
  readonly format: NumberFormat;
  /** How near the sheet's value is to the engine's: money to half a cent, the rest to a billionth. */
  readonly tolerance: number;
  readonly value: (figures: FlowFigures) => number | string;
  /** Undefined where the value stays text, as a rate of return that is not unique. */
  readonly formula: (context: ResultContext) => string | undefined;
  /** The name under which the chosen one is known in the workbook. */
  readonly name: string;
};

/** Half a cent: what two ways of reckoning may differ by. */
const moneyTolerance = 0.005;
const rateTolerance = 1e-9;

type Answer = { readonly kind: string; readonly ratio?: string };

/** A ratio of the engine, or the words where there is none. */
function ratioOr(answer: Answer, words: string): number | string {
  return answer.ratio === undefined ? words : Number(answer.ratio);
}

const noCost = "no cost";

/** The rows of Results, in their order. */
export function resultMetrics(input: CaseWorkbookInput): readonly ResultMetric[] {
  return [
    ...valueMetrics(input),
    ...(tellsTiers(input) ? tierMetrics(input) : []),
    ...rateMetrics(input),
    ...timeMetrics(input),
    ...sumMetrics(input),
    ...(input.dates === undefined ? [] : datedSum(input)),
    ...lengthMetrics(input),
    // What the rates of return set off from: nobody reads it, so it stands last.
    ...startRates(),
  ];
}

function overCost(over: MetricKey, cost: MetricKey, subtract: boolean): ResultMetric["formula"] {
  return ({ cellOf }) => {
    const [value, divisor] = [cellOf(over), cellOf(cost)];
    const amount = subtract ? `(${value}-${divisor})` : value;
    return `IF(${divisor}>0,${amount}/${divisor},"${noCost}")`;
  };
}

function valueMetrics(input: CaseWorkbookInput): readonly ResultMetric[] {
  const format: NumberFormat = { kind: "percent" };
  const shared = { tolerance: rateTolerance, format } as const;
  const ratio: NumberFormat = { kind: "ratio" };
  return [
    {
      key: "npv",
      name: "NetPresentValue",
      label: "Net present value",
      basis: "Benefits less costs in today's money; column by column as Timing says",
      format: moneyFormat(input),
      tolerance: moneyTolerance,
      value: ({ metrics }) => Number(metrics.netPresentValue),
      formula: presentValueFormula,
    },
    {
      key: "roi-net-pv",
      name: "RoiNetPresentValue",
      label: "ROI, net, on present values",
      basis: "Net present value / present value of the costs (Total Economic Impact)",
      ...shared,
      value: ({ metrics }) => ratioOr(metrics.netRoiOnPresentValue, noCost),
      formula: overCost("npv", "pv-costs", false),
    },
    {
      key: "roi-net",
      name: "RoiNet",
      label: "ROI, net, undiscounted",
      basis: "(Benefits − costs) / costs over the horizon",
      ...shared,
      value: ({ metrics }) => ratioOr(metrics.netRoi, noCost),
      formula: overCost("benefits", "costs", true),
    },
    {
      key: "gross-multiple",
      name: "GrossMultiple",
      label: "Gross multiple, undiscounted",
      basis: "Benefits / costs: what comes back for each 1 spent",
      tolerance: rateTolerance,
      format: ratio,
      value: ({ metrics }) => ratioOr(metrics.grossMultiple, noCost),
      formula: overCost("benefits", "costs", false),
    },
    {
      key: "bcr",
      name: "BenefitCostRatio",
      label: "Benefit-cost ratio",
      basis: "Present value of the benefits / present value of the costs",
      tolerance: rateTolerance,
      format: ratio,
      value: ({ metrics }) => ratioOr(metrics.benefitCostRatio, noCost),
      formula: overCost("pv-benefits", "pv-costs", false),
    },
  ];
}

/** NPV discounts its first value by a whole period: the start is added to it. */
function presentValueFormula({ input, flows, section }: ResultContext): string {
  const { columns, factor } = flows.rows;
  if (input.timing === "excel_npv") return `NPV(PeriodRate,${flowRange(section.net, columns)})`;
  const start = flowCell(section.net, 5);
  if (columns === 1) return start;
  if (input.timing === "mid_period") {
    return `SUMPRODUCT(${flowRange(section.net, columns)},${flowRange(factor, columns)})`;
  }
  return `${start}+NPV(PeriodRate,${flowRange(section.net, columns, 1)})`;
}

type TierKey = "roi-cash" | "roi-cash-capacity" | "cash-benefits" | "capacity-benefits";

/** Cash apart from capacity, whatever basis is chosen: neither is ever added to the other in silence. */
function tierMetrics(input: CaseWorkbookInput): readonly ResultMetric[] {
  const sumOf = ({ benefitsByTier }: FlowFigures, tiers: readonly BenefitTier[]): number =>
    tiers.reduce((sum, tier) => sum + Number(benefitsByTier?.[tier] ?? "0"), 0);
  const sumFormula = ({ inputs, section, input: { lines } }: ResultContext, tier: BenefitTier): string => {
    const rows = section.lineRows.filter((_, index) => lines[index]?.kind === "benefit");
    return `SUMIF(${inputs.tierRange},"${tier}",${sumRange(Math.min(...rows), Math.max(...rows))})`;
  };
  const returns = (
    [
      ["roi-cash", "RoiCash", "ROI, net, cash only, undiscounted", ["cash"], "Benefits that count as cash"],
      ["roi-cash-capacity", "RoiCashCapacity", "ROI, net, cash plus capacity", ["cash", "capacity"], "Both"],
    ] as const
  ).map(([key, name, label, tiers, what]): ResultMetric & { key: TierKey } => ({
    key,
    name,
    label,
    basis: `${what} against all costs, whatever basis is chosen`,
    format: { kind: "percent" },
    tolerance: rateTolerance,
    value: (figures) => {
      const cost = Number(figures.metrics.totalCosts);
      return cost > 0 ? (sumOf(figures, tiers) - cost) / cost : noCost;
    },
    formula: ({ cellOf }) => {
      const value = tiers.map((tier) => cellOf(`${tier}-benefits`)).join("+");
      return `IF(${cellOf("costs")}>0,(${value}-${cellOf("costs")})/${cellOf("costs")},"${noCost}")`;
    },
  }));
  const amounts = (
    [
      ["cash", "CashBenefits", "Benefits that count as cash"],
      ["capacity", "CapacityBenefits", "Benefits that are capacity"],
    ] as const
  ).map(([tier, name, label]): ResultMetric & { key: TierKey } => ({
    key: `${tier}-benefits`,
    name,
    label,
    basis: "Undiscounted, whatever basis is chosen",
    format: moneyFormat(input),
    tolerance: moneyTolerance,
    value: (figures) => sumOf(figures, [tier]),
    formula: (context) => sumFormula(context, tier),
  }));
  return [...returns, ...amounts];
}

type SumKey =
  | "totalBenefits"
  | "totalCosts"
  | "netBenefit"
  | "presentValueOfBenefits"
  | "presentValueOfCosts";

function sumMetrics(input: CaseWorkbookInput): readonly ResultMetric[] {
  const rows: readonly [MetricKey, SumKey, "benefits" | "costs" | "net", number, string, string, string][] = [
    ["benefits", "totalBenefits", "benefits", 3, "TotalBenefits", "Benefits", "Undiscounted"],
    ["costs", "totalCosts", "costs", 3, "TotalCosts", "Costs", "Undiscounted, gross: a saving is a benefit"],
    ["net-benefit", "netBenefit", "net", 3, "NetBenefit", "Net benefit", "Undiscounted"],
    [
      "pv-benefits",
      "presentValueOfBenefits",
      "benefits",
      4,
      "PresentBenefits",
      "Present value of the benefits",
      "",
    ],
    ["pv-costs", "presentValueOfCosts", "costs", 4, "PresentCosts", "Present value of the costs", ""],
  ];
  return rows.map(([key, engine, row, column, name, label, basis]) => ({
    key,
    name,
    label,
    basis: basis === "" ? "Each column × its discount factor" : basis,
    format: moneyFormat(input),
    tolerance: moneyTolerance,
    value: ({ metrics }) => Number(metrics[engine]),
    formula: ({ section }) => flowCell(section[row], column),
  }));
}

function datedSum(input: CaseWorkbookInput): readonly ResultMetric[] {
  return [
    {
      key: "xnpv",
      name: "DatedPresentValue",
      label: "Net present value by dates",
      basis: "Actual days / 365 from the valuation date",
      format: moneyFormat(input),
      tolerance: moneyTolerance,
      value: ({ metrics }) => Number(metrics.dated?.netPresentValue ?? "0"),
      formula: ({ flows: { rows }, section }) => {
        const values = flowRange(section.net, rows.columns);
        const dates = flowRange(rows.date ?? 0, rows.columns);
        // XNPV stands at its first date and refuses a rate of 0 and a single flow: then the sum it stands for.
        const standsAtStart = (input.valuationDate ?? input.dates?.[0]) === input.dates?.[0];
        return standsAtStart && Number(input.annualRate) > 0 && rows.columns > 1
          ? `XNPV(AnnualRate,${values},${dates})`
          : `SUMPRODUCT(${values},(1+AnnualRate)^((ValuationDate-${dates})/365))`;
      },
    },
  ];
}

function lengthMetrics(input: CaseWorkbookInput): readonly ResultMetric[] {
  const { many } = periodWords(input);
  const perYear = input.period === "month" ? 12 : 1;
  const start = input.timing === "excel_npv" ? 0 : 1;
  const years = Math.max(0, input.columns.length - start) / perYear;
  return [
    {
      key: "years",
      name: "LengthInYears",
      label: "Length in years",
      basis: `The ${many} after the start${perYear === 1 ? "" : " / 12"}`,
      format: { kind: "ratio" },
      tolerance: rateTolerance,
      value: () => years,
      formula: ({ flows: { rows } }) => {
        const count = `COUNT(${flowRange(rows.number, rows.columns)})`;
        return `(${count}-${start})/${perYear}`;
      },
    },
    {
      key: "annuity",
      name: "AnnualAnnuity",
      label: "Equivalent annual annuity",
      basis: `The even amount a year that is worth as much${input.dates === undefined ? "" : ", of the value by dates"}`,
      format: moneyFormat(input),
      tolerance: moneyTolerance,
      value: ({ metrics }) => annuityOf(metrics),
      formula: ({ cellOf }) => {
        const [value, length] = [cellOf(input.dates === undefined ? "npv" : "xnpv"), cellOf("years")];
        const annuity = `IF(AnnualRate=0,${value}/${length},${value}*AnnualRate/(1-(1+AnnualRate)^-${length}))`;
        return `IF(${length}<=0,"no length",${annuity})`;
      },
    },
    {
      key: "not-valued",
      name: "NotValued",
      label: "Line amounts not valued yet",
      basis: "Where this is not 0, the totals are not whole",
      format: { kind: "whole" },
      tolerance: rateTolerance,
      value: ({ lines }) =>
        lines
          .filter((_, index) => counts(input, input.lines[index] as WorkbookLine))
          .flat()
          .filter((value) => value === null).length,
      formula: ({ section, inputs, flows: { rows } }) => {
        const missing = section.lineRows.map((row, index) => {
          const lacking = `${rows.columns}-COUNT(${flowRange(row, rows.columns)})`;
          const counted = inputs.countsCells[index];
          return counted === undefined ? `(${lacking})` : `${counted}*(${lacking})`;
        });
        return missing.length === 0 ? "0" : missing.join("+");
      },
    },
  ];
}

function annuityOf({ equivalentAnnualAnnuity }: BusinessCaseMetrics): number | string {
  return equivalentAnnualAnnuity.kind === "value" ? Number(equivalentAnnualAnnuity.amount) : "no length";
}
