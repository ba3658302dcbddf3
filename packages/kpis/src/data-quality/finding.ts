import { listPeriods, type Period, type PeriodType } from "../period.ts";
import { countOf } from "../unit.ts";
import { listInWords } from "../list-in-words.ts";

/** What is looked at. */
export type QualityCheck =
  | "completeness"
  | "timeliness"
  | "outliers"
  | "impossible-values"
  | "constant-runs"
  | "provenance"
  | "partial-periods";

/** *problem*: figures made of it are wrong or will mislead; *look*: a person should look; *note*: good to know. */
export type Severity = "problem" | "look" | "note";

/** One thing found in a series. */
export type Finding = {
  readonly check: QualityCheck;
  readonly severity: Severity;
  /** The periods concerned, in order; empty where it concerns the series as a whole. */
  readonly periods: readonly Period[];
  /** The number behind the sentence, in the unit the sentence names; null where there is none. */
  readonly value: number | null;
  readonly sentence: string;
};

/** What one check came to. A check that cannot judge says why instead of saying that all is well. */
export type CheckResult = {
  readonly check: QualityCheck;
  readonly status: "fine" | "found" | "not-judged";
  readonly sentence: string;
  readonly findings: readonly Finding[];
};

/** The result of a check that found something, or `fine` when it found nothing. */
export function checkResult(check: QualityCheck, fine: string, findings: readonly Finding[]): CheckResult {
  const [first] = findings;
  if (first === undefined) return { check, status: "fine", sentence: fine, findings };
  const sentence = findings.length === 1 ? first.sentence : `${findings.length} things were found.`;
  return { check, status: "found", sentence, findings };
}

/** The result of a check that cannot be made. */
export function notJudged(check: QualityCheck, sentence: string): CheckResult {
  return { check, status: "not-judged", sentence, findings: [] };
}

const mostNamed = 4;

/**
 * Periods as people read them: neighbours as a range, at most four of these, then how many more.
 *
 *     periodsInWords(["2026-W05", "2026-W06", "2026-W07", "2026-W10"]) // "2026-W05 to 2026-W07 and 2026-W10"
 */
export function periodsInWords(periods: readonly Period[]): string {
  const ranges: Period[][] = [];
  for (const period of [...new Set(periods)].toSorted()) {
    const last = ranges.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && listPeriods(before, period).length === 2) {
      last.push(period);
    } else ranges.push([period]);
  }
  const words = ranges.slice(0, mostNamed).flatMap(rangeInWords);
  const more = ranges.slice(mostNamed).flat().length;
  return listInWords(more > 0 ? [...words, `${more} more`] : words);
}

/** "3 weeks", "1 month": numbers of periods in plain words. */
export function periodCount(count: number, type: PeriodType): string {
  return countOf(count, type, "en-GB");
}

/** Two neighbours are named as they are: "April, May and July", not "April and May and July". */
function rangeInWords(range: readonly Period[]): readonly string[] {
  return range.length > 2 ? [`${range[0]} to ${range.at(-1)}`] : range;
}
