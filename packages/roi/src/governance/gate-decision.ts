import { listInWords } from "@liftledger/kpis/list-in-words";
import { gateCriteria, type CriterionKey } from "./gate-criteria.ts";
import type { AnsweredCriterion, GateReview } from "./gate-review.ts";

/** What people may decide at a gate. */
export const gateDecisions = ["advance", "hold", "stop", "graduate", "retire"] as const;

export type GateDecisionKind = (typeof gateDecisions)[number];

/** A criterion that is not met and that somebody lets pass, by name and with a reason. */
export interface Override {
  criterion: CriterionKey;
  by: string;
  reason: string;
}

/** What is asked for, and who has signed it so far. */
export interface DecisionRequest {
  decision: GateDecisionKind;
  review: Pick<GateReview, "into" | "criteria">;
  /** Who gathered the evidence and asks: none of the signatures may be theirs. */
  author: string;
  /** People who signed. */
  signatures: readonly string[];
  overrides: readonly Override[];
  /** What the next phase is to cost, in minor units, and from where on two must sign; null where nothing is set. */
  costAheadMinor: bigint | null;
  twoSignFromMinor: bigint | null;
}

/** Why a decision is refused, each with what to do. */
export interface DecisionRefusal {
  kind: "criterion" | "override" | "signature";
  criterion: CriterionKey | null;
  reason: string;
}

/** Decided, still to be signed, or refused with every reason. */
export type GateDecision =
  | { kind: "decided"; overrides: number; signatures: number }
  | { kind: "to-be-signed"; signed: number; needed: number; sentence: string }
  | { kind: "refused"; refusals: DecisionRefusal[]; sentence: string };

/** What goes on from here must have met its criteria; what ends or waits need not. */
const goesOn: readonly GateDecisionKind[] = ["advance", "graduate"];

/**
 * Whether a gate may be decided so. Advancing and graduating want every criterion met, or let pass by name with a
 * reason; unknown is not met. Nobody signs what they asked for, nobody twice. Two sign from the organisation's threshold
 * of the cost ahead on, as of business cases, or where it is not known; holding needs one.
 *
 * @example
 * decideGate({ ...request, decision: "advance", signatures: [] }) // { kind: "to-be-signed", needed: 2, … }
 */
export function decideGate(request: DecisionRequest): GateDecision {
  const { decision, review, overrides, signatures } = request;
  const open = goesOn.includes(decision) ? review.criteria.filter(({ result }) => result !== "met") : [];
  const refusals = [
    ...openRefusals(open, overrides),
    ...overrideRefusals(request, open),
    ...signatureRefusals(request),
  ];
  if (refusals.length > 0) {
    return { kind: "refused", refusals, sentence: sentenceOf(refusals) };
  }
  const needed = signaturesNeeded(request);
  if (signatures.length < needed) {
    const left = needed - signatures.length;
    const sentence = `${left} of ${needed} ${needed === 1 ? "signature" : "signatures"} ${left === 1 ? "is" : "are"} still to come.`;
    return { kind: "to-be-signed", signed: signatures.length, needed, sentence };
  }
  return { kind: "decided", overrides: overrides.length, signatures: signatures.length };
}

/** How many must sign a decision. */
export function signaturesNeeded({
  decision,
  costAheadMinor: cost,
  twoSignFromMinor: threshold,
}: Pick<DecisionRequest, "decision" | "costAheadMinor" | "twoSignFromMinor">): number {
  if (decision === "hold" || threshold === null) return 1;
  // What it costs is not known: then it may be more.
  return cost === null || cost >= threshold ? 2 : 1;
}

function openRefusals(open: readonly AnsweredCriterion[], overrides: readonly Override[]): DecisionRefusal[] {
  return open
    .filter(({ criterion }) => overrides.every((override) => override.criterion !== criterion))
    .map(({ criterion, question, result, reason }) => {
      const state = result === "unknown" ? "Not known" : "Not met";
      return { kind: "criterion", criterion, reason: `${state}: ${question} ${reason}` };
    });
}

function overrideRefusals(
  { overrides }: DecisionRequest,
  open: readonly AnsweredCriterion[],
): DecisionRefusal[] {
  return overrides.flatMap(({ criterion, by, reason }, place): DecisionRefusal[] => {
    const refused = (why: string): DecisionRefusal[] => [{ kind: "override", criterion, reason: why }];
    const asked = `“${gateCriteria[criterion].question}”`;
    if (overrides.findIndex((other) => other.criterion === criterion) < place)
      return refused(`${asked} is let pass twice: say it once.`);
    if (open.every((found) => found.criterion !== criterion))
      return refused(
        `${asked} is let pass, and does not stand in the way any more: ask without letting it pass.`,
      );
    if (by.trim() === "") return refused(`Nobody is named who lets ${asked} pass.`);
    return reason.trim() === "" ? refused(`Say why ${asked} may pass.`) : [];
  });
}

function signatureRefusals({ author, signatures }: DecisionRequest): DecisionRefusal[] {
  const refused = (reason: string): DecisionRefusal => ({ kind: "signature", criterion: null, reason });
  const twice = signatures.find((by, place) => signatures.indexOf(by) < place);
  return [
    ...(signatures.includes(author) ? [refused(`${author} asked for it and cannot sign it.`)] : []),
    ...(twice === undefined ? [] : [refused(`${twice} has signed twice.`)]),
  ];
}

function sentenceOf(refusals: readonly DecisionRefusal[]): string {
  const criteria = refusals.flatMap(({ kind, criterion }) =>
    kind === "criterion" && criterion !== null ? [criterion] : [],
  );
  if (criteria.length === 0) return refusals[0]?.reason ?? "";
  const count = criteria.length === 1 ? "One criterion stands" : `${criteria.length} criteria stand`;
  return `${count} in the way: ${listInWords(criteria)}.`;
}
