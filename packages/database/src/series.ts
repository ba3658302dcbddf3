import type { Selectable } from "kysely";
import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { Page, PageRequest } from "./page.ts";
import { pageFrom, sortedPage, type Sorting } from "./page.ts";
import type { SeriesTable } from "./schema/measured-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A KPI measured for one scope. */
export interface Series {
  seriesId: string;
  kpiKey: string;
  kpiVersion: number;
  scope: string;
  periodType: "week" | "month";
  currency: string | null;
  createdAt: string;
  /** The source whose numbers count wherever it has any; null: whichever reported a period first. */
  sourceOfRecord: string | null;
  version: number;
}

/** Which periods a series has. */
export interface SeriesCoverage {
  firstPeriod: string;
  lastPeriod: string;
  /** Periods, not revisions. */
  periods: number;
}

/** Adds series; one KPI and scope has one series, a second is a unique `ConstraintError`. */
export async function insertSeries(
  tx: Writer,
  organisationId: string,
  series: readonly Series[],
): Promise<void> {
  // PostgreSQL takes 65,535 parameters a statement, SQLite 32,766; a series has ten.
  for (let start = 0; start < series.length; start += 1000) {
    const rows = series.slice(start, start + 1000).map((one) => ({
      organisation_id: organisationId,
      series_id: one.seriesId,
      kpi_key: one.kpiKey,
      kpi_version: one.kpiVersion,
      scope: one.scope,
      period_type: one.periodType,
      currency: one.currency,
      created_at: one.createdAt,
      source_of_record: one.sourceOfRecord,
      version: one.version,
    }));
    await tx.insertInto("series").values(rows).execute();
  }
}

/** The series, or undefined. */
export async function findSeries(
  db: Reader,
  organisationId: string,
  seriesId: string,
): Promise<Series | undefined> {
  const row = await seriesOf(db, organisationId).where("series_id", "=", seriesId).executeTakeFirst();
  return row && toSeries(row);
}

/** The series; throws `NotFoundError`. */
export async function getSeries(db: Reader, organisationId: string, seriesId: string): Promise<Series> {
  const series = await findSeries(db, organisationId, seriesId);
  if (!series) throw new NotFoundError("series", seriesId);
  return series;
}

/** The series of a KPI for a scope, or undefined. */
export async function findSeriesByScope(
  db: Reader,
  organisationId: string,
  kpiKey: string,
  scope: string,
): Promise<Series | undefined> {
  const row = await seriesOf(db, organisationId)
    .where("kpi_key", "=", kpiKey)
    .where("scope", "=", scope)
    .executeTakeFirst();
  return row && toSeries(row);
}

/** Every series of a KPI, by scope: what an import asks before it makes new ones. */
export async function listSeriesOfKpi(db: Reader, organisationId: string, kpiKey: string): Promise<Series[]> {
  const rows = await seriesOf(db, organisationId).where("kpi_key", "=", kpiKey).orderBy("scope").execute();
  return rows.map(toSeries);
}

/** Many series at once, by id; those that do not exist are left out. */
export async function listSeriesByIds(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
): Promise<Series[]> {
  const rows = await seriesOf(db, organisationId)
    .where(isOneOf(db, "series_id", seriesIds))
    .orderBy("series_id")
    .execute();
  return rows.map(toSeries);
}

const sorting: Sorting = {
  columns: { seriesId: "series_id", kpiKey: "kpi_key", scope: "scope" },
  key: ["seriesId"],
  first: "seriesId",
};

/** A page of the series, of one KPI or period type, or retired or not, when asked; in the order they were made unless another is asked for. */
export async function listSeries(
  db: Reader,
  organisationId: string,
  request: PageRequest & {
    kpiKey?: string | undefined;
    periodType?: "week" | "month" | undefined;
    isRetired?: boolean | undefined;
  },
): Promise<Page<Series>> {
  let query = seriesOf(db, organisationId);
  if (request.kpiKey !== undefined) query = query.where("kpi_key", "=", request.kpiKey);
  if (request.periodType !== undefined) query = query.where("period_type", "=", request.periodType);
  if (request.isRetired !== undefined) {
    query = query.where(({ exists, not, selectFrom }) => {
      const retired = exists(
        selectFrom("retirements")
          .select("retirements.object_id")
          .whereRef("retirements.organisation_id", "=", "series.organisation_id")
          .where("retirements.noun", "=", "series")
          .whereRef("retirements.object_id", "=", "series.series_id")
          .where("retirements.restored_at", "is", null),
      );
      return request.isRetired === true ? retired : not(retired);
    });
  }
  const rows = await sortedPage(query, sorting, request).execute();
  return pageFrom(rows.map(toSeries), sorting, request);
}

