import type { QualityCheck, SeriesQuality } from "@liftledger/contracts/series-quality";
import type { VerdictLook } from "../verdict/verdict-look.ts";

/** Shape, word and colour of a grade of data. */
export const gradeLooks: Record<SeriesQuality["grade"], VerdictLook & { word: string }> = {
  good: { shape: "circle", colour: "var(--ll-actual)", word: "Good data" },
  fair: { shape: "diamond", colour: "var(--ll-watch)", word: "Look at it" },
  poor: { shape: "down", colour: "var(--ll-cost)", word: "Poor data" },
  "not-judged": { shape: "ring", colour: "var(--ll-quiet)", word: "Too early to judge" },
};

/** What each check is called, and what somebody does where it found something. */
export const checkWords: Record<QualityCheck["check"], { name: string; toDo: string }> = {
  completeness: {
    name: "Gaps",
    toDo: "Log or import what is missing. A gap stays a gap: it is never read as zero.",
  },
  timeliness: {
    name: "On time",
    toDo: "Agree who logs it and by which day, or have a system send it.",
  },
  "impossible-values": {
    name: "Possible values",
    toDo: "Correct these numbers or take them back: figures made of them are wrong.",
  },
  outliers: {
    name: "Breaks",
    toDo: "Look at these periods in the source. Correct a slip; where it really happened, note it on the initiative.",
  },
  "constant-runs": {
    name: "Repeated values",
    toDo: "Ask whether the source stopped, or a number was copied from week to week.",
  },
  "partial-periods": {
    name: "Whole periods",
    toDo: "Log these again once all of their days are in.",
  },
  provenance: {
    name: "Sources",
    toDo: "Agree whose numbers count.",
  },
};

/** "48 of 52 weeks are there", "Nothing is due yet". */
export function completenessWords(
  { completeness: { expected, present } }: SeriesQuality,
  periodType: "week" | "month",
): string {
  if (expected === 0) return "nothing is due yet";
  return `${present} of ${expected} ${periodType}${expected === 1 ? "" : "s"}`;
}

/** "usually 2 days after the end, 1 of 12 late". */
export function timelinessWords({ timeliness }: SeriesQuality): string {
  const { judged, medianDays, late } = timeliness;
  if (medianDays === null) return "loaded as history, so not known";
  const days = Math.round(medianDays);
  const usually = days === 0 ? "at once" : `${days} day${days === 1 ? "" : "s"} after the end`;
  return late.length === 0
    ? `usually ${usually}, none late`
    : `usually ${usually}, ${late.length} of ${judged} late`;
}
