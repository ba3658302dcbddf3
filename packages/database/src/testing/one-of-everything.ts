import { recordAudit } from "../audit-entries.ts";
import type { Database } from "../open-database.ts";
import { inTransaction } from "../transaction.ts";
import { insertAccessRows } from "./one-of-everything/access-rows.ts";
import { insertAlertRows } from "./one-of-everything/alert-rows.ts";
import { insertCaseRows } from "./one-of-everything/case-rows.ts";
import { insertCostRows } from "./one-of-everything/cost-rows.ts";
import { insertGovernanceRows } from "./one-of-everything/governance-rows.ts";
import { insertInitiativeRows } from "./one-of-everything/initiative-rows.ts";
import { insertLedgerRows } from "./one-of-everything/ledger-rows.ts";
import { insertMeasuredRows } from "./one-of-everything/measured-rows.ts";
import { recordedAt } from "./one-of-everything/recorded.ts";

/** What the audit chain says of all this. */
const exampleAudit = {
  recordedAt,
  actorId: "person-1",
  action: "insertOneOfEverything",
  noun: "organisation",
  objectId: "example",
  before: null,
  after: { rows: 1 },
  reason: null,
  requestId: "request-1",
};

/**
 * Adds an organisation with one row or more in every table: KPI `conversion-rate`, series `series-1`
 * with 2026-W01 and W02, initiative `initiative-1`, benefit `benefit-1`, frozen baseline `baseline-1`.
 * The ids are the same in every organisation, so that a query that forgets the organisation is seen.
 */
export async function insertOneOfEverything(db: Database, organisationId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await insertMeasuredRows(tx, organisationId);
    await insertInitiativeRows(tx, organisationId);
    await insertGovernanceRows(tx, organisationId);
    await insertAlertRows(tx, organisationId);
    await insertCostRows(tx, organisationId);
    await insertCaseRows(tx, organisationId);
    await insertAccessRows(tx, organisationId);
    await insertLedgerRows(tx, organisationId);
    recordAudit(tx, organisationId, [exampleAudit]);
  });
}
