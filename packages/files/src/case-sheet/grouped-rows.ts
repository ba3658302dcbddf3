import type { SheetCells } from "./sheet-cells.ts";
import { fieldWords, rowKinds, type FieldWord, type SheetField } from "./sheet-fields.ts";
import type { SheetRow } from "./sheet-columns.ts";

/** A line of the plan: the rows that bear its name, each with what its figures are. */
export interface LineRows {
  name: string;
  kind: "benefit" | "cost";
  /** The first of them says what the line is. */
  first: SheetRow;
  fields: Map<SheetField, SheetRow>;
}

/** A row of a scenario: what it does to one field. */
export interface ScenarioRow {
  kind: "conservative" | "optimistic";
  row: SheetRow;
  field: SheetField;
}

/** The rows by line and by scenario, in their order; what belongs nowhere is told. */
export function groupedRows(
  rows: readonly SheetRow[],
  cells: SheetCells,
): { lines: LineRows[]; changes: ScenarioRow[] } {
  const lines = new Map<string, LineRows>();
  const changes: ScenarioRow[] = [];
  for (const row of rows) {
    const name = row.cell("line");
    const known = lines.get(name);
    const said = row.cell("kind");
    const kind = said === "" && known !== undefined ? known.kind : cells.oneOf(row, "Kind", said, rowKinds);
    const word = row.cell("field");
    const found = cells.oneOf(
      row,
      "Field",
      word === "" ? "amount" : word,
      Object.keys(fieldWords) as FieldWord[],
    );
    if (kind === undefined || found === undefined) continue;
    const field = fieldWords[found];
    if (kind === "conservative" || kind === "optimistic") changes.push({ kind, row, field });
    else takeRow(lines, { name, kind, row, field }, cells);
  }
  return { lines: [...lines.values()], changes };
}

function takeRow(
  lines: Map<string, LineRows>,
  { name, kind, row, field }: { name: string; kind: LineRows["kind"]; row: SheetRow; field: SheetField },
  cells: SheetCells,
): void {
  if (name === "")
    return cells.refuse(row, "Line", "no-name", "The row has no name: every row says of which line it is.");
  const line = lines.get(name) ?? { name, kind, first: row, fields: new Map() };
  lines.set(name, line);
  if (line.kind !== kind)
    return cells.refuse(
      row,
      "Kind",
      "kind-changes",
      `"${name}" is a ${line.kind} in row ${line.first.line}. Give one of the two another name.`,
    );
  const before = line.fields.get(field);
  if (before !== undefined)
    return cells.refuse(
      row,
      "Field",
      "field-twice",
      `Row ${before.line} says the same of "${name}". Put both into one row, or give one another name.`,
    );
  const isOfKind = kind === "cost" ? field === "amount" : field !== "delay";
  if (!isOfKind)
    return cells.refuse(
      row,
      "Field",
      "field-of-kind",
      `A ${kind} has no such field: "${row.cell("field")}".`,
    );
  line.fields.set(field, row);
}
