import { addDays } from "../iso-date.ts";
import { missingPeriods } from "../missing-periods.ts";
import { addPeriods, listPeriods, periodOf, type Period } from "../period.ts";
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

/** How much of a series is there. */
export type Completeness = {
  readonly expected: number;
  readonly present: number;
  /** present ÷ expected, 0 to 1; null where nothing is expected yet. */
  readonly share: number | null;
  readonly missing: readonly Period[];
};

/** Under this share of the expected periods a gap is a problem, whatever its shape. */
export const leastComplete = 0.8;
/** So many missing in a row are a hole, not a slip. */
export const hole = 3;

/**
 * Which periods should be there and are not: from the first expected (or recorded) one to the last whose end
 * is more than `lateAfterDays` past. Periods recorded outside these ends neither help nor harm.
 */
export function completeness(
  records: readonly PeriodRecord[],
  setting: QualitySetting,
  limits: QualityLimits,
): Completeness {
  const from = setting.expectedFrom ?? records[0]?.period;
  if (from === undefined) return { expected: 0, present: 0, share: null, missing: [] };
  const to = setting.expectedTo ?? lastDue(setting, limits.lateAfterDays);
  const expected = listPeriods(from, to);
  const recorded = records.map(({ period }) => period).filter((period) => period >= from && period <= to);
  const missing = missingPeriods(recorded, { from, to });
  const present = expected.length - missing.length;
  return {
    expected: expected.length,
    present,
    share: expected.length === 0 ? null : present / expected.length,
    missing,
  };
}

/**
 * The check of completeness: missing periods are worth a look, and a problem where they are three in a row
 * or leave less than 80 % of what is expected.
 */
export function checkCompleteness(
  records: readonly PeriodRecord[],
  setting: QualitySetting,
  limits: QualityLimits,
): CheckResult {
  const { expected, missing, share } = completeness(records, setting, limits);
  if (share === null) return notJudged("completeness", "No period is due yet, so none can be missing.");
  const fine = `All ${periodCount(expected, setting.periodType)} expected so far are there.`;
  if (missing.length === 0) return checkResult("completeness", fine, []);
  const count = `${missing.length} of ${periodCount(expected, setting.periodType)}`;
  const finding: Finding = {
    check: "completeness",
    severity: share < leastComplete || longestRun(missing) >= hole ? "problem" : "look",
    periods: missing,
    value: share,
    sentence: `${count} ${missing.length === 1 ? "is" : "are"} missing: ${periodsInWords(missing)}.`,
  };
  return checkResult("completeness", fine, [finding]);
}

/** The last period that ended more than the given days before the day of the judgement. */
function lastDue({ asOf, periodType }: QualitySetting, lateAfterDays: number): Period {
  return addPeriods(periodOf(addDays(asOf, -lateAfterDays), periodType), -1);
}

function longestRun(sorted: readonly Period[]): number {
  let longest = 0;
  let run = 0;
  sorted.forEach((period, at) => {
    const before = sorted[at - 1];
    run = before !== undefined && addPeriods(before, 1) === period ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}
