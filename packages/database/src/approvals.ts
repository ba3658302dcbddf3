import type { Reader } from "./transaction.ts";

/**
 * The ids of the drafts of baselines that wait to be frozen, oldest first: those with something to freeze, the latest
 * of a series and start, unless one has been frozen for it since.
 */
export async function listWaitingDrafts(db: Reader, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("baselines as draft")
    .select("draft.baseline_id as id")
    .where("draft.organisation_id", "=", organisationId)
    .where("draft.status", "=", "draft")
    .where("draft.pre_from", "is not", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("baselines as other")
            .select("other.baseline_id")
            .whereRef("other.organisation_id", "=", "draft.organisation_id")
            .whereRef("other.series_id", "=", "draft.series_id")
            .whereRef("other.intervention_start", "=", "draft.intervention_start")
            .where(({ and, eb, or, ref }) =>
              or([
                and([
                  eb("other.status", "=", "draft"),
                  eb("other.baseline_id", ">", ref("draft.baseline_id")),
                ]),
                and([
                  eb("other.status", "=", "frozen"),
                  eb("other.frozen_at", ">=", ref("draft.created_at")),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy("draft.baseline_id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The ids of the benefits whose latest assumptions nobody approved, also of those that were withdrawn. */
export async function listUnapprovedBenefits(db: Reader, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("benefit_assumptions as latest")
    .select("latest.benefit_id as id")
    .where("latest.organisation_id", "=", organisationId)
    .where("latest.approved_by", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("benefit_assumptions as later")
            .select("later.version")
            .whereRef("later.organisation_id", "=", "latest.organisation_id")
            .whereRef("later.benefit_id", "=", "latest.benefit_id")
            .whereRef("later.version", ">", "latest.version"),
        ),
      ),
    )
    .orderBy("latest.benefit_id")
    .execute();
  return rows.map(({ id }) => id);
}
