import type { Reader, Writer } from "./transaction.ts";

/** What the register says of a tool, at one version. Never changed: another is the next version. */
export interface ToolVersion {
  toolId: string;
  /** From 1. */
  version: number;
  /** JSON, whose shape belongs to the caller. */
  facts: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertToolVersion(
  tx: Writer,
  organisationId: string,
  { toolId, version, facts, recordedAt, recordedBy }: ToolVersion,
): Promise<void> {
  await tx
    .insertInto("tool_versions")
    .values({
      organisation_id: organisationId,
      tool_id: toolId,
      version,
      facts,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    })
    .execute();
}

/** The latest version of every tool that was recorded by an instant, in the order of their ids. */
export async function latestToolVersions(
  db: Reader,
  organisationId: string,
  { asOf }: { asOf?: string | undefined } = {},
): Promise<ToolVersion[]> {
  let query = db
    .selectFrom("tool_versions")
    .select([
      "tool_id as toolId",
      "version",
      "facts",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("tool_id")
    .orderBy("version");
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return [...new Map((await query.execute()).map((row) => [row.toolId, row])).values()];
}
