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
