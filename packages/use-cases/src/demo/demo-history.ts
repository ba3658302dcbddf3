import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import { isTotal, type Kpi } from "@liftledger/kpis/kpi";
import { addPeriods, listPeriods, periodOf } from "@liftledger/kpis/period";
import { demoInitiatives } from "./demo-initiatives.ts";
import { demoSeries, type DemoSeries } from "./demo-series.ts";
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
  const rows = everyPeriod(series, today, seed).map(({ moved: _moved, ...row }) => row);
  const { gap } = series;
  const isLogged = (place: number) =>
    gap === undefined || rows.length - place > gap.from || rows.length - place <= gap.to;
  return { isTotal: isTotal(kpiOf(series)), rows: rows.filter((_, place) => isLogged(place)) };
}

function everyPeriod(series: DemoSeries, today: string, seed: number): ReturnType<typeof generatePeriods> {
  const kpi = kpiOf(series);
  const mover = demoInitiatives.find(({ key }) => key === series.movedBy);
  if (mover === undefined && series.movedBy !== undefined)
    throw new Error(`the demo's series ${series.key} is moved by no initiative`);
  const type = kpi.frequency;
  const present = periodOf(today, type);
  const length = type === "week" ? historyWeeks : historyMonths;
  const periods = listPeriods(addPeriods(present, -length), addPeriods(present, -1));
  const start = periodOf(weekStart(today, mover?.startedWeeksAgo ?? 0), type);
  const other = (key: string | undefined) =>
    key === undefined ? undefined : everyPeriod(seriesBy(key), today, seed);
  const movement = other(series.movesWith)?.map(({ moved }) => moved);
  const counts = other(series.countedBy)?.map(({ numerator }) => Number(numerator));
  // Each series has noise of its own, by its place.
  const own = seed + demoSeries.indexOf(series);
  return generatePeriods(series, kpi, periods, start, own, {
    ...(movement === undefined ? {} : { movement }),
    ...(counts === undefined ? {} : { counts }),
  });
}

function seriesBy(key: string): DemoSeries {
  const found = demoSeries.find((one) => one.key === key);
  if (found === undefined) throw new Error(`the demo has no series ${key}`);
  return found;
}

function kpiOf({ key, kpiKey }: DemoSeries): Kpi {
  const kpi = findBuiltInKpi(kpiKey);
  if (kpi === undefined) throw new Error(`the demo's series ${key} has no KPI ${kpiKey}`);
  return kpi;
}
