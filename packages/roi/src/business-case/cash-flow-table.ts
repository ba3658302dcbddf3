import { allocateSigned } from "@liftledger/finance/allocate";
import { currencyExponent } from "@liftledger/finance/currency";
import { moneyToDecimal, roundToMinor } from "@liftledger/finance/money";
import { quarterOf } from "@liftledger/kpis/quarter";
import { multiplyDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import type { CaseLine } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { planColumns, type PlanColumn } from "./plan-columns.ts";

/** What a column of a cash-flow table covers; months and quarters only of a case planned by month. */
export const cashFlowSteps = ["month", "quarter", "year"] as const;
export type CashFlowStep = (typeof cashFlowSteps)[number];

/** A row: a line, or what all of them come to. Costs are gross, above 0. */
export interface CashFlowRow {
  /** Null of a total. */
  lineId: string | null;
  name: string;
  kind: "benefit" | "cost" | "benefits" | "costs" | "net" | "cumulative";
  /** To the minor unit: lines add up to the totals and columns to the last one. Null where a line is not valued. */
  amounts: readonly (string | null)[];
  /** Over all columns; null where one of them is; of the cumulative row its last. */
  total: string | null;
}

export interface CashFlowTable {
  step: CashFlowStep;
  currency: string;
  /** "Start", "2026-03", "2026-Q1", "2026"; "Year 1" of a case planned by year. */
  columns: readonly string[];
  rows: readonly CashFlowRow[];
}

/**
 * The cash flows of a case by month, calendar quarter or calendar year, as credited or after risk, the start in a
 * column of its own. Both sides are summed exactly and rounded once to the minor unit; lines add up to their side and
 * columns to their line by largest remainder, and quarters and years are sums of the months shown, so that every sum on
 * the page is exact. What the cumulative row ends in is the net total.
 *
 * Throws a RangeError for months or quarters of a case planned by year: nobody said how a year divides.
 */
export function cashFlowTable(
  plan: CasePlan,
  lines: readonly CaseLine[],
  { step, amounts }: { step: CashFlowStep; amounts: "credited" | "adjusted" },
): CashFlowTable {
  if (plan.period === "year" && step !== "year")
    throw new RangeError(`The case is planned by year: it has no flows by ${step}`);
  const groups = flowColumns(plan, step);
  const columns = groups.map(({ label }) => label);
  const place = new Map(planColumns(plan).map(({ column }, index) => [column, index]));
  const grouped = (cells: readonly (bigint | null)[]) =>
    groups.map(({ columns: own }) => sumOf(own.map((column) => cells[place.get(column) ?? -1] ?? null)));
  const shown = (["benefit", "cost"] as const).flatMap((kind) => {
    const side = lines.filter((line) => line.kind === kind);
    const rounded = roundedSide(
      plan,
      side.map((line) => line[amounts]),
    );
    return side.map((line, index) => ({ line, cells: grouped(rounded[index] ?? []) }));
  });
  const inMoney = moneyText(plan.currency);
  const row = (
    cells: readonly (bigint | null)[],
    about: Pick<CashFlowRow, "lineId" | "name" | "kind">,
  ): CashFlowRow => ({
    ...about,
    amounts: cells.map(inMoney),
    total: inMoney(sumOf(cells)),
  });
  const rows = shown.map(({ line: { lineId, name, kind }, cells }) => row(cells, { lineId, name, kind }));
  return {
    step,
    currency: plan.currency,
    columns,
    rows: [...rows, ...totalRows(columns, shown, { row, inMoney })],
  };
}

/** The columns of such a table, each with the columns of the plan that it covers. */
export function flowColumns(
  plan: CasePlan,
  step: CashFlowStep,
): readonly { label: string; columns: readonly number[] }[] {
  const groups = Map.groupBy(planColumns(plan), (column) => groupOf(plan, column, step));
  return [...groups].map(([label, own]) => ({ label, columns: own.map(({ column }) => column) }));
}

function groupOf({ period }: CasePlan, { label, months }: PlanColumn, step: CashFlowStep): string {
  if (months === null || period === "year" || step === "month") return label;
  return step === "quarter" ? quarterOf(months[0]) : months[0].slice(0, 4);
}

type Cells = readonly (bigint | null)[];

/** The cells of one side in minor units: the side rounded once, its lines and their columns by largest remainder. */
function roundedSide(plan: CasePlan, lines: readonly (readonly (string | null)[])[]): readonly Cells[] {
  const inMinor = `1${"0".repeat(currencyExponent(plan.currency))}`;
  const exact = lines.map((amounts) => amounts.map((amount) => multiplyDecimals(amount ?? "0", inMinor)));
  const totals = exact.map((amounts) => sumDecimals(amounts));
  const side = sumDecimals(lines.map((amounts) => sumDecimals(amounts.map((amount) => amount ?? "0"))));
  const shares = allocateSigned(roundToMinor(side, plan.currency).amountMinor, totals);
  return exact.map((amounts, line) => {
    const cells = allocateSigned(shares[line] ?? 0n, amounts);
    return cells.map((cell, place) => (lines[line]?.[place] === null ? null : cell));
  });
}

function totalRows(
  columns: readonly string[],
  shown: readonly { line: CaseLine; cells: Cells }[],
  {
    row,
    inMoney,
  }: {
    row: (cells: Cells, about: Pick<CashFlowRow, "lineId" | "name" | "kind">) => CashFlowRow;
    inMoney: (amount: bigint | null) => string | null;
  },
): readonly CashFlowRow[] {
  const side = (kind: CaseLine["kind"]): Cells =>
    columns.map((_, place) =>
      sumOf(shown.filter(({ line }) => line.kind === kind).map(({ cells }) => cells[place] ?? null)),
    );
  const [benefits, costs] = [side("benefit"), side("cost")];
  const net = benefits.map((benefit, place) => lessOf(benefit, costs[place] ?? null));
  const cumulative = net.map((_, place) => sumOf(net.slice(0, place + 1)));
  return [
    row(benefits, { lineId: null, name: "Benefits", kind: "benefits" }),
    row(costs, { lineId: null, name: "Costs", kind: "costs" }),
    row(net, { lineId: null, name: "Net", kind: "net" }),
    {
      lineId: null,
      name: "Net so far",
      kind: "cumulative",
      amounts: cumulative.map(inMoney),
      total: inMoney(cumulative.at(-1) ?? null),
    },
  ];
}

/** The sum; null where one of them is. */
function sumOf(cells: Cells): bigint | null {
  return cells.reduce((sum, cell) => (sum === null || cell === null ? null : sum + cell), 0n);
}

function lessOf(amount: bigint | null, less: bigint | null): bigint | null {
  return amount === null || less === null ? null : amount - less;
}

function moneyText(currency: string): (amountMinor: bigint | null) => string | null {
  return (amountMinor) => (amountMinor === null ? null : moneyToDecimal({ amountMinor, currency }));
}
