import type { NewBaseline } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/database/series";
import { addPeriods, comparePeriods, isPeriod, periodType } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";
import type { PrePeriodRange } from "./pre-period.ts";

type Wanted = Omit<NewBaseline, "seriesId">;

/**
 * What somebody asks of a baseline, as the ladder is asked: periods of the series' kind, a window before the start,
 * what is left out within it. A trend is declared on the day it is asked for.
 */
export function wantedRange(ctx: Context, wanted: Wanted, series: Series): PrePeriodRange {
  const { interventionStart, from, to, leftOut = [], declareTrend } = wanted;
  const last = addPeriods(checked("interventionStart", interventionStart, series), -1);
  if (from !== undefined && comparePeriods(checked("from", from, series), last) > 0) {
    refuse("from", `The pre-period begins before the start in ${interventionStart}.`, from);
  }
  if (to !== undefined && comparePeriods(checked("to", to, series), last) > 0) {
    refuse("to", `The pre-period ends before the start in ${interventionStart}.`, to);
  }
  if (from !== undefined && to !== undefined && comparePeriods(from, to) > 0) {
    refuse("to", `The pre-period begins in ${from}, so it does not end in ${to}.`, to);
  }
  for (const period of leftOut) {
    checked("leftOut", period, series);
    const isWithin = period <= (to ?? last) && (from === undefined || period >= from);
    if (!isWithin) {
      refuse("leftOut", `${period} is not within the pre-period, so it cannot be left out of it.`, period);
    }
  }
  const trendDeclaredOn = declareTrend === true ? ctx.today : null;
  const { controlSeriesIds, controlMethod } = wanted;
  const window = { interventionStart, from, windowTo: to ?? null, leftOut: [...new Set(leftOut)] };
  return { ...window, trendDeclaredOn, controlSeriesIds, controlMethod };
}

function checked(field: string, period: string, series: Series): string {
  if (!isPeriod(period)) refuse(field, `There is no period ${period}.`, period);
  if (periodType(period) !== series.periodType) {
    refuse(
      field,
      `This series is logged by the ${series.periodType}; ${period} is no ${series.periodType}.`,
      period,
    );
  }
  return period;
}

function refuse(field: string, message: string, seen: string): never {
  throw new ProblemError("invalid-request", message, [{ field, message, seen }]);
}
