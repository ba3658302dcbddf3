import type { Reader, Writer } from "./transaction.ts";

/** What the inventory says of data, at one version. Never changed: another is the next version. */
export interface DataAssetVersion {
  dataAssetId: string;
  /** From 1. */
  version: number;
  /** JSON, whose shape belongs to the caller. */
  facts: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertDataAssetVersion(
  tx: Writer,
  organisationId: string,
  { dataAssetId, version, facts, recordedAt, recordedBy }: DataAssetVersion,
): Promise<void> {
  await tx
    .insertInto("data_asset_versions")
    .values({
      organisation_id: organisationId,
      data_asset_id: dataAssetId,
      version,
      facts,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    })
    .execute();
}

/** The latest version of all data that was recorded by an instant, in the order of their ids. */
export async function latestDataAssetVersions(
  db: Reader,
  organisationId: string,
  { asOf }: { asOf?: string | undefined } = {},
): Promise<DataAssetVersion[]> {
  let query = db
    .selectFrom("data_asset_versions")
    .select([
      "data_asset_id as dataAssetId",
      "version",
      "facts",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("data_asset_id")
    .orderBy("version");
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return [...new Map((await query.execute()).map((row) => [row.dataAssetId, row])).values()];
}
