import type { Period } from "../period.ts";
import {
  checkResult,
  notJudged,
  periodCount,
  periodsInWords,
  type CheckResult,
  type Finding,
} from "./finding.ts";
import type { Origin, QualityLimits, QualitySetting } from "./quality-input.ts";
import type { PeriodRecord, SourceRecord } from "./series-records.ts";

/** Where the values of a series come from. */
export type Provenance = {
  /** The share of periods by how their value came in; null without periods. */
  readonly shares: Readonly<Record<Origin, number>> | null;
  /** The sources that count, in the order in which they first appear. */
  readonly sources: readonly string[];
  /** The periods in which two sources differ by more than the limit, and by how much. */
  readonly disagreements: readonly Disagreement[];
};

/** What counts and what another source says about one period. */
export type Disagreement = {
  readonly period: Period;
  readonly source: string;
  readonly other: string;
  /** The larger of the relative differences of numerator and denominator, of the value that counts. */
  readonly difference: number;
};

const gross = 0.1;
const mostlyTyped = 0.5;

/** Where the values come from, and where two sources of one period disagree. */
export function provenance(records: readonly PeriodRecord[], limits: QualityLimits): Provenance {
  const share = (origin: Origin) =>
    records.filter((record) => record.origin === origin).length / records.length;
  return {
    shares:
      records.length === 0
        ? null
        : { measured: share("measured"), imported: share("imported"), typed: share("typed") },
    sources: [...new Set(records.map(({ source }) => source))],
    disagreements: records.flatMap((record) => disagreementsOf(record, limits.sourceDifference)),
  };
}

/**
 * The check of provenance. Several sources that take turns, and a series mostly typed by hand, are noted;
 * sources that disagree about a period are worth a look, and a problem above 10 %. None of them is corrected:
 * what counts stays what it was, the difference is shown.
 */
export function checkProvenance(
  records: readonly PeriodRecord[],
  setting: QualitySetting,
  limits: QualityLimits,
): CheckResult {
  const { shares, sources, disagreements } = provenance(records, limits);
  if (shares === null) return notJudged("provenance", "Nothing is recorded yet.");
  const findings: Finding[] = [];
  if (disagreements.length > 0) findings.push(disagreementFinding(disagreements, setting));
  if (sources.length > 1) findings.push(mixedFinding(records, sources, setting));
  if (shares.typed > mostlyTyped) {
    const sentence = `${percent(shares.typed)} of the ${setting.periodType}s are typed by hand.`;
    findings.push({ check: "provenance", severity: "note", periods: [], value: shares.typed, sentence });
  }
  return checkResult("provenance", `All of it comes from ${sources[0]}.`, findings);
}

function disagreementFinding(
  disagreements: readonly Disagreement[],
  { periodType }: QualitySetting,
): Finding {
  const periods = [...new Set(disagreements.map(({ period }) => period))];
  const worst = disagreements.reduce((most, one) => (one.difference > most.difference ? one : most));
  return {
    check: "provenance",
    severity: worst.difference > gross ? "problem" : "look",
    periods,
    value: worst.difference,
    sentence:
      `${worst.source} and ${worst.other} disagree in ${periodCount(periods.length, periodType)} ` +
      `(${periodsInWords(periods)}), by ${percent(worst.difference)} at most.`,
  };
}

function mixedFinding(
  records: readonly PeriodRecord[],
  sources: readonly string[],
  { periodType }: QualitySetting,
): Finding {
  const changes = records.filter((record, at) => at > 0 && record.source !== records[at - 1]?.source);
  return {
    check: "provenance",
    severity: "note",
    periods: changes.map(({ period }) => period),
    value: sources.length,
    sentence:
      `${sources.length} sources take turns (${sources.join(", ")}); the source changes in ` +
      `${periodCount(changes.length, periodType)}: ${periodsInWords(changes.map(({ period }) => period))}.`,
  };
}

function disagreementsOf(record: PeriodRecord, limit: number): Disagreement[] {
  return record.others.flatMap((other) => {
    const difference = differenceOf(record, other);
    const { period, source } = record;
    return difference > limit ? [{ period, source, other: other.source, difference }] : [];
  });
}

function differenceOf(record: SourceRecord, other: SourceRecord): number {
  if (!record.isNumeric || !other.isNumeric) return 0;
  return Math.max(
    relativeDifference(Number(record.numerator), Number(other.numerator)),
    relativeDifference(Number(record.denominator), Number(other.denominator)),
  );
}

/** |b − a| / |a|; a value against nothing differs by all of itself. */
function relativeDifference(value: number, other: number): number {
  if (value === other) return 0;
  return value === 0 ? 1 : Math.min(Math.abs((other - value) / value), Number.MAX_VALUE);
}

function percent(share: number): string {
  if (share > 100) return "more than 10,000%";
  const digits = share < 0.1 ? 1 : 0;
  return `${(share * 100).toFixed(digits).replace(/\.0$/, "")}%`;
}
