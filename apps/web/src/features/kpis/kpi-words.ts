import type { Kpi, KpiDefinition } from "@liftledger/contracts/kpi";
import { countPeriods, periodNames } from "../../components/period-words.ts";
import { t } from "../../words.ts";

/** "conversions ÷ visits"; of a total only what is counted. */
export function kpiFormula({ numerator, denominator, frequency }: KpiDefinition): string {
  if (denominator.kind === "period") return t`${numerator.counts}, each ${periodNames[frequency]} in total`;
  return `${numerator.counts} ÷ ${denominator.counts}`;
}

/** Whether a series of the KPI needs a currency. */
export function countsMoney({ numerator }: Pick<KpiDefinition, "numerator">): boolean {
  return numerator.measure === "spend" || numerator.measure === "revenue";
}

export const roleWords: Record<Kpi["role"], { name: string; sentence: string }> = {
  outcome: { name: t`Outcome`, sentence: t`what the company wants; may carry money` },
  leading: { name: t`Leading`, sentence: t`moves first; carries no money` },
  guardrail: { name: t`Guardrail`, sentence: t`must not worsen; if it does, the verdict stays at watch` },
  model: { name: t`Model`, sentence: t`says how good the model is; never money` },
};

/** What a choice means stands under it, so that neighbouring fields stay in line however long it is. */
export const meaningBelow = ["label", "input", "description", "error"] satisfies (
  | "label"
  | "input"
  | "description"
  | "error"
)[];

/** When a period's numbers are ripe: "at once", "after 4 weeks". */
export function maturationWords({
  maturationPeriods,
  frequency,
}: Pick<Kpi, "maturationPeriods" | "frequency">): string {
  if (maturationPeriods === 0) return t`at once`;
  return t`after ${countPeriods(maturationPeriods, frequency)}`;
}
