import type { OfOrganisation } from "./of-organisation.ts";

/** That a thing of any kind is retired, or was until it was restored. */
interface RetirementsTable extends OfOrganisation {
  noun: string;
  object_id: string;
  position: number;
  retired_at: string;
  retired_by: string;
  reason: string;
  restored_at: string | null;
  restored_by: string | null;
}

interface PeriodEventsTable extends OfOrganisation {
  month: string;
  position: number;
  kind: "closed" | "reopened";
  reason: string | null;
  recorded_at: string;
  recorded_by: string;
}

interface PeriodFiguresTable extends OfOrganisation {
  month: string;
  position: number;
  subject: string;
  realised_value: string | null;
  cost: string | null;
  net_roi: string | null;
  input_digest: string;
}

interface IdempotencyKeysTable extends OfOrganisation {
  key: string;
  endpoint: string;
  body_digest: string;
  status: number;
  response: string;
  created_at: string;
}

interface AuditEntriesTable extends OfOrganisation {
  sequence: number;
  recorded_at: string;
  actor_id: string;
  action: string;
  noun: string;
  object_id: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  request_id: string;
  previous_hash: string;
  hash: string;
}

interface KeptEvaluationsTable extends OfOrganisation {
  initiative_id: string;
  until: string;
  engine_version: string;
  sequence: number;
  hash: string;
  evaluation: string;
}

export interface JobsTable extends OfOrganisation {
  job_name: string;
  /** A cron pattern, in UTC. */
  schedule: string;
  next_due_at: string;
  /** The process that does it; of one that was killed until the lease has ended. */
  lease_holder: string | null;
  lease_until: string | null;
  /** How often it was begun since it was last done. */
  attempts: number;
  begun_at: string | null;
  ended_at: string | null;
  outcome: "done" | "failed" | null;
  did: string | null;
  error: string | null;
}

/** What keeps the rest in order: closed months, the audit chain, what is retired, jobs, and answers kept. */
export interface LedgerTables {
  retirements: RetirementsTable;
  period_events: PeriodEventsTable;
  period_figures: PeriodFiguresTable;
  idempotency_keys: IdempotencyKeysTable;
  audit_entries: AuditEntriesTable;
  kept_evaluations: KeptEvaluationsTable;
  jobs: JobsTable;
}
