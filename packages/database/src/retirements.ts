import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** The kinds of things that can be retired. */
export type RetiredNoun =
  | "benchmark-set"
  | "business-case"
  | "cost-pool"
  | "data-asset"
  | "import-recipe"
  | "kpi"
  | "series"
  | "team"
  | "tool"
  | "value-pool";

/** That a thing is retired: it is no longer chosen, and what it was part of stays as it was. */
export interface Retirement {
  /** The thing's id; a KPI's key, a recipe's name. */
  objectId: string;
  retiredAt: string;
  retiredBy: string;
  reason: string;
}

/** The things of a kind that are retired now, or were at `asOf` where asked, by id; those among some ids where asked. */
export async function listRetirements(
  db: Reader,
  organisationId: string,
  noun: RetiredNoun,
  objectIds?: readonly string[],
  asOf?: string,
): Promise<Map<string, Retirement>> {
  let query = db
    .selectFrom("retirements")
    .select(["object_id as objectId", "retired_at as retiredAt", "retired_by as retiredBy", "reason"])
    .where("organisation_id", "=", organisationId)
    .where("noun", "=", noun);
  if (asOf === undefined) query = query.where("restored_at", "is", null);
  else
    query = query
      .where("retired_at", "<=", asOf)
      .where((row) => row.or([row("restored_at", "is", null), row("restored_at", ">", asOf)]));
  if (objectIds !== undefined) query = query.where(isOneOf(db, "object_id", objectIds));
  return new Map((await query.execute()).map((row) => [row.objectId, row]));
}

/** That a thing is retired now, or undefined. */
export async function findRetirement(
  db: Reader,
  organisationId: string,
  noun: RetiredNoun,
  objectId: string,
): Promise<Retirement | undefined> {
  return (await listRetirements(db, organisationId, noun, [objectId])).get(objectId);
}

/** Retires a thing that is not retired; two at once are a unique `ConstraintError` for the later. */
export async function insertRetirement(
  tx: Writer,
  organisationId: string,
  noun: RetiredNoun,
  { objectId, retiredAt, retiredBy, reason }: Retirement,
): Promise<void> {
  const { last } = await tx
    .selectFrom("retirements")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("organisation_id", "=", organisationId)
    .where("noun", "=", noun)
    .where("object_id", "=", objectId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("retirements")
    .values({
      organisation_id: organisationId,
      noun,
      object_id: objectId,
      position: ((last as number | null) ?? 0) + 1,
      retired_at: retiredAt,
      retired_by: retiredBy,
      reason,
    })
    .execute();
}

/** Ends the retirement of a thing; it stays on record. */
export async function endRetirement(
  tx: Writer,
  organisationId: string,
  noun: RetiredNoun,
  { objectId, restoredAt, restoredBy }: { objectId: string; restoredAt: string; restoredBy: string },
): Promise<void> {
  await tx
    .updateTable("retirements")
    .set({ restored_at: restoredAt, restored_by: restoredBy })
    .where("organisation_id", "=", organisationId)
    .where("noun", "=", noun)
    .where("object_id", "=", objectId)
    .where("restored_at", "is", null)
    .execute();
}
