import { put, type SheetDraft } from "../spreadsheet/sheet-draft.ts";
import type { NumberFormat } from "../spreadsheet/cell-look.ts";
import type { CaseWorkbookInput, WorkbookQuantity } from "./case-workbook-input.ts";
import { atTime, firstTime, moneyFormat } from "./sheet-shape.ts";

/** What stands in a cell while nobody has said the value: text, so that it is neither 0 nor 1. */
export const notValued = "not valued yet";

/**
 * A row a quantity of the base and one for each scenario that changes it. Gives, by line and quantity, the row in which
 * each scenario finds its values.
 */
export function putAssumptions(
  sheet: SheetDraft,
  input: CaseWorkbookInput,
  firstRow: number,
): readonly (readonly (readonly number[])[])[] {
  let row = firstRow;
  const shared = new Map<string, number>();
  return input.lines.map((line) =>
    line.quantities.map((quantity) => {
      const baseRow = row;
      return input.scenarios.map(({ name }, number) => {
        const own = number === 0 ? quantity.values : quantity.inScenarios?.[name];
        if (own === undefined) return baseRow;
        const key = `${name} ${quantity.sharedAs ?? `own ${row}`}`;
        const follows = shared.get(key);
        if (follows === undefined) shared.set(key, row);
        putQuantity(sheet, input, { line: line.name, scenario: name, quantity, values: own, row, follows });
        row += 1;
        return row - 1;
      });
    }),
  );
}

type QuantityRow = {
  readonly line: string;
  readonly scenario: string;
  readonly quantity: WorkbookQuantity;
  readonly values: readonly (string | null)[];
  readonly row: number;
  /** The row of the assumption that this one is, where another line has it already. */
  readonly follows: number | undefined;
};

function putQuantity(
  sheet: SheetDraft,
  input: CaseWorkbookInput,
  { line, scenario, quantity, values, row, follows }: QuantityRow,
): void {
  [line, quantity.name, scenario, quantity.unit].forEach((value, column) =>
    put(sheet, { row, column }, { value, look: "row-label" }),
  );
  put(sheet, { row, column: 4 }, { value: quantity.source, look: "note" });
  const format = formatOf(input, quantity);
  values.forEach((value, index) => {
    const shown = value === null ? notValued : Number(value);
    // A value holds until the next one: changed once, it changes all that follow.
    const holds = index > 0 && values[index - 1] === value ? atTime(row, index - 1) : undefined;
    const formula = follows === undefined ? holds : atTime(follows, index);
    put(
      sheet,
      { row, column: firstTime + index },
      {
        value: shown,
        ...(formula === undefined ? { look: "input" } : { look: "calculated", formula }),
        format,
      },
    );
  });
}

function formatOf(input: CaseWorkbookInput, { format }: WorkbookQuantity): NumberFormat {
  if (format === "money") return moneyFormat(input);
  return { kind: format === "share" ? "percent" : "number" };
}
