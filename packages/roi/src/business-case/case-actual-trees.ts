import { compareDecimals, subtractDecimals } from "@liftledger/numerics/decimal";
import { currencyExponent } from "@liftledger/finance/currency";
import {
  absent,
  difference,
  leaf,
  negated,
  quotient,
  rounded,
  sum,
  type Explanation,
} from "../explanation.ts";
import { actualSource, type ActualSource } from "./actual-source.ts";
import {
  caseAgainstActual,
  comparedCase,
  type CaseAgainstActual,
  type VarianceRow,
} from "./case-against-actual.ts";
import type { CaseActuals } from "./case-actuals.ts";
import type { CaseBridgeBar } from "./case-bridge.ts";
import type { CasePlan } from "./case-plan.ts";
import type { CaseBasis } from "./case-totals.ts";
import type { ComparedSide } from "./compared-sides.ts";
import type { KnownPlanRate } from "./cost-actual-trees.ts";
import { driverTree } from "./driver-trees.ts";
import type { MeasuredInitiative } from "./measured-actuals.ts";
import { plannedTree } from "./planned-trees.ts";

/** Which figure of a comparison: of all lines to date or at the end, a step, one line, one month, or how much is known. */
export type ActualFigure =
  | { of: "whole"; key: "plan" | "actual" | "difference" | "remaining" | "forecast" }
  | { of: "bar"; cause: CaseBridgeBar["cause"]; part: string | null }
  | { of: "line"; line: string; key: "plan" | "actual" | "difference" | "remaining" | "forecast" }
  | { of: "month"; period: string; key: "plan" | "actual" }
  | { of: "coverage"; side: "costs" | "benefits" };

/** What parts a step from others of its cause: the line, the category, or the benefit that no line plans. */
export function partOfBar({ cause, lineId, category, benefitId }: CaseBridgeBar): string | null {
  if (cause === "cost") return category;
  return lineId ?? benefitId;
}

/** What names a line of a comparison: the benefit line, the category of costs, or the benefit that no line plans. */
export function lineOfRow(row: Pick<VarianceRow, "lineIds" | "category" | "benefitId">): string {
  return row.category ?? row.benefitId ?? row.lineIds[0] ?? "";
}

/** A case held against what came of it, with how each of its figures came about. */
export interface ExplainedComparison {
  comparison: CaseAgainstActual;
  /** Undefined where there is no such figure. */
  treeOf(figure: ActualFigure): Explanation | undefined;
}

/**
 * A case held against what came of it, each figure explained when it is asked for: the planned lines with their
 * assumptions, the rows that were measured and booked, and the exchange rates between them. A tree's root is the amount that
 * the comparison shows; what rounding to parts that add up made of it is a leaf of its own.
 */
export function caseActualTrees(
  plan: CasePlan,
  from: { measured: MeasuredInitiative; actuals: CaseActuals; rate: KnownPlanRate },
  basis: CaseBasis = "cash",
): ExplainedComparison {
  const comparison = caseAgainstActual(plan, from.actuals, basis);
  const compared = comparedCase(plan, from.actuals, basis);
  if (comparison.kind === "no-comparison" || compared.kind === "no-comparison")
    return { comparison, treeOf: () => undefined };
  const { sides, calendar } = compared;
  const book = { plan, sides, source: actualSource(plan, from, basis) };
  const { remaining } = calendar;
  return {
    comparison,
    treeOf(figure) {
      switch (figure.of) {
        case "whole":
          return wholeTree(book, comparison, remaining, figure.key);
        case "bar":
          return barTree(book, comparison, figure);
        case "line":
          return lineOf(book, comparison, remaining, figure);
        case "month":
          return monthTree(book, comparison, figure);
        case "coverage":
          return coverageTree(book, comparison, figure.side);
      }
    },
  };
}

interface Book {
  plan: CasePlan;
  sides: readonly ComparedSide[];
  source: ActualSource;
}
type Comparison = Extract<CaseAgainstActual, { kind: "comparison" }>;
type LineKey = Extract<ActualFigure, { of: "line" }>["key"];

const labels: Record<LineKey, string> = {
  plan: "Planned to date",
  actual: "Came to date",
  difference: "Difference to date",
  remaining: "Still planned",
  forecast: "Forecast at completion",
};

