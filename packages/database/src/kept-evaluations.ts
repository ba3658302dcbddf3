import { sql } from "kysely";
import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** What was found of an initiative, as it stood at an entry of the audit chain. */
export interface KeptEvaluation {
  initiativeId: string;
  /** The day it was valued on. */
  until: string;
  /** The engine that found it, and the shape it was kept in. */
  engineVersion: string;
  /** The entry up to which everything is in it. */
  sequence: number;
  /** Of that entry, so that a chain begun anew is not taken for the one it was. */
  hash: string;
  /** JSON. */
  evaluation: string;
}

// A chain that was begun anew, or restored to an earlier state, has another entry in that place, or none.
const isOfThisChain = sql<boolean>`exists (
  select 1 from audit_entries as entry
  where entry.organisation_id = kept_evaluations.organisation_id
    and entry.sequence = kept_evaluations.sequence
    and entry.hash = kept_evaluations.hash
)`;

/** Of what is kept of an organisation's initiatives all but the evaluations, which are large. */
export async function listKeptPlaces(
  db: Reader,
  organisationId: string,
): Promise<Omit<KeptEvaluation, "evaluation">[]> {
  return keptPlaces(db, organisationId).execute();
}

/** What is kept of some initiatives, one row each; of another chain than the present one nothing. */
export async function listKeptEvaluations(
  db: Reader,
  organisationId: string,
  initiativeIds: readonly string[],
): Promise<KeptEvaluation[]> {
  return keptPlaces(db, organisationId)
    .select("evaluation")
    .where(isOneOf(db, "initiative_id", initiativeIds))
    .execute();
}

function keptPlaces(db: Reader, organisationId: string) {
  return db
    .selectFrom("kept_evaluations")
    .select(["initiative_id as initiativeId", "until", "engine_version as engineVersion", "sequence", "hash"])
    .where("organisation_id", "=", organisationId)
    .where(isOfThisChain)
    .orderBy("initiative_id");
}

/** Keeps evaluations, each in the place of the one there was. */
export async function keepEvaluations(
  tx: Writer,
  organisationId: string,
  kept: readonly KeptEvaluation[],
): Promise<void> {
  for (const row of kept) {
    const columns = {
      until: row.until,
      engine_version: row.engineVersion,
      sequence: row.sequence,
      hash: row.hash,
      evaluation: row.evaluation,
    };
    await tx
      .insertInto("kept_evaluations")
      .values({ organisation_id: organisationId, initiative_id: row.initiativeId, ...columns })
      .onConflict((conflict) =>
        conflict
          .columns(["organisation_id", "initiative_id"])
          .doUpdateSet(columns)
          // Another process may have kept a later one.
          .where(({ or, not, eb }) =>
            or([eb("kept_evaluations.sequence", "<=", row.sequence), not(isOfThisChain)]),
          ),
      )
      .execute();
  }
}
