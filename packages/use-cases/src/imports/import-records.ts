import type { ImportPreview, ImportSummary } from "@liftledger/contracts/import";
import type { RecordsRecipe } from "@liftledger/contracts/records-recipe";
import { insertImportedRows } from "@liftledger/database/imported-rows";
import { inSnapshot, type Reader, type Writer } from "@liftledger/database/transaction";
import { readRecords, type RecordsReading } from "@liftledger/files/read-records";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import type { ImportRequest } from "./file-source.ts";
import type { ImportOutcome } from "./import-file.ts";
import { ImportMeter, type ImportWatch } from "./import-progress.ts";
import { shortFileName } from "./import-summary.ts";
import { keepImport } from "./keep-import.ts";
import { matchRecords, rowKeyOf, type MatchedRecords } from "./records/match-records.ts";
import type { CheckedRecords, CheckedRow } from "./records/record-writer.ts";
import { recordWriters } from "./records/record-writers.ts";

/** A file of rows, and how it is read. */
interface RecordsFile {
  readonly request: ImportRequest;
  readonly recipe: RecordsRecipe;
}

type ReadRecords = Extract<RecordsReading, { kind: "read" }>;

/** So many new rows are shown, and refused ones named; all are counted. */
const mostShown = 50;
const mostNamed = 1000;

/**
 * Imports a file whose rows are things, such as initiatives: all its good rows in one transaction, with one record
 * of the import and one entry in the audit chain, beside those of what the rows became where it is told one by one. What is there already is left as it is; a file without anything
 * new writes nothing and says so with no import id.
 */
export async function importRecords(
  ctx: Context,
  { request, recipe }: RecordsFile,
  watch: ImportWatch,
): Promise<ImportOutcome> {
  const meter = new ImportMeter(watch, request.file.bytes);
  const read = await readRows(ctx, { request, recipe }, { onProgress: meter.read, signal: watch.signal });
  if (read.kind !== "read") return read;
  const write = async (tx: Writer, audit: Audit, ctx: Context): Promise<ImportOutcome> => {
    meter.beginWriting();
    const { checked, matched, summary } = await hold(ctx, tx, read, { request, recipe });
    if (matched.new.length === 0) return { kind: "imported", importId: null, summary };
    const importId = ctx.newId();
    const record = await keepImport(ctx, tx, {
      importId,
      fileName: request.file.name,
      recipe,
      file: read.file,
      rowsRead: read.rowsRead,
      refusedRows: summary.refusedRows,
      refusedCount: summary.refusedCount,
      records: summary.records,
    });
    const { objectIds, facts } = await checked.write(tx, audit, matched.new);
    const importedRows = matched.new.map((place, index) => {
      const { identity, line } = checked.rows[place] as CheckedRow;
      return { objectId: objectIds[index] as string, rowKey: rowKeyOf(identity), line };
    });
    await insertImportedRows(tx, ctx.organisationId, { target: recipe.target, importId }, importedRows);
    audit({
      action: "importFile",
      noun: "import",
      id: importId,
      before: null,
      after: { ...record, ...facts },
    });
    meter.commit(read.rowsRead);
    return { kind: "imported", importId, summary };
  };
  return changeOnce(ctx, write, { isLong: true });
}

/** What the import of a file of rows would do; writes nothing. */
export async function previewRecords(
  ctx: Context,
  file: RecordsFile,
  { signal }: ImportWatch,
): Promise<ImportPreview> {
  const read = await readRows(ctx, file, { signal });
  if (read.kind !== "read") return read;
  return inSnapshot(ctx.db, async (db): Promise<ImportPreview> => {
    const { summary } = await hold(ctx, db, read, file);
    return { kind: "preview", summary };
  });
}

async function readRows(
  ctx: Context,
  { request, recipe }: RecordsFile,
  watch: Pick<Parameters<typeof readRecords>[0], "onProgress" | "signal">,
): Promise<RecordsReading> {
  await getOrganisation(ctx);
  if (request.lookup !== undefined) {
    const message = "A second file was given, but this recipe joins none.";
    return { kind: "refused", problems: [{ place: "the lookup file", rule: "lookup-file", message }] };
  }
  return readRecords({ recipe, open: request.file.open, ...watch });
}

/** Holds the rows of a file against the ledger. */
async function hold(ctx: Context, db: Reader, read: ReadRecords, { request, recipe }: RecordsFile) {
  const checked = await recordWriters[recipe.target](ctx, db, { records: read.records, recipe });
  const matched = await matchRecords(ctx, db, checked, recipe);
  const summary = summaryOf(read, { checked, matched, recipe, fileName: request.file.name });
  return { checked, matched, summary };
}

function summaryOf(
  read: ReadRecords,
  found: { checked: CheckedRecords; matched: MatchedRecords; recipe: RecordsRecipe; fileName: string },
): ImportSummary {
  const { checked, matched, recipe, fileName } = found;
  const refused = [...read.refusedRows, ...matched.refused].toSorted((one, other) => one.line - other.line);
  return {
    target: recipe.target,
    fileName: shortFileName(fileName),
    fileDigest: read.file.sha256,
    fileBytes: read.file.bytes,
    rowsRead: read.rowsRead,
    totalRowsSkipped: read.totalRowsSkipped,
    periods: { new: 0, changed: 0, same: 0, beside: 0 },
    records: { new: matched.new.length, same: matched.same },
    refusedRows: refused.slice(0, mostNamed),
    refusedCount: read.refusedCount + matched.refused.length,
    unreadCells: read.unreadCells,
    unreadCount: read.unreadCount,
    tallies: checked.tallies(matched.new),
    firstNew: matched.new.slice(0, mostShown).map((place) => {
      const { line, text } = checked.rows[place] as CheckedRow;
      return { line, text };
    }),
    warnings: read.warnings.map(({ message }) => message),
    totals: [],
    changes: [],
  };
}