/** Every line added up: each is rounded so that they come to the whole. */
function wholeTree(
  book: Book,
  comparison: Comparison,
  remaining: readonly string[],
  key: LineKey,
): Explanation {
  const { currency } = comparison;
  const whole = (own: LineKey) =>
    sum(
      labels[own],
      currency,
      comparison.rows.map((row, place) => rowTree(book, { row, place, remaining }, own)),
    );
  if (key === "difference") return difference(labels[key], currency, whole("actual"), whole("plan"));
  if (key === "forecast") return sum(labels[key], currency, [whole("actual"), whole("remaining")]);
  return whole(key);
}

function lineOf(
  book: Book,
  { rows }: Comparison,
  remaining: readonly string[],
  { line, key }: Extract<ActualFigure, { of: "line" }>,
): Explanation | undefined {
  const place = rows.findIndex((row) => lineOfRow(row) === line);
  const row = rows[place];
  return row && rowTree(book, { row, place, remaining }, key);
}

function rowTree(
  book: Book,
  { row, place, remaining }: { row: VarianceRow; place: number; remaining: readonly string[] },
  key: LineKey,
): Explanation {
  const { currency } = book.plan;
  const side = book.sides[place];
  const label = `${row.name}: ${labels[key].toLowerCase()}`;
  if (side === undefined) return absent(label, currency, "the line is not compared");
  const own = (wanted: LineKey) => rowTree(book, { row, place, remaining }, wanted);
  switch (key) {
    case "plan":
      return posted(label, currency, plannedSideTree(book, side, side.compared), row.plan);
    case "actual":
      return posted(label, currency, actualSideTree(book, side, side.compared), row.actual);
    case "remaining":
      return posted(label, currency, plannedSideTree(book, side, remaining), row.forecast.remainingPlan);
    case "difference":
      return difference(label, currency, own("actual"), own("plan"));
    case "forecast":
      return sum(label, currency, [own("actual"), own("remaining")]);
  }
}

function monthTree(
  book: Book,
  { byPeriod, currency }: Comparison,
  { period, key }: Extract<ActualFigure, { of: "month" }>,
): Explanation | undefined {
  const found = byPeriod.find((one) => one.period === period);
  if (found === undefined) return undefined;
  const label = `${key === "plan" ? "Planned for" : "Came in"} ${period}`;
  if (key === "plan") {
    const trees = book.sides.map((side) => plannedSideTree(book, side, [period]));
    return posted(label, currency, sum(label, currency, trees), found.plan);
  }
  if (found.actual === null) return absent(label, currency, `Nothing is known of ${period} yet.`);
  const known = book.sides.filter(({ compared }) => compared.includes(period));
  const trees = known.map((side) => actualSideTree(book, side, [period]));
  return posted(label, currency, sum(label, currency, trees), found.actual);
}

function barTree(
  book: Book,
  { toDate: { bars }, currency }: Comparison,
  { cause, part }: Extract<ActualFigure, { of: "bar" }>,
): Explanation | undefined {
  const bar = bars.find((one) => one.cause === cause && partOfBar(one) === part);
  if (bar === undefined) return undefined;
  const trees = book.sides.flatMap((side) => stepTrees(book, side, bar));
  return posted(bar.name, currency, sum(`${bar.name}, before rounding`, currency, trees), bar.amount);
}

/** What one side has in a step. */
function stepTrees(book: Book, side: ComparedSide, bar: CaseBridgeBar): Explanation[] {
  const { plan, source } = book;
  const { currency } = plan;
  const whole = () => [
    difference(
      side.name,
      currency,
      actualSideTree(book, side, side.compared),
      plannedSideTree(book, side, side.compared),
    ),
  ];
  if (side.bars.every((own) => own.cause !== bar.cause || partOfBar(own) !== partOfBar(bar))) return [];
  switch (bar.cause) {
    case "not-planned":
      return [actualSideTree(book, side, side.compared)];
    case "cost":
    case "cost-exchange":
      return costSteps(book, side, bar.cause);
    default: {
      const planned = plan.benefits.find(({ id }) => id === side.benefit?.line.lineId);
      if (side.benefit === null || planned === undefined) return [];
      const tree = driverTree(plan, { benefit: side.benefit, planned, cause: bar.cause }, source);
      if (tree === null) return whole();
      return tree.inputs.length === 0 ? [] : [tree];
    }
  }
}

