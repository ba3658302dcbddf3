import type { RecordsRecipe } from "@liftledger/contracts/records-recipe";
import { FileMeter } from "./file-meter.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { OpenFile, ReadFile, ReadingProgress } from "./import-request.ts";
import type { ImportWarning } from "./import-warnings.ts";
import { readFieldCell, type CellReading } from "./field-cell.ts";
import { ownText } from "./own-text.ts";
import { RefusedRows, type RefusedRow } from "./refused-rows.ts";
import { planFields, type FieldPlan, type RecordPlan } from "./record-plan.ts";
import { UndecidedFields, type FieldReadings } from "./undecided-fields.ts";
import type { RowVisitor } from "./csv-scanner.ts";
import { stoppedReading, type StoppedReading } from "./stopped-reading.ts";
import { readTableRows } from "./table-rows.ts";
import { isTotalLabel } from "./total-row.ts";

export type RecordsRequest = {
  recipe: RecordsRecipe;
  open: OpenFile;
  /** Told after each chunk, and after some rows, how far this look at the file has come. */
  onProgress?: ((progress: ReadingProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
};

/** One row of a file: its fields by name, those it may go without left out. */
export type FileRecord = { line: number; values: Readonly<Record<string, string>> };

export type RecordsReading =
  | {
      kind: "read";
      records: FileRecord[];
      rowsRead: number;
      totalRowsSkipped: number;
      /** The first thousand; `refusedCount` counts them all. So it is with the cells that were not read. */
      refusedRows: RefusedRow[];
      refusedCount: number;
      unreadCells: RefusedRow[];
      unreadCount: number;
      warnings: ImportWarning[];
      file: ReadFile;
    }
  | StoppedReading;

/** So many things of one file are kept at a time. */
const mostRecords = 100_000;
const rowsBetweenReports = 1_000;
/** Nothing of what is read here began before that day. */
const oldestDay = "1950-01-01";

/**
 * Reads a file each of whose rows is one thing, such as an initiative: its fields as the recipe says, spelled the
 * same however the file writes them. A row with a field that cannot be read is refused by line, column, value and
 * rule, unless the recipe says what counts then: it is taken and the cell reported. Nothing is guessed.
 *
 * @example
 * const reading = await readRecords({ recipe, open: () => createReadStream("inventory.csv") });
 * if (reading.kind === "read") console.log(reading.records.length, reading.unreadCells);
 */
export async function readRecords(request: RecordsRequest): Promise<RecordsReading> {
  try {
    const plan = planFields(request.recipe);
    const decided = await decideFields(request, plan);
    if ("questions" in decided) return { kind: "question", questions: decided.questions };
    return await readAll(request, plan, decided.readings);
  } catch (error) {
    return stoppedReading(error);
  }
}

async function decideFields(request: RecordsRequest, plan: RecordPlan) {
  const undecided = new UndecidedFields(plan);
  if (undecided.isOpen) await readOnce(request, plan, (cells) => undecided.visit(cells));
  return undecided.decide();
}

async function readAll(
  request: RecordsRequest,
  plan: RecordPlan,
  readings: FieldReadings,
): Promise<RecordsReading> {
  const pass = new RecordPass(plan, readings);
  const visit: RowVisitor = (cells, fieldCount, line) => pass.visit(cells, fieldCount, line);
  const file = await readOnce(request, plan, visit, {
    readings,
    onWidth: (width) => {
      pass.width = width;
    },
  });
  if (pass.rowsRead === 0) {
    throw new FileRefusal("the file", "no-data-rows", "The file has headings but no rows below them.");
  }
  return {
    kind: "read",
    records: pass.records,
    rowsRead: pass.rowsRead,
    totalRowsSkipped: pass.totalRows,
    refusedRows: pass.refused.kept,
    refusedCount: pass.refused.count,
    unreadCells: pass.unread.kept,
    unreadCount: pass.unread.count,
    warnings: pass.warnings(),
    file,
  };
}

async function readOnce(
  { recipe, open, onProgress, signal }: RecordsRequest,
  plan: RecordPlan,
  visit: RowVisitor,
  known: { readings?: FieldReadings; onWidth?: (width: number) => void } = {},
): Promise<ReadFile> {
  let rows = 0;
  const meter = new FileMeter(onProgress && ((bytes) => onProgress({ bytes, rows })));
  const visitCounted: RowVisitor = (cells, fieldCount, line) => {
    rows += 1;
    if (rows % rowsBetweenReports === 0) onProgress?.({ bytes: meter.bytes, rows });
    visit(cells, fieldCount, line);
  };
  const { delimiter, encoding, headerLine, sheet, tableEnd } = recipe;
  const layout = { columns: plan.columns, delimiter, encoding, headerLine, sheet, tableEnd };
  const spelling = plan.spelling(known.readings);
  const onHeader = ({ names }: { names: readonly string[] }) => known.onWidth?.(names.length);
  const options = { ...layout, spelling, signal, onHeader };
  const { formulaCells } = await readTableRows(meter.measure(open()), options, visitCounted);
  return { role: "main", sha256: meter.digest(), bytes: meter.bytes, formulaCells };
}

/** One pass over the rows of a file, each made a record or refused. */
class RecordPass {
  readonly #fields: readonly { field: FieldPlan; reading: CellReading }[];
  readonly records: FileRecord[] = [];
  readonly refused = new RefusedRows();
  readonly unread = new RefusedRows();
  readonly #empty = new Map<FieldPlan, number>();
  readonly #oldDates = new Map<FieldPlan, { count: number; first: string }>();
  rowsRead = 0;
  totalRows = 0;
  /** How many fields a row should have, known once the headings are. */
  width = 0;

  constructor(plan: RecordPlan, readings: FieldReadings) {
    const { currencySign } = plan.recipe;
    this.#fields = plan.fields.map((field) => {
      const { meanings } = field;
      const { numbers } = readings;
      return { field, reading: { meanings, numbers, currencySign, format: readings.formatOf(field) } };
    });
  }

  visit(cells: readonly string[], fieldCount: number, line: number): void {
    this.rowsRead += 1;
    if (cells.some(isTotalLabel)) {
      this.totalRows += 1;
    } else if (fieldCount === this.width) {
      this.#take(cells, line);
    } else {
      this.refused.add(line, null, null, "ragged-row", `the row has ${fieldCount} of ${this.width} fields`);
    }
  }

  #take(cells: readonly string[], line: number): void {
    const values: [string, string][] = [];
    const told: (() => void)[] = [];
    for (const { field, reading } of this.#fields) {
      const found = readField(field, cells, reading);
      if ("rule" in found) {
        const add = (rows: RefusedRows) => {
          rows.add(line, found.column, found.text, found.rule, found.message);
        };
        if (found.instead === undefined) {
          add(this.refused);
          return;
        }
        told.push(() => add(this.unread));
        values.push([field.name, found.instead]);
      } else if (found.value !== undefined) {
        values.push([field.name, found.value]);
        if (found.isEmpty === true) told.push(() => this.#countEmpty(field));
        else if (field.field.kind === "day") told.push(() => this.#countOld(field, cells, found.value));
      }
    }
    // Only of rows that are taken: a refused row is named once.
    for (const tell of told) tell();
    if (this.records.length === mostRecords) {
      const message = `The file has more than ${mostRecords.toLocaleString("en")} rows; divide it into several.`;
      throw new FileRefusal("the file", "too-many-rows", message);
    }
    this.records.push({ line, values: Object.fromEntries(values) });
  }

  #countEmpty(field: FieldPlan): void {
    this.#empty.set(field, (this.#empty.get(field) ?? 0) + 1);
  }

  #countOld(field: FieldPlan, cells: readonly string[], day: string | undefined): void {
    if (day === undefined || day >= oldestDay || field.slot < 0) return;
    const { count, first } = this.#oldDates.get(field) ?? {
      count: 0,
      first: ownText(cells[field.slot] ?? ""),
    };
    this.#oldDates.set(field, { count: count + 1, first });
  }

  /** What was taken for cells that say nothing, and dates that are hardly meant. */
  warnings(): ImportWarning[] {
    const empty = [...this.#empty].map(([{ field, source }, count]) => {
      const instead = "column" in source ? source.empty : undefined;
      const rows = count === 1 ? "1 row has" : `${count.toLocaleString("en")} rows have`;
      const message = `${rows} no ${field.label.toLowerCase()}: taken as ${instead}, as the recipe says.`;
      return { rule: "empty-cells", message };
    });
    const old = [...this.#oldDates].map(([{ source }, { count, first }]) => {
      const column = "column" in source ? source.column : "";
      const dates = count === 1 ? "1 date" : `${count.toLocaleString("en")} dates`;
      const message = `${dates} of column "${column}" lie before ${oldestDay.slice(0, 4)}, such as ${first}: a spreadsheet makes such a day of a year that was typed alone.`;
      return { rule: "old-dates", message };
    });
    return [...empty, ...old];
  }
}

type FieldValue =
  | { value: string | undefined; isEmpty?: boolean }
  | { rule: string; message: string; column: string; text: string; instead: string | undefined };

function readField(plan: FieldPlan, cells: readonly string[], reading: CellReading): FieldValue {
  const { source, field, slot } = plan;
  if ("value" in source) return { value: source.value };
  const text = (cells[slot] ?? "").trim();
  const { column } = source;
  if (text === "") {
    if (source.empty !== undefined || field.isOptional === true)
      return { value: source.empty, isEmpty: true };
    return { rule: "missing-value", message: "the cell is empty", column, text, instead: undefined };
  }
  const cell = readFieldCell(text, field, reading);
  return "rule" in cell ? { ...cell, column, text, instead: source.unreadable } : cell;
}
