import { isOneOf } from "./columns.ts";
import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { Reader, Writer } from "./transaction.ts";

/** What an initiative claims on a series. What it is worth stands in its assumptions. */
export interface Benefit {
  benefitId: string;
  initiativeId: string;
  seriesId: string;
  baselineId: string | null;
  createdAt: string;
  version: number;
}

/** Which benefits. */
export interface BenefitFilter {
  initiativeIds?: readonly string[] | undefined;
  seriesIds?: readonly string[] | undefined;
  baselineId?: string | undefined;
}

/** Adds a benefit at version 1; its first assumptions are added with `insertBenefitAssumptions`. */
export async function insertBenefit(
  tx: Writer,
  organisationId: string,
  benefit: Omit<Benefit, "version">,
): Promise<void> {
  await tx
    .insertInto("benefits")
    .values({
      organisation_id: organisationId,
      benefit_id: benefit.benefitId,
      initiative_id: benefit.initiativeId,
      series_id: benefit.seriesId,
      baseline_id: benefit.baselineId,
      created_at: benefit.createdAt,
      version: 1,
    })
    .execute();
}

/** The benefit; throws `NotFoundError`. */
export async function getBenefit(db: Reader, organisationId: string, benefitId: string): Promise<Benefit> {
  const row = await benefitsOf(db, organisationId).where("benefit_id", "=", benefitId).executeTakeFirst();
  if (!row) throw new NotFoundError("benefit", benefitId);
  return row;
}

/** The benefits of initiatives, of series (every claim on them) or that stand on a baseline, oldest first. */
export async function listBenefits(
  db: Reader,
  organisationId: string,
  filter: BenefitFilter = {},
): Promise<Benefit[]> {
  let query = benefitsOf(db, organisationId).orderBy("benefit_id");
  if (filter.initiativeIds) query = query.where(isOneOf(db, "initiative_id", filter.initiativeIds));
  if (filter.seriesIds) query = query.where(isOneOf(db, "series_id", filter.seriesIds));
  if (filter.baselineId !== undefined) query = query.where("baseline_id", "=", filter.baselineId);
  return query.execute();
}

/**
 * Raises the version of a benefit that is still at the version the caller read, and sets its baseline
 * when one is given. Answers the new version; throws `LostUpdateError` or `NotFoundError`.
 */
export async function updateBenefit(
  tx: Writer,
  organisationId: string,
  benefitId: string,
  expectedVersion: number,
  changes: { baselineId?: string | null | undefined },
): Promise<number> {
  const result = await tx
    .updateTable("benefits")
    .set({
      version: expectedVersion + 1,
      ...(changes.baselineId === undefined ? {} : { baseline_id: changes.baselineId }),
    })
    .where("organisation_id", "=", organisationId)
    .where("benefit_id", "=", benefitId)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return expectedVersion + 1;
  const found = await getBenefit(tx, organisationId, benefitId);
  throw new LostUpdateError("benefit", benefitId, expectedVersion, found.version);
}

function benefitsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("benefits")
    .select([
      "benefit_id as benefitId",
      "initiative_id as initiativeId",
      "series_id as seriesId",
      "baseline_id as baselineId",
      "created_at as createdAt",
      "version",
    ])
    .where("organisation_id", "=", organisationId);
}
