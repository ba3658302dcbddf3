import { z } from "zod";
import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { jsonText, parseJson } from "./json.ts";
import type { Reader, Writer } from "./transaction.ts";

/** The money that several series share. */
export interface ValuePool {
  poolId: string;
  name: string;
  version: number;
  createdAt: string;
  createdBy: string;
}

/** A series that draws on a pool, and on which part of it: [] is all of it, ["EMEA", "search"] a segment of a segment. */
export interface PoolSeries {
  seriesId: string;
  poolId: string;
  segment: string[];
}

/** A KPI whose series draw on a pool, each on the segment of its scope. */
export interface PoolKpi {
  kpiKey: string;
  poolId: string;
}

/** What draws on a pool. */
export interface PoolMembers {
  series: readonly Omit<PoolSeries, "poolId">[];
  kpiKeys: readonly string[];
}

const Segment = z.array(z.string());

/** Adds a pool at version 1; a name that is taken is a unique `ConstraintError`. */
export async function insertValuePool(
  tx: Writer,
  organisationId: string,
  pool: Omit<ValuePool, "version">,
): Promise<void> {
  await tx
    .insertInto("value_pools")
    .values({
      organisation_id: organisationId,
      pool_id: pool.poolId,
      name: pool.name,
      version: 1,
      created_at: pool.createdAt,
      created_by: pool.createdBy,
    })
    .execute();
}

/** Every pool by name. */
export async function listValuePools(db: Reader, organisationId: string): Promise<ValuePool[]> {
  return poolsOf(db, organisationId).orderBy("name").execute();
}

/** The pool; throws `NotFoundError`. */
export async function getValuePool(db: Reader, organisationId: string, poolId: string): Promise<ValuePool> {
  const row = await poolsOf(db, organisationId).where("pool_id", "=", poolId).executeTakeFirst();
  if (!row) throw new NotFoundError("value pool", poolId);
  return row;
}

/** Renames a pool that is still at the version the caller read. Throws `LostUpdateError` or `NotFoundError`. */
export async function updateValuePool(
  tx: Writer,
  organisationId: string,
  poolId: string,
  expectedVersion: number,
  name: string,
): Promise<void> {
  const result = await tx
    .updateTable("value_pools")
    .set({ name, version: expectedVersion + 1 })
    .where("organisation_id", "=", organisationId)
    .where("pool_id", "=", poolId)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getValuePool(tx, organisationId, poolId);
  throw new LostUpdateError("value pool", poolId, expectedVersion, found.version);
}

/** Puts members in the place of those a pool had; one that draws on another pool is a unique `ConstraintError`. */
export async function replacePoolMembers(
  tx: Writer,
  organisationId: string,
  poolId: string,
  { series, kpiKeys }: PoolMembers,
): Promise<void> {
  for (const table of ["value_pool_series", "value_pool_kpis"] as const) {
    await tx
      .deleteFrom(table)
      .where("organisation_id", "=", organisationId)
      .where("pool_id", "=", poolId)
      .execute();
  }
  const own = { organisation_id: organisationId, pool_id: poolId };
  const ofSeries = series.map(({ seriesId, segment }) => ({
    ...own,
    series_id: seriesId,
    segment: jsonText(segment),
  }));
  if (ofSeries.length > 0) await tx.insertInto("value_pool_series").values(ofSeries).execute();
  const ofKpis = kpiKeys.map((kpiKey) => ({ ...own, kpi_key: kpiKey }));
  if (ofKpis.length > 0) await tx.insertInto("value_pool_kpis").values(ofKpis).execute();
}

/** The series that are named as members, of all pools or of some, or those among some series. */
export async function listPoolSeries(
  db: Reader,
  organisationId: string,
  { poolIds, seriesIds }: { poolIds?: readonly string[]; seriesIds?: readonly string[] } = {},
): Promise<PoolSeries[]> {
  let query = db
    .selectFrom("value_pool_series")
    .select(["series_id as seriesId", "pool_id as poolId", "segment"])
    .where("organisation_id", "=", organisationId)
    .orderBy("series_id");
  if (poolIds !== undefined) query = query.where(isOneOf(db, "pool_id", poolIds));
  if (seriesIds !== undefined) query = query.where(isOneOf(db, "series_id", seriesIds));
  return (await query.execute()).map((row) => ({ ...row, segment: parseJson(Segment, row.segment) }));
}

/** The KPIs that are members, of all pools or of some, or those among some KPIs. */
export async function listPoolKpis(
  db: Reader,
  organisationId: string,
  { poolIds, kpiKeys }: { poolIds?: readonly string[]; kpiKeys?: readonly string[] } = {},
): Promise<PoolKpi[]> {
  let query = db
    .selectFrom("value_pool_kpis")
    .select(["kpi_key as kpiKey", "pool_id as poolId"])
    .where("organisation_id", "=", organisationId)
    .orderBy("kpi_key");
  if (poolIds !== undefined) query = query.where(isOneOf(db, "pool_id", poolIds));
  if (kpiKeys !== undefined) query = query.where(isOneOf(db, "kpi_key", kpiKeys));
  return query.execute();
}

function poolsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("value_pools")
    .select(["pool_id as poolId", "name", "version", "created_at as createdAt", "created_by as createdBy"])
    .where("organisation_id", "=", organisationId);
}
