import { caseSpreadsheet } from "../src/case-workbook/case-workbook.ts";
import type { CaseWorkbookInput } from "../src/case-workbook/case-workbook-input.ts";
import type { SheetCell, SheetDraft, Spreadsheet } from "../src/spreadsheet/sheet-draft.ts";
import { portfolioSpreadsheet, type PortfolioInitiative } from "../src/case-workbook/portfolio-workbook.ts";
import { publishedCases, type CheckedCase } from "./known-cases.ts";
import type { CheckedPortfolio } from "./pooled-known-cases.ts";

/** A workbook with an input changed and its results left as they were, and what it must come to. */
export type Changed = { readonly id: string; readonly written: Spreadsheet; readonly expected: Spreadsheet };

/**
 * Each case with an input cell changed as a reader would change it, every result in it left stale: another rate, another
 * scenario, another amount in the last column, other benefits that count. What it must come to is the engine's answer to the changed case.
 */
export function changedCases(cases: readonly CheckedCase[]): readonly Changed[] {
  return cases.map(({ id, input }, index) => {
    const change = [otherRate, otherChoice, otherAmount, otherBasis][index % 4] ?? otherRate;
    return changedOf(id, caseSpreadsheet(input), caseSpreadsheet(change(input)));
  });
}

/** The same of portfolios: another rate, another scenario, other benefits that count, an initiative that is left out. */
export function changedPortfolios(portfolios: readonly CheckedPortfolio[]): readonly Changed[] {
  return portfolios.flatMap(({ id, input }, index) => {
    const change = [otherRate, otherChoice, otherBasis][index % 3] ?? otherRate;
    const stale = portfolioSpreadsheet(input);
    const fewer = { ...input, initiatives: withoutOne(input.initiatives, index) };
    return [
      changedOf(id, stale, portfolioSpreadsheet(change(input))),
      changedOf(`${id}-without`, stale, portfolioSpreadsheet(fewer)),
    ];
  });
}

function withoutOne(initiatives: readonly PortfolioInitiative[], index: number): PortfolioInitiative[] {
  const place = index % initiatives.length;
  return initiatives.map((one, at) => (at === place ? { ...one, isLeftOut: true } : one));
}

function changedOf(id: string, stale: Spreadsheet, fresh: Spreadsheet): Changed {
  return { id: `${id}-changed`, written: withInputsOf(stale, fresh), expected: comparable(stale, fresh) };
}

/** What a case and a portfolio have alike. */
type Choices = Pick<CaseWorkbookInput, "annualRate" | "scenarios" | "opensAfterRisk" | "basis">;

function otherRate<Input extends Choices>(input: Input): Input {
  return { ...input, annualRate: String(Number(input.annualRate) + 0.0125) };
}

function otherChoice<Input extends Choices>(input: Input): Input {
  const last = input.scenarios.at(-1)?.name ?? "";
  return { ...input, chosenScenario: last, opensAfterRisk: input.opensAfterRisk === false };
}

/** Every benefit counts, or only cash does. */
function otherBasis<Input extends Choices>(input: Input): Input {
  return { ...input, basis: input.basis === "all" ? "cash" : "all" };
}

/** More in the last column of the first line, so that no chain of values behind it changes. */
function otherAmount(input: CaseWorkbookInput): CaseWorkbookInput {
  const [first, ...others] = input.lines;
  if (first === undefined) return otherRate(input);
  const place = first.quantities.findIndex(({ role }) => role === "times");
  const quantities = first.quantities.map((quantity, index) => {
    if (index !== place) return quantity;
    const last = quantity.values.at(-1) ?? null;
    const more = last === null ? "0.5" : String(Number(last) * 1.5 + 1);
    return { ...quantity, values: [...quantity.values.slice(0, -1), more] };
  });
  return { ...input, lines: [{ ...first, quantities }, ...others] };
}

/** The stale workbook with the input cells of the fresh one: what somebody typed, and nothing reckoned since. */
function withInputsOf(stale: Spreadsheet, fresh: Spreadsheet): Spreadsheet {
  return { ...stale, sheets: stale.sheets.map((sheet, index) => withInputs(sheet, fresh.sheets[index])) };
}

function withInputs(sheet: SheetDraft, fresh: SheetDraft | undefined): SheetDraft {
  if (sheet.name !== "Inputs") return sheet;
  return mapCells(sheet, (cell, row, column) => {
    const other = fresh?.cells.get(row)?.get(column);
    return other?.look === "input" ? other : cell;
  });
}

/**
 * What the stale workbook can come to: its own formulas with the fresh values. Left out are words that stand in place of
 * a formula (a rate of return that was not unique), a formula whose fresh answer is such words, and Check, which holds
 * on to the values of the export.
 */
function comparable(stale: Spreadsheet, fresh: Spreadsheet): Spreadsheet {
  const sheets = stale.sheets.flatMap((sheet, index) => {
    if (sheet.name === "Check") return [];
    const other = fresh.sheets[index];
    return [
      mapCells(sheet, (cell, row, column) => {
        const value = other?.cells.get(row)?.get(column)?.value ?? "";
        const { formula, ...plain } = cell;
        if (formula === undefined || isRateInWords(sheet, other, row, column)) return { ...plain, value };
        return { ...cell, value };
      }),
    ];
  });
  return { ...stale, sheets };
}

/** Whether a row of Results has words for a rate of return in some column before or after the change. */
function isRateInWords(
  stale: SheetDraft,
  fresh: SheetDraft | undefined,
  row: number,
  column: number,
): boolean {
  if (stale.name !== "Results" || !/rate of return/.test(String(stale.cells.get(row)?.get(0)?.value)))
    return false;
  const own = [stale, fresh].some((sheet) => typeof sheet?.cells.get(row)?.get(column)?.value === "string");
  const anyInRow = [stale, fresh].some((sheet) =>
    [...(sheet?.cells.get(row) ?? [])].some(([at, cell]) => at >= 3 && typeof cell.value === "string"),
  );
  return own || (column === 1 && anyInRow);
}

function mapCells(
  sheet: SheetDraft,
  change: (cell: SheetCell, row: number, column: number) => SheetCell,
): SheetDraft {
  const cells = new Map(
    [...sheet.cells].map(([row, columns]) => [
      row,
      new Map([...columns].map(([column, cell]) => [column, change(cell, row, column)])),
    ]),
  );
  return { ...sheet, cells };
}

/** The control: a workbook that shows a wrong net present value until it is reckoned anew. */
export function wrongCachedValue(checked: CheckedCase | undefined): Changed {
  const { input } = checked ?? (publishedCases()[0] as CheckedCase);
  const expected = caseSpreadsheet(input);
  const sheets = expected.sheets.map((sheet) =>
    sheet.name === "Results"
      ? mapCells(sheet, (cell, row) =>
          row === 5 && cell.formula !== undefined ? { ...cell, value: 123_456.78 } : cell,
        )
      : sheet,
  );
  return { id: "control-wrong-cached-value", written: { ...expected, sheets }, expected };
}