/** What a category cost otherwise than planned at the plan's rates, or what rates made of it; a cost more is below 0. */
function costSteps(
  { plan, source }: Book,
  side: ComparedSide,
  cause: "cost" | "cost-exchange",
): Explanation[] {
  const { currency } = plan;
  const entries = source.costs(side.category ?? "", side.compared);
  if (cause === "cost-exchange")
    return entries
      .filter(({ amount, atBudgetRate }) => amount !== atBudgetRate)
      .map(({ amount, atBudgetRate }) => difference(amount.label, currency, atBudgetRate, amount));
  const planned = side.lines.map((line) => plannedTree(plan, line, side.compared));
  const spent = sum(
    `${side.name}, booked at the planned rates`,
    currency,
    entries.map(({ atBudgetRate }) => atBudgetRate),
  );
  return [difference(side.name, currency, sum(`${side.name}, planned`, currency, planned), spent)];
}

/** What a side plans for some periods, with its sign. */
function plannedSideTree({ plan }: Book, side: ComparedSide, periods: readonly string[]): Explanation {
  const label = `${side.name}, planned`;
  const tree = sum(
    label,
    plan.currency,
    side.lines.map((line) => plannedTree(plan, line, periods)),
  );
  return side.kind === "cost" ? negated(label, plan.currency, tree) : tree;
}

/** What came of a side in some periods, with its sign. */
function actualSideTree({ plan, source }: Book, side: ComparedSide, periods: readonly string[]): Explanation {
  const { currency } = plan;
  const label = `${side.name}, as it came`;
  if (side.kind === "cost") {
    const entries = source.costs(side.category ?? "", periods).map(({ amount }) => amount);
    return negated(label, currency, sum(label, currency, entries));
  }
  if (side.benefitId !== null) return source.unplanned(side.benefitId, periods);
  const planned = plan.benefits.find(({ id }) => id === side.benefit?.line.lineId);
  if (planned === undefined) return sum(label, currency, []);
  const months = periods.flatMap((period) => side.benefit?.actualsIn(period) ?? []);
  return sum(
    label,
    currency,
    months.flatMap((actual) => source.amount(planned, actual) ?? []),
  );
}

/** By size: a month planned below 0 is as much plan as one above. */
function coverageTree(book: Book, { elapsed, currency }: Comparison, of: "costs" | "benefits"): Explanation {
  const own = book.sides.filter(({ kind }) => kind === (of === "costs" ? "cost" : "benefit"));
  const sizes = (label: string, periodsOf: (side: ComparedSide) => readonly string[]) =>
    sum(
      label,
      currency,
      own.flatMap((side) =>
        periodsOf(side).flatMap((period) => {
          const tree = plannedSideTree(book, side, [period]);
          const sign = compareDecimals(tree.value ?? "0", "0");
          if (sign === 0) return [];
          return sign < 0 ? [negated(`${tree.label}, ${period}`, currency, tree)] : [tree];
        }),
      ),
    );
  const label = of === "costs" ? "Costs that are known" : "Benefits that are known";
  const due = sizes("Planned to date", () => elapsed);
  if (due.value === "0") return absent(label, "ratio", "nothing was planned to date");
  return quotient(
    label,
    "ratio",
    sizes("Planned for what is known", ({ compared }) => compared),
    due,
  );
}

/** The amount that is shown: what it comes to, rounded, and what the parts need to add up to a whole that was rounded once. */
function posted(label: string, currency: string, tree: Explanation, amount: string): Explanation {
  const own = rounded(label, currency, currencyExponent(currency), tree);
  if (own.value === null) return own;
  const left = subtractDecimals(amount, own.value);
  if (left === "0") return own;
  const minorUnit = 10 ** -currencyExponent(currency);
  if (Math.abs(Number(left)) > 1.5 * minorUnit)
    throw new RangeError(`${label} is ${amount}, and its explanation comes to ${own.value}`);
  const text = "rounding: the parts add up to the whole, which is rounded once";
  return sum(label, currency, [
    own,
    leaf("So that the parts add up", left, currency, { kind: "assumption", text }),
  ]);
}
