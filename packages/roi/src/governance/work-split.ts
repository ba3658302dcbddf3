import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  roundHalfEven,
  subtractDecimals,
} from "@liftledger/numerics/decimal";
import { mechanicalWork } from "../benchmark-library/programme-figures.ts";

/** What was answered in a round, together: sums alone, so that nobody's own hours are kept. */
export interface WorkSplitTally {
  answers: number;
  /** Hours of work that follows a rule, all answers together: decimal text. */
  mechanicalHours: string;
  /** Hours of work that takes judgement. */
  strategicHours: string;
  isClosed: boolean;
}

/** What a round says. */
export type WorkSplit =
  | { kind: "open"; reason: string }
  | { kind: "too-few"; reason: string }
  | {
      kind: "split";
      /** Mechanical hours of all hours, a ratio: the hours are pooled before they are divided. */
      mechanicalShare: string;
      againstPublished: "under" | "within" | "over";
    };

/** Under so many answers nothing is shown: of two, each could tell the other's. */
const fewestAnswers = 3;

/**
 * The share of mechanical hours in a round: the sum of one over the sum of both, never a mean of shares. It is told once the round
 * is closed and three have answered: a sum that is watched as it grows gives away each answer.
 *
 * @example workSplit({ answers: 3, mechanicalHours: "60", strategicHours: "40", isClosed: true }) // 0.6, within
 */
export function workSplit({ answers, mechanicalHours, strategicHours, isClosed }: WorkSplitTally): WorkSplit {
  if (!isClosed)
    return {
      kind: "open",
      reason: "The result is told when the round is closed, so that nobody's hours can be told from it.",
    };
  const total = addDecimals(mechanicalHours, strategicHours);
  if (answers < fewestAnswers || compareDecimals(total, "0") <= 0)
    return {
      kind: "too-few",
      reason: `Fewer than ${fewestAnswers} answered: nothing is shown, so that nobody's hours can be told.`,
    };
  const mechanicalShare = roundHalfEven(divideDecimals(mechanicalHours, total), 4);
  return { kind: "split", mechanicalShare, againstPublished: against(mechanicalShare) };
}

/** By how much the mechanical share changed from one round to a later one, a ratio: below 0 where it fell. */
export function workSplitChange(before: WorkSplit, after: WorkSplit): string | null {
  if (before.kind !== "split" || after.kind !== "split") return null;
  return subtractDecimals(after.mechanicalShare, before.mechanicalShare);
}

function against(share: string): "under" | "within" | "over" {
  const { low, high } = mechanicalWork;
  if (low !== null && compareDecimals(share, low) < 0) return "under";
  return high !== null && compareDecimals(share, high) > 0 ? "over" : "within";
}
