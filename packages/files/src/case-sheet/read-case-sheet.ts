import { NewCasePlan } from "@liftledger/contracts/case-plan";
import type { ExchangeRate } from "@liftledger/finance/exchange-rate";
import { FileRefusal } from "../file-refusal.ts";
import type { ImportProblem, OpenFile } from "../import-request.ts";
import { stoppedReading, type StoppedReading } from "../stopped-reading.ts";
import { readTableRows } from "../table-rows.ts";
import { isTotalLabel } from "../total-row.ts";
import { groupedRows } from "./grouped-rows.ts";
import { sheetBudgetRates } from "./sheet-budget-rates.ts";
import { sheetCells } from "./sheet-cells.ts";
import { sheetColumns, type SheetColumns, type SheetRole, type SheetRow } from "./sheet-columns.ts";
import { benefitLine, costLine } from "./sheet-lines.ts";
import { sheetScenarios } from "./sheet-scenarios.ts";

export interface CaseSheetRequest {
  open: OpenFile;
  /** What stands before decimals. */
  decimal: "." | ",";
  /** The first month of column 1; wanted where the headings only count. */
  start: string | null;
  /** Of the plan. */
  currency: string;
  /** By which lines in other currencies are planned, where the sheet does not say itself what one is worth. */
  rates: readonly ExchangeRate[];
  /** The day on which their rates are locked. */
  today: string;
  newId: () => string;
}

/** A plan as its sheet says it, or every reason why it cannot be read. */
export type CaseSheetReading =
  | {
      kind: "read";
      plan: NewCasePlan;
      rows: number;
      /** Rows of totals, which were passed over. */
      totals: number;
      /** Cells that a formula made; the value stored for it was read. */
      formulaCells: number;
    }
  | StoppedReading;

/** A plan has 200 lines at most, each of up to ten fields, and scenarios. */
const mostRows = 5000;

/**
 * Reads a business case from a sheet of the layout in docs/case-layout.md, CSV or workbook: a row a line, a column a period.
 * All of it or none: every cell that cannot be read is told by row, column and rule. Nothing is filled in.
 *
 * @example
 * const reading = await readCaseSheet({ open, decimal: ".", start: "2027-01", currency: "EUR", rates: [], today, newId });
 * if (reading.kind === "read") console.log(reading.plan.costs.length);
 */
export async function readCaseSheet(request: CaseSheetRequest): Promise<CaseSheetReading> {
  try {
    const problems: ImportProblem[] = [];
    const { columns, rows, totals, formulaCells } = await rowsOf(request, problems);
    if (problems.length > 0) return { kind: "refused", problems };
    const start = columns.start ?? request.start;
    if (start === null) {
      const message =
        'The headings only count their periods ("Year 1"): say in which month the first of them begins.';
      return { kind: "refused", problems: [{ place: "start", rule: "start-missing", message }] };
    }
    const lines = linesOf(rows, columns, request, problems);
    if (problems.length > 0) return { kind: "refused", problems };
    const horizon = Math.max(...columns.periods.map(({ column }) => column));
    const { period } = columns;
    const plan = NewCasePlan.safeParse({ currency: request.currency, start, period, horizon, ...lines });
    if (!plan.success) return { kind: "refused", problems: plan.error.issues.map(problemOf) };
    return { kind: "read", plan: plan.data, rows: rows.length, totals, formulaCells };
  } catch (error) {
    return stoppedReading(error);
  }
}

function linesOf(
  rows: readonly SheetRow[],
  { periods }: SheetColumns,
  request: CaseSheetRequest,
  problems: ImportProblem[],
): Pick<NewCasePlan, "benefits" | "costs" | "scenarios" | "budgetRates"> {
  const { decimal, newId } = request;
  const cells = sheetCells(decimal, problems);
  const { lines, changes } = groupedRows(rows, cells);
  const reading = { cells, periods, newId };
  const benefits = lines.filter(({ kind }) => kind === "benefit").map((line) => benefitLine(line, reading));
  const costs = lines.filter(({ kind }) => kind === "cost").map((line) => costLine(line, reading));
  const lineNamed = (name: string) => {
    const line = [...benefits, ...costs].find((one) => one.name === name);
    return line && { id: line.id, isBenefit: "value" in line };
  };
  const scenarios = sheetScenarios(changes, lineNamed, cells);
  return { benefits, costs, scenarios, budgetRates: sheetBudgetRates(lines, request, cells) };
}

/** What no rule of the sheet has told of, such as a text that is too long. */
function problemOf({ path, message }: { path: PropertyKey[]; message: string }): ImportProblem {
  return { place: path.join("."), rule: "plan", message };
}

async function rowsOf({ open, decimal }: CaseSheetRequest, problems: ImportProblem[]) {
  let columns: SheetColumns = { at: new Map(), periods: [], period: "year", start: null };
  let totals = 0;
  const rows: SheetRow[] = [];
  const spelling = () => ({ decimal, dates: undefined, isDateColumn: false });
  const onHeader = ({ names }: { names: readonly string[] }) => {
    columns = sheetColumns(names, problems);
  };
  const { formulaCells } = await readTableRows(
    open(),
    { columns: "all", spelling, onHeader },
    (cells, _fields, line) => {
      if (rows.length + totals >= mostRows)
        throw new FileRefusal(`row ${line}`, "too-many-rows", `A case has ${mostRows} rows at most.`);
      const { at, periods } = columns;
      // The cells are written over by the next row.
      const own = cells.map((cell) => cell.trim());
      const cell = (role: SheetRole) => own[at.get(role) ?? -1] ?? "";
      if (isTotalLabel(cell("line"))) totals += 1;
      else rows.push({ line, cell, figures: periods.map((period) => own[period.at] ?? "") });
    },
  );
  return { columns, rows, totals, formulaCells };
}
