import type { Page, PageRequest } from "./page.ts";
import { pageFrom, sortedPage, type Sorting } from "./page.ts";
import { isOneOf } from "./columns.ts";
import { toSnapshot, type Snapshot } from "./snapshots.ts";
import type { Reader, Writer } from "./transaction.ts";

/** Which of them: of a range of periods (both ends included), known at an instant. */
interface BesideRange {
  from?: string | undefined;
  to?: string | undefined;
  asOf?: string | undefined;
}

/** Keeps numbers that do not count beside those that do, at the revisions of their source. */
export async function insertSnapshotsBeside(
  tx: Writer,
  organisationId: string,
  snapshots: readonly Snapshot[],
): Promise<void> {
  for (let start = 0; start < snapshots.length; start += 1000) {
    const rows = snapshots.slice(start, start + 1000).map((snapshot) => ({
      organisation_id: organisationId,
      series_id: snapshot.seriesId,
      period: snapshot.period,
      source: snapshot.source,
      revision: snapshot.revision,
      numerator: snapshot.numerator,
      denominator: snapshot.denominator,
      recorded_at: snapshot.recordedAt,
      recorded_by: snapshot.recordedBy,
      import_id: snapshot.importId,
      line_first: snapshot.lineFirst,
      line_last: snapshot.lineLast,
      row_count: snapshot.rowCount,
      retraction: snapshot.retraction ?? null,
    }));
    await tx.insertInto("snapshots_beside").values(rows).execute();
  }
}

/** The latest revision of each source that has stood beside, by series and period; also where it takes its value back. */
export async function latestBeside(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
  { from, to, asOf }: BesideRange = {},
): Promise<Snapshot[]> {
  const latest = new Map<string, Snapshot>();
  for (const told of await revisionsBeside(db, organisationId, seriesIds, { from, to, asOf })) {
    latest.set(placeOfSource(told), told);
  }
  return [...latest.values()];
}

/** Every revision of each source that has stood beside, by series, period, source and revision. */
export async function revisionsBeside(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
  { from, to, asOf }: BesideRange = {},
): Promise<Snapshot[]> {
  let query = db
    .selectFrom("snapshots_beside")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "series_id", seriesIds))
    .orderBy("series_id")
    .orderBy("period")
    .orderBy("source")
    .orderBy("revision");
  if (from !== undefined) query = query.where("period", ">=", from);
  if (to !== undefined) query = query.where("period", "<=", to);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return (await query.execute()).map(toSnapshot);
}

const sorting: Sorting = {
  columns: { seriesId: "series_id", period: "period" },
  key: ["seriesId", "period"],
  first: "seriesId",
};

/** The periods that more than one source reported, by series and period; the cursor is such a place. */
export async function listContestedPeriods(
  db: Reader,
  organisationId: string,
  request: PageRequest & { seriesId?: string | undefined; asOf?: string | undefined },
): Promise<Page<{ seriesId: string; period: string }>> {
  let query = db
    .selectFrom("snapshots_beside")
    .select(["series_id as seriesId", "period"])
    .distinct()
    .where("organisation_id", "=", organisationId);
  if (request.seriesId !== undefined) query = query.where("series_id", "=", request.seriesId);
  if (request.asOf !== undefined) query = query.where("recorded_at", "<=", request.asOf);
  return pageFrom(await sortedPage(query, sorting, request).execute(), sorting, request);
}

/**
 * Keeps beside what is displaced from counting, with who recorded it and when; one whose source has stood beside
 * before has its last word there already.
 */
export async function keepDisplaced(
  tx: Writer,
  organisationId: string,
  displaced: readonly Snapshot[],
  beside: readonly Snapshot[],
): Promise<void> {
  const known = new Set(beside.map(placeOfSource));
  const kept = displaced.filter((snapshot) => !known.has(placeOfSource(snapshot)));
  await insertSnapshotsBeside(
    tx,
    organisationId,
    kept.map((snapshot) => ({ ...snapshot, revision: 1 })),
  );
}

/** A period of a series as one source tells it. */
export function placeOfSource({
  seriesId,
  period,
  source,
}: Pick<Snapshot, "seriesId" | "period" | "source">) {
  return `${seriesId} ${period} ${source}`;
}
