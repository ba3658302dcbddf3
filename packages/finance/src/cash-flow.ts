import type { Decimal } from "decimal.js";
import { Precise, readAmount, writeAmount, type Amount } from "./amount.ts";

/**
 * When the flow of column k happens, in periods from the start. Stored with the flows, because it changes
 * every present value:
 * - `t0_then_end`, the default (Total Economic Impact): column 0 at the start, undiscounted; column k at
 *   the end of period k;
 * - `mid_period`: column 0 at the start; column k in the middle of period k;
 * - `excel_npv`: no start column; the first flow already lies at the end of period 1, as the spreadsheet
 *   function NPV has it.
 */
export type FlowTiming = "t0_then_end" | "mid_period" | "excel_npv";

/** The timing that holds where none is given. */
export const DEFAULT_TIMING: FlowTiming = "t0_then_end";

/** How long a column is. */
export type PeriodType = "month" | "year";

/** Whether amounts carry inflation (nominal) or are all in the prices of one day (real). */
export type PriceBasis = "nominal" | "real";

/**
 * Costs and benefits of a case, a column a period, both gross and neither netted against the other: a
 * saving is a benefit, never a negative cost. A benefit may be negative.
 */
export type CashFlows = {
  readonly costs: readonly Amount[];
  readonly benefits: readonly Amount[];
};

/** Half periods from the start to the flow of column k: whole numbers, so that times stay exact. */
export function halfPeriodsAt(timing: FlowTiming, column: number): number {
  if (timing === "excel_npv") return 2 * (column + 1);
  return timing === "mid_period" ? Math.max(0, 2 * column - 1) : 2 * column;
}

/**
 * Net flow of each column, benefits less costs, to 34 digits. A side that is shorter goes on with zeros. Throws
 * a RangeError on a negative cost.
 *
 *     netFlows({ costs: ["100", "20"], benefits: ["0", "60", "80"] }) // ["-100", "40", "80"]
 */
export function netFlows(flows: CashFlows): string[] {
  const { costs, benefits } = readFlows(flows);
  return costs.map((cost, column) => writeAmount((benefits[column] ?? new Precise(0)).minus(cost)));
}

/** Both sides read, and of one length. */
export function readFlows({ costs, benefits }: CashFlows): { costs: Decimal[]; benefits: Decimal[] } {
  const columns = Math.max(costs.length, benefits.length);
  const side = (amounts: readonly Amount[]): Decimal[] =>
    Array.from({ length: columns }, (_, column) => readAmount(amounts[column] ?? 0));
  const read = { costs: side(costs), benefits: side(benefits) };
  const negative = read.costs.findIndex((cost) => cost.isNegative() && !cost.isZero());
  if (negative >= 0) {
    throw new RangeError(
      `The cost of column ${negative} is ${costs[negative]}: costs are gross, and a saving is a benefit`,
    );
  }
  return read;
}
