import { firstDay, lastDay } from "../period.ts";
import { checkResult, periodsInWords, type CheckResult, type Finding } from "./finding.ts";
import type { QualitySetting } from "./quality-input.ts";
import type { PeriodRecord } from "./series-records.ts";

/**
 * The check for periods that hold less than the whole period: those last recorded before they had ended, and
 * the first and last one where the source is known to begin or end within them. They are worth a look, since
 * a part of a week looks like a bad week.
 */
export function checkPartialPeriods(records: readonly PeriodRecord[], setting: QualitySetting): CheckResult {
  const unfinished = records.filter(({ period, lastRecorded }) => lastRecorded <= lastDay(period));
  const { dataFrom, dataTo } = setting;
  const cutAtStart = records.filter(
    ({ period }) => dataFrom !== undefined && firstDay(period) < dataFrom && lastDay(period) >= dataFrom,
  );
  const cutAtEnd = records.filter(
    ({ period }) => dataTo !== undefined && lastDay(period) > dataTo && firstDay(period) <= dataTo,
  );
  const findings = [
    ...partial(unfinished, "Recorded before the period ended and not since"),
    ...partial(cutAtStart, `The source begins on ${dataFrom}, within the period`),
    ...partial(cutAtEnd, `The source ends on ${dataTo}, within the period`),
  ];
  return checkResult("partial-periods", "Every period is whole, as far as is known.", findings);
}

function partial(records: readonly PeriodRecord[], reason: string): Finding[] {
  if (records.length === 0) return [];
  const periods = records.map(({ period }) => period);
  const sentence = `${reason}: ${periodsInWords(periods)}.`;
  return [{ check: "partial-periods", severity: "look", periods, value: periods.length, sentence }];
}
