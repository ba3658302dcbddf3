import { withinSentence } from "@liftledger/kpis/within-sentence";
import {
  creditedBenefit,
  plannedBenefit,
  type PlannedEvidence,
  type PlannedFactors,
} from "@liftledger/finance/planned-benefit";
import {
  absent,
  difference,
  leaf,
  product,
  rounded,
  type Explanation,
  type ExplanationSource,
} from "./explanation.ts";

/** The money in which a plan is explained, and whose plan it is. */
export interface PlanContext {
  currency: string;
  places: number;
  source: ExplanationSource;
  /** What stands behind the plan and who signed it; it is then credited by that, else as it stands. */
  credit?: { evidence: PlannedEvidence; signedBy: string | null } | undefined;
}

/** The factors in the order in which they are multiplied, as people read them, and the unit of each. */
const factorNames: readonly (readonly [keyof PlannedFactors, string, "money" | "count" | "ratio"])[] = [
  ["gross", "Gross benefit", "money"],
  ["lift", "Lift", "ratio"],
  ["volume", "Volume", "count"],
  ["unitValue", "Worth of one unit", "money"],
  ["adoption", "Adoption", "ratio"],
  ["attribution", "Our share", "ratio"],
  ["confidence", "Confidence", "ratio"],
  ["realisation", "Turned into money", "ratio"],
];

/**
 * The explanation of a planned benefit: lift × volume × unit value × adoption × attribution × confidence × realisation ×
 * (1 − overlap), in that order, rounded half-even to the minor unit last. A missing factor leaves it without a value
 * and is named. An estimate that nobody signed is credited at nothing, with its planned amount beneath.
 */
export function plannedValueTree(factors: PlannedFactors, context: PlanContext): Explanation {
  const { currency, places, source, credit } = context;
  const benefit = plannedBenefit(factors);
  if (benefit.kind === "no-value") return absent("Planned value", currency, withinSentence(benefit.reason));
  const given = new Map(benefit.steps.map((step) => [step.factor, step.given]));
  const nodes = factorNames.flatMap(([factor, label, unit]) => {
    const text = given.get(factor);
    return text === undefined ? [] : [leaf(label, text, unit === "money" ? currency : unit, source)];
  });
  const overlap = leaf("Counted by another benefit", given.get("overlap") ?? "0", "ratio", source);
  const whole = leaf("The whole", "1", "ratio", source);
  const rest = difference("Not counted elsewhere", "ratio", whole, overlap);
  const exact = product("Planned value, before rounding", currency, [...nodes, rest]);
  const planned = rounded("Planned value", currency, places, exact);
  if (credit === undefined || creditedBenefit(factors, credit).kind === "credited") return planned;
  const unsigned = leaf("Credited while nobody has signed the estimate", "0", "ratio", source);
  return product("Planned value that counts", currency, [planned, unsigned]);
}
