import { compareDecimals, isDecimal } from "@liftledger/numerics/decimal";

/**
 * One rule that a plan breaks. `wrong` has no meaning as it stands and is never evaluated; `open` is a gap that a draft
 * may have and a submitted case may not.
 */
export interface PlanProblem {
  severity: "wrong" | "open";
  /** To the field, as a JSON pointer: "/benefits/0/value/lift/1/value". */
  path: string;
  lineId: string | null;
  /** Which thing, and what to do. */
  message: string;
}

type Told = Pick<PlanProblem, "path" | "message"> & { lineId?: string };

/** A rule broken by what is no plan at all. */
export function wrong({ path, message, lineId = "" }: Told): PlanProblem {
  return { severity: "wrong", path, lineId: lineId === "" ? null : lineId, message };
}

/** A gap to close before the case is submitted. */
export function open(told: Told): PlanProblem {
  return { ...wrong(told), severity: "open" };
}

/** More digits than any amount or rate has; longer text only slows the arithmetic down. */
const longestDecimal = 40;

/** Whether the text is a decimal of a sensible length, from the least to the most where they are given. */
export function isDecimalWithin(text: string, { from, to }: { from?: string; to?: string } = {}): boolean {
  if (text.length > longestDecimal || !isDecimal(text)) return false;
  if (from !== undefined && compareDecimals(text, from) < 0) return false;
  return to === undefined || compareDecimals(text, to) <= 0;
}

/** Whether a text says anything. */
export function isBlank(text: string): boolean {
  return text.trim() === "";
}
