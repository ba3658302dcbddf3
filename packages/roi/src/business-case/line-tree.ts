import { compareDecimals } from "@liftledger/numerics/decimal";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { difference, leaf, product, sum, type Explanation, type ExplanationSource } from "../explanation.ts";
import type { CaseLine } from "./case-lines.ts";
import type { CasePlan, LineField } from "./case-plan.ts";
import { planColumns } from "./plan-columns.ts";
import { assumptionOf, isBenefitLine, lineFieldNames, linePaths, type PlanLine } from "./plan-line.ts";
import { pathValue, runsIn } from "./plan-path.ts";

/** What a run of columns weighs in a present value. */
export type WeightOf = (columns: readonly number[], label: string) => Explanation;

/** Columns side by side in which every value of the line is the same. */
interface Stretch {
  columns: readonly number[];
  label: string;
  values: readonly (string | null)[];
}

/** A line with what it comes to. */
export interface ExplainedLine {
  line: CaseLine;
  planned: PlanLine;
}

/**
 * What a valued line comes to, as a sum over the stretches in which its values stay the same: the product of its
 * factors, times the number of columns or their discount factors, converted, credited and after risk where asked. Of
 * some columns alone where they are named.
 */
export function lineTree(
  plan: CasePlan,
  { line, planned }: ExplainedLine,
  {
    afterRisk,
    weightOf,
    columns,
  }: { afterRisk: boolean; weightOf: WeightOf | null; columns?: ReadonlySet<number> },
): Explanation {
  const { currency } = plan;
  const parts = stretchesOf(plan, planned, columns).map((stretch) => {
    const { columns, label, values } = stretch;
    const factors = linePaths(planned).map(([field], place) =>
      factorTree(plan, planned, { field, value: values[place] ?? "0" }),
    );
    const amount = product(`${line.name}, ${label}`, currency, [
      ...factors,
      ...rateTrees(plan, planned),
      ...creditTrees(line),
    ]);
    const risk = afterRisk ? riskTrees(planned, amount.value ?? "0") : [];
    const weight = weightOf?.(columns, label) ?? countOf(plan, stretch);
    return product(`${line.name}, ${label}, in all`, currency, [amount, ...risk, weight]);
  });
  return sum(line.name, currency, parts);
}

function stretchesOf(
  plan: CasePlan,
  planned: PlanLine,
  only: ReadonlySet<number> | undefined,
): readonly Stretch[] {
  const stretches: { columns: number[]; labels: string[]; values: (string | null)[] }[] = [];
  for (const { column, label } of planColumns(plan)) {
    if (!runsIn(planned.run, column) || only?.has(column) === false) continue;
    const values = linePaths(planned).map(([, path]) => pathValue(path, column));
    const last = stretches.at(-1);
    const isNext = last?.columns.at(-1) === column - 1;
    if (last !== undefined && isNext && last.values.join(" ") === values.join(" ")) {
      last.columns.push(column);
      last.labels.push(label);
    } else stretches.push({ columns: [column], labels: [label], values });
  }
  return stretches.map(({ columns, labels: [first = "", ...more], values }) => {
    const last = more.at(-1);
    return { columns, values, label: last === undefined ? first : `${first} to ${last}` };
  });
}

function countOf({ period }: CasePlan, { columns, label }: Stretch): Explanation {
  const source: ExplanationSource = { kind: "assumption", text: "columns of the plan" };
  return leaf(`${capitalised(period)}s, ${label}`, String(columns.length), "count", source);
}

/** A factor of a line with the assumption behind it; of the overlap, what it leaves. */
export function factorTree(
  plan: CasePlan,
  planned: PlanLine,
  { field, value }: { field: LineField; value: string },
): Explanation {
  const currency = planned.currency ?? plan.currency;
  const assumption = assumptionOf(planned, field);
  const source: ExplanationSource = {
    kind: assumption?.evidence === "benchmark" ? "benchmark" : "assumption",
    text: assumption?.source ?? "no source given",
    approvedBy: assumption?.signedBy ?? null,
  };
  const name = capitalised(lineFieldNames[field]);
  if (field !== "overlap") return leaf(name, value, unitOf(field, currency), source);
  const whole = leaf("The whole", "1", "ratio", source);
  return difference("Not counted elsewhere", "ratio", whole, leaf(name, value, "ratio", source));
}

/** In what a field of a line is told: its money, a count or a ratio. */
export function unitOf(field: LineField, currency: string): string {
  if (field === "gross" || field === "unitValue" || field === "amount") return currency;
  return field === "volume" ? "count" : "ratio";
}

/** The rate at which a line in another currency was planned; none where it is in the plan's own. */
export function rateTrees(plan: CasePlan, { currency }: PlanLine): readonly Explanation[] {
  const budget = plan.budgetRates.find(({ from }) => from === currency);
  if (budget === undefined) return [];
  const source: ExplanationSource = { kind: "assumption", text: `budget rate, locked on ${budget.lockedOn}` };
  return [leaf(`${plan.currency} for 1 ${budget.from}`, budget.rate, "count", source)];
}

function creditTrees({ notCredited }: CaseLine): readonly Explanation[] {
  if (notCredited === null) return [];
  return [
    leaf("Credited while nobody has accepted the estimate", "0", "ratio", {
      kind: "assumption",
      text: notCredited,
    }),
  ];
}

/** A benefit less its risk, a cost or a loss more by it. */
function riskTrees(planned: PlanLine, amount: string): readonly Explanation[] {
  const { risk } = planned;
  if (risk === null) return [];
  const source: ExplanationSource = { kind: "assumption", text: risk.reason };
  const [whole, share] = [leaf("The whole", "1", "ratio", source), leaf("Risk", risk.share, "ratio", source)];
  if (isBenefitLine(planned) && compareDecimals(amount, "0") >= 0)
    return [difference("Left after risk", "ratio", whole, share)];
  return [sum("With its risk", "ratio", [whole, share])];
}
