import { saveImportRecipe } from "@liftledger/database/import-recipes";
import { insertImport, insertRefusedRows, type ImportRecord } from "@liftledger/database/imports";
import { recordCells, type CellCounts, type ComparedCell } from "@liftledger/database/record-cells";
import { insertSeries } from "@liftledger/database/series";
import type { Writer } from "@liftledger/database/transaction";
import type { ImportPreview, ImportResult } from "@liftledger/contracts/import";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import type { ImportRequest } from "./file-source.ts";
import { changeCollector, importSummary, mainFile, shortFileName, type ReadFile } from "./import-summary.ts";
import { openCells } from "./closed-cells.ts";
import { ImportMeter, type ImportWatch } from "./import-progress.ts";
import { readFile, type FileReading } from "./read-file.ts";
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
  const meter = new ImportMeter(watch, request.file.bytes);
  const file = await readFile(ctx, request, { onProgress: meter.read, signal: watch.signal });
  const { kpis, recipe } = file;
  const read = file.reading;
  if (read.kind !== "read") return read;
  const write = async (tx: Writer, audit: Audit): Promise<ImportOutcome> => {
    meter.beginWriting();
    const { totals } = read;
    const target = await targetSeries(ctx, tx, { recipe, kpis, totals, currency: request.currency });
    if (target.problems.length > 0) return { kind: "refused", problems: [...target.problems] };
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
    const after = await keepRecord(ctx, tx, { importId, fileName, file, reading, counts });
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

async function keepRecord(
  ctx: Context,
  tx: Writer,
  made: { importId: string; fileName: string; file: FileReading; reading: ReadFile; counts: CellCounts },
): Promise<ImportRecord & { recipeVersion: number }> {
  const { importId, reading, counts } = made;
  const { recipe } = made.file;
  const saved = await saveImportRecipe(tx, ctx.organisationId, {
    recipeId: ctx.newId(),
    name: recipe.name,
    definition: recipe,
    createdAt: ctx.now,
    createdBy: ctx.actor.personId,
  });
  const { sha256, bytes } = mainFile(reading);
  const record: ImportRecord = {
    importId,
    recipeId: saved.recipeId,
    fileName: shortFileName(made.fileName),
    fileDigest: sha256,
    fileBytes: bytes,
    rowsRead: reading.rowsRead,
    periodsNew: counts.new,
    periodsChanged: counts.changed,
    periodsSame: counts.same,
    periodsBeside: counts.beside,
    rowsRefused: reading.refusedCount,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  };
  await insertImport(tx, ctx.organisationId, record);
  const refused = reading.refusedRows.map(({ column, ...row }) => ({ ...row, columnName: column }));
  await insertRefusedRows(tx, ctx.organisationId, importId, refused);
  return { ...record, recipeVersion: saved.version };
}
