import type { Reader, Writer } from "./transaction.ts";

/** What the gates of an organisation ask, from a version on. Never changed: others are the next version. */
export interface GateRuleVersion {
  /** From 1. */
  version: number;
  /** JSON, whose shape belongs to the caller. */
  gates: string;
  source: string;
  approvedBy: string;
  recordedAt: string;
  recordedBy: string;
}

/** Adds a version; two at once are a unique `ConstraintError` for the later. */
export async function insertGateRules(
  tx: Writer,
  organisationId: string,
  rules: GateRuleVersion,
): Promise<void> {
  await tx
    .insertInto("gate_rules")
    .values({
      organisation_id: organisationId,
      version: rules.version,
      gates: rules.gates,
      source: rules.source,
      approved_by: rules.approvedBy,
      recorded_at: rules.recordedAt,
      recorded_by: rules.recordedBy,
    })
    .execute();
}

/** Every version, oldest first. */
export async function listGateRules(db: Reader, organisationId: string): Promise<GateRuleVersion[]> {
  return db
    .selectFrom("gate_rules")
    .select([
      "version",
      "gates",
      "source",
      "approved_by as approvedBy",
      "recorded_at as recordedAt",
      "recorded_by as recordedBy",
    ])
    .where("organisation_id", "=", organisationId)
    .orderBy("version")
    .execute();
}
