import type { DateFormat, ImportRecipe, NumberStyle } from "@liftledger/contracts/import-recipe";
import type { Kpi } from "@liftledger/kpis/kpi";
import { compareDecimals } from "@liftledger/numerics/decimal";
import type { CsvHeader } from "./csv-header.ts";
import { AmbiguousColumn, readCsvRows } from "./csv-rows.ts";
import type { RowVisitor } from "./csv-scanner.ts";
import { FileMeter } from "./file-meter.ts";
import { FileRefusal } from "./file-refusal.ts";
import { ImportCells, type ImportSeries } from "./import-cells.ts";
import { ImportPass, type PassFindings } from "./import-pass.ts";
import { planImport, type ImportPlan, type Readings } from "./import-plan.ts";
import { importWarnings, type ImportWarning } from "./import-warnings.ts";
import { readLookup, type LookupTable } from "./lookup-table.ts";
import type { RefusedRow } from "./refused-rows.ts";
import type { WrongCell } from "./row-quantities.ts";
import { UndecidedReadings, type ImportQuestion } from "./undecided-readings.ts";

/** Opens a file anew each time it is called: an import may have to look at it twice. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

export type ImportRequest = {
  recipe: ImportRecipe;
  /** The KPIs the recipe's measures name, by key. */
  kpis: ReadonlyMap<string, Kpi>;
  /** The day it is, "2026-11-22": dates more than a week after it are refused. */
  today: string;
  main: OpenFile;
  lookup?: OpenFile | undefined;
  /** Told how many bytes were read, after each chunk. */
  onProgress?: ((bytesRead: number) => void) | undefined;
  signal?: AbortSignal | undefined;
};

export type ImportProblem = { place: string; rule: string; message: string };
export type ReadFile = { role: "main" | "lookup"; sha256: string; bytes: number };

export type ImportReading =
  | {
      kind: "read";
      cells: ImportCells;
      /** All rows below the headings that are not blank: data, totals and refused rows together. */
      rowsRead: number;
      dataRows: number;
      totalRowsSkipped: { line: number; label: string }[];
      /** The first thousand; `refusedCount` counts them all. */
      refusedRows: RefusedRow[];
      refusedCount: number;
      warnings: ImportWarning[];
      /** Each series with its sums over the file. */
      totals: ImportSeries[];
      files: ReadFile[];
      dateFormat: DateFormat;
      numbers: NumberStyle;
    }
  | { kind: "question"; questions: ImportQuestion[] }
  | { kind: "refused"; problems: ImportProblem[] };

/**
 * Reads a file as its recipe says, by streaming, into exact cells: one numerator and denominator for each
 * series and period. Nothing is guessed and nothing dropped in silence: what a person must decide comes
 * back as questions, a file that cannot be trusted as a whole is refused, and a wrong row is left out by
 * name. See the README for the rules.
 *
 * @example
 * const reading = await readImport({ recipe, kpis, today: "2026-11-22", main: () => createReadStream("spend.csv") });
 * if (reading.kind === "read") for (const cell of reading.cells.cells()) console.log(cell);
 */
export async function readImport(request: ImportRequest): Promise<ImportReading> {
  const problems = recipeProblems(request);
  if (problems.length > 0) return { kind: "refused", problems };
  try {
    return await read(request, planImport(request.recipe));
  } catch (error) {
    if (error instanceof FileRefusal) {
      if (error.rule === "nested-csv") return { kind: "question", questions: [nestedQuestion(error)] };
      return {
        kind: "refused",
        problems: [{ place: error.place, rule: error.rule, message: error.message }],
      };
    }
    if (error instanceof AmbiguousColumn) return { kind: "question", questions: [columnQuestion(error)] };
    throw error;
  }
}

/** What is wrong with the recipe before any file is opened. */
function recipeProblems({ recipe, kpis, lookup }: ImportRequest): ImportProblem[] {
  const problems: ImportProblem[] = [];
  recipe.measures.forEach((measure, index) => {
    const place = `measure ${index + 1}`;
    const kpi = kpis.get(measure.kpi);
    if (kpi === undefined) {
      problems.push({ place, rule: "unknown-kpi", message: `There is no KPI "${measure.kpi}".` });
      return;
    }
    const isTotal = kpi.denominator.kind === "period";
    if (isTotal !== (measure.denominator.kind === "periods")) {
      const message = isTotal
        ? `${kpi.name} is a total: its denominator is "periods".`
        : `${kpi.name} is a ratio: its denominator counts ${kpi.denominator.counts}, not periods.`;
      problems.push({ place, rule: "denominator-kind", message });
    }
  });
  if ((recipe.lookup === undefined) !== (lookup === undefined)) {
    const message = recipe.lookup
      ? `The recipe joins a second file, "${recipe.lookup.name}", which was not given.`
      : "A second file was given, but the recipe joins none.";
    problems.push({ place: "the lookup file", rule: "lookup-file", message });
  }
  return problems;
}

