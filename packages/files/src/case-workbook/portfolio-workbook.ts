import { onSheet } from "../spreadsheet/cell-name.ts";
import type { Spreadsheet } from "../spreadsheet/sheet-draft.ts";
import { writeSpreadsheet } from "../spreadsheet/write-spreadsheet.ts";
import type { CaseWorkbookInput, WorkbookLine } from "./case-workbook-input.ts";
import { caseSpreadsheet } from "./case-workbook.ts";
import { initiativesName, initiativesSheet, type InitiativeRow } from "./initiatives-sheet.ts";

/** An initiative of a portfolio with the lines of its case. */
export type PortfolioInitiative = {
  readonly name: string;
  readonly owner: string;
  readonly phase: string;
  readonly lines: readonly WorkbookLine[];
  /** Whether it is left out as the workbook opens; it counts unless told. */
  readonly isLeftOut?: boolean;
};

/** A portfolio to be written as a workbook: the cases of its initiatives in one currency, over the same columns. */
export type PortfolioWorkbookInput = Omit<CaseWorkbookInput, "lines"> & {
  readonly initiatives: readonly PortfolioInitiative[];
};

/**
 * A portfolio as a workbook (.xlsx): that of a case whose lines are those of all initiatives, and a sheet of the
 * initiatives with their figures, the pooled return, its median and quartiles. An initiative is left out by writing 0
 * beside "Counts" on Inputs. Throws as `caseWorkbook` does, and where two initiatives share a name.
 *
 *     await writeFile("portfolio.xlsx", await portfolioWorkbook(input))
 */
export async function portfolioWorkbook(input: PortfolioWorkbookInput): Promise<Uint8Array> {
  return writeSpreadsheet(portfolioSpreadsheet(input));
}

/** A portfolio as one case: the lines of all its initiatives, benefits first, and which are whose. */
export function portfolioCase(input: PortfolioWorkbookInput): {
  readonly input: CaseWorkbookInput;
  readonly rows: readonly InitiativeRow[];
} {
  const { initiatives, ...shared } = input;
  const names = initiatives.map(({ name }) => name);
  if (new Set(names).size < names.length)
    throw new RangeError("Two initiatives of the portfolio share a name");
  const owned = initiatives
    .flatMap((initiative) =>
      initiative.lines.map((line) => ({
        initiative: initiative.name,
        line: countedLine(initiative, line, input),
      })),
    )
    .toSorted((a, b) => a.line.kind.localeCompare(b.line.kind));
  const rows = initiatives.map(({ name, owner, phase }) => ({
    name,
    owner,
    phase,
    lines: owned.flatMap(({ initiative }, index) => (initiative === name ? [index] : [])),
  }));
  return { input: { ...shared, lines: owned.map(({ line }) => line) }, rows };
}

/** The workbook before it is written. */
export function portfolioSpreadsheet(given: PortfolioWorkbookInput): Spreadsheet {
  const { input, rows } = portfolioCase(given);
  const spreadsheet = caseSpreadsheet(input, (parts) => [initiativesSheet(parts, rows)]);
  const first = 5;
  const last = first + rows.length - 1;
  const column = (letter: string): string =>
    onSheet(initiativesName, `$${letter}$${first}:$${letter}$${last}`);
  return {
    ...spreadsheet,
    names: [
      ...spreadsheet.names,
      { name: "InitiativeReturns", range: column("G") },
      { name: "InitiativePresentValues", range: column("J") },
    ],
  };
}

/** The line under its initiative's name, with the switch by which the initiative is left out. */
function countedLine(
  { name, isLeftOut = false }: PortfolioInitiative,
  line: WorkbookLine,
  { columns }: PortfolioWorkbookInput,
): WorkbookLine {
  const counts = {
    name: "Counts (1 yes, 0 no)",
    unit: "",
    source: `The same for every line of ${name}`,
    role: "switch",
    format: "number",
    sharedAs: `counts ${name}`,
    values: columns.map(() => (isLeftOut ? "0" : "1")),
  } as const;
  return { ...line, name: `${name}: ${line.name}`, quantities: [counts, ...line.quantities] };
}
