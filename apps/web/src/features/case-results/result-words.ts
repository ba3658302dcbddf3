import type { ReactNode } from "react";
import { said, type Sentence } from "../../components/sentence.ts";
import { formatMoney, formatPercent } from "../../components/format-number.ts";
import { paybackAnswer, type CaseMetrics, type CaseTotals, type MetricUnits } from "./metric-rows.ts";
import { baseScenario } from "./use-results-search.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t, tx } from "../../words.ts";

/** A scenario as it is called: the plan itself is the base. */
export function scenarioName(name: string): string {
  return name === baseScenario ? t`Base` : name;
}

/** A figure of the results as words in a sentence, by its key. */
export type OpensFigure = (key: string, text: string) => Sentence;

/** What the base comes to, in a sentence. */
export function resultFinding(
  totals: CaseTotals,
  metrics: CaseMetrics,
  units: MetricUnits,
  opens: OpensFigure,
): Sentence {
  if (totals.kind === "partial") return said`Not every line is valued yet, so there is no result`;
  const worth = opens(
    "netPresentValue",
    formatMoney(Math.abs(Number(metrics.netPresentValue)), units.currency),
  );
  if (Number(metrics.netPresentValue) < 0) return said`It loses ${worth} in today’s worth`;
  const paid = metrics.payback.durable;
  if (paid.kind !== "reached") return said`It is worth ${worth} today`;
  return said`It is worth ${worth} today and is paid back ${opens("paybackDurable", paybackAnswer(paid, units).text)}`;
}

/** How the finding was reckoned: "Net return 45% over the whole plan, in money, after the risk of its lines." */
export function resultSubline(
  { netRoi }: CaseMetrics,
  { basis, risk }: { basis: keyof typeof basisNames; risk: "before" | "after" },
  opens: OpensFigure,
): ReactNode {
  const counted = basisNames[basis];
  const how = riskNames[risk];
  if (netRoi.kind !== "value") return t`No return: ${formatSentence(netRoi.reason)}, ${counted}, ${how}.`;
  const found = opens("netRoi", formatPercent(Number(netRoi.ratio)));
  return tx`Net return ${found.shown} over the whole plan, ${counted}, ${how}.`;
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
