import type { Outcome } from "@liftledger/contracts/initiative";
import { outcomeSentence } from "@liftledger/kpis/outcome-sentence";
import type { Kpi } from "@liftledger/kpis/kpi";
import { ProblemError } from "../problem.ts";

/** What is said of an initiative that came in without an outcome. */
export const noOutcomeText = "No outcome is stated yet.";

/**
 * The outcome as one sentence. Refused where its direction would make the KPI worse ("wrong-direction") or
 * its number or day make no sense.
 */
export function checkedOutcome(outcome: Outcome, kpi: Pick<Kpi, "name" | "direction">): string {
  const { change, percent, by } = outcome;
  const sentence = outcomeSentence({ kpi, change, percent, by });
  if (sentence.kind === "sentence") return sentence.text;
  const kind = sentence.field === "change" ? "wrong-direction" : "invalid-request";
  throw new ProblemError(kind, sentence.reason, [
    { field: `outcome.${sentence.field}`, message: sentence.reason, seen: outcome[sentence.field] },
  ]);
}

/**
 * The sentence of an outcome that was accepted once. Its KPI may have been turned round by a later version:
 * then it is still said as it was promised.
 */
export function outcomeText(outcome: Outcome, kpi: Pick<Kpi, "name"> | undefined): string {
  const { kpiKey, change, percent, by } = outcome;
  const direction = change === "increase" ? "higher" : "lower";
  const promised = { kpi: { name: kpi?.name ?? kpiKey, direction }, change, percent, by } as const;
  const sentence = outcomeSentence(promised);
  return sentence.kind === "sentence"
    ? sentence.text
    : `${change} ${promised.kpi.name} by ${percent} percent`;
}
