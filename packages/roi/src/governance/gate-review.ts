import { phaseNames, type GatePhase, type Phase } from "../phase.ts";
import type { CriterionResult } from "./gate-answer.ts";
import { findCriterion, leastByDefault, type CriterionKey } from "./gate-criteria.ts";
import type { GateFacts } from "./gate-facts.ts";
import { defaultGateRules, gateRuleProblems, leavingPhase, type GateRules } from "./gate-rules.ts";

/** One criterion of a gate, answered. */
export interface AnsweredCriterion {
  criterion: CriterionKey;
  question: string;
  result: CriterionResult;
  reason: string;
  /** What the gate wants at least, for a criterion with a limit; null for the others. */
  least: string | null;
}

/** A gate, answered: every criterion, and what follows. People decide. */
export interface GateReview {
  into: GatePhase;
  /** The phase it is in, by whose band it is judged. */
  leaving: Phase;
  rulesVersion: number;
  proposal: "advance" | "graduate" | "hold" | "stop";
  reason: string;
  criteria: AnsweredCriterion[];
}

/**
 * A gate over its evidence pack: every criterion of the organisation's rules met, unmet or unknown, each with its
 * reason, and what is proposed. *Advance* when all are met. *Stop* when it is losing money and no forward value speaks
 * for going on, or is below its benchmark and going on would cost more than it brings. Else *hold*: what is unmet can
 * still be met, and what is unknown be found out. One that is in Transform is asked what the gate into it asks, judged by
 * the band of Transform: when all is met, it may *graduate*. Throws a RangeError for rules that cannot be used.
 *
 * @example gateReview("scale", facts).proposal // "advance"
 */
export function gateReview(
  into: GatePhase,
  facts: GateFacts,
  rules: GateRules = defaultGateRules,
  leaving: Phase = leavingPhase[into],
): GateReview {
  const [problem] = gateRuleProblems(rules);
  if (problem !== undefined)
    throw new RangeError(`The gate into ${phaseNames[problem.gate]}: ${problem.reason}`);
  const criteria = rules.gates[into].map(({ criterion, least: own }): AnsweredCriterion => {
    const found = findCriterion(criterion);
    if (found === undefined) throw new RangeError(`"${criterion}" is no criterion`);
    const least = own ?? leastByDefault(found);
    const [result, reason] = found.answer(facts, { into, leaving, least });
    return { criterion, question: found.question, result, reason, least: least === "" ? null : least };
  });
  const proposed = proposalOf(criteria, facts, { into, leaving });
  return { into, leaving, rulesVersion: rules.version, ...proposed, criteria };
}

function proposalOf(
  answered: readonly AnsweredCriterion[],
  facts: GateFacts,
  { into, leaving }: Pick<GateReview, "into" | "leaving">,
): Pick<GateReview, "proposal" | "reason"> {
  const of = (key: CriterionKey) => answered.find(({ criterion }) => criterion === key);
  const forward = of("forward-value")?.result;
  if (of("verdict") !== undefined) {
    if (facts.verdict === "losing-money" && forward !== "met")
      return { proposal: "stop", reason: "It is losing money, and nothing shows that going on would pay." };
    if (facts.verdict === "below" && forward === "unmet")
      return {
        proposal: "stop",
        reason: "It is below its benchmark, and going on costs more than it brings.",
      };
  }
  const open = answered.filter(({ result }) => result !== "met");
  if (open.length === 0)
    return into === leaving
      ? { proposal: "graduate", reason: `Everything that the gate of ${phaseNames[into]} asks is met.` }
      : { proposal: "advance", reason: `Everything that the gate into ${phaseNames[into]} asks is met.` };
  const unknown = open.filter(({ result }) => result === "unknown").length;
  const parts = [
    ...(open.length > unknown ? [`${open.length - unknown} unmet`] : []),
    ...(unknown > 0 ? [`${unknown} not known`] : []),
  ];
  return {
    proposal: "hold",
    reason: `Of ${answered.length} ${answered.length === 1 ? "criterion" : "criteria"}: ${parts.join(", ")}.`,
  };
}
