import { currencyExponent } from "@liftledger/finance/currency";
import { compareDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { absent, difference, leaf, rounded, sum, type Explanation } from "../explanation.ts";
import { caseLines, type UnsignedEstimates } from "./case-lines.ts";
import type { CasePlan, PlanScenario } from "./case-plan.ts";
import {
  cashFlowTable,
  flowColumns,
  type CashFlowRow,
  type CashFlowStep,
  type CashFlowTable,
} from "./cash-flow-table.ts";
import { explainedLines, type ExplainedLines } from "./explained-lines.ts";
import { lineTree, type ExplainedLine } from "./line-tree.ts";

/** Which table of cash flows, as `cashFlowTable` and its lines have it. */
export interface CashFlowRequest {
  scenario?: Pick<PlanScenario, "changes"> | null;
  unsignedEstimates?: UnsignedEstimates;
  step: CashFlowStep;
  amounts: "credited" | "adjusted";
}

/** A cell of it: of one line, or of what all lines come to; its column by its place, from 0. */
export interface CashFlowCell {
  row: { lineId: string } | { total: Exclude<CashFlowRow["kind"], "benefit" | "cost"> };
  column: number;
}

/**
 * How a cell of the cash flows came about, to the minor unit as the table shows it: a total opens to the lines of its
 * period, a line to its factors with their sources, and what a line is off by so that the parts of the table add up
 * stands as a step of its own. "Net so far" is benefits less costs up to the end of its column. A cell without a value
 * says what is missing; undefined where the table has no such cell.
 */
export function cashFlowTree(
  plan: CasePlan,
  request: CashFlowRequest,
  { row, column }: CashFlowCell,
): Explanation | undefined {
  const { scenario = null, unsignedEstimates, step, amounts } = request;
  if (plan.period === "year" && step !== "year") return undefined;
  const groups = flowColumns(plan, step);
  const last = groups[column];
  if (last === undefined) return undefined;
  const lines = caseLines(plan, scenario, unsignedEstimates);
  const made: Made = {
    table: cashFlowTable(plan, lines, { step, amounts }),
    groups,
    explained: explainedLines(plan, { scenario, ...(unsignedEstimates && { unsignedEstimates }) }),
    afterRisk: amounts === "adjusted",
  };
  const own: Stretch = { from: column, to: column, label: last.label };
  if ("lineId" in row) {
    const explained = made.explained.lines.find(({ line }) => line.lineId === row.lineId);
    return explained && lineCell(made, explained, own);
  }
  if (row.total === "benefits") return sideCells(made, "benefit", own);
  if (row.total === "costs") return sideCells(made, "cost", own);
  if (row.total === "net") return netCells(made, "Net", own);
  const first = groups[0]?.label ?? "";
  const label = column === 0 ? last.label : `${first} to ${last.label}`;
  return netCells(made, "Net so far", { from: 0, to: column, label });
}

/** What every cell of a table is made of. */
interface Made {
  table: CashFlowTable;
  groups: ReturnType<typeof flowColumns>;
  explained: ExplainedLines;
  afterRisk: boolean;
}

/** Columns of the table side by side, by their places. */
interface Stretch {
  from: number;
  to: number;
  label: string;
}

function netCells(made: Made, name: string, stretch: Stretch): Explanation {
  const { currency } = made.table;
  const [benefits, costs] = [sideCells(made, "benefit", stretch), sideCells(made, "cost", stretch)];
  return inMoney(made, difference(`${name}, ${stretch.label}`, currency, benefits, costs));
}

function sideCells(made: Made, kind: "benefit" | "cost", stretch: Stretch): Explanation {
  const cells = made.explained.lines
    .filter(({ line }) => line.kind === kind)
    .map((explained) => lineCell(made, explained, stretch));
  // A line that does not come in this period adds nothing to it, and to what is read.
  const come = cells.filter(({ value }) => value === null || compareDecimals(value, "0") !== 0);
  const name = kind === "benefit" ? "Benefits" : "Costs";
  return inMoney(made, sum(`${name}, ${stretch.label}`, made.table.currency, come));
}

function lineCell(made: Made, explained: ExplainedLine, { from, to, label }: Stretch): Explanation {
  const { table, groups, afterRisk } = made;
  const { currency } = table;
  const { line } = explained;
  const name = `${line.name}, ${label}`;
  const cells = table.rows.find(({ lineId }) => lineId === line.lineId)?.amounts.slice(from, to + 1) ?? [];
  const known = cells.filter((cell) => cell !== null);
  if (known.length < cells.length) return absent(name, currency, line.missing?.reason ?? "no value");
  const columns = new Set(groups.slice(from, to + 1).flatMap((group) => group.columns));
  const exact = lineTree(made.explained.plan, explained, { afterRisk, weightOf: null, columns });
  const off = subtractDecimals(sumDecimals(known), exact.value ?? "0");
  if (compareDecimals(off, "0") === 0) return inMoney(made, { ...exact, label: name });
  const step = leaf("Rounded, so that lines and periods add up", off, currency, {
    kind: "assumption",
    text: "both sides are rounded once, as a whole; lines and periods by largest remainder",
  });
  return inMoney(made, sum(name, currency, [exact, step]));
}

/** As it is shown: what it is made of is whole in minor units already. */
function inMoney({ table: { currency } }: Made, tree: Explanation): Explanation {
  return rounded(tree.label, currency, currencyExponent(currency), tree);
}
