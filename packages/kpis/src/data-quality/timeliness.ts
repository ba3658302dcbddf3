import { daysBetween } from "../iso-date.ts";
import { lastDay, type Period } from "../period.ts";
import { median } from "../robust-outliers.ts";
import { countOf } from "../unit.ts";
import {
  checkResult,
  notJudged,
  periodCount,
  periodsInWords,
  type CheckResult,
  type Finding,
} from "./finding.ts";
import type { QualityLimits, QualitySetting } from "./quality-input.ts";
import type { PeriodRecord } from "./series-records.ts";

/** How soon after its end a period is recorded. */
export type Timeliness = {
  /** The periods judged: those that ended on or after the day on which recording began. */
  readonly judged: number;
  /** Days from the end of a period to its first recording; 0 where it was recorded before it ended. */
  readonly medianDays: number | null;
  readonly late: readonly Period[];
  readonly lateShare: number | null;
};

const someLate = 0.2;
export const mostLate = 0.5;

/**
 * The days between the end of each period and its first recording by any source, and how many were late.
 * History loaded when recording began says nothing about habits, so periods that ended before that day are
 * left out.
 */
export function timeliness(records: readonly PeriodRecord[], limits: QualityLimits): Timeliness {
  const began = records.map(({ firstSeen }) => firstSeen).toSorted()[0];
  if (began === undefined) return { judged: 0, medianDays: null, late: [], lateShare: null };
  const delays = records
    .filter(({ period }) => lastDay(period) >= began)
    .map(({ period, firstSeen }) => ({ period, days: Math.max(0, daysBetween(lastDay(period), firstSeen)) }));
  const late = delays.filter(({ days }) => days > limits.lateAfterDays).map(({ period }) => period);
  if (delays.length === 0) return { judged: 0, medianDays: null, late, lateShare: null };
  return {
    judged: delays.length,
    medianDays: median(delays.map(({ days }) => days)),
    late,
    lateShare: late.length / delays.length,
  };
}

/**
 * The check of timeliness: late recordings are noted, worth a look above 20 % of the periods and a problem
 * above half of them.
 */
export function checkTimeliness(
  records: readonly PeriodRecord[],
  setting: QualitySetting,
  limits: QualityLimits,
): CheckResult {
  const { judged, medianDays, late, lateShare } = timeliness(records, limits);
  if (medianDays === null || lateShare === null) {
    return notJudged(
      "timeliness",
      "Everything here was loaded as history, so nothing shows how soon it is recorded.",
    );
  }
  const usually = `usually ${countOf(medianDays, "day", "en-GB")} after the end`;
  const fine = `Recorded ${usually} of the ${setting.periodType}.`;
  if (late.length === 0) return checkResult("timeliness", fine, []);
  const limit = countOf(limits.lateAfterDays, "day", "en-GB");
  const finding: Finding = {
    check: "timeliness",
    severity: lateShare > mostLate ? "problem" : lateShare > someLate ? "look" : "note",
    periods: late,
    value: lateShare,
    sentence:
      `${late.length} of ${periodCount(judged, setting.periodType)} came more than ${limit} after the end ` +
      `(${usually}): ${periodsInWords(late)}.`,
  };
  return checkResult("timeliness", fine, [finding]);
}
