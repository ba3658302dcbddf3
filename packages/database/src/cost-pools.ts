import { z } from "zod";
import { exactInteger } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import { jsonText, parseJson } from "./json.ts";
import type { Reader, Writer } from "./transaction.ts";

/** What divides a pool: nothing but the number of its users, what they used, hours worked, or shares that were agreed. */
export type CostDriver = "equal" | "usage" | "hours" | "shares";

/** A cost that several initiatives share. */
export interface CostPool {
  costPoolId: string;
  name: string;
  category: string;
  driver: CostDriver;
  /** What a quantity counts: "seats", "tokens". */
  unit: string;
  createdAt: string;
  createdBy: string;
  version: number;
}

/** What a pool cost in a month and what divides it, at one revision. Never changed: a correction is the next. */
export interface CostPoolMonth {
  costPoolId: string;
  month: string;
  kind: "planned" | "actual";
  /** From 1, by pool, month and kind. */
  revision: number;
  /** In the organisation's currency; null where it was taken back. */
  amountMinor: bigint | null;
  /** Decimal text by initiative, in the order of their ids. */
  quantities: { initiativeId: string; quantity: string }[];
  source: string;
  recordedAt: string;
  recordedBy: string;
}

const Quantities = z.array(z.object({ initiativeId: z.string(), quantity: z.string() }));

/** Adds a pool at version 1; a name that is taken is a unique `ConstraintError`. */
export async function insertCostPool(
  tx: Writer,
  organisationId: string,
  pool: Omit<CostPool, "version">,
): Promise<void> {
  await tx
    .insertInto("cost_pools")
    .values({
      organisation_id: organisationId,
      cost_pool_id: pool.costPoolId,
      name: pool.name,
      category: pool.category,
      driver: pool.driver,
      unit: pool.unit,
      created_at: pool.createdAt,
      created_by: pool.createdBy,
      version: 1,
    })
    .execute();
}

/** Every pool by id. */
export async function listCostPools(db: Reader, organisationId: string): Promise<CostPool[]> {
  return poolsOf(db, organisationId).orderBy("cost_pool_id").execute();
}

/** The pool; throws `NotFoundError`. */
export async function getCostPool(db: Reader, organisationId: string, costPoolId: string): Promise<CostPool> {
  const row = await poolsOf(db, organisationId).where("cost_pool_id", "=", costPoolId).executeTakeFirst();
  if (!row) throw new NotFoundError("cost pool", costPoolId);
  return row;
}

/** Gives a pool that is still at the version the caller read another name. Throws `LostUpdateError`, `NotFoundError`. */
export async function renameCostPool(
  tx: Writer,
  organisationId: string,
  { costPoolId, version, name }: Pick<CostPool, "costPoolId" | "version" | "name">,
): Promise<void> {
  const result = await tx
    .updateTable("cost_pools")
    .set({ name, version: version + 1 })
    .where("organisation_id", "=", organisationId)
    .where("cost_pool_id", "=", costPoolId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getCostPool(tx, organisationId, costPoolId);
  throw new LostUpdateError("shared cost", costPoolId, version, found.version);
}

/** Adds one revision of a month; one that exists is a unique `ConstraintError`. */
export async function insertCostPoolMonth(
  tx: Writer,
  organisationId: string,
  booked: CostPoolMonth,
): Promise<void> {
  await tx
    .insertInto("cost_pool_months")
    .values({
      organisation_id: organisationId,
      cost_pool_id: booked.costPoolId,
      month: booked.month,
      kind: booked.kind,
      revision: booked.revision,
      amount_minor: booked.amountMinor,
      quantities: jsonText(booked.quantities),
      source: booked.source,
      recorded_at: booked.recordedAt,
      recorded_by: booked.recordedBy,
    })
    .execute();
}

/** The latest revision of every month, those that were taken back too; with `asOf`, as recorded by that instant. */
export async function latestCostPoolMonths(
  db: Reader,
  organisationId: string,
  { costPoolId, asOf }: { costPoolId?: string | undefined; asOf?: string | undefined } = {},
): Promise<CostPoolMonth[]> {
  let query = db
    .selectFrom("cost_pool_months")
    .select([
      "cost_pool_id as costPoolId",
      "month",
      "kind",
      "revision",
      exactInteger("amount_minor").as("amountMinor"),
      "quantities",
      "source",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("cost_pool_id")
    .orderBy("month")
    .orderBy("kind")
    .orderBy("revision");
  if (costPoolId !== undefined) query = query.where("cost_pool_id", "=", costPoolId);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  const rows = await query.execute();
  const latest = new Map(rows.map((row) => [`${row.costPoolId} ${row.month} ${row.kind}`, row]));
  return [...latest.values()].map(({ amountMinor, quantities, ...row }) => ({
    ...row,
    amountMinor: (amountMinor as string | null) === null ? null : BigInt(amountMinor),
    quantities: parseJson(Quantities, quantities),
  }));
}

function poolsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("cost_pools")
    .select([
      "cost_pool_id as costPoolId",
      "name",
      "category",
      "driver",
      "unit",
      "created_at as createdAt",
      "created_by as createdBy",
      "version",
    ])
    .where("organisation_id", "=", organisationId);
}