async function read(request: ImportRequest, plan: ImportPlan): Promise<ImportReading> {
  const files: ReadFile[] = [];
  const lookup = await readLookupFile(request, plan, files);
  const decided = await decideReadings(request, plan, lookup);
  if ("questions" in decided) return { kind: "question", questions: decided.questions };
  const { pass, main } = await readUntilSettled(request, plan, decided.readings, lookup);
  files.unshift(main);
  if (pass.rowsRead === 0)
    throw new FileRefusal("the file", "no-data-rows", "The file has headings but no rows below them.");
  const question = percentageQuestion(pass);
  if (question !== undefined) return { kind: "question", questions: [question] };
  const measures = pass.measures.map(({ cells }) => cells);
  const cells = new ImportCells(measures, pass.dates.periods, pass.dates.ranks());
  return {
    kind: "read",
    cells,
    rowsRead: pass.rowsRead,
    dataRows: pass.dataRows,
    totalRowsSkipped: pass.totalRows,
    refusedRows: pass.refused.kept,
    refusedCount: pass.refused.count,
    warnings: importWarnings(
      pass,
      plan.recipe.period,
      lookup === undefined ? 0 : lookup.size - pass.matchedIds,
    ),
    totals: withoutCollisions([...cells.series()]),
    files,
    dateFormat: decided.readings.dateFormat,
    numbers: decided.readings.numbers,
  };
}

async function readLookupFile(
  request: ImportRequest,
  plan: ImportPlan,
  files: ReadFile[],
): Promise<LookupTable | undefined> {
  if (request.lookup === undefined) return undefined;
  const meter = new FileMeter();
  const table = await readLookup(meter.measure(request.lookup()), plan, request.signal);
  files.push({ role: "lookup", sha256: meter.digest(), bytes: meter.bytes });
  return table;
}

async function decideReadings(request: ImportRequest, plan: ImportPlan, lookup: LookupTable | undefined) {
  const undecided = new UndecidedReadings(plan);
  if (undecided.isOpen) {
    await readMain(request, plan, (cells) => undecided.visit(withLookup(cells, plan, lookup)));
  }
  return undecided.decide();
}

function withLookup(
  cells: readonly string[],
  plan: ImportPlan,
  lookup: LookupTable | undefined,
): readonly string[] {
  if (lookup === undefined) return cells;
  const found = lookup.get((cells[plan.lookupKeySlot as number] as string).trim()) ?? [];
  return [...cells.slice(0, plan.mainColumns.length), ...found];
}

/** At most this many looks: one for the rows, one for repeats, one for impossible proportions. */
const mostPasses = 3;

/**
 * Reads the main file, and again where something shows only at its end: that rows repeat where each should
 * stand once, or that a proportion exceeds 100 %. The file may not change between two looks.
 */
async function readUntilSettled(
  request: ImportRequest,
  plan: ImportPlan,
  readings: Readings,
  lookup: LookupTable | undefined,
) {
  let findings: PassFindings = { refuseRepeats: false, impossible: new Map(), impossibleInWhole: new Map() };
  let digest: string | undefined;
  for (let look = 1; ; look += 1) {
    const { pass, main } = await readOnce(request, plan, readings, lookup, findings);
    if (digest !== undefined && digest !== main.sha256) {
      throw new FileRefusal("the file", "file-changed", "The file changed while it was read.");
    }
    digest = main.sha256;
    const next = findAfter(pass, plan, request.kpis, findings);
    if (next === undefined || look === mostPasses) return { pass, main };
    findings = next;
  }
}

async function readOnce(
  request: ImportRequest,
  plan: ImportPlan,
  readings: Readings,
  lookup: LookupTable | undefined,
  findings: PassFindings,
): Promise<{ pass: ImportPass; main: ReadFile }> {
  let width = 0;
  const { kpis, today } = request;
  const findRow = lookup && ((key: string) => lookup.get(key));
  const pass = new ImportPass({ plan, readings, kpis, today, findings, findRow, width: () => width });
  const main = await readMain(
    request,
    plan,
    (cells, fieldCount, line) => pass.visit(cells, fieldCount, line),
    (header) => (width = header.names.length),
  );
  return { pass, main };
}

