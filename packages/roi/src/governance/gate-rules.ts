import { compareDecimals, isDecimal } from "@liftledger/numerics/decimal";
import type { GatePhase, Phase } from "../phase.ts";
import { findCriterion, type CriterionKey } from "./gate-criteria.ts";

/** What a gate asks: a criterion, and the organisation's own limit where it set one. */
export interface GateRule {
  criterion: CriterionKey;
  least: string | null;
}

/** A version of an organisation's gates. Version 0 is the default set. */
export interface GateRules {
  version: number;
  gates: Readonly<Record<GatePhase, readonly GateRule[]>>;
}

/** The phase that each gate leaves: the band it judges by. */
export const leavingPhase: Readonly<Record<GatePhase, Phase>> = {
  pilots: "foundation",
  scale: "pilots",
  transform: "scale",
};

const asked = (...keys: CriterionKey[]): GateRule[] => keys.map((criterion) => ({ criterion, least: null }));

const inProduction = asked(
  "owner",
  "approved-case",
  "readiness",
  "frozen-baseline",
  "verdict",
  "evidence-grade",
  "guardrails",
  "months",
  "coverage",
  "forward-value",
  "data-quality",
  "hand-over-owner",
  "security-review-ended",
  "residency",
  "production-data",
  "integration",
  "data-access-rule",
  "output-review-rule",
  "error-handling-rule",
  "process-documented",
  "training",
  "kill-rules",
);

/**
 * The default set. Into Pilots: what cannot be made up for later. Into Scale and Transform: that it paid, and that it
 * can run without those who piloted it; Transform wants evidence of grade C.
 */
export const defaultGateRules: GateRules = {
  version: 0,
  gates: {
    pilots: asked(
      "outcome-sentence",
      "owner",
      "approved-case",
      "readiness",
      "frozen-baseline",
      "data-quality",
      "it-involved",
      "security-review",
      "residency",
      "data-access-rule",
      "output-review-rule",
      "error-handling-rule",
      "kill-rules",
      "months",
    ),
    scale: inProduction,
    transform: inProduction.map((rule) =>
      rule.criterion === "evidence-grade" ? { ...rule, least: "C" } : rule,
    ),
  },
};

/** What is wrong with a set of rules, at which gate and rule. */
export interface GateRuleProblem {
  gate: GatePhase;
  place: number;
  reason: string;
}

/**
 * What is wrong with a set of rules, in their order; nothing where it can be used. A gate asks something, each criterion
 * once, and a limit is one that its criterion knows.
 *
 * @example gateRuleProblems(defaultGateRules) // []
 */
export function gateRuleProblems({ gates }: GateRules): GateRuleProblem[] {
  return (Object.keys(leavingPhase) as GatePhase[]).flatMap((gate) => {
    const rules = gates[gate];
    if (rules.length === 0) return [{ gate, place: 0, reason: "The gate asks nothing." }];
    return rules.flatMap((rule, place) => {
      const isRepeated = rules.findIndex(({ criterion }) => criterion === rule.criterion) < place;
      const reason = isRepeated ? `"${rule.criterion}" is asked twice.` : problemOf(rule);
      return reason === null ? [] : [{ gate, place, reason }];
    });
  });
}

function problemOf({ criterion, least }: GateRule): string | null {
  const found = findCriterion(criterion);
  if (found === undefined) return `"${criterion}" is no criterion.`;
  if (least === null) return null;
  if (found.limit === null) return `"${criterion}" has no limit to set.`;
  if (found.limit.kind === "one-of") {
    const { values } = found.limit;
    return values.includes(least) ? null : `The limit of "${criterion}" is one of ${values.join(", ")}.`;
  }
  const isShare = isDecimal(least) && compareDecimals(least, "0") >= 0 && compareDecimals(least, "1") <= 0;
  return isShare ? null : `The limit of "${criterion}" is a share from 0 to 1.`;
}
