import type { VerdictStatus } from "./judgement.ts";
import { phaseNames, phases, type Phase } from "./phase.ts";

/** What an initiative's verdict asks somebody to decide. */
export interface DecisionAsked {
  key: "stop-or-change" | "change-or-stop" | "set-a-date" | "gate" | "keep";
  /** "Move it to Scale: call the gate review" */
  words: string;
}

/** The decision that a verdict asks for, in the phase it was judged in; null where it asks for none. */
export function decisionAsked(status: VerdictStatus, phase: Phase): DecisionAsked | null {
  if (status === "losing-money") return { key: "stop-or-change", words: "Stop it, or change what it does" };
  if (status === "below") return { key: "change-or-stop", words: "Change it, or stop it" };
  if (status === "watch") return { key: "set-a-date", words: "Set the day it is looked at again" };
  if (status !== "above") return null;
  const next = phases[phases.indexOf(phase) + 1];
  return next === undefined
    ? { key: "keep", words: "Keep it, and plan the next one: it is above the last benchmark" }
    : { key: "gate", words: `Move it to ${phaseNames[next]}: call the gate review` };
}
