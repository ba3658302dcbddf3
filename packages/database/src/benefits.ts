import { sql } from "kysely";
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
  /** From when on nothing is claimed any more; null of one that is claimed. */
  withdrawnAt: string | null;
}

/** How a benefit stands from an instant on. */
interface BenefitVersion {
  benefitId: string;
  version: number;
  baselineId: string | null;
  isWithdrawn: boolean;
  recordedAt: string;
}

/** Which benefits. */
export interface BenefitFilter {
  benefitIds?: readonly string[] | undefined;
  initiativeIds?: readonly string[] | undefined;
  seriesIds?: readonly string[] | undefined;
  baselineId?: string | undefined;
  baselineIds?: readonly string[] | undefined;
  /** The benefits that were claimed at an instant, as they stood then; else those that are claimed now. */
  asOf?: string | undefined;
}

/** Adds a benefit at version 1; its first assumptions are added with `insertBenefitAssumptions`. */
export async function insertBenefit(
  tx: Writer,
  organisationId: string,
  benefit: Omit<Benefit, "version" | "withdrawnAt">,
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
  const { benefitId, baselineId, createdAt: recordedAt } = benefit;
  const first = { benefitId, version: 1, baselineId, isWithdrawn: false, recordedAt };
  await insertVersion(tx, organisationId, first);
}

/** The benefit, withdrawn or not; throws `NotFoundError`. */
export async function getBenefit(db: Reader, organisationId: string, benefitId: string): Promise<Benefit> {
  const row = await versionsOf(db, organisationId)
    .where("benefits.benefit_id", "=", benefitId)
    .whereRef("version.version", "=", "benefits.version")
    .executeTakeFirst();
  if (!row) throw new NotFoundError("benefit", benefitId);
  return toBenefit(row);
}

/** The benefits by id, of initiatives, of series (every claim on them) or that stand on a baseline, oldest first. */
export async function listBenefits(
  db: Reader,
  organisationId: string,
  { asOf, benefitIds, initiativeIds, seriesIds, baselineId, baselineIds }: BenefitFilter = {},
): Promise<Benefit[]> {
  let query = asOf === undefined ? claimedNow(db, organisationId) : claimedAt(db, organisationId, asOf);
  if (benefitIds) query = query.where(isOneOf(db, "benefits.benefit_id", benefitIds));
  if (initiativeIds) query = query.where(isOneOf(db, "benefits.initiative_id", initiativeIds));
  if (seriesIds) query = query.where(isOneOf(db, "benefits.series_id", seriesIds));
  if (baselineIds) query = query.where(isOneOf(db, "version.baseline_id", baselineIds));
  if (baselineId !== undefined) query = query.where("version.baseline_id", "=", baselineId);
  // As an expression: SQLite would otherwise read every benefit of the organisation in the order of the key.
  return (await query.orderBy(sql`benefits.benefit_id || ''`).execute()).map(toBenefit);
}

/**
 * Raises the version of a benefit that is still at the version the caller read, and sets its baseline or withdraws
 * it. Answers the new version; throws `LostUpdateError` or `NotFoundError`.
 */
export async function updateBenefit(
  tx: Writer,
  organisationId: string,
  benefitId: string,
  expectedVersion: number,
  changes: { baselineId?: string | null | undefined; isWithdrawn?: boolean; recordedAt: string },
): Promise<number> {
  const { baselineId, isWithdrawn = false, recordedAt } = changes;
  const found = await getBenefit(tx, organisationId, benefitId);
  const result = await tx
    .updateTable("benefits")
    .set({
      version: expectedVersion + 1,
      ...(baselineId === undefined ? {} : { baseline_id: baselineId }),
    })
    .where("organisation_id", "=", organisationId)
    .where("benefit_id", "=", benefitId)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) {
    const { version } = await getBenefit(tx, organisationId, benefitId);
    throw new LostUpdateError("benefit", benefitId, expectedVersion, version);
  }
  const version = expectedVersion + 1;
  const standing = baselineId === undefined ? found.baselineId : baselineId;
  await insertVersion(tx, organisationId, {
    benefitId,
    version,
    baselineId: standing,
    isWithdrawn,
    recordedAt,
  });
  return version;
}

async function insertVersion(tx: Writer, organisationId: string, version: BenefitVersion): Promise<void> {
  await tx
    .insertInto("benefit_versions")
    .values({
      organisation_id: organisationId,
      benefit_id: version.benefitId,
      version: version.version,
      baseline_id: version.baselineId,
      withdrawn: version.isWithdrawn ? 1 : 0,
      recorded_at: version.recordedAt,
    })
    .execute();
}

function claimedNow(db: Reader, organisationId: string) {
  return versionsOf(db, organisationId)
    .whereRef("version.version", "=", "benefits.version")
    .where("version.withdrawn", "=", 0);
}

function claimedAt(db: Reader, organisationId: string, asOf: string) {
  return versionsOf(db, organisationId)
    .where("version.version", "=", (latest) =>
      latest
        .selectFrom("benefit_versions as other")
        .select(({ fn }) => fn.max("other.version").as("version"))
        .whereRef("other.organisation_id", "=", "benefits.organisation_id")
        .whereRef("other.benefit_id", "=", "benefits.benefit_id")
        .where("other.recorded_at", "<=", asOf),
    )
    .where("version.withdrawn", "=", 0);
}

/** Every benefit with each of its versions. */
function versionsOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("benefits")
    .innerJoin("benefit_versions as version", (join) =>
      join
        .onRef("version.organisation_id", "=", "benefits.organisation_id")
        .onRef("version.benefit_id", "=", "benefits.benefit_id"),
    )
    .select([
      "benefits.benefit_id as benefitId",
      "benefits.initiative_id as initiativeId",
      "benefits.series_id as seriesId",
      "version.baseline_id as baselineId",
      "benefits.created_at as createdAt",
      "version.version",
      "version.withdrawn",
      "version.recorded_at as recordedAt",
    ])
    .where("benefits.organisation_id", "=", organisationId);
}

function toBenefit({
  withdrawn,
  recordedAt,
  ...benefit
}: Omit<Benefit, "withdrawnAt"> & { withdrawn: number; recordedAt: string }): Benefit {
  return { ...benefit, withdrawnAt: withdrawn === 1 ? recordedAt : null };
}
