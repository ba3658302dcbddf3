import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import { isTotal } from "@liftledger/kpis/kpi";
import { addPeriods, listPeriods, periodOf } from "@liftledger/kpis/period";
import { demoInitiatives } from "./demo-initiatives.ts";
import type { DemoSeries } from "./demo-series.ts";
import { historyWeeks, weekStart } from "./demo-time.ts";
import { generatePeriods, type DemoPeriod } from "./generate-periods.ts";

// Two years of months as well, so that a monthly series has the twelve before its start that an interval wants.
const historyMonths = 24;

/** All periods of one series that had ended by today, without those that nobody logged. */
export function demoHistory(
  series: DemoSeries,
  today: string,
  seed: number,
): { isTotal: boolean; rows: DemoPeriod[] } {
  const kpi = findBuiltInKpi(series.kpiKey);
  const mover = demoInitiatives.find((plan) => plan.key === series.movedBy);
  if (kpi === undefined || mover === undefined)
    throw new Error(`the demo's series ${series.key} is not whole`);
  const type = kpi.frequency;
  const present = periodOf(today, type);
  const length = type === "week" ? historyWeeks : historyMonths;
  const periods = listPeriods(addPeriods(present, -length), addPeriods(present, -1));
  const start = periodOf(weekStart(today, mover.startedWeeksAgo), type);
  const rows = generatePeriods(series, kpi, periods, start, seed);
  const { gap } = series;
  const isLogged = (place: number) =>
    gap === undefined || rows.length - place > gap.from || rows.length - place <= gap.to;
  return { isTotal: isTotal(kpi), rows: rows.filter((_, place) => isLogged(place)) };
}
