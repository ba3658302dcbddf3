import type { Payback, PaybackTime } from "@liftledger/finance/payback";
import type { CaseWorkbookInput } from "./case-workbook-input.ts";
import { flowCell, flowRange } from "./flows-sheet.ts";
import type { MetricKey, ResultContext, ResultMetric } from "./result-metrics.ts";
import { firstTime, periodWords } from "./sheet-shape.ts";

const notWithin = "not within the horizon";
const nothingToPayBack = "nothing to pay back";

type PaybackRow = readonly [
  key: MetricKey,
  name: string,
  label: string,
  isDiscounted: boolean,
  which: "first" | "durable",
  basis: string,
];

const rows: readonly PaybackRow[] = [
  [
    "payback",
    "Payback",
    "Payback",
    false,
    "first",
    "First time the flow so far is back at 0, since the first flow",
  ],
  [
    "payback-durable",
    "PaybackDurable",
    "Payback that lasts",
    false,
    "durable",
    "From then on it stays there",
  ],
  [
    "payback-discounted",
    "PaybackDiscounted",
    "Payback, discounted",
    true,
    "first",
    "The same on discounted flows",
  ],
  [
    "payback-discounted-durable",
    "PaybackDiscountedDurable",
    "Payback that lasts, discounted",
    true,
    "durable",
    "From then on it stays there",
  ],
];

/** When the money is back, in periods since the first flow, on a straight line within a period. */
export function timeMetrics(input: CaseWorkbookInput): readonly ResultMetric[] {
  const { many } = periodWords(input);
  return rows.map(([key, name, label, isDiscounted, which, basis]) => ({
    key,
    name,
    label: `${label}, ${many}`,
    basis,
    format: { kind: "months" },
    tolerance: 1e-9,
    value: ({ metrics }) => timeOrWords((isDiscounted ? metrics.discountedPayback : metrics.payback)[which]),
    formula: (context) => paybackFormula(context, isDiscounted, which),
  }));
}

function timeOrWords(time: PaybackTime): number | string {
  if (time.kind === "reached") return Number(time.periods);
  return time.kind === "nothing-to-pay-back" ? nothingToPayBack : notWithin;
}

function paybackFormula(
  { flows: { rows: time }, section }: ResultContext,
  isDiscounted: boolean,
  which: keyof Pick<Payback, "first" | "durable">,
): string {
  const crossings = flowRange(isDiscounted ? section.discountedCrossings : section.crossings, time.columns);
  const soFarRow = isDiscounted ? section.cumulativeDiscounted : section.cumulative;
  const soFar = flowRange(soFarRow, time.columns);
  const start = `MIN(${flowRange(section.active, time.columns)})`;
  const none = `IF(MIN(${soFar})>=-NearZero,"${nothingToPayBack}","${notWithin}")`;
  if (which === "first") return `IF(COUNT(${crossings})=0,${none},MIN(${crossings})-${start})`;
  const last = flowCell(soFarRow, firstTime + time.columns - 1);
  return `IF(OR(COUNT(${crossings})=0,${last}<-NearZero),${none},MAX(${crossings})-${start})`;
}
