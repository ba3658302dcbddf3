import { addPeriods } from "@liftledger/kpis/period";
import type { CasePlan } from "./case-plan.ts";

/** One column of a case: the start, or a period with the months that it covers. */
export interface PlanColumn {
  column: number;
  /** "Start", "2026-03", "Year 2". */
  label: string;
  /** The months of the period, first and last; null at the start. */
  months: readonly [first: string, last: string] | null;
  /** The day of its flow for dated figures: the first of the month after an ended period, as the columns lie. */
  day: string;
}

/** Months in one period. */
function monthsInColumn({ period }: Pick<CasePlan, "period">): number {
  return period === "month" ? 1 : 12;
}

/** The number of the first column: 0, or 1 where there is no start column. */
export function firstColumn({ timing }: Pick<CasePlan, "timing">): number {
  return timing === "excel_npv" ? 1 : 0;
}

/**
 * The columns of a case in order. The dated figures take each column at the end of its period, the start on its first
 * day, whatever the timing: a month's flow of January stands on 1 February.
 *
 * @example planColumns({ start: "2026-01", period: "month", horizon: 2, timing: "t0_then_end" }).map(({ label }) => label)
 * // ["Start", "2026-01", "2026-02"]
 */
export function planColumns(
  plan: Pick<CasePlan, "start" | "period" | "horizon" | "timing">,
): readonly PlanColumn[] {
  const first = firstColumn(plan);
  const length = monthsInColumn(plan);
  return Array.from({ length: plan.horizon + 1 - first }, (_, place): PlanColumn => {
    const column = first + place;
    const day = `${addPeriods(plan.start, length * column)}-01`;
    if (column === 0) return { column, label: "Start", months: null, day };
    const begins = addPeriods(plan.start, length * (column - 1));
    const ends = addPeriods(begins, length - 1);
    const label = plan.period === "month" ? begins : `Year ${column}`;
    return { column, label, months: [begins, ends], day };
  });
}
