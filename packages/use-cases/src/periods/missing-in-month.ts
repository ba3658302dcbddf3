import type { Period } from "@liftledger/contracts/period-close";
import { addDays } from "@liftledger/kpis/iso-date";
import { firstDay, lastDay, listPeriods, periodOf } from "@liftledger/kpis/period";
import { entryOf } from "../entry-of.ts";
import type { MonthHoldings } from "./month-holdings.ts";

// Nothing logged for longer than this: nobody measures it any more, and nobody should be asked for it.
const daysUntilGivenUp = 92;

/** What a month lacks: periods of series that are still measured, actual costs of initiatives under way. */
export function missingInMonth(
  held: MonthHoldings,
  month: string,
): Pick<Period, "missingLogs" | "missingCosts"> {
  return { missingLogs: missingLogs(held, month), missingCosts: missingCosts(held, month) };
}

function missingLogs(held: MonthHoldings, month: string): Period["missingLogs"] {
  return held.series.flatMap(({ seriesId, periodType, scope }) => {
    const coverage = held.coverage.get(seriesId);
    if (coverage === undefined) return [];
    if (lastDay(coverage.lastPeriod) < addDays(firstDay(month), -daysUntilGivenUp)) return [];
    const logged = new Set(held.snapshots.get(seriesId)?.map(({ period }) => period));
    const from = periodOf(firstDay(month), periodType);
    const periods = listPeriods(from, periodOf(lastDay(month), periodType)).filter(
      (period) => period > coverage.firstPeriod && !logged.has(period),
    );
    if (periods.length === 0) return [];
    return [{ seriesId, kpiName: entryOf(held.kpis, seriesId).name, scope, periods }];
  });
}

function missingCosts(held: MonthHoldings, month: string): Period["missingCosts"] {
  const isActual = ({ kind, month: of }: { kind: string; month: string }) =>
    kind === "actual" && of === month;
  const paid = new Set([
    ...held.costLines.filter(isActual).map(({ initiativeId }) => initiativeId),
    ...held.shares.filter(({ booked }) => isActual(booked)).map(({ initiativeId }) => initiativeId),
  ]);
  return held.initiatives
    .filter(({ initiativeId, status, startedOn }) => {
      return status === "active" && startedOn <= lastDay(month) && !paid.has(initiativeId);
    })
    .map(({ initiativeId, name }) => ({ initiativeId, name }));
}
