import { isOneOf } from "./columns.ts";
import type { Reader } from "./transaction.ts";

/**
 * Which of some series have a revision of an import, among what counts or what stands beside. No index knows imports,
 * as it would cost each of a million rows: ask for some series at a time.
 */
export async function seriesOfImport(
  db: Reader,
  organisationId: string,
  importId: string,
  seriesIds: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const table of ["snapshots", "snapshots_beside"] as const) {
    const rows = await db
      .selectFrom(table)
      .select("series_id as seriesId")
      .distinct()
      .where("organisation_id", "=", organisationId)
      .where(isOneOf(db, "series_id", seriesIds))
      .where("import_id", "=", importId)
      .execute();
    for (const { seriesId } of rows) found.add(seriesId);
  }
  return found;
}
