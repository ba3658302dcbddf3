import type { Kpi, KpiDefinition } from "@liftledger/contracts/kpi";
import { countWords } from "../../components/count-words.ts";

/** "conversions ÷ visits"; of a total only what is counted. */
export function kpiFormula({ numerator, denominator, frequency }: KpiDefinition): string {
  if (denominator.kind === "period") return `${numerator.counts}, each ${frequency} in total`;
  return `${numerator.counts} ÷ ${denominator.counts}`;
}

/** Whether a series of the KPI needs a currency. */
export function countsMoney({ numerator }: Pick<KpiDefinition, "numerator">): boolean {
  return numerator.measure === "spend" || numerator.measure === "revenue";
}

export const roleWords: Record<Kpi["role"], { name: string; sentence: string }> = {
  outcome: { name: "Outcome", sentence: "what the company wants; may carry money" },
  leading: { name: "Leading", sentence: "moves first; carries no money" },
  guardrail: { name: "Guardrail", sentence: "must not worsen; if it does, the verdict stays at watch" },
  model: { name: "Model", sentence: "says how good the model is; never money" },
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
  if (maturationPeriods === 0) return "at once";
  return `after ${countWords(maturationPeriods, frequency)}`;
}
