import { compareDecimals } from "@liftledger/numerics/decimal";
import { isTotal } from "../kpi.ts";
import { capitalised } from "../within-sentence.ts";
import { checkResult, periodsInWords, type CheckResult, type Finding, type Severity } from "./finding.ts";
import type { QualitySetting } from "./quality-input.ts";
import type { PeriodRecord } from "./series-records.ts";

type Rule = {
  readonly severity: Severity;
  /** Whether it applies to text that is no number too. */
  readonly ofText?: true;
  readonly applies: (setting: QualitySetting) => boolean;
  readonly broken: (record: PeriodRecord) => boolean;
  readonly reason: (setting: QualitySetting) => string;
};

const always = () => true;
const measures = (setting: QualitySetting) => setting.kpi.numerator.measure;
const countsThings = (setting: QualitySetting) =>
  measures(setting) === "count" || measures(setting) === "duration";
const isOfTotals = (setting: QualitySetting) => isTotal(setting.kpi);
const isExposed = (setting: QualitySetting) => setting.kpi.denominator.kind === "exposure";

/** Units that are measured, not counted: fractions of them are nothing unusual. */
const measuredUnits = new Set(["money", "hour", "day", "minute", "week", "month"]);

/** Each rule names values that cannot be, or that hardly can. */
const rules: readonly Rule[] = [
  {
    severity: "problem",
    ofText: true,
    applies: always,
    broken: ({ isNumeric }) => !isNumeric,
    reason: () => "What was recorded is not a number",
  },
  {
    severity: "problem",
    applies: countsThings,
    broken: ({ numerator }) => isBelow(numerator, "0"),
    reason: ({ kpi }) => `There cannot be fewer than no ${kpi.numerator.counts}`,
  },
  {
    severity: "look",
    applies: (setting) => !countsThings(setting),
    broken: ({ numerator }) => isBelow(numerator, "0"),
    reason: ({ kpi }) => `${capitalised(kpi.numerator.counts)} below 0: refunds, or a slip`,
  },
  {
    severity: "problem",
    applies: (setting) => !isOfTotals(setting),
    broken: ({ denominator }) => isBelow(denominator, "0"),
    reason: ({ kpi }) => `There cannot be fewer than no ${kpi.denominator.counts}`,
  },
  {
    severity: "problem",
    applies: isOfTotals,
    broken: ({ denominator }) => compareDecimals(denominator, "1") !== 0,
    reason: () => "A total has 1 as its denominator for each period",
  },
  {
    severity: "problem",
    applies: ({ kpi }) => kpi.proportion,
    broken: ({ numerator, denominator }) => isBelow("0", denominator) && isBelow(denominator, numerator),
    reason: () => "A share cannot be more than 100%",
  },
  {
    severity: "problem",
    applies: (setting) => isExposed(setting) || setting.kpi.proportion,
    broken: ({ numerator, denominator }) => isZero(denominator) && !isZero(numerator),
    reason: ({ kpi }) => `There are ${kpi.numerator.counts} without any ${kpi.denominator.counts}`,
  },
  {
    severity: "note",
    applies: (setting) => !isExposed(setting) && !isOfTotals(setting) && !setting.kpi.proportion,
    broken: ({ numerator, denominator }) => isZero(denominator) && !isZero(numerator),
    reason: ({ kpi }) =>
      `${capitalised(kpi.numerator.counts)} without any ${kpi.denominator.counts}, so no ratio`,
  },
  {
    severity: "look",
    applies: (setting) => measures(setting) === "count",
    broken: ({ numerator }) => isFraction(numerator),
    reason: ({ kpi }) => `${capitalised(kpi.numerator.counts)} are counted, and this is a fraction`,
  },
  {
    severity: "look",
    applies: ({ kpi }) => !isTotal(kpi) && !measuredUnits.has(kpi.denominator.unit),
    broken: ({ denominator }) => isFraction(denominator),
    reason: ({ kpi }) => `${capitalised(kpi.denominator.counts)} are counted, and this is a fraction`,
  },
];

/**
 * The check for values that cannot be: text that is no number, counts below 0, a share above 100 %, things
 * without anything they could be part of, a total whose denominator is not 1. Negative money and fractions of
 * what is counted can be right and are worth a look; an outcome that did not happen (spend, no customer) is
 * noted, since the period has no ratio. One finding a rule, with every period that breaks it; its value is
 * their number.
 */
export function checkImpossibleValues(
  records: readonly PeriodRecord[],
  setting: QualitySetting,
): CheckResult {
  const findings = rules.flatMap((rule): Finding[] => {
    if (!rule.applies(setting)) return [];
    const broken = records.filter((record) => (rule.ofText || record.isNumeric) && rule.broken(record));
    const periods = broken.map(({ period }) => period);
    if (periods.length === 0) return [];
    const sentence = `${rule.reason(setting)}: ${periodsInWords(periods)}.`;
    return [
      { check: "impossible-values", severity: rule.severity, periods, value: periods.length, sentence },
    ];
  });
  return checkResult("impossible-values", "Every value can be what it says.", findings);
}

function isBelow(left: string, right: string): boolean {
  return compareDecimals(left, right) < 0;
}

function isZero(decimal: string): boolean {
  return compareDecimals(decimal, "0") === 0;
}

function isFraction(decimal: string): boolean {
  return /\.0*[1-9]/.test(decimal);
}
