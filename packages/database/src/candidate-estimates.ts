import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A version of what a candidate is ranked by. Never changed: others are the next version. */
export interface CandidateEstimate {
  initiativeId: string;
  /** From 1. */
  version: number;
  /** JSON, whose shape belongs to the caller. */
  estimate: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertCandidateEstimate(
  tx: Writer,
  organisationId: string,
  { initiativeId, version, estimate, recordedAt, recordedBy }: CandidateEstimate,
): Promise<void> {
  await tx
    .insertInto("candidate_estimates")
    .values({
      organisation_id: organisationId,
      initiative_id: initiativeId,
      version,
      estimate,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    })
    .execute();
}

/** The latest version of each of some initiatives, by id; one of which nothing is estimated has none. */
export async function latestCandidateEstimates(
  db: Reader,
  organisationId: string,
  initiativeIds: readonly string[],
): Promise<Map<string, CandidateEstimate>> {
  const rows = await db
    .selectFrom("candidate_estimates")
    .select([
      "initiative_id as initiativeId",
      "version",
      "estimate",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "initiative_id", initiativeIds))
    .orderBy("version")
    .execute();
  return new Map(rows.map((row) => [row.initiativeId, row]));
}
