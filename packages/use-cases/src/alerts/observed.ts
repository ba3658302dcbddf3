import { observe, type Observation } from "@liftledger/roi/governance/advance-alerts";
import type { AlertFacts, AlertKey } from "@liftledger/roi/governance/alert-rules";

/** Something looked at for a rule, and the initiatives that it concerns: whose owners are told. */
export interface Observed {
  observation: Observation;
  initiativeIds: readonly string[];
  /** Who answers for the thing itself, beside the owners of the initiatives: whoever does a task. */
  ownerIds?: readonly string[];
}

/** Looks at one thing for one rule on a day. */
export function observed<Key extends AlertKey>(
  rule: Key,
  subject: string,
  facts: AlertFacts[Key],
  { today, ...concerned }: { today: string } & Omit<Observed, "observation">,
): Observed {
  return { observation: observe(rule, subject, facts, today), ...concerned };
}

/** By which a rule and a thing are told from others. */
export function subjectKey({ rule, subject }: { rule: string; subject: string }): string {
  return `${rule} ${subject}`;
}
