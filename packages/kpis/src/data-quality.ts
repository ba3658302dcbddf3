import { checkCompleteness, completeness, type Completeness } from "./data-quality/completeness.ts";
import { checkConstantRuns } from "./data-quality/constant-runs.ts";
import { periodCount, type CheckResult, type Finding, type Severity } from "./data-quality/finding.ts";
import { checkImpossibleValues } from "./data-quality/impossible-values.ts";
import { checkOutliers } from "./data-quality/outliers.ts";
import { checkPartialPeriods } from "./data-quality/partial-periods.ts";
import { checkProvenance, provenance, type Provenance } from "./data-quality/provenance.ts";
import { defaultLimits, type QualityPoint, type QualitySetting } from "./data-quality/quality-input.ts";
import { seriesRecords } from "./data-quality/series-records.ts";
import { checkTimeliness, timeliness, type Timeliness } from "./data-quality/timeliness.ts";

/** *good*: nothing to do; *fair*: something to look at; *poor*: figures made of it are wrong or will mislead. */
export type QualityGrade = "good" | "fair" | "poor" | "not-judged";

/** The data quality of a series. */
export type DataQuality = {
  readonly grade: QualityGrade;
  /** Why this grade, in one sentence. */
  readonly sentence: string;
  readonly periods: number;
  readonly completeness: Completeness;
  readonly timeliness: Timeliness;
  readonly provenance: Provenance;
  /** Each check with what it came to, also where it found nothing or could not judge. */
  readonly checks: readonly CheckResult[];
  /** All that was found, the gravest first. */
  readonly findings: readonly Finding[];
};

/** Under this many periods a series is shown as dots and not graded. */
const fewestForGrade = 4;

const gravity: Record<Severity, number> = { problem: 0, look: 1, note: 2 };

/**
 * The data quality of a series: completeness, timeliness, impossible values, outliers, constant runs,
 * partial periods and provenance, each with plain reasons, and a grade by one rule: *poor* with any problem,
 * *fair* with anything to look at, else *good*; a series under 4 periods is not graded. Nothing is corrected
 * or left out: the findings are for people.
 *
 * Points may come in any order, with revisions and several sources a period. Throws a RangeError on a period
 * of another type than the series' and on a time that is no UTC instant; text that is no number is a finding.
 *
 *     dataQuality(points, { kpi: conversionRate, periodType: "week", asOf: "2026-03-31" })
 *     // { grade: "fair", sentence: "1 of 12 weeks is missing: 2026-W07.", … }
 */
export function dataQuality(points: Iterable<QualityPoint>, setting: QualitySetting): DataQuality {
  const limits = { ...defaultLimits, ...setting.limits };
  const records = seriesRecords(points, setting);
  const checks = [
    checkCompleteness(records, setting, limits),
    checkTimeliness(records, setting, limits),
    checkImpossibleValues(records, setting),
    checkOutliers(records, setting, limits),
    checkConstantRuns(records, setting, limits),
    checkPartialPeriods(records, setting),
    checkProvenance(records, setting, limits),
  ];
  const findings = checks
    .flatMap((check) => check.findings)
    .toSorted((left, right) => gravity[left.severity] - gravity[right.severity]);
  return {
    ...gradeOf(records.length, findings, setting),
    periods: records.length,
    completeness: completeness(records, setting, limits),
    timeliness: timeliness(records, limits),
    provenance: provenance(records, limits),
    checks,
    findings,
  };
}

function gradeOf(
  periods: number,
  findings: readonly Finding[],
  { periodType }: QualitySetting,
): Pick<DataQuality, "grade" | "sentence"> {
  const [worst] = findings;
  if (worst?.severity === "problem") return { grade: "poor", sentence: reasons(findings, "problem") };
  if (periods < fewestForGrade) {
    const there = periods === 1 ? "there is 1" : `there are ${periods}`;
    return {
      grade: "not-judged",
      sentence: `A grade needs ${periodCount(fewestForGrade, periodType)}; ${there}.`,
    };
  }
  if (worst?.severity === "look") return { grade: "fair", sentence: reasons(findings, "look") };
  return { grade: "good", sentence: "Nothing was found that a person should look at." };
}

function reasons(findings: readonly Finding[], severity: Severity): string {
  const alike = findings.filter((finding) => finding.severity === severity);
  const first = alike[0]?.sentence ?? "";
  const more = alike.length - 1;
  return more > 0 ? `${first} And ${more} more.` : first;
}
