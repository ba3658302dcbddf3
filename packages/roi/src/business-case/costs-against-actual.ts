import { costCategories, type CostCategory } from "@liftledger/finance/cost-category";
import { sumDecimals } from "@liftledger/numerics/decimal";
import type { CostActual } from "./case-actuals.ts";
import type { CaseLine } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { periodOfActual, plannedIn, startPeriod } from "./plan-to-date.ts";

/** The cost lines of one category held against the ledger. Amounts are exact and gross. */
export interface ComparedCost {
  category: CostCategory;
  name: string;
  lines: readonly CaseLine[];
  compared: readonly string[];
  missing: readonly string[];
  planOf: (period: string) => string;
  actualOf: (period: string) => string;
  /** The same at the rates that the plan locked: what is left of the difference is exchange. */
  atBudgetOf: (period: string) => string;
}

/**
 * Holds the costs of a plan against the ledger by category, which is what a ledger entry knows. A month with any entry
 * is booked: a category without one in it cost nothing. A month without an entry is missing in all of them. Entries of
 * a category that nobody planned stand against a plan of 0.
 */
export function compareCosts(
  plan: CasePlan,
  lines: readonly CaseLine[],
  { elapsed, actuals }: { elapsed: readonly string[]; actuals: readonly CostActual[] },
): readonly ComparedCost[] {
  const entries = actuals
    .map((entry) => ({ ...entry, period: periodOfActual(plan, entry.month) }))
    .filter(({ period }) => elapsed.includes(period));
  const booked = bookedPeriods(plan, elapsed, entries);
  const costs = lines.filter(({ kind }) => kind === "cost");
  return costCategories.flatMap(({ key: category, name }): ComparedCost[] => {
    const own = costs.filter((line) => line.category === category);
    const spent = entries.filter((entry) => entry.category === category);
    if (own.length === 0 && spent.length === 0) return [];
    const sumIn = (period: string, amount: "amount" | "atBudgetRate") =>
      sumDecimals(spent.filter((entry) => entry.period === period).map((entry) => entry[amount]));
    const planOf = (period: string) => sumDecimals(own.map((line) => plannedIn(plan, line, period) ?? "0"));
    return [
      {
        category,
        name,
        lines: own,
        compared: elapsed.filter((period) => booked.has(period)),
        missing: elapsed.filter((period) => !booked.has(period) && planOf(period) !== "0"),
        planOf,
        actualOf: (period) => sumIn(period, "amount"),
        atBudgetOf: (period) => sumIn(period, "atBudgetRate"),
      },
    ];
  });
}

/** What is spent at the start is often booked in the first month: either makes the start booked. */
function bookedPeriods(
  plan: CasePlan,
  elapsed: readonly string[],
  entries: readonly { period: string }[],
): ReadonlySet<string> {
  const found = new Set(entries.map(({ period }) => period));
  return found.has(plan.start) && elapsed.includes(startPeriod) ? new Set([...found, startPeriod]) : found;
}
