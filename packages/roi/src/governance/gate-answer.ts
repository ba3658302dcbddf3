import type { GatePhase, Phase } from "../phase.ts";
import type { GateFacts } from "./gate-facts.ts";

export type CriterionResult = "met" | "unmet" | "unknown";

/** An answer with its reason, which holds the figures. */
export type CriterionAnswer = readonly [result: CriterionResult, reason: string];

/** The gate that asks: the phase it leads into, the one it leaves, and what the rule wants at least. */
export interface AskingGate {
  into: GatePhase;
  leaving: Phase;
  /** The rule's own limit, where the organisation set one; the criterion's default otherwise. */
  least: string;
}

/** A criterion: what it asks, and how the facts answer. */
export interface Criterion {
  question: string;
  /** What its limit may be, for criteria that have one. */
  limit: CriterionLimit | null;
  answer(facts: GateFacts, gate: AskingGate): CriterionAnswer;
}

/** A limit that an organisation may set: one of a list, or a share from 0 to 1. The default stands first. */
export type CriterionLimit =
  | { kind: "one-of"; values: readonly [string, ...string[]] }
  | { kind: "share"; value: string };

export const met = (reason: string): CriterionAnswer => ["met", reason];
export const unmet = (reason: string): CriterionAnswer => ["unmet", reason];
export const unknown = (reason: string): CriterionAnswer => ["unknown", reason];
