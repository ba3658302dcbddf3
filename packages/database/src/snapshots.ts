import type { Selectable } from "kysely";
import { isOneOf } from "./columns.ts";
import type { SnapshotsTable } from "./schema/measured-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** One period of one series at one revision. Never changed: a correction is the next revision. */
export interface Snapshot {
  seriesId: string;
  period: string;
  /** From 1. */
  revision: number;
  numerator: string;
  denominator: string;
  source: string;
  recordedAt: string;
  recordedBy: string;
  importId: string | null;
  lineFirst: number | null;
  lineLast: number | null;
  rowCount: number | null;
  /** Why there is no value here any more, of a revision that takes back what was logged; its numbers are zero. */
  retraction?: string;
}

/** What a revision that takes a value back holds: whoever adds rows without looking at it gets nothing from it. */
export const noQuantities = { numerator: "0", denominator: "0" } as const;

/** Which snapshots: a range of periods (both ends included), and what was known at an instant. */
export interface SnapshotRange {
  from?: string | undefined;
  to?: string | undefined;
  /** Only revisions recorded at this instant or before. */
  asOf?: string | undefined;
}

/**
 * Adds snapshots at the revisions they carry; a revision that exists is a unique `ConstraintError`.
 * To log values and have their revisions found, use `recordCells`.
 */
export async function insertSnapshots(
  tx: Writer,
  organisationId: string,
  snapshots: readonly Snapshot[],
): Promise<void> {
  for (let start = 0; start < snapshots.length; start += 1000) {
    const rows = snapshots.slice(start, start + 1000).map((snapshot) => toRow(organisationId, snapshot));
    await tx.insertInto("snapshots").values(rows).execute();
  }
}

/**
 * The latest revision of each period of a series, in the order of the periods. With `asOf`, the highest
 * revision recorded by then: last quarter's figures come out again although rows were corrected since. A period whose
 * value was taken back has none.
 */
export async function latestSnapshots(
  db: Reader,
  organisationId: string,
  seriesId: string,
  range: SnapshotRange = {},
): Promise<Snapshot[]> {
  const rows = await revisionsIn(db, organisationId, range)
    .where("series_id", "=", seriesId)
    .orderBy("period")
    .orderBy("revision")
    .execute();
  return lastRevisionOfEachPeriod(rows).filter(isValue);
}

/** `latestSnapshots` of many series in one query; every id asked for has an entry, empty where nothing was logged. */
export async function latestSnapshotsOfSeries(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
  range: SnapshotRange = {},
): Promise<Map<string, Snapshot[]>> {
  const bySeries = new Map<string, Snapshot[]>(seriesIds.map((seriesId) => [seriesId, []]));
  for (const snapshot of await latestRevisions(db, organisationId, seriesIds, range)) {
    if (isValue(snapshot)) bySeries.get(snapshot.seriesId)?.push(snapshot);
  }
  return bySeries;
}

/**
 * The latest revision of each period of some series, by series and period, those that take a value back among them:
 * for who writes the next one.
 */
export async function latestRevisions(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
  range: SnapshotRange = {},
): Promise<Snapshot[]> {
  return lastRevisionOfEachPeriod(await rowsOfSeries(db, organisationId, seriesIds, range));
}

/** Whether a revision says what a period shows, rather than that it shows nothing any more. */
export function isValue({ retraction }: Pick<Snapshot, "retraction">): boolean {
  return retraction === undefined;
}

/** Every revision of one period, first to last. */
export async function snapshotRevisions(
  db: Reader,
  organisationId: string,
  seriesId: string,
  period: string,
): Promise<Snapshot[]> {
  const rows = await revisionsIn(db, organisationId, {})
    .where("series_id", "=", seriesId)
    .where("period", "=", period)
    .orderBy("revision")
    .execute();
  return rows.map(toSnapshot);
}

/** Every revision of some series in a range, by series, period and revision: for who goes back to an earlier one. */
export async function revisionsOfSeries(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
  range: SnapshotRange = {},
): Promise<Snapshot[]> {
  return (await rowsOfSeries(db, organisationId, seriesIds, range)).map(toSnapshot);
}

function rowsOfSeries(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
  range: SnapshotRange,
): Promise<Selectable<SnapshotsTable>[]> {
  return revisionsIn(db, organisationId, range)
    .where(isOneOf(db, "series_id", seriesIds))
    .orderBy("series_id")
    .orderBy("period")
    .orderBy("revision")
    .execute();
}

/** Every revision of every period of a series, in order: for a check that trusts no other query. */
export async function allRevisions(
  db: Reader,
  organisationId: string,
  seriesId: string,
): Promise<Snapshot[]> {
  const rows = await revisionsIn(db, organisationId, {})
    .where("series_id", "=", seriesId)
    .orderBy("period")
    .orderBy("revision")
    .execute();
  return rows.map(toSnapshot);
}

function revisionsIn(db: Reader, organisationId: string, { from, to, asOf }: SnapshotRange) {
  let query = db.selectFrom("snapshots").selectAll().where("organisation_id", "=", organisationId);
  if (from !== undefined) query = query.where("period", ">=", from);
  if (to !== undefined) query = query.where("period", "<=", to);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return query;
}

// Corrections are few: passing over a superseded row here is cheaper than a window over all of them there.
function lastRevisionOfEachPeriod(rows: readonly Selectable<SnapshotsTable>[]): Snapshot[] {
  const latest: Snapshot[] = [];
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    if (next?.period !== row.period || next.series_id !== row.series_id) latest.push(toSnapshot(row));
  });
  return latest;
}

/** A snapshot from its row. */
export function toSnapshot(row: Selectable<SnapshotsTable>): Snapshot {
  const snapshot: Snapshot = {
    seriesId: row.series_id,
    period: row.period,
    revision: row.revision,
    numerator: row.numerator,
    denominator: row.denominator,
    source: row.source,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    importId: row.import_id,
    lineFirst: row.line_first,
    lineLast: row.line_last,
    rowCount: row.row_count,
  };
  if (row.retraction !== null) snapshot.retraction = row.retraction;
  return snapshot;
}

function toRow(organisationId: string, snapshot: Snapshot) {
  return {
    organisation_id: organisationId,
    series_id: snapshot.seriesId,
    period: snapshot.period,
    revision: snapshot.revision,
    numerator: snapshot.numerator,
    denominator: snapshot.denominator,
    source: snapshot.source,
    recorded_at: snapshot.recordedAt,
    recorded_by: snapshot.recordedBy,
    import_id: snapshot.importId,
    line_first: snapshot.lineFirst,
    line_last: snapshot.lineLast,
    row_count: snapshot.rowCount,
    retraction: snapshot.retraction ?? null,
  };
}
