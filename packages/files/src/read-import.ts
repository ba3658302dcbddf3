import type { DateFormat, NumberStyle } from "@liftledger/contracts/import-recipe";
import { FileMeter } from "./file-meter.ts";
import { FileRefusal } from "./file-refusal.ts";
import { ImportCells, type ImportSeries } from "./import-cells.ts";
import { planImport, type ImportPlan } from "./import-plan.ts";
import { percentageQuestion } from "./import-questions.ts";
import type { ImportRequest, ReadFile } from "./import-request.ts";
import { importWarnings, type ImportWarning } from "./import-warnings.ts";
import { readLookup, type LookupTable } from "./lookup-table.ts";
import { readMain } from "./read-main.ts";
import { recipeProblems } from "./recipe-problems.ts";
import type { RefusedRow } from "./refused-rows.ts";
import { readUntilSettled } from "./settled-pass.ts";
import { stoppedReading, type StoppedReading } from "./stopped-reading.ts";
import { UndecidedReadings } from "./undecided-readings.ts";

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
      totals: readonly ImportSeries[];
      files: ReadFile[];
      dateFormat: DateFormat;
      numbers: NumberStyle;
    }
  | StoppedReading;

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
    return stoppedReading(error);
  }
}

async function read(request: ImportRequest, plan: ImportPlan): Promise<ImportReading> {
  const files: ReadFile[] = [];
  const lookup = await readLookupFile(request, plan, files);
  const decided = await decideReadings(request, plan, lookup);
  if ("questions" in decided) return { kind: "question", questions: decided.questions };
  const { pass, main } = await readUntilSettled(request, plan, decided.readings, lookup);
  files.unshift(main);
  if (pass.rowsRead === 0) throw noDataRows();
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
    warnings: importWarnings(pass, {
      periodType: plan.recipe.period,
      lookupRowsUnused: lookup === undefined ? 0 : lookup.size - pass.matchedIds,
      formulaCells: main.formulaCells,
    }),
    totals: withoutCollisions(cells.series),
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
  files.push({ role: "lookup", sha256: meter.digest(), bytes: meter.bytes, formulaCells: 0 });
  return table;
}

async function decideReadings(request: ImportRequest, plan: ImportPlan, lookup: LookupTable | undefined) {
  const undecided = new UndecidedReadings(plan);
  if (undecided.isOpen) {
    await readMain(request, plan, (cells) => undecided.visit(withLookup(cells, plan, lookup)));
    if (undecided.rows === 0) throw noDataRows();
  }
  return undecided.decide();
}

function noDataRows(): FileRefusal {
  return new FileRefusal("the file", "no-data-rows", "The file has headings but no rows below them.");
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

/** A measure's own scope may also be the name of a segment: then two measures would write one series. */
function withoutCollisions(totals: readonly ImportSeries[]): readonly ImportSeries[] {
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
