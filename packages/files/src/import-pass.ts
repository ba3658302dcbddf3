import type { Kpi } from "@liftledger/kpis/kpi";
import { periodOf } from "@liftledger/kpis/period";
import { CellGrid } from "./cell-grid.ts";
import { CellTrace } from "./cell-trace.ts";
import { DateColumn, type DateEntry, type DateInPeriod } from "./date-column.ts";
import { exactToDecimal, type ExactNumber } from "./exact-number.ts";
import { errorCell, isErrorCell } from "./error-cell.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { ImportPlan, Readings } from "./import-plan.ts";
import { MeasureCells } from "./measure-cells.ts";
import { RefusedRows } from "./refused-rows.ts";
import { RepeatedRows } from "./repeated-rows.ts";
import { prepareMeasure, type RowMeasure, type WrongCell } from "./row-quantities.ts";
import { mostSegments, SegmentColumn, totalSegment } from "./segment-column.ts";
import { isTotalLabel } from "./total-row.ts";
import { ownText } from "./own-text.ts";
import { AskFirst } from "./ask-first.ts";
import { reportDateQuestion, startDateQuestion } from "./import-questions.ts";
import { statedDates, statedStart, type StatedDates } from "./stated-dates.ts";

/** What an earlier pass over the same file found that can only be judged once the whole file was seen. */
export type PassFindings = {
  /** Whether a row that repeats a date and segment is a duplicate (or a conflict) rather than a part. */
  refuseRepeats: boolean;
  /** Cells in which a proportion is impossible, of the segments' grid and of that of the whole file. */
  impossible: ReadonlyMap<number, WrongCell>;
  impossibleInWhole: ReadonlyMap<number, WrongCell>;
};

type PassMeasure = RowMeasure & {
  cells: MeasureCells;
  /** The trace this measure alone writes; undefined where it shares that of its grid. */
  ownTrace: CellTrace | undefined;
  isWholeFile: boolean;
  numeratorOfRow: ExactNumber;
  denominatorOfRow: ExactNumber;
};

const longestSegment = 200;

/** A grand total the file states: its line and the cells of its row. */
export type GrandTotal = { line: number; label: string; cells: string[] };
const mostGrandTotals = 10;
const mostTotalRowsKept = 1_000;

/**
 * One pass over the rows of a file: date, segment and measures of each, added into cells. A row that breaks
 * any measure is refused for all of them, so that the KPIs of one file agree; a row that a measure's `where`
 * leaves out breaks nothing.
 */
export class ImportPass {
  readonly #plan: ImportPlan;
  readonly #findings: PassFindings;
  readonly #findRow: ((key: string) => readonly string[] | undefined) | undefined;
  readonly #width: () => number;
  readonly dates: DateColumn;
  readonly refused = new RefusedRows();
  readonly totalRows: { line: number; label: string }[] = [];
  readonly grandTotals: GrandTotal[] = [];
  readonly measures: PassMeasure[];
  readonly #hasWholeFile: boolean;
  readonly #segments = new SegmentColumn();
  readonly #grid = new CellGrid();
  readonly #trace = new CellTrace();
  readonly #wholeGrid = new CellGrid();
  readonly #wholeTrace = new CellTrace();
  readonly #merged: string[] = [];
  readonly #matched = new Set<readonly string[]>();
  readonly #repeats = new RepeatedRows();
  /** The lines above the headings, known once these are. */
  titles: readonly string[] = [];
  /** The day of every row, in a file without dates. */
  #fileDate = "";
  rowsRead = 0;
  dataRows = 0;
  /** How many ids of the lookup file some row had. */
  get matchedIds(): number {
    return this.#matched.size;
  }
  /** Rows whose date and segment an earlier row had. */
  repeatedRows = 0;
  /** The first and last day of the rows taken, and the days of the week or month that occur at all. */
  readonly span = { firstDay: Infinity, lastDay: -Infinity, dayBits: 0, hasWholePeriods: false };

