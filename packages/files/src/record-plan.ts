import type { DateFormat } from "@liftledger/contracts/import-recipe";
import { fieldsOf, type RecordField } from "@liftledger/contracts/record-targets";
import type { FieldSource, RecordsRecipe } from "@liftledger/contracts/records-recipe";
import type { ColumnSpelling } from "./cell-spelling.ts";
import { columnKey } from "./csv-header.ts";
import { textKey } from "./field-cell.ts";
import type { FieldReadings } from "./undecided-fields.ts";

/** A field, where it comes from, and the place of its column in a row of cells. */
export type FieldPlan = {
  name: string;
  field: RecordField;
  source: FieldSource;
  /** -1 for a field that no column gives. */
  slot: number;
  /** What the texts of its column mean, by `textKey`. */
  meanings: ReadonlyMap<string, string>;
  /** Whether the recipe says what counts where a cell cannot be read. */
  hasInstead: boolean;
};

export type RecordPlan = {
  recipe: RecordsRecipe;
  columns: string[];
  fields: FieldPlan[];
  /** How the cells of a workbook are spelled, so that they are read as those of a CSV file. */
  spelling: (readings?: FieldReadings) => (column: string) => ColumnSpelling;
};

/** Lays the columns of a recipe out, in the order of its target's fields. */
export function planFields(recipe: RecordsRecipe): RecordPlan {
  const columns: string[] = [];
  const fields: FieldPlan[] = [];
  for (const [name, field] of fieldsOf(recipe.target)) {
    const source = Object.hasOwn(recipe.fields, name) ? recipe.fields[name] : undefined;
    if (source === undefined) continue;
    if ("column" in source && !columns.includes(source.column)) columns.push(source.column);
    const slot = "column" in source ? columns.indexOf(source.column) : -1;
    const values = "column" in source ? Object.entries(source.values ?? {}) : [];
    const meanings = new Map(values.map(([text, meaning]) => [textKey(text), meaning]));
    const hasInstead = "column" in source && source.unreadable !== undefined;
    fields.push({ name, field, source, slot, meanings, hasInstead });
  }
  return { recipe, columns, fields, spelling: (readings) => spellingOf(recipe, fields, readings) };
}

function spellingOf(
  recipe: RecordsRecipe,
  fields: readonly FieldPlan[],
  readings: FieldReadings | undefined,
) {
  const decimal = (recipe.numbers ?? readings?.numbers)?.decimal ?? ".";
  const dates = new Map<string, DateFormat | undefined>();
  for (const plan of fields) {
    if (!("column" in plan.source) || !isDate(plan.field)) continue;
    dates.set(columnKey(plan.source.column), plan.source.format ?? readings?.formatOf(plan));
  }
  return (column: string): ColumnSpelling => {
    const key = columnKey(column);
    return { decimal, dates: dates.get(key), isDateColumn: dates.has(key) };
  };
}

/** Whether a field is dated. */
export function isDate({ kind }: RecordField): boolean {
  return kind === "day" || kind === "month";
}