async function readMain(
  request: ImportRequest,
  plan: ImportPlan,
  visit: RowVisitor,
  onHeader?: (header: CsvHeader) => void,
): Promise<ReadFile> {
  const { recipe, onProgress, signal } = request;
  const meter = new FileMeter(onProgress);
  const { delimiter, encoding, headerLine } = recipe;
  const options = { columns: plan.mainColumns, delimiter, encoding, headerLine, signal, onHeader };
  await readCsvRows(meter.measure(request.main()), options, visit);
  return { role: "main", sha256: meter.digest(), bytes: meter.bytes };
}

/** What the next look must refuse; undefined when this one stands. */
function findAfter(
  pass: ImportPass,
  plan: ImportPlan,
  kpis: ReadonlyMap<string, Kpi>,
  before: PassFindings,
): PassFindings | undefined {
  if (!before.refuseRepeats && pass.repeatedRows > 0 && areRepeatsRefused(pass, plan.recipe)) {
    return { ...before, refuseRepeats: true };
  }
  const impossible = new Map(before.impossible);
  const impossibleInWhole = new Map(before.impossibleInWhole);
  for (const { measure, cells, isWholeFile } of pass.measures) {
    if (kpis.get(measure.kpi)?.proportion !== true) continue;
    const column = measure.numerator.kind === "sum" ? measure.numerator.columns.join(" + ") : null;
    const found = isWholeFile ? impossibleInWhole : impossible;
    for (let cell = 0; cell < cells.grid.size; cell += 1) {
      if (cells.trace.rows.get(cell) === 0) continue;
      const wrong = impossibleProportion(cells.numerator(cell), cells.denominator(cell), column);
      if (wrong !== undefined) found.set(cell, wrong);
    }
  }
  const isNew =
    impossible.size > before.impossible.size || impossibleInWhole.size > before.impossibleInWhole.size;
  return isNew ? { ...before, impossible, impossibleInWhole } : undefined;
}

/**
 * Rows of one date and segment are parts that add up where the recipe says so, and where that is the
 * nature of the file: it counts rows, chooses among them, or repeats most of its dates. In a file with one
 * row a date they are duplicates.
 */
function areRepeatsRefused(pass: ImportPass, recipe: ImportRecipe): boolean {
  if (recipe.repeatedRows !== undefined) return recipe.repeatedRows === "refuse";
  const areOnlySums = recipe.measures.every(
    ({ where, numerator, denominator }) =>
      where === undefined &&
      numerator.kind === "sum" &&
      (denominator.kind === "sum" || denominator.kind === "periods"),
  );
  return areOnlySums && pass.repeatedRows * 2 <= pass.dataRows;
}

function impossibleProportion(
  numerator: string,
  denominator: string,
  column: string | null,
): WrongCell | undefined {
  const isNegative = numerator.startsWith("-") || denominator.startsWith("-");
  if (!isNegative && compareDecimals(numerator, denominator) <= 0) return undefined;
  const what = isNegative ? "a share cannot be negative" : "a share cannot be over 100 %";
  const message = `${numerator} of ${denominator} in its period: ${what}`;
  return { column, value: numerator, rule: "proportion-out-of-range", message };
}

/** Percentages instead of counts: when there is nothing else, the file does not hold what the recipe needs. */
function percentageQuestion(pass: ImportPass): ImportQuestion | undefined {
  const percentages = pass.refused.countByRule.get("percentage") ?? 0;
  const first = pass.refused.kept.find(({ rule }) => rule === "percentage");
  if (percentages === 0 || pass.dataRows > 0 || first === undefined) return undefined;
  const text = `"${first.value}" is a ratio without its parts. Which columns hold its numerator and its denominator?`;
  return { id: `percentage:${first.column}`, text, where: `column "${first.column}"`, choices: [] };
}

function nestedQuestion({ rule, place, message }: FileRefusal): ImportQuestion {
  return { id: rule, text: message, where: place, choices: [] };
}

function columnQuestion({ column, line, places }: AmbiguousColumn): ImportQuestion {
  return {
    id: `column:${column}`,
    text: `${places.length} columns are headed "${column}". Which one is meant?`,
    where: `line ${line}`,
    choices: places.map((place) => ({
      value: `${place.name} [column ${place.column}]`,
      label: `Column ${place.column}`,
    })),
  };
}

/** A measure's own scope may also be the name of a segment: then two measures would write one series. */
function withoutCollisions(totals: ImportSeries[]): ImportSeries[] {
  const seen = new Set<string>();
  for (const { kpi, scope } of totals) {
    const key = `${kpi}\n${scope}`;
    if (seen.has(key)) {
      const message = `Two measures of ${kpi} give the series "${scope}"; the segment and the measure's own scope have the same name.`;
      throw new FileRefusal(`scope "${scope}"`, "same-series", message);
    }
    seen.add(key);
  }
  return totals;
}
