import type { Reader, Writer } from "./transaction.ts";

/** The subject of a choice that is made for every initiative without one of its own. */
export const wholeOrganisation = "organisation";

/** By what initiatives are judged from a day on. The last of a subject and purpose that is in force counts. */
export interface BenchmarkChoice {
  /** An initiative's id, or `wholeOrganisation`. */
  subject: string;
  /** Whether the verdict is given against it, or only told beside. */
  purpose: "verdict" | "beside";
  /** From 1, by subject and purpose. */
  position: number;
  /** A set of its own, the published benchmarks, or what the organisation has chosen. */
  judgedBy: "own" | "published" | "organisation";
  setId: string | null;
  validFrom: string;
  reason: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a choice; a second one at the same position is a unique `ConstraintError`. */
export async function insertBenchmarkChoice(
  tx: Writer,
  organisationId: string,
  choice: BenchmarkChoice,
): Promise<void> {
  await tx
    .insertInto("benchmark_choices")
    .values({
      organisation_id: organisationId,
      subject: choice.subject,
      purpose: choice.purpose,
      position: choice.position,
      judged_by: choice.judgedBy,
      set_id: choice.setId,
      valid_from: choice.validFrom,
      reason: choice.reason,
      recorded_at: choice.recordedAt,
      recorded_by: choice.recordedBy,
    })
    .execute();
}

/** Every choice by subject, purpose and position; of one subject, and those recorded by an instant, where asked for. */
export async function listBenchmarkChoices(
  db: Reader,
  organisationId: string,
  { subject, asOf }: { subject?: string | undefined; asOf?: string | undefined } = {},
): Promise<BenchmarkChoice[]> {
  let query = db
    .selectFrom("benchmark_choices")
    .select([
      "subject",
      "purpose",
      "position",
      "judged_by as judgedBy",
      "set_id as setId",
      "valid_from as validFrom",
      "reason",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("subject")
    .orderBy("purpose")
    .orderBy("position");
  if (subject !== undefined) query = query.where("subject", "=", subject);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return query.execute();
}
