import { businessCaseMetrics, type BusinessCaseMetrics } from "@liftledger/finance/business-case-metrics";
import { ratePerPeriod } from "@liftledger/finance/discount-rate";
import { ratioToCost } from "@liftledger/finance/roi";
import { addDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import type { CaseLine, CaseTier } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { planColumns } from "./plan-columns.ts";

/** What a total counts: money; with capacity put to other use; with the expectation of losses that stay away. */
const caseBases = ["cash", "cash-plus-capacity", "all"] as const;
export type CaseBasis = (typeof caseBases)[number];

const tiersOf: Record<CaseBasis, readonly CaseTier[]> = {
  cash: ["cash"],
  "cash-plus-capacity": ["cash", "capacity"],
  all: ["cash", "capacity", "risk-avoided"],
};

/** The metrics of a case before the risk of its lines and after it, and its return up to the end of each column. */
export interface CaseMetrics {
  unadjusted: BusinessCaseMetrics;
  adjusted: BusinessCaseMetrics;
  /** Net ROI to the end of each column, risk-adjusted and not; null before the first cost. */
  roiToDate: readonly { unadjusted: string | null; adjusted: string | null }[];
}

/** What a case comes to; where a line is not valued yet, only what the others come to, which is no total. */
export type CaseTotals =
  | ({ kind: "whole" } & CaseMetrics)
  | { kind: "partial"; ofValuedLines: CaseMetrics; missing: readonly string[]; reason: string };

/** Whether a line counts on a basis: all costs do. */
export function countsIn(basis: CaseBasis, { tier }: Pick<CaseLine, "tier">): boolean {
  return tier === null || tiersOf[basis].includes(tier);
}

/** The totals on every basis; where two bases count the same lines they are the same. */
export function totalsByBasis(plan: CasePlan, lines: readonly CaseLine[]): Record<CaseBasis, CaseTotals> {
  const known = new Map<number, CaseTotals>();
  const totals = caseBases.map((basis): [CaseBasis, CaseTotals] => {
    // Each basis counts all that the one before it counts.
    const count = lines.filter((line) => countsIn(basis, line)).length;
    const found = known.get(count) ?? caseTotals(plan, lines, basis);
    known.set(count, found);
    return [basis, found];
  });
  return Object.fromEntries(totals) as Record<CaseBasis, CaseTotals>;
}

/**
 * Every metric of a case on one basis, with the risk of its lines and without it. Amounts are those credited. A line
 * without a value makes it partial: a total that left a line out would pretend to be whole.
 */
export function caseTotals(plan: CasePlan, lines: readonly CaseLine[], basis: CaseBasis): CaseTotals {
  const counted = lines.filter((line) => countsIn(basis, line));
  const unadjusted = metricsOf(plan, sidesOf(plan, counted, "credited"));
  const adjusted = counted.every(isWithoutRisk)
    ? unadjusted
    : metricsOf(plan, sidesOf(plan, counted, "adjusted"));
  const metrics: CaseMetrics = { unadjusted, adjusted, roiToDate: roiToDate(plan, counted) };
  const missing = counted.flatMap((line) => (line.missing === null ? [] : [line.missing]));
  if (missing.length === 0) return { kind: "whole", ...metrics };
  return {
    kind: "partial",
    ofValuedLines: metrics,
    missing: counted.filter((line) => line.missing !== null).map(({ lineId }) => lineId),
    reason: missing.map(({ reason }) => reason).join(" "),
  };
}

/** The roots of a rate of return take time: what no risk changes is not worked out again. */
function isWithoutRisk({ credited, adjusted }: CaseLine): boolean {
  return credited.every((amount, place) => amount === adjusted[place]);
}

interface Sides {
  benefits: readonly string[];
  costs: readonly string[];
}

/** Both sides by column; what is not valued is left out, which the totals say. */
export function sidesOf(plan: CasePlan, lines: readonly CaseLine[], amounts: "credited" | "adjusted"): Sides {
  const side = (kind: CaseLine["kind"]) =>
    planColumns(plan).map((_, place) =>
      sumDecimals(lines.filter((line) => line.kind === kind).map((line) => line[amounts][place] ?? "0")),
    );
  return { benefits: side("benefit"), costs: side("cost") };
}

function metricsOf(plan: CasePlan, sides: Sides): BusinessCaseMetrics {
  const { discountRate, prices, period, timing, mirrRates } = plan;
  return businessCaseMetrics({
    ...sides,
    annualRate: {
      annualRate: discountRate.annual,
      prices: discountRate.prices,
      source: discountRate.source,
    },
    prices,
    period,
    timing,
    dates: planColumns(plan).map(({ day }) => day),
    valuationDate: `${plan.start}-01`,
    ...(mirrRates && {
      financeRate: ratePerPeriod(mirrRates.finance, period),
      reinvestRate: ratePerPeriod(mirrRates.reinvest, period),
    }),
  });
}

function roiToDate(plan: CasePlan, lines: readonly CaseLine[]): CaseMetrics["roiToDate"] {
  const [unadjusted, adjusted] = [running(plan, lines, "credited"), running(plan, lines, "adjusted")];
  return unadjusted.map((ratio, place) => ({ unadjusted: ratio, adjusted: adjusted[place] ?? null }));
}

function running(plan: CasePlan, lines: readonly CaseLine[], amounts: "credited" | "adjusted") {
  const { benefits, costs } = sidesOf(plan, lines, amounts);
  let [earned, spent] = ["0", "0"];
  return benefits.map((benefit, place) => {
    earned = addDecimals(earned, benefit);
    spent = addDecimals(spent, costs[place] ?? "0");
    const roi = ratioToCost(subtractDecimals(earned, spent), spent);
    return roi.kind === "value" ? roi.ratio : null;
  });
}
