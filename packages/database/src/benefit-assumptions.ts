import { isOneOf } from "./columns.ts";
import type { Reader, Writer } from "./transaction.ts";

/** One version of what finance assumes of a benefit. Null is "not set", never zero. Shares are decimal text. */
export interface BenefitAssumptions {
  benefitId: string;
  /** From 1. */
  version: number;
  /** Money per numerator unit, in the currency's major unit. */
  unitValue: string | null;
  currency: string | null;
  attribution: string | null;
  confidence: string | null;
  realisedAccepted: string | null;
  realisedRedeployed: string | null;
  realisedCashed: string | null;
  /** Why these numbers: the source, the named risk. */
  basis: string;
  approvedBy: string | null;
  recordedAt: string;
  recordedBy: string;
  /** The last period that is claimed; null where the claim has no end. */
  claimUntil: string | null;
  /** What was asked for, and why less was granted, where the attribution was scaled; else null, both. */
  attributionAsked: string | null;
  attributionReason: string | null;
  /** The first period that it counts for; null from the claim's start on. A later version counts from its own on. */
  validFrom: string | null;
}

/** Adds a version; one that exists is a unique `ConstraintError`. Earlier versions stay as they are. */
export async function insertBenefitAssumptions(
  tx: Writer,
  organisationId: string,
  assumptions: BenefitAssumptions,
): Promise<void> {
  await tx
    .insertInto("benefit_assumptions")
    .values({
      organisation_id: organisationId,
      benefit_id: assumptions.benefitId,
      version: assumptions.version,
      unit_value: assumptions.unitValue,
      currency: assumptions.currency,
      attribution: assumptions.attribution,
      confidence: assumptions.confidence,
      realised_accepted: assumptions.realisedAccepted,
      realised_redeployed: assumptions.realisedRedeployed,
      realised_cashed: assumptions.realisedCashed,
      basis: assumptions.basis,
      approved_by: assumptions.approvedBy,
      recorded_at: assumptions.recordedAt,
      recorded_by: assumptions.recordedBy,
      claim_until: assumptions.claimUntil,
      attribution_asked: assumptions.attributionAsked,
      attribution_reason: assumptions.attributionReason,
      valid_from: assumptions.validFrom,
    })
    .execute();
}

/** The latest version for each benefit that has one; with `asOf`, the latest recorded by then. */
export async function latestBenefitAssumptions(
  db: Reader,
  organisationId: string,
  benefitIds: readonly string[],
  which: { asOf?: string | undefined } = {},
): Promise<Map<string, BenefitAssumptions>> {
  const versions = await listBenefitAssumptions(db, organisationId, benefitIds, which);
  return new Map(versions.map((assumptions) => [assumptions.benefitId, assumptions]));
}

/** Every version for benefits, first to last of each; with `asOf`, those recorded by then. */
export async function listBenefitAssumptions(
  db: Reader,
  organisationId: string,
  benefitIds: readonly string[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<BenefitAssumptions[]> {
  let query = versionsOf(db, organisationId, benefitIds);
  if (asOf !== undefined) query = query.where("recorded_at", "<=", asOf);
  return query.execute();
}

function versionsOf(db: Reader, organisationId: string, benefitIds: readonly string[]) {
  return db
    .selectFrom("benefit_assumptions")
    .select([
      "benefit_id as benefitId",
      "version",
      "unit_value as unitValue",
      "currency",
      "attribution",
      "confidence",
      "realised_accepted as realisedAccepted",
      "realised_redeployed as realisedRedeployed",
      "realised_cashed as realisedCashed",
      "basis",
      "approved_by as approvedBy",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
      "claim_until as claimUntil",
      "attribution_asked as attributionAsked",
      "attribution_reason as attributionReason",
      "valid_from as validFrom",
    ])
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "benefit_id", benefitIds))
    .orderBy("benefit_id")
    .orderBy("version");
}
