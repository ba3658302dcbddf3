import { recordCells, type ComparedCell } from "@liftledger/database/record-cells";
import { insertSeries } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import type { ImportPreview, ImportResult } from "@liftledger/contracts/import";
import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { isRecordsRecipe } from "@liftledger/contracts/record-targets";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustOwnSeries } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import type { ImportRequest } from "./file-source.ts";
import { changeCollector, importSummary, mainFile } from "./import-summary.ts";
import { importRecords } from "./import-records.ts";
import { keepImport } from "./keep-import.ts";
import { openCells } from "./closed-cells.ts";
import { ImportMeter, type ImportWatch } from "./import-progress.ts";
import { readFile } from "./read-file.ts";
import { readRecipe } from "./read-recipe.ts";
import { refuseRetiredRecipe } from "./save-import-recipe.ts";
import { targetSeries } from "./target-series.ts";

/** What became of a file: imported, or what must be answered first, or why it is refused. */
export type ImportOutcome =
  | ({ kind: "imported" } & ImportResult)
  | Extract<ImportPreview, { kind: "question" | "refused" }>;

/**
 * Imports a file: all its good rows in one transaction, with one record of the import, the rows it refused
 * and the recipe it was read by. A file that changes nothing writes nothing, and says so with no import id.
 * Whoever watches may cancel it until it commits; then nothing was written.
 */
export async function importFile(
  ctx: Context,
  request: ImportRequest,
  watch: ImportWatch = {},
): Promise<ImportOutcome> {
  mustBe(ctx, "contributor");
  const recipe = readRecipe(request.recipe);
  return isRecordsRecipe(recipe)
    ? importRecords(ctx, { request, recipe }, watch)
    : importFigures(ctx, { request, recipe }, watch);
}

async function importFigures(
  ctx: Context,
  { request, recipe }: { request: ImportRequest; recipe: ImportRecipe },
  watch: ImportWatch,
): Promise<ImportOutcome> {
  const meter = new ImportMeter(watch, request.file.bytes);
  const watched = { onProgress: meter.read, signal: watch.signal };
  const { kpis, reading: read } = await readFile(ctx, request, recipe, watched);
  if (read.kind !== "read") return read;
  const write = async (tx: Writer, audit: Audit, ctx: Context): Promise<ImportOutcome> => {
    meter.beginWriting();
    const { totals } = read;
    await refuseRetiredRecipe(ctx, tx, recipe);
    const target = await targetSeries(ctx, tx, { recipe, kpis, totals, currency: request.currency });
    if (target.problems.length > 0) return { kind: "refused", problems: [...target.problems] };
    await mustOwnSeries(ctx, tx, target.existingIds);
    const importId = ctx.newId();
    const { reading, cells, fills } = await openCells(ctx, tx, read, { ...target, source: recipe.source });
    const missing = target.missing.filter(({ seriesId }) => fills(seriesId));
    await insertSeries(tx, ctx.organisationId, missing);
    const { changes, seriesWritten, onCell } = changeCollector(reading, target);
    const whole = { cells: read.cells.count, rows: read.rowsRead };
    const onCellCounted = (cell: ComparedCell) => {
      meter.writeCell(whole);
      onCell(cell);
    };
    const origin = { source: recipe.source, recordedAt: ctx.now, recordedBy: ctx.actor.personId, importId };
    const counts = await recordCells(tx, ctx.organisationId, cells(), origin, onCellCounted);
    const fileName = request.file.name;
    const summary = importSummary(reading, { fileName, kpis, target, counts, changes });
    if (counts.new + counts.changed + counts.beside === 0)
      return { kind: "imported", importId: null, summary };
    const made = { importId, fileName, recipe, file: mainFile(reading), rowsRead: reading.rowsRead };
    const { refusedRows, refusedCount } = reading;
    const after = await keepImport(ctx, tx, { ...made, refusedRows, refusedCount, periods: counts });
    const seriesMade = missing.length;
    audit({
      action: "importFile",
      noun: "import",
      id: importId,
      before: null,
      after: { ...after, seriesMade, seriesIds: [...seriesWritten].toSorted() },
    });
    meter.commit(read.rowsRead);
    return { kind: "imported", importId, summary };
  };
  return changeOnce(ctx, write, { isLong: true });
}
