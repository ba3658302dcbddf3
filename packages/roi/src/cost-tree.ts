import { accruedMinor, type CostLine } from "@liftledger/finance/cost-accrual";
import { costCategories } from "@liftledger/finance/cost-category";
import { moneyToDecimal } from "@liftledger/finance/money";
import { daysBetween, monthOf } from "@liftledger/kpis/iso-date";
import { firstDay, lastDay } from "@liftledger/kpis/period";
import type { TreeContext } from "./benefit-trees.ts";
import {
  leaf,
  part,
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
  /** What was paid, where it was in another currency; the line itself is converted by the rate and rounded. */
  exchange?: {
    amountMinor: bigint;
    currency: string;
    date: string;
    rate: string;
    source: ExplanationSource;
  };
  /** The whole of which it is a part, where several initiatives share a cost, and what each used of what divides it. */
  shared?: {
    pool: string;
    amountMinor: bigint;
    unit: string;
    quantities: readonly { name: string; quantity: string }[];
    /** Which of them is this initiative's. */
    place: number;
    driver: ExplanationSource;
  };
}

/**
 * The explanation of an initiative's cost: its actual lines added up, each whole once its month is over and by
 * day until then. Planned lines never stand in for actual ones.
 */
export function costTree(costs: readonly CostInput[], context: TreeContext): Explanation {
  const begun = costs.filter((line) => line.kind === "actual" && firstDay(line.month) <= context.day);
  return sum(
    "Cost to date",
    context.currency,
    begun.map((line) => accruedTree(line, context)),
  );
}

/** The actual cost accrued up to the end of a day, in minor units. */
export function accruedCost(costs: readonly CostInput[], until: string): bigint {
  return costs.reduce(
    (total, line) => (line.kind === "actual" ? total + accruedMinor(line, until) : total),
    0n,
  );
}

/** The first day that counts: the first of the month of the earliest actual cost, or the start if that is earlier. */
export function firstSpendOrStart(costs: readonly CostInput[], startedOn: string): string {
  return costs
    .filter((line) => line.kind === "actual")
    .map((line) => firstDay(line.month))
    .reduce((first, day) => (day < first ? day : first), startedOn);
}

function accruedTree(line: CostInput, { day, currency, places }: TreeContext): Explanation {
  const label = costLabel(line);
  const whole = paidTree(line, label, places);
  if (monthOf(day) !== line.month || lastDay(line.month) <= day) return whole;
  const days = (name: string, count: number) =>
    leaf(name, String(count), "count", { kind: "measured", text: `calendar of ${line.month}` });
  const passed = days("Days passed", daysBetween(firstDay(line.month), day) + 1);
  const length = days("Days of the month", daysBetween(firstDay(line.month), lastDay(line.month)) + 1);
  const share = quotient(label, currency, product(label, currency, [whole, passed]), length);
  return rounded(`${label}, up to ${day}`, currency, places, share);
}

/** What an entry of the ledger is called: its category and month. */
export function costLabel({ category, month }: Pick<CostInput, "category" | "month">): string {
  const name = costCategories.find(({ key }) => key === category)?.name ?? category;
  return `${name}, ${month}`;
}

/** The whole line: a leaf, what was paid in another currency times the rate, rounded, or a part of a shared cost. */
export function paidTree(
  { exchange, shared, source, ...line }: CostInput,
  label: string,
  places: number,
): Explanation {
  if (shared !== undefined) {
    const { pool, amountMinor, unit, quantities, place, driver } = shared;
    const whole = moneyToDecimal({ amountMinor, currency: line.currency });
    const amount = leaf(`${pool}, ${line.month}`, whole, line.currency, source);
    const weights = quantities.map(({ name, quantity }) =>
      leaf(`${name}, ${unit}`, quantity, "count", driver),
    );
    return part(`${label}, share of ${pool}`, line.currency, places, { amount, weights, place });
  }
  if (exchange === undefined) return leaf(label, moneyToDecimal(line), line.currency, source);
  const paid = leaf(`${label}, in ${exchange.currency}`, moneyToDecimal(exchange), exchange.currency, source);
  const name = `${line.currency} for 1 ${exchange.currency} on ${exchange.date}`;
  const rate = leaf(name, exchange.rate, "count", exchange.source);
  return rounded(label, line.currency, places, product(label, line.currency, [paid, rate]));
}
