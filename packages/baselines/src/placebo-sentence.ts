import type { PlaceboCheck } from "./placebo-check.ts";

/**
 * What a placebo check found, in one sentence with its numbers: folds, false alarms, how sure their rate
 * is, and what it does to the interval.
 *
 * @example placeboSentence(placeboCheck({ pre, design }))
 * // "Of 18 pretended starts 1 showed an effect where there was none: 6% (the rate itself lies between 1% and 34%)."
 */
export function placeboSentence(check: PlaceboCheck): string {
  if (check.kind === "not-enough-history") {
    return `A placebo check needs ${check.needed} periods before the start, and ${check.found} are there.`;
  }
  const { folds, falseAlarms, falseAlarmRate, falseAlarmInterval, wideningFactor } = check;
  const starts = folds === 1 ? "1 pretended start" : `${folds} pretended starts`;
  const { low, high } = falseAlarmInterval;
  const found = `Of ${starts} ${falseAlarms} showed an effect where there was none: ${percent(falseAlarmRate)} (the rate itself lies between ${percent(low)} and ${percent(high)})`;
  return wideningFactor > 1
    ? `${found}; the likely range is made ${percent(wideningFactor - 1)} wider for it.`
    : `${found}.`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
