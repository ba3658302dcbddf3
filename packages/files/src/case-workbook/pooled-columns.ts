import { periodIndex } from "@liftledger/kpis/period";
import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import { firstColumn, planColumns, type PlanColumn } from "@liftledger/roi/business-case/plan-columns";

/** What of a plan says where its flows lie. */
export type PlanFrame = Pick<CasePlan, "start" | "period" | "horizon" | "timing">;

/** The columns that several plans share. */
export type PooledColumns = {
  readonly frame: PlanFrame;
  readonly columns: readonly PlanColumn[];
  /** The place of each column of a plan among the shared ones. */
  readonly placesOf: (plan: PlanFrame) => readonly number[];
};

/**
 * The columns over which plans are pooled, so that every flow keeps its day and thereby its present value: those of the
 * plans themselves where all are of one period and timing and begin whole periods apart, else months from the earliest
 * start, at whose ends a year ends or is half over. Throws a RangeError on no plan, and on flows in the middle of months
 * beside others: they lie between the columns.
 *
 * @example
 * const { columns, placesOf } = pooledColumns([
 *   { start: "2026-01", period: "year", horizon: 1, timing: "t0_then_end" },
 *   { start: "2026-03", period: "month", horizon: 2, timing: "t0_then_end" },
 * ]);
 * placesOf({ start: "2026-03", period: "month", horizon: 2, timing: "t0_then_end" }) // [2, 3, 4] of 13 columns
 */
export function pooledColumns(plans: readonly PlanFrame[]): PooledColumns {
  const [first] = plans;
  if (first === undefined) throw new RangeError("There are no columns of no plan");
  const start = plans.map((plan) => plan.start).toSorted()[0] ?? first.start;
  const own = { ...first, start };
  const areAlike = plans.every(
    (plan) =>
      plan.period === own.period &&
      plan.timing === own.timing &&
      monthsAfter(start, plan) % months(own) === 0,
  );
  const shared: Omit<PlanFrame, "horizon"> = areAlike
    ? own
    : { start, period: "month", timing: "t0_then_end" };
  const horizon = Math.max(1, ...plans.flatMap((plan) => positionsIn(shared, plan)));
  const frame = { ...shared, horizon };
  return {
    frame,
    columns: planColumns(frame),
    placesOf: (plan) => positionsIn(frame, plan).map((position) => position - firstColumn(frame)),
  };
}

/** In which columns of a frame the columns of a plan lie, by the time from the frame's start. */
function positionsIn(frame: Omit<PlanFrame, "horizon">, plan: PlanFrame): readonly number[] {
  const offset = monthsAfter(frame.start, plan);
  const isLike = frame.timing === plan.timing && frame.period === plan.period;
  const before = plan.timing === "mid_period" && !isLike ? months(plan) / 2 : 0;
  return planColumns(plan).map(({ column }) => {
    const after = column === 0 ? 0 : months(plan) * column - before;
    const position = (offset + after) / months(frame);
    if (!Number.isInteger(position))
      throw new RangeError("A flow in the middle of a month lies between columns");
    return position;
  });
}

/** Whether a plan's flows lie in the middle of months. */
export function isMidMonth({ period, timing }: Pick<PlanFrame, "period" | "timing">): boolean {
  return period === "month" && timing === "mid_period";
}

function months({ period }: Pick<PlanFrame, "period">): number {
  return period === "month" ? 1 : 12;
}

function monthsAfter(start: string, plan: PlanFrame): number {
  return periodIndex(plan.start) - periodIndex(start);
}
