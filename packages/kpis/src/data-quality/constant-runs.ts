import { compareDecimals, multiplyDecimals } from "@liftledger/numerics/decimal";
import { isTotal } from "../kpi.ts";
import { addPeriods } from "../period.ts";
import { median } from "../robust-outliers.ts";
import {
  checkResult,
  periodCount,
  periodsInWords,
  type CheckResult,
  type Finding,
  type Severity,
} from "./finding.ts";
import type { QualityLimits, QualitySetting } from "./quality-input.ts";
import type { PeriodRecord } from "./series-records.ts";

/** Counts below this repeat by chance often enough to ask for runs of twice the length. */
const smallCount = 20;
/** Where this is usual, three zeros in a row have a chance of less than one in a million. */
const usualForZeros = 5;

type Run = readonly PeriodRecord[];

/**
 * The check for values that do not move. In consecutive periods: the same numerator and denominator (copied
 * forward: a problem), the same numerator, or the same ratio while the denominator changes (typed from a
 * rate), each four times in a row, eight times where the numerator is a whole number below 20; and three
 * zeros in a row where 5 or more are usual (the source stopped?). A ratio of 0 % or 100 % may well stay. One
 * finding a run; its value is the length.
 */
export function checkConstantRuns(
  records: readonly PeriodRecord[],
  setting: QualitySetting,
  limits: QualityLimits,
): CheckResult {
  const numeric = records.filter(({ isNumeric }) => isNumeric);
  const total = isTotal(setting.kpi);
  const findings: Finding[] = [];
  for (const run of runsOf(numeric, (left, right) => isSame(left.numerator, right.numerator))) {
    if (isZero(run)) continue;
    if (run.length < needed(run, limits)) continue;
    const copied = !total && run.every(({ denominator }) => isSame(denominator, run[0]?.denominator ?? ""));
    findings.push(found(run, setting, copied ? "problem" : "look", copied ? "both" : "numerator"));
  }
  if (!total) findings.push(...ratioRuns(numeric, setting, limits));
  findings.push(...zeroRuns(numeric, setting, limits));
  return checkResult("constant-runs", "No value repeats itself for long.", findings);
}

function ratioRuns(
  numeric: readonly PeriodRecord[],
  setting: QualitySetting,
  limits: QualityLimits,
): Finding[] {
  const divided = numeric.filter(({ denominator }) => compareDecimals(denominator, "0") > 0);
  return runsOf(divided, isSameRatio)
    .filter((run) => run.length >= needed(run, limits) && !isZero(run) && !isWhole(run))
    .filter((run) => run.some(({ denominator }) => !isSame(denominator, run[0]?.denominator ?? "")))
    .map((run) => found(run, setting, "look", "ratio"));
}

function zeroRuns(
  numeric: readonly PeriodRecord[],
  setting: QualitySetting,
  limits: QualityLimits,
): Finding[] {
  const others = numeric.map(({ numerator }) => Math.abs(Number(numerator))).filter((value) => value > 0);
  if (others.length === 0 || median(others) < usualForZeros) return [];
  return runsOf(numeric, (left, right) => isSame(left.numerator, right.numerator))
    .filter((run) => isZero(run) && run.length >= limits.zeroRun)
    .map((run) => found(run, setting, "look", "zero"));
}

/** The longest stretches of consecutive periods of which each is the same as the one before. */
function runsOf(
  records: readonly PeriodRecord[],
  isSameAs: (left: PeriodRecord, right: PeriodRecord) => boolean,
): Run[] {
  const runs: PeriodRecord[][] = [];
  for (const record of records) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const goesOn = before && addPeriods(before.period, 1) === record.period && isSameAs(before, record);
    if (run && goesOn) run.push(record);
    else runs.push([record]);
  }
  return runs;
}

function needed(run: Run, limits: QualityLimits): number {
  const numerator = Number(run[0]?.numerator ?? "0");
  const isSmall = Number.isInteger(numerator) && Math.abs(numerator) < smallCount;
  return isSmall ? 2 * limits.constantRun : limits.constantRun;
}

const words = {
  both: "The same numerator and denominator",
  numerator: "The same numerator",
  ratio: "Exactly the same ratio",
  zero: "Only zeros",
} as const;

const guesses = {
  both: "copied forward?",
  numerator: "copied forward?",
  ratio: "typed from a rate?",
  zero: "did the source stop?",
} as const;

function found(run: Run, setting: QualitySetting, severity: Severity, what: keyof typeof words): Finding {
  const periods = run.map(({ period }) => period);
  const length = periodCount(run.length, setting.periodType);
  return {
    check: "constant-runs",
    severity,
    periods,
    value: run.length,
    sentence: `${words[what]} ${length} in a row (${periodsInWords(periods)}): ${guesses[what]}`,
  };
}

function isSameRatio(left: PeriodRecord, right: PeriodRecord): boolean {
  // N₁/D₁ = N₂/D₂, without dividing.
  const [one, other] = [
    multiplyDecimals(left.numerator, right.denominator),
    multiplyDecimals(right.numerator, left.denominator),
  ];
  return compareDecimals(one, other) === 0;
}

function isSame(left: string, right: string): boolean {
  return compareDecimals(left, right) === 0;
}

function isZero(run: Run): boolean {
  return isSame(run[0]?.numerator ?? "0", "0");
}

function isWhole(run: Run): boolean {
  return run.every(({ numerator, denominator }) => isSame(numerator, denominator));
}
