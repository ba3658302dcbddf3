import { isTotal } from "../kpi.ts";
import { periodIndex, type Period, type PeriodType } from "../period.ts";
import { median, robustOutliers, type RobustOutlier } from "../robust-outliers.ts";
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

/** One quantity over time, on the scale on which it varies evenly. */
type Quantity = {
  readonly name: string;
  readonly periods: readonly Period[];
  readonly values: readonly number[];
  readonly weights?: readonly number[];
};

type Unusual = RobustOutlier & { readonly period: Period };

/** More than this share of values that stand apart are a pattern of the series, not slips. */
const mostOutliers = 0.1;
const fewestForPattern = 2;
const weeksInYear = 52.1775;
const monthsInYear = 12;

/**
 * The check for values that stand apart, by `robustOutliers` (score above 4.5 against the 13 nearest
 * periods), twice: for the ratio, and for the volume in the denominator. Counts are compared by their square
 * roots, on which counts vary evenly. The ratio of a period with less volume than usual answers for its
 * distance only by √(volume ÷ usual volume), since ten visits swing more than ten thousand.
 *
 * Not reported as outliers: what comes back a year earlier or later in the same direction (weeks one to the
 * side included) is season; and more than one value in ten is a pattern, told as one note.
 */
export function checkOutliers(
  records: readonly PeriodRecord[],
  setting: QualitySetting,
  limits: QualityLimits,
): CheckResult {
  const usable = records.flatMap(({ period, isNumeric, numerator, denominator }) => {
    const [above, below] = [Number(numerator), Number(denominator)];
    return isNumeric && below > 0 && isInUse(above) && isInUse(below) ? [{ period, above, below }] : [];
  });
  if (usable.length < limits.fewestForOutliers) {
    const needed = periodCount(limits.fewestForOutliers, setting.periodType);
    return notJudged("outliers", `What stands apart can be told from ${needed}; there are ${usable.length}.`);
  }
  const periods = usable.map(({ period }) => period);
  const quantities = isTotal(setting.kpi)
    ? [
        totalOf(
          setting,
          periods,
          usable.map(({ above }) => above),
        ),
      ]
    : [
        ratioOf(periods, usable),
        volumeOf(
          setting,
          periods,
          usable.map(({ below }) => below),
        ),
      ];
  const findings = quantities.flatMap((quantity) => findingOf(quantity, setting.periodType, limits));
  return checkResult("outliers", "No value stands apart from its neighbours.", findings);
}

function totalOf({ kpi }: QualitySetting, periods: readonly Period[], values: readonly number[]): Quantity {
  const counted = kpi.numerator.measure === "count" || kpi.numerator.measure === "duration";
  return { name: kpi.numerator.counts, periods, values: counted ? values.map(root) : values };
}

function ratioOf(
  periods: readonly Period[],
  usable: readonly { readonly above: number; readonly below: number }[],
): Quantity {
  const usual = median(usable.map(({ below }) => below));
  return {
    name: "the ratio",
    periods,
    values: usable.map(({ above, below }) => above / below),
    weights: usable.map(({ below }) => Math.min(1, Math.sqrt(below / usual))),
  };
}

function volumeOf({ kpi }: QualitySetting, periods: readonly Period[], values: readonly number[]): Quantity {
  return { name: kpi.denominator.counts, periods, values: values.map(root) };
}

function findingOf(quantity: Quantity, type: PeriodType, limits: QualityLimits): Finding[] {
  const { name, periods, values, weights } = quantity;
  const judged = robustOutliers(values, {
    threshold: limits.outlierScore,
    window: limits.outlierWindow,
    fewest: limits.fewestForOutliers,
    ...(weights === undefined ? {} : { weights }),
  });
  if (judged.kind === "too-few" || judged.outliers.length === 0) return [];
  const all = judged.outliers.map((outlier) => ({ ...outlier, period: periods[outlier.index] ?? "" }));
  const unusual = all.filter((one) => !all.some((other) => isSameSeason(one, other, type)));
  if (unusual.length === 0) return [];
  const where = periodsInWords(unusual.map(({ period }) => period));
  const isPattern = unusual.length > Math.max(fewestForPattern, mostOutliers * values.length);
  const furthest = unusual.reduce((most, one) => (Math.abs(one.score) > Math.abs(most.score) ? one : most));
  return [
    {
      check: "outliers",
      severity: isPattern ? "note" : "look",
      periods: unusual.map(({ period }) => period),
      value: furthest.score,
      sentence: isPattern
        ? `${unusual.length} of ${periodCount(values.length, type)} stand apart in ${name}: so many are a pattern, not slips.`
        : `${stands(unusual, furthest, type)} in ${name}: ${where}. A slip, or something that happened?`,
    },
  ];
}

function stands(unusual: readonly Unusual[], furthest: Unusual, type: PeriodType): string {
  const above = unusual.every(({ score }) => score > 0);
  const way = above ? "Far above" : unusual.every(({ score }) => score < 0) ? "Far below" : "Far from";
  const most = unusual.length === 1 ? "by" : "by up to";
  return `${way} the neighbouring ${type}s, ${most} ${Math.abs(furthest.score).toFixed(1)} times the usual spread,`;
}

/** Whether two values stand apart in the same direction at the same time of different years. */
function isSameSeason(one: Unusual, other: Unusual, type: PeriodType): boolean {
  if (Math.sign(one.score) !== Math.sign(other.score)) return false;
  const apart = Math.abs(periodIndex(one.period) - periodIndex(other.period));
  const year = type === "week" ? weeksInYear : monthsInYear;
  const years = Math.round(apart / year);
  // A week to the side: the same holiday falls into week 51 of one year and 52 of the next.
  return years >= 1 && Math.abs(apart - years * year) <= (type === "week" ? 1.5 : 0);
}

function root(count: number): number {
  return Math.sign(count) * Math.sqrt(Math.abs(count));
}

function isInUse(value: number): boolean {
  return Math.abs(value) < 1e100;
}
