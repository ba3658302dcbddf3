import type { Reader, Writer } from "./transaction.ts";

/** By which rules an organisation plans and approves cases, from a version on. Never changed: others are the next version. */
export interface CaseSettings {
  /** From 1. */
  version: number;
  /** The rate cases are discounted at unless they say another, as decimal text; null where none is set. */
  discountRate: string | null;
  /** Whether that rate is of nominal or of real prices. */
  prices: "nominal" | "real" | null;
  /** From this spend on a case wants two signatures; null for never. */
  twoSignaturesFrom: string | null;
  /** Below this spend a case needs one page only; null for never. */
  onePageBelow: string | null;
  /** Of the two spends. */
  currency: string;
  source: string;
  approvedBy: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertCaseSettings(
  tx: Writer,
  organisationId: string,
  settings: CaseSettings,
): Promise<void> {
  await tx
    .insertInto("case_settings")
    .values({
      organisation_id: organisationId,
      version: settings.version,
      discount_rate: settings.discountRate,
      prices: settings.prices,
      two_signatures_from: settings.twoSignaturesFrom,
      one_page_below: settings.onePageBelow,
      currency: settings.currency,
      source: settings.source,
      approved_by: settings.approvedBy,
      recorded_at: settings.recordedAt,
      recorded_by: settings.recordedBy,
    })
    .execute();
}

/** Every version, oldest first. */
export async function listCaseSettings(db: Reader, organisationId: string): Promise<CaseSettings[]> {
  return db
    .selectFrom("case_settings")
    .select([
      "version",
      "discount_rate as discountRate",
      "prices",
      "two_signatures_from as twoSignaturesFrom",
      "one_page_below as onePageBelow",
      "currency",
      "source",
      "approved_by as approvedBy",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("version")
    .execute();
}
