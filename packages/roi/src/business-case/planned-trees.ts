import { leaf, product, quotient, sum, type Explanation } from "../explanation.ts";
import type { CaseLine } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { lineTree } from "./line-tree.ts";
import { planLines } from "./plan-line.ts";
import { columnOfPeriod, startPeriod } from "./plan-to-date.ts";

/**
 * What a line plans for some periods, as `plannedIn` counts it, down to its assumptions: the columns of a case planned by
 * month; of one planned by year each month has a twelfth.
 */
export function plannedTree(plan: CasePlan, line: CaseLine, periods: readonly string[]): Explanation {
  const { currency } = plan;
  const label = `${line.name}, planned`;
  const planned = planLines(plan).find(({ id }) => id === line.lineId);
  if (planned === undefined) return sum(label, currency, []);
  const ofColumns = (columns: Iterable<number>) =>
    lineTree(plan, { line, planned }, { afterRisk: false, weightOf: null, columns: new Set(columns) });
  if (plan.period === "month")
    return { ...ofColumns(periods.map((period) => columnOfPeriod(plan, period))), label };
  const source = { kind: "assumption", text: "a month of a plan by year has a twelfth of it" } as const;
  const months = Map.groupBy(
    periods.filter((period) => period !== startPeriod),
    (period) => columnOfPeriod(plan, period),
  );
  const start = periods.includes(startPeriod) ? [ofColumns([0])] : [];
  const years = [...months].map(([column, own]) =>
    quotient(
      `${line.name}, ${own.length} months of year ${column}`,
      currency,
      product(`${line.name}, year ${column}`, currency, [
        ofColumns([column]),
        leaf("Months that count", String(own.length), "count", source),
      ]),
      leaf("Months of a year", "12", "count", source),
    ),
  );
  return sum(label, currency, [...start, ...years.filter(({ value }) => value !== "0")]);
}
