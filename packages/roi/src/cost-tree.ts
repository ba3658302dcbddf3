import { accruedMinor, type CostLine } from "@liftledger/finance/cost-accrual";
import { moneyToDecimal } from "@liftledger/finance/money";
import { addDays, daysBetween, monthOf } from "@liftledger/kpis/iso-date";
import { firstDay, lastDay } from "@liftledger/kpis/period";
import {
  leaf,
  product,
  quotient,
  rounded,
  sum,
  type Explanation,
  type ExplanationSource,
} from "./explanation.ts";

/** A cost line with where it comes from. */
export interface CostInput extends CostLine {
  source: ExplanationSource;
}

/**
 * The explanation of an initiative's cost: its actual lines added up, each whole once its month is over and by
 * day until then. Planned lines never stand in for actual ones.
 */
export function costTree(
  costs: readonly CostInput[],
  currency: string,
  places: number,
  until: string,
): Explanation {
  const begun = costs.filter((line) => line.kind === "actual" && firstDay(line.month) <= until);
  return sum(
    "Cost to date",
    currency,
    begun.map((line) => accruedTree(line, currency, places, until)),
  );
}

/** The actual cost accrued up to the end of a day, in minor units. */
export function accruedCost(costs: readonly CostInput[], until: string): bigint {
  return costs.reduce(
    (total, line) => (line.kind === "actual" ? total + accruedMinor(line, until) : total),
    0n,
  );
}

/** The day before an ISO date: what was spent and earned until then belongs to the time before it. */
export function dayBefore(date: string): string {
  return addDays(date, -1);
}

function accruedTree(line: CostInput, currency: string, places: number, until: string): Explanation {
  const label = `${line.category.replaceAll("-", " ")}, ${line.month}`;
  const amount = moneyToDecimal({ amountMinor: line.amountMinor, currency: line.currency });
  const whole = leaf(label, amount, currency, line.source);
  if (lastDay(line.month) <= until || monthOf(until) !== line.month) return whole;
  const days = (name: string, count: number) =>
    leaf(name, String(count), "count", { kind: "measured", text: `calendar of ${line.month}` });
  const passed = days("Days passed", daysBetween(firstDay(line.month), until) + 1);
  const length = days("Days of the month", daysBetween(firstDay(line.month), lastDay(line.month)) + 1);
  const share = quotient(label, currency, product(label, currency, [whole, passed]), length);
  return rounded(`${label}, up to ${until}`, currency, places, share);
}
