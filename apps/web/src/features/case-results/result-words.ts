import { formatMoney, formatPercent } from "../../components/format-number.ts";
import { paybackAnswer, type CaseMetrics, type CaseTotals, type MetricUnits } from "./metric-rows.ts";
import { baseScenario } from "./use-results-search.ts";
import { t } from "../../words.ts";

/** A scenario as it is called: the plan itself is the base. */
export function scenarioName(name: string): string {
  return name === baseScenario ? t`Base` : name;
}

/** What the base comes to, in a sentence. */
export function resultFinding(totals: CaseTotals, metrics: CaseMetrics, units: MetricUnits): string {
  if (totals.kind === "partial") return t`Not every line is valued yet, so there is no result`;
  const worth = formatMoney(Math.abs(Number(metrics.netPresentValue)), units.currency, { compact: true });
  if (Number(metrics.netPresentValue) < 0) return t`It loses ${worth} in today’s worth`;
  const paid = metrics.payback.durable;
  if (paid.kind !== "reached") return t`It is worth ${worth} today`;
  return t`It is worth ${worth} today and is paid back ${paybackAnswer(paid, units).text}`;
}

/** How the finding was reckoned: "Net return 45% over the whole plan, in money, after the risk of its lines." */
export function resultSubline(
  { netRoi }: CaseMetrics,
  { basis, risk }: { basis: keyof typeof basisNames; risk: "before" | "after" },
): string {
  const counted = basisNames[basis];
  const [first, second] =
    netRoi.kind === "value"
      ? [t`Net return ${formatPercent(Number(netRoi.ratio))} over the whole plan`, counted]
      : [t`No return: ${netRoi.reason}`, counted];
  return `${first}, ${second}, ${riskNames[risk]}.`;
}

export const basisNames = {
  cash: t`money only`,
  "cash-plus-capacity": t`with time that is freed`,
  all: t`with time that is freed and losses that are avoided`,
};

export const riskNames = {
  after: t`the risk of its lines taken off`,
  before: t`the risk of its lines not taken off`,
};
