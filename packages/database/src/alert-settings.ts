import type { Reader, Writer } from "./transaction.ts";

/** By which rules an organisation is alerted, from a version on. Never changed: others are the next version. */
export interface AlertSettings {
  version: number;
  /** JSON text whose shape belongs to the caller. */
  settings: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertAlertSettings(
  tx: Writer,
  organisationId: string,
  { version, settings, recordedAt, recordedBy }: AlertSettings,
): Promise<void> {
  const row = { version, settings, recorded_at: recordedAt, recorded_by: recordedBy };
  await tx
    .insertInto("alert_settings")
    .values({ organisation_id: organisationId, ...row })
    .execute();
}

/** The latest version, or undefined where none was set. */
export async function findAlertSettings(
  db: Reader,
  organisationId: string,
): Promise<AlertSettings | undefined> {
  return db
    .selectFrom("alert_settings")
    .select(["version", "settings", "recorded_at as recordedAt", "recorded_by as recordedBy"])
    .where("organisation_id", "=", organisationId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}