  constructor(parts: {
    plan: ImportPlan;
    readings: Readings;
    kpis: ReadonlyMap<string, Kpi>;
    today: string;
    findings: PassFindings;
    /** How many fields a row should have, known once the headings are. */
    width: () => number;
    findRow: ((key: string) => readonly string[] | undefined) | undefined;
  }) {
    this.#plan = parts.plan;
    this.#findings = parts.findings;
    this.#findRow = parts.findRow;
    this.#width = parts.width;
    const { dateColumn, period } = parts.plan.recipe;
    const format = dateColumn === undefined ? "yyyy-MM-dd" : parts.readings.dateFormat;
    this.dates = new DateColumn(format, period, parts.today);
    if (parts.plan.segmentSlot === undefined) this.#segments.scopes.push(parts.plan.recipe.scope);
    this.#hasWholeFile = parts.plan.recipe.measures.some((measure) => measure.scope !== undefined);
    this.measures = parts.plan.recipe.measures.map((measure) => this.#prepare(measure, parts.readings));
  }

  #prepare(measure: ImportPlan["recipe"]["measures"][number], readings: Readings): PassMeasure {
    const isWholeFile = measure.scope !== undefined;
    const ownTrace = measure.where === undefined ? undefined : new CellTrace();
    return {
      ...prepareMeasure(measure, this.#plan, readings),
      cells: new MeasureCells({
        kpi: measure.kpi,
        grid: isWholeFile ? this.#wholeGrid : this.#grid,
        trace: ownTrace ?? (isWholeFile ? this.#wholeTrace : this.#trace),
        scopes: measure.scope === undefined ? this.#segments.scopes : [measure.scope],
        isTotal: measure.denominator.kind === "periods",
      }),
      ownTrace,
      isWholeFile,
      numeratorOfRow: { mantissa: 0, scale: 0 },
      denominatorOfRow: { mantissa: 0, scale: 0 },
    };
  }

  /** Takes one row of the main file: the plan's main columns, in order. */
  visit(mainCells: string[], fieldCount: number, line: number): void {
    this.rowsRead += 1;
    if (this.rowsRead === 1) this.#beginDates();
    const dateText = this.#dateText(mainCells);
    const date = this.dates.read(dateText);
    const segmentText =
      this.#plan.segmentSlot === undefined ? undefined : (mainCells[this.#plan.segmentSlot] as string);
    const segment = this.#readSegment(segmentText, line);
    if (date.kind === "total" || segment === totalSegment || this.#isTotalRow(mainCells)) {
      this.#skipTotal(mainCells, date, segmentText, line);
      return;
    }
    if (fieldCount !== this.#width()) {
      this.refused.add(
        line,
        null,
        null,
        "ragged-row",
        `the row has ${fieldCount} of ${this.#width()} fields`,
      );
      return;
    }
    if (date.kind === "wrong") {
      this.refused.add(line, this.#plan.recipe.dateColumn ?? null, dateText.trim(), date.rule, date.message);
      return;
    }
    if (segment === undefined) return;
    this.#takeRow(mainCells, date, segment, line);
  }

  /** A report without dates may say in any of its first columns that a row is a total. */
  #isTotalRow(cells: readonly string[]): boolean {
    return this.#plan.dateSlot === undefined && cells.some(isTotalLabel);
  }

  #readSegment(text: string | undefined, line: number): number | undefined {
    if (text === undefined) return 0;
    if (isErrorCell(text)) {
      const { rule, message } = errorCell(text);
      this.refused.add(line, this.#plan.recipe.segmentColumn as string, text, rule, message);
      return undefined;
    }
    if (text.length <= longestSegment) {
      const segment = this.#segments.read(text);
      if (this.#segments.scopes.length > mostSegments)
        throw tooManySegments(this.#plan.recipe.segmentColumn as string);
      return segment;
    }
    const reason = `the segment is longer than ${longestSegment} characters`;
    this.refused.add(line, this.#plan.recipe.segmentColumn as string, text, "segment-too-long", reason);
    return undefined;
  }

  #takeRow(mainCells: string[], date: DateInPeriod, segment: number, line: number): void {
    const cells = this.#findRow === undefined ? mainCells : this.#mergeLookup(mainCells);
    const wrong = this.#readMeasures(cells);
    if (wrong !== undefined) {
      this.refused.add(line, wrong.column, wrong.value, wrong.rule, wrong.message);
      return;
    }
    const cell = this.#grid.cell(segment, date.period);
    const wholeCell = this.#hasWholeFile ? this.#wholeGrid.cell(0, date.period) : 0;
    if (this.#isRefusedByFindings(cell, wholeCell, date, line)) return;
    if (this.#trace.add(cell, line, date.dayBit)) this.repeatedRows += 1;
    if (this.#hasWholeFile) this.#wholeTrace.add(wholeCell, line, date.dayBit);
    for (const measure of this.measures)
      this.#addMeasure(measure, measure.isWholeFile ? wholeCell : cell, date, cells, line);
    this.#noteSpan(date);
    this.dataRows += 1;
  }

  #addMeasure(
    measure: PassMeasure,
    cell: number,
    date: DateInPeriod,
    cells: readonly string[],
    line: number,
  ): void {
    if (measure.ownTrace !== undefined) {
      if (measure.applies?.(cells) === false) return;
      measure.ownTrace.add(cell, line, date.dayBit);
    }
    measure.cells.numerators.add(cell, measure.numeratorOfRow);
    measure.cells.denominators?.add(cell, measure.denominatorOfRow);
  }

  #readMeasures(cells: readonly string[]): WrongCell | undefined {
    for (const measure of this.measures) {
      if (measure.applies?.(cells) === false) continue;
      const wrong =
        measure.numerator(cells, measure.numeratorOfRow) ??
        measure.denominator?.(cells, measure.denominatorOfRow);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }

  #mergeLookup(mainCells: readonly string[]): readonly string[] {
    const main = this.#plan.mainColumns.length;
    const found = this.#findRow?.((mainCells[this.#plan.lookupKeySlot as number] as string).trim());
    if (found !== undefined) this.#matched.add(found);
    for (let index = 0; index < main; index += 1) this.#merged[index] = mainCells[index] as string;
    for (let index = 0; index < this.#plan.lookupColumns.length; index += 1) {
      this.#merged[main + index] = found?.[index] ?? "";
    }
    return this.#merged;
  }

  #isRefusedByFindings(cell: number, wholeCell: number, date: DateInPeriod, line: number): boolean {
    const impossible = this.#findings.impossible.get(cell) ?? this.#findings.impossibleInWhole.get(wholeCell);
    if (impossible !== undefined) {
      this.refused.add(line, impossible.column, impossible.value, impossible.rule, impossible.message);
      return true;
    }
    return this.#findings.refuseRepeats && this.#isRepeat(cell, date, line);
  }

  /** Whether an earlier row had this date and segment with the same values; with others the file is refused. */
  #isRepeat(cell: number, date: DateInPeriod, line: number): boolean {
    const values = this.measures
      .map(
        (measure) => `${exactToDecimal(measure.numeratorOfRow)}/${exactToDecimal(measure.denominatorOfRow)}`,
      )
      .join(", ");
    const first = this.#repeats.repeatedLine(cell, date.dayBit, values, line);
    if (first === undefined) return false;
    const reason = `the row repeats line ${first}, the same period, segment and values; it counts once`;
    this.refused.add(line, null, null, "duplicate-row", reason);
    return true;
  }

  #skipTotal(cells: readonly string[], date: DateEntry, segmentText: string | undefined, line: number): void {
    const dateText = this.#dateText(cells);
    const inAny = this.#plan.dateSlot === undefined ? cells.find(isTotalLabel) : undefined;
    const label = ownText((inAny ?? (date.kind === "total" ? dateText : (segmentText ?? ""))).trim());
    if (this.totalRows.length < mostTotalRowsKept) this.totalRows.push({ line, label });
    const hasOwnDate = date.kind === "in" && this.#plan.dateSlot !== undefined;
    const hasOwnSegment =
      date.kind === "total" &&
      segmentText !== undefined &&
      segmentText.trim() !== "" &&
      this.#segments.read(segmentText) !== totalSegment;
    // Without dates, what follows the first total are the totals of its parts.
    const isPart = this.#plan.dateSlot === undefined && this.grandTotals.length > 0;
    if (hasOwnDate || hasOwnSegment || isPart || this.grandTotals.length >= mostGrandTotals) return;
    this.grandTotals.push({ line, label, cells: cells.map(ownText) });
  }

  #dateText(cells: readonly string[]): string {
    return this.#plan.dateSlot === undefined ? this.#fileDate : (cells[this.#plan.dateSlot] as string);
  }

  /** What the lines above the headings say of the dates, once a row needs it. */
  #beginDates(): void {
    const { dateColumn, dateFormat, reportDate, startDate, period } = this.#plan.recipe;
    if (dateColumn === undefined) {
      const stated = statedDates(this.titles);
      this.#fileDate = reportDate ?? dateWithin(stated, period);
      if (reportDate === undefined && stated !== undefined) this.#noteStated(stated);
    } else if (dateFormat === "nth-day") {
      this.dates.start = startDate ?? statedStart(this.titles);
      if (this.dates.start === undefined) throw new AskFirst(startDateQuestion(dateColumn));
    }
  }

  #noteStated({ first, last }: StatedDates): void {
    for (const day of [first, last]) {
      const date = this.dates.read(day);
      if (date.kind === "in") this.#noteSpan(date);
    }
  }

  #noteSpan(date: DateInPeriod): void {
    const { span } = this;
    if (date.day < span.firstDay) span.firstDay = date.day;
    if (date.day > span.lastDay) span.lastDay = date.day;
    span.dayBits |= date.dayBit;
    if (date.isWholePeriod) span.hasWholePeriods = true;
  }
}

function dateWithin(stated: StatedDates | undefined, period: "week" | "month"): string {
  if (stated === undefined || periodOf(stated.first, period) !== periodOf(stated.last, period)) {
    throw new AskFirst(reportDateQuestion(stated, period));
  }
  return stated.first;
}

function tooManySegments(column: string): FileRefusal {
  const message = `Column "${column}" has more than ${mostSegments.toLocaleString("en")} values; it is an id rather than a segment.`;
  return new FileRefusal(`column "${column}"`, "too-many-segments", message);
}