/**
 * Names the source whose numbers count in a series, or none, where it is still at the version the caller read. Throws
 * `LostUpdateError` or `NotFoundError`.
 */
export async function updateSourceOfRecord(
  tx: Writer,
  organisationId: string,
  { seriesId, version, sourceOfRecord }: Pick<Series, "seriesId" | "version" | "sourceOfRecord">,
): Promise<void> {
  const result = await tx
    .updateTable("series")
    .set({ source_of_record: sourceOfRecord, version: version + 1 })
    .where("organisation_id", "=", organisationId)
    .where("series_id", "=", seriesId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) {
    const found = await getSeries(tx, organisationId, seriesId);
    throw new LostUpdateError("series", seriesId, version, found.version);
  }
}

/** The named sources of record, by series; series that name none are left out. */
export async function sourcesOfRecord(db: Reader, organisationId: string): Promise<Map<string, string>> {
  const rows = await seriesOf(db, organisationId).where("source_of_record", "is not", null).execute();
  return new Map(
    rows.flatMap((row) => (row.source_of_record === null ? [] : [[row.series_id, row.source_of_record]])),
  );
}

/** First and last period and their number, for each of the series that has any; what was taken back is none. */
export async function seriesCoverage(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
): Promise<Map<string, SeriesCoverage>> {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom("snapshots")
        .select(["series_id", "period"])
        .where("organisation_id", "=", organisationId)
        .where(isOneOf(db, "series_id", seriesIds))
        .groupBy(["series_id", "period"])
        .having(({ fn, eb }) => {
          const taken = eb.case().when("retraction", "is not", null).then(eb.ref("revision")).else(0).end();
          return eb(fn.max("revision"), ">", fn.max(taken));
        })
        .as("shown"),
    )
    .select(({ fn }) => [
      "series_id",
      fn.min("period").as("firstPeriod"),
      fn.max("period").as("lastPeriod"),
      fn.countAll<number>().as("periods"),
    ])
    .groupBy("series_id")
    .execute();
  return new Map(
    rows.map(({ series_id, firstPeriod, lastPeriod, periods }) => [
      series_id,
      { firstPeriod, lastPeriod, periods },
    ]),
  );
}

/**
 * The last period of every series of the organisation, null where nothing was logged yet.
 * One look into the key for each series, whatever the length of its history.
 */
export async function lastPeriodBySeries(
  db: Reader,
  organisationId: string,
): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom("series")
    .select(({ selectFrom }) => [
      "series.series_id",
      selectFrom("snapshots")
        .select("snapshots.period")
        .whereRef("snapshots.organisation_id", "=", "series.organisation_id")
        .whereRef("snapshots.series_id", "=", "series.series_id")
        .where("snapshots.retraction", "is", null)
        .where(({ not, exists, selectFrom: from }) =>
          not(
            exists(
              from("snapshots as later")
                .select("later.revision")
                .whereRef("later.organisation_id", "=", "snapshots.organisation_id")
                .whereRef("later.series_id", "=", "snapshots.series_id")
                .whereRef("later.period", "=", "snapshots.period")
                .whereRef("later.revision", ">", "snapshots.revision"),
            ),
          ),
        )
        .orderBy("snapshots.period", "desc")
        .limit(1)
        .as("lastPeriod"),
    ])
    .where("series.organisation_id", "=", organisationId)
    .execute();
  return new Map(rows.map((row) => [row.series_id, row.lastPeriod]));
}

function seriesOf(db: Reader, organisationId: string) {
  return db.selectFrom("series").selectAll().where("organisation_id", "=", organisationId);
}

function toSeries(row: Selectable<SeriesTable>): Series {
  return {
    seriesId: row.series_id,
    kpiKey: row.kpi_key,
    kpiVersion: row.kpi_version,
    scope: row.scope,
    periodType: row.period_type,
    currency: row.currency,
    createdAt: row.created_at,
    sourceOfRecord: row.source_of_record,
    version: row.version,
  };
}
