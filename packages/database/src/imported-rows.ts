import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** Which row of which file made a thing. */
export interface ImportedRow {
  objectId: string;
  /** A digest of what tells rows apart; rows of one key are told apart by their order. */
  rowKey: string;
  line: number;
}

/** Keeps which rows of an import made which things. */
export async function insertImportedRows(
  tx: Writer,
  organisationId: string,
  { target, importId }: { target: string; importId: string },
  importedRows: readonly ImportedRow[],
): Promise<void> {
  for (let start = 0; start < importedRows.length; start += 1000) {
    const rows = importedRows.slice(start, start + 1000).map(({ objectId, rowKey, line }) => ({
      organisation_id: organisationId,
      target,
      object_id: objectId,
      row_key: rowKey,
      import_id: importId,
      line,
    }));
    await tx.insertInto("imported_rows").values(rows).execute();
  }
}

/** The things that rows of these keys made in any import, by key, in the order they were made. */
export async function findImportedRows(
  db: Reader,
  organisationId: string,
  target: string,
  rowKeys: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("imported_rows")
    .select(["row_key as rowKey", "object_id as objectId"])
    .where("organisation_id", "=", organisationId)
    .where("target", "=", target)
    .where(isOneOf(db, "row_key", rowKeys))
    .orderBy("object_id")
    .execute();
  const made = new Map<string, string[]>();
  for (const { rowKey, objectId } of rows) made.set(rowKey, [...(made.get(rowKey) ?? []), objectId]);
  return made;
}

/** The things that the rows of one import made, in the order they were made. */
export async function objectsOfImport(
  db: Reader,
  organisationId: string,
  importId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("imported_rows")
    .select("object_id as objectId")
    .where("organisation_id", "=", organisationId)
    .where("import_id", "=", importId)
    .orderBy("object_id")
    .execute();
  return rows.map(({ objectId }) => objectId);
}
