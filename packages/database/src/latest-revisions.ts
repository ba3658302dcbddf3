import { databaseKindOf, isOneOf } from "./columns.ts";
import type { LedgerSqliteAdapter } from "./sqlite-dialect.ts";
import type { Reader } from "./transaction.ts";

/** The latest revision of one period, as far as a comparison needs it. */
interface LatestRevision {
  series_id: string;
  period: string;
  revision: number;
  numerator: string;
  denominator: string;
  source: string;
  retraction: string | null;
}

/** By series, then by period. */
export type LatestBySeries = Map<string, Map<string, LatestRevision>>;

/** Looks up the latest revisions of some series; made once for a comparison and asked for each batch. */
export type RevisionLookup = (seriesIds: readonly string[]) => Promise<LatestBySeries>;

/**
 * A look-up on a handle or in a transaction. On SQLite it is one compiled statement on the connection
 * beneath Kysely: through Kysely's promises each batch outlived its turn, and a million cells held
 * twice the memory.
 */
export function revisionLookup(db: Reader, organisationId: string): RevisionLookup {
  const query = (seriesIds: readonly string[]) =>
    db
      .selectFrom("snapshots")
      .select(["series_id", "period", "revision", "numerator", "denominator", "source", "retraction"])
      .where("organisation_id", "=", organisationId)
      .where(isOneOf(db, "series_id", seriesIds))
      .orderBy("series_id")
      .orderBy("period")
      .orderBy("revision");
  if (databaseKindOf(db) === "postgres")
    return async (seriesIds) => bySeries(await query(seriesIds).execute());
  const { connection } = db.getExecutor().adapter as LedgerSqliteAdapter;
  const statement = connection.prepare<unknown[], LatestRevision>(query([]).compile().sql);
  return async (seriesIds) => bySeries(statement.all(organisationId, JSON.stringify(seriesIds)));
}

function bySeries(rows: readonly LatestRevision[]): LatestBySeries {
  const latest: LatestBySeries = new Map();
  for (const row of rows) {
    let periods = latest.get(row.series_id);
    if (periods === undefined) latest.set(row.series_id, (periods = new Map()));
    // Later revisions come later, and replace the ones before.
    periods.set(row.period, row);
  }
  return latest;
}
