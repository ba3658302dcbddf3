import { exactInteger } from "./columns.ts";
import { NotFoundError } from "./errors.ts";
import type { Page, PageRequest } from "./page.ts";
import { pageFrom, sortedPage, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** One file that was imported, and what it did. */
export interface ImportRecord {
  importId: string;
  recipeId: string | null;
  /** What its rows became: figures of series, or things such as initiatives. */
  target: string;
  fileName: string;
  fileDigest: string;
  fileBytes: number;
  rowsRead: number;
  periodsNew: number;
  periodsChanged: number;
  periodsSame: number;
  /** Kept beside what another source says of them. */
  periodsBeside: number;
  /** Things its rows became, and those that were there already. */
  recordsNew: number;
  recordsSame: number;
  rowsRefused: number;
  recordedAt: string;
  recordedBy: string;
}

/** An import as it is read back, with the name of its recipe. */
export interface ListedImport extends ImportRecord {
  recipeName: string | null;
  /** When it was undone, by whom and why; null while it stands. */
  undoneAt: string | null;
  undoneBy: string | null;
  undoReason: string | null;
}

/** A row an import left out: where it stands, what was seen, which rule it breaks. */
export interface RefusedRow {
  line: number;
  columnName: string | null;
  value: string | null;
  rule: string;
  message: string;
}

/** Adds the record of an import. */
export async function insertImport(tx: Writer, organisationId: string, record: ImportRecord): Promise<void> {
  await tx
    .insertInto("imports")
    .values({
      organisation_id: organisationId,
      import_id: record.importId,
      recipe_id: record.recipeId,
      target: record.target,
      file_name: record.fileName,
      file_digest: record.fileDigest,
      file_bytes: BigInt(record.fileBytes),
      rows_read: record.rowsRead,
      periods_new: record.periodsNew,
      periods_changed: record.periodsChanged,
      periods_same: record.periodsSame,
      periods_beside: record.periodsBeside,
      records_new: record.recordsNew,
      records_same: record.recordsSame,
      rows_refused: record.rowsRefused,
      recorded_at: record.recordedAt,
      recorded_by: record.recordedBy,
    })
    .execute();
}

/** Adds the rows an import refused, in the order given; call it once for an import. */
export async function insertRefusedRows(
  tx: Writer,
  organisationId: string,
  importId: string,
  refusedRows: readonly RefusedRow[],
): Promise<void> {
  const rows = refusedRows.map((row, position) => ({
    organisation_id: organisationId,
    import_id: importId,
    position,
    line: row.line,
    column_name: row.columnName,
    value: row.value,
    rule: row.rule,
    message: row.message,
  }));
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insertInto("import_refused_rows")
      .values(rows.slice(start, start + 1000))
      .execute();
  }
}

/** One import; throws `NotFoundError`. */
export async function getImport(db: Reader, organisationId: string, importId: string): Promise<ListedImport> {
  const row = await importsOf(db, organisationId)
    .where("imports.import_id", "=", importId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError("import", importId);
  return toListedImport(row);
}

const sorting: Sorting = {
  columns: {
    importId: "imports.import_id",
    fileName: "imports.file_name",
    recordedAt: "imports.recorded_at",
  },
  key: ["importId"],
  first: "-importId",
};

/** A page of the imports, newest first unless another order is asked for. */
export async function listImports(
  db: Reader,
  organisationId: string,
  request: PageRequest,
): Promise<Page<ListedImport>> {
  const rows = await sortedPage(importsOf(db, organisationId), sorting, request).execute();
  return pageFrom(rows.map(toListedImport), sorting, request);
}

/** The rows an import refused, in the order they were given; `limit` keeps a page small. */
export async function listRefusedRows(
  db: Reader,
  organisationId: string,
  importId: string,
  limit = 10_000,
): Promise<RefusedRow[]> {
  const rows = await db
    .selectFrom("import_refused_rows")
    .select(["line", "column_name as columnName", "value", "rule", "message"])
    .where("organisation_id", "=", organisationId)
    .where("import_id", "=", importId)
    .orderBy("position")
    .limit(limit)
    .execute();
  return rows;
}

/** Keeps that an import was undone. */
export async function markImportUndone(
  tx: Writer,
  organisationId: string,
  importId: string,
  undone: { undoneAt: string; undoneBy: string; undoReason: string },
): Promise<void> {
  await tx
    .updateTable("imports")
    .set({ undone_at: undone.undoneAt, undone_by: undone.undoneBy, undo_reason: undone.undoReason })
    .where("organisation_id", "=", organisationId)
    .where("import_id", "=", importId)
    .execute();
}

/** The imports that were undone. */
export async function undoneImportIds(db: Reader, organisationId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("imports")
    .select("import_id as importId")
    .where("organisation_id", "=", organisationId)
    .where("undone_at", "is not", null)
    .execute();
  return new Set(rows.map(({ importId }) => importId));
}

function importsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("imports")
    .leftJoin("import_recipes", (join) =>
      join
        .onRef("import_recipes.organisation_id", "=", "imports.organisation_id")
        .onRef("import_recipes.recipe_id", "=", "imports.recipe_id"),
    )
    .select([
      "imports.import_id as importId",
      "imports.recipe_id as recipeId",
      "import_recipes.name as recipeName",
      "imports.target",
      "imports.file_name as fileName",
      "imports.file_digest as fileDigest",
      exactInteger("imports.file_bytes").as("fileBytes"),
      "imports.rows_read as rowsRead",
      "imports.periods_new as periodsNew",
      "imports.periods_changed as periodsChanged",
      "imports.periods_same as periodsSame",
      "imports.periods_beside as periodsBeside",
      "imports.records_new as recordsNew",
      "imports.records_same as recordsSame",
      "imports.rows_refused as rowsRefused",
      "imports.recorded_at as recordedAt",
      "imports.recorded_by as recordedBy",
      "imports.undone_at as undoneAt",
      "imports.undone_by as undoneBy",
      "imports.undo_reason as undoReason",
    ])
    .where("imports.organisation_id", "=", organisationId);
}

function toListedImport(row: Omit<ListedImport, "fileBytes"> & { fileBytes: string }): ListedImport {
  return { ...row, fileBytes: Number(row.fileBytes) };
}
