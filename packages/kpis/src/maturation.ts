import type { Kpi } from "./kpi.ts";
import { addPeriods, lastDay, type Period } from "./period.ts";

/**
 * The day from which a period counts in lift and verdict: the last day of the period that lies as many periods later
 * as the KPI's maturation window is long. Until then its numbers are still filling up.
 *
 * @example
 * maturesOn("2026-W24", { maturationPeriods: 1 }) // "2026-06-21"
 */
export function maturesOn(period: Period, { maturationPeriods }: Pick<Kpi, "maturationPeriods">): string {
  return lastDay(addPeriods(period, maturationPeriods));
}

/** Whether a period is over and as old as the KPI's maturation window asks, on a day. */
export function isMature(period: Period, kpi: Pick<Kpi, "maturationPeriods">, day: string): boolean {
  return maturesOn(period, kpi) <= day;
}
