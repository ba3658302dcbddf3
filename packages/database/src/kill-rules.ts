import { LostUpdateError, NotFoundError } from "./errors.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A rule, declared before a phase, that ends an initiative in it. It does not change; it may be withdrawn. */
export interface KillRule {
  killRuleId: string;
  initiativeId: string;
  /** Of the row: withdrawing carries the one it was read at. */
  version: number;
  phase: string;
  measure: string;
  when: "under" | "above";
  /** Decimal text. */
  limit: string;
  afterMonths: number;
  declaredAt: string;
  declaredBy: string;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  withdrawReason: string | null;
}

/** Adds a rule at version 1. */
export async function insertKillRule(
  tx: Writer,
  organisationId: string,
  rule: Omit<KillRule, "version" | "withdrawnAt" | "withdrawnBy" | "withdrawReason">,
): Promise<void> {
  await tx
    .insertInto("kill_rules")
    .values({
      organisation_id: organisationId,
      kill_rule_id: rule.killRuleId,
      initiative_id: rule.initiativeId,
      version: 1,
      phase: rule.phase,
      measure: rule.measure,
      met_when: rule.when,
      limit_at: rule.limit,
      after_months: rule.afterMonths,
      declared_at: rule.declaredAt,
      declared_by: rule.declaredBy,
    })
    .execute();
}

/** The rule; throws `NotFoundError`. */
export async function getKillRule(db: Reader, organisationId: string, killRuleId: string): Promise<KillRule> {
  const row = await rulesOf(db, organisationId).where("kill_rule_id", "=", killRuleId).executeTakeFirst();
  if (!row) throw new NotFoundError("kill rule", killRuleId);
  return row;
}

/** Every rule in the order of their declaration; of one initiative where asked. */
export async function listKillRules(
  db: Reader,
  organisationId: string,
  { initiativeId }: { initiativeId?: string | undefined } = {},
): Promise<KillRule[]> {
  let query = rulesOf(db, organisationId).orderBy("declared_at").orderBy("kill_rule_id");
  if (initiativeId !== undefined) query = query.where("initiative_id", "=", initiativeId);
  return query.execute();
}

/** Withdraws a rule that is still as the caller read it. Throws `LostUpdateError` or `NotFoundError`. */
export async function withdrawKillRule(
  tx: Writer,
  organisationId: string,
  { killRuleId, version }: Pick<KillRule, "killRuleId" | "version">,
  { at, by, reason }: { at: string; by: string; reason: string },
): Promise<void> {
  const result = await tx
    .updateTable("kill_rules")
    .set({ version: version + 1, withdrawn_at: at, withdrawn_by: by, withdraw_reason: reason })
    .where("organisation_id", "=", organisationId)
    .where("kill_rule_id", "=", killRuleId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (result.numUpdatedRows > 0n) return;
  const found = await getKillRule(tx, organisationId, killRuleId);
  throw new LostUpdateError("kill rule", killRuleId, version, found.version);
}

function rulesOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("kill_rules")
    .select([
      "kill_rule_id as killRuleId",
      "initiative_id as initiativeId",
      "version",
      "phase",
      "measure",
      "met_when as when",
      "limit_at as limit",
      "after_months as afterMonths",
      "declared_at as declaredAt",
      "declared_by as declaredBy",
      "withdrawn_at as withdrawnAt",
      "withdrawn_by as withdrawnBy",
      "withdraw_reason as withdrawReason",
    ])
    .where("organisation_id", "=", organisationId);
}
