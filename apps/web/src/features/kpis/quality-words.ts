import type { QualityCheck, SeriesQuality } from "@liftledger/contracts/series-quality";
import { countPeriods } from "../../components/period-words.ts";
import type { VerdictLook } from "../verdict/verdict-look.ts";
import { form, plural, t } from "../../words.ts";

/** Shape, word and colour of a grade of data. */
export const gradeLooks: Record<SeriesQuality["grade"], VerdictLook & { word: string }> = {
  good: { shape: "circle", colour: "var(--ll-actual)", word: t`Good data` },
  fair: { shape: "diamond", colour: "var(--ll-watch)", word: t`Look at it` },
  poor: { shape: "down", colour: "var(--ll-cost)", word: t`Poor data` },
  "not-judged": { shape: "ring", colour: "var(--ll-quiet)", word: t`Too early to judge` },
};

/** What each check is called, and what somebody does where it found something. */
export const checkWords: Record<QualityCheck["check"], { name: string; toDo: string }> = {
  completeness: {
    name: t`Gaps`,
    toDo: t`Log or import what is missing. A gap stays a gap: it is never read as zero.`,
  },
  timeliness: {
    name: t`On time`,
    toDo: t`Agree who logs it and by which day, or have a system send it.`,
  },
  "impossible-values": {
    name: t`Possible values`,
    toDo: t`Correct these numbers or take them back: figures made of them are wrong.`,
  },
  outliers: {
    name: t`Breaks`,
    toDo: t`Look at these periods in the source. Correct a slip; where it really happened, note it on the initiative.`,
  },
  "constant-runs": {
    name: t`Repeated values`,
    toDo: t`Ask whether the source stopped, or a number was copied from week to week.`,
  },
  "partial-periods": {
    name: t`Whole periods`,
    toDo: t`Log these again once all of their days are in.`,
  },
  provenance: {
    name: t`Sources`,
    toDo: t`Agree whose numbers count.`,
  },
};

/** "48 of 52 weeks are there", "Nothing is due yet". */
export function completenessWords(
  { completeness: { expected, present } }: SeriesQuality,
  periodType: "week" | "month",
): string {
  if (expected === 0) return t`nothing is due yet`;
  return t`${present} of ${countPeriods(expected, periodType)}`;
}

/** "usually 2 days after the end, 1 of 12 late". */
export function timelinessWords({ timeliness }: SeriesQuality): string {
  const { judged, medianDays, late } = timeliness;
  if (medianDays === null) return t`loaded as history, so not known`;
  const days = Math.round(medianDays);
  const usually =
    days === 0 ? t`at once` : plural(days, form`${days} day after the end`, form`${days} days after the end`);
  return late.length === 0
    ? t`usually ${usually}, none late`
    : t`usually ${usually}, ${late.length} of ${judged} late`;
}
