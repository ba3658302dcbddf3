import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** The digest of a week or a month. */
export interface KeptDigest {
  kind: "weekly" | "monthly";
  period: string;
  madeAt: string;
}

/** Says that a digest was made; false where it was made before. */
export async function insertDigest(
  tx: Writer,
  organisationId: string,
  { kind, period, madeAt }: KeptDigest,
): Promise<boolean> {
  const made = await tx
    .insertInto("digests")
    .values({ organisation_id: organisationId, kind, period, made_at: madeAt })
    .onConflict((conflict) => conflict.columns(["organisation_id", "kind", "period"]).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Whether a digest was made. */
export async function hasDigest(
  db: Reader,
  organisationId: string,
  { kind, period }: Pick<KeptDigest, "kind" | "period">,
): Promise<boolean> {
  const row = await db
    .selectFrom("digests")
    .select("made_at")
    .where("organisation_id", "=", organisationId)
    .where("kind", "=", kind)
    .where("period", "=", period)
    .executeTakeFirst();
  return row !== undefined;
}

const sorting: Sorting = {
  columns: { madeAt: "made_at", kind: "kind", period: "period" },
  key: ["kind", "period"],
  first: "-madeAt",
};

/** A page of the digests that were made, the latest first unless another order is asked for. */
export async function listDigests(
  db: Reader,
  organisationId: string,
  { kind, ...request }: PageRequest & { kind?: KeptDigest["kind"] | undefined },
): Promise<Page<KeptDigest>> {
  let query = db
    .selectFrom("digests")
    .select(["kind", "period", "made_at as madeAt"])
    .where("organisation_id", "=", organisationId);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  return pageFrom(await sortedPage(query, sorting, request).execute(), sorting, request);
}
