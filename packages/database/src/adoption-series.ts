import { isOneOf } from "./columns.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** Which series tells the adoption of an initiative, at a version. Never changed: another is the next version. */
export interface AdoptionSeries {
  initiativeId: string;
  /** From 1. */
  version: number;
  /** Null where none does any more. */
  seriesId: string | null;
  /** Whether the business case means the same by adoption. */
  sameAsCase: boolean;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertAdoptionSeries(
  tx: Writer,
  organisationId: string,
  { initiativeId, version, seriesId, sameAsCase, recordedAt, recordedBy }: AdoptionSeries,
): Promise<void> {
  await tx
    .insertInto("adoption_series")
    .values({
      organisation_id: organisationId,
      initiative_id: initiativeId,
      version,
      series_id: seriesId,
      same_as_case: sameAsCase ? 1 : 0,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    })
    .execute();
}

/** The latest version of each initiative that was recorded by an instant, by the initiative's id. */
export async function latestAdoptionSeries(
  db: Reader,
  organisationId: string,
  initiativeIds: readonly string[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<Map<string, AdoptionSeries>> {
  let query = versionsOf(db, organisationId).where(isOneOf(db, "initiative_id", initiativeIds));
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  const rows = await query.orderBy("version").execute();
  return new Map(rows.map((row) => [row.initiativeId, asAdoptionSeries(row)]));
}

const sorting: Sorting = {
  columns: { version: "version", recordedAt: "recorded_at" },
  key: ["version"],
  first: "-version",
  integers: ["version"],
};

/** A page of the versions of one initiative, the latest first unless another order is asked for. */
export async function listAdoptionSeries(
  db: Reader,
  organisationId: string,
  { initiativeId, ...request }: PageRequest & { initiativeId: string },
): Promise<Page<AdoptionSeries>> {
  const query = versionsOf(db, organisationId).where("initiative_id", "=", initiativeId);
  const rows = await sortedPage(query, sorting, request).execute();
  return pageFrom(rows.map(asAdoptionSeries), sorting, request);
}

/** The initiatives of which a series tells the adoption now. */
export async function initiativesAdoptedBy(
  db: Reader,
  organisationId: string,
  seriesId: string,
): Promise<string[]> {
  const rows = await versionsOf(db, organisationId).where("series_id", "=", seriesId).execute();
  const ids = [...new Set(rows.map(({ initiativeId }) => initiativeId))];
  const latest = await latestAdoptionSeries(db, organisationId, ids);
  return ids.filter((initiativeId) => latest.get(initiativeId)?.seriesId === seriesId);
}

function versionsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("adoption_series")
    .select([
      "initiative_id as initiativeId",
      "version",
      "series_id as seriesId",
      "same_as_case as sameAsCase",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId);
}

const asAdoptionSeries = <Row extends { sameAsCase: number }>(row: Row) => ({
  ...row,
  sameAsCase: row.sameAsCase !== 0,
});
