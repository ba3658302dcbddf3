import type { NewSnapshot } from "@liftledger/contracts/series";
import { addDays } from "@liftledger/kpis/iso-date";
import { isTotal, type Kpi } from "@liftledger/kpis/kpi";
import { firstDay, isPeriod, parsePeriod, periodType, type PeriodType } from "@liftledger/kpis/period";
import { compareDecimals } from "@liftledger/numerics/decimal";

/** One field of a snapshot that breaks a rule. */
export interface SnapshotFault {
  readonly field: "period" | "numerator" | "denominator";
  readonly message: string;
  readonly seen: string;
}

/** What a snapshot is judged by. */
export interface SnapshotSetting {
  readonly kpi: Kpi;
  readonly periodType: PeriodType;
  readonly today: string;
}

/** Clocks and time zones differ by a day, plans by a little more: a period may begin this much later. */
const daysAhead = 7;

/**
 * Every rule a snapshot breaks, by field; empty when it is sound. A period must exist, be of the series'
 * type and have begun; counts, times and denominators are not negative; a proportion is 100% at most; a
 * total's denominator is 1 for each period and may be left out.
 *
 * @example
 * snapshotFaults({ period: "2026-W05", numerator: "12", denominator: "10" }, { kpi: conversionRate, … })
 * // [{ field: "numerator", message: "… cannot be more than 100% …", seen: "12" }]
 */
export function snapshotFaults(snapshot: NewSnapshot, setting: SnapshotSetting): SnapshotFault[] {
  return [...periodFaults(snapshot.period, setting), ...quantityFaults(snapshot, setting.kpi)];
}

function periodFaults(period: string, { periodType: wanted, today }: SnapshotSetting): SnapshotFault[] {
  const fault = (message: string): SnapshotFault[] => [{ field: "period", message, seen: period }];
  if (!isPeriod(period)) return fault(whyNoPeriod(period));
  if (periodType(period) !== wanted) {
    return fault(`This series is logged by the ${wanted}; ${period} is a ${periodType(period)}.`);
  }
  if (firstDay(period) > addDays(today, daysAhead)) {
    return fault(`${period} begins on ${firstDay(period)}: it has not begun.`);
  }
  return [];
}

function quantityFaults(snapshot: NewSnapshot, kpi: Kpi): SnapshotFault[] {
  const { numerator, denominator } = snapshot;
  const faults: SnapshotFault[] = [];
  const { measure, counts } = kpi.numerator;
  if ((measure === "count" || measure === "duration") && isNegative(numerator)) {
    const message = `${counts} cannot be fewer than none.`;
    faults.push({ field: "numerator", message, seen: numerator });
  }
  const denominatorFault = faultOfDenominator(denominator, kpi);
  if (denominatorFault !== null) {
    faults.push({ field: "denominator", message: denominatorFault, seen: denominator ?? "" });
  } else if (kpi.proportion && compareDecimals(numerator, denominator ?? "1") > 0) {
    const message = `${kpi.name} cannot be more than 100%: ${numerator} of ${denominator}.`;
    faults.push({ field: "numerator", message, seen: numerator });
  }
  return faults;
}

function faultOfDenominator(denominator: string | undefined, kpi: Kpi): string | null {
  if (isTotal(kpi)) {
    const isOne = denominator === undefined || compareDecimals(denominator, "1") === 0;
    return isOne ? null : `${kpi.name} is a total: its denominator is 1 for each period; leave it out.`;
  }
  const { counts } = kpi.denominator;
  if (denominator === undefined) return `${kpi.name} is divided by ${counts}: give their number.`;
  return isNegative(denominator) ? `${counts} cannot be fewer than none.` : null;
}

function isNegative(decimal: string): boolean {
  return compareDecimals(decimal, "0") < 0;
}

function whyNoPeriod(text: string): string {
  try {
    parsePeriod(text);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
  }
  return `"${text}" is no period.`;
}
