import type { Selectable } from "kysely";
import { NotFoundError } from "./errors.ts";
import type { JobsTable } from "./schema/ledger-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** Something the server does by itself again and again, and how it went. */
export interface Job {
  name: string;
  /** A cron pattern, in UTC. */
  schedule: string;
  /** When it may be begun; while it is under way, when it may be begun again should it fail. */
  nextDueAt: string;
  /** Who does it, and until when that counts without being renewed; null where nobody does. */
  leaseHolder: string | null;
  leaseUntil: string | null;
  /** How often it was begun since it was last done. */
  attempts: number;
  /** Of the last run, also of one under way; null before the first. */
  begunAt: string | null;
  /** Of the last run that ended. */
  endedAt: string | null;
  outcome: "done" | "failed" | null;
  /** How much of what was done, by name. */
  did: Record<string, number> | null;
  /** The first line of what went wrong. */
  error: string | null;
}

/** The jobs of an organisation that were ever due or asked for, by name. */
export async function listJobs(db: Reader, organisationId: string): Promise<Job[]> {
  const rows = await db
    .selectFrom("jobs")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .orderBy("job_name")
    .execute();
  return rows.map(toJob);
}

/** A job of an organisation; throws `NotFoundError`. */
export async function getJob(db: Reader, organisationId: string, name: string): Promise<Job> {
  const row = await db
    .selectFrom("jobs")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("job_name", "=", name)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError("job", name);
  return toJob(row);
}

/** Makes a job known that is not yet. */
export async function ensureJob(
  tx: Writer,
  organisationId: string,
  { name, schedule, nextDueAt }: Pick<Job, "name" | "schedule" | "nextDueAt">,
): Promise<void> {
  await tx
    .insertInto("jobs")
    .values({
      organisation_id: organisationId,
      job_name: name,
      schedule,
      next_due_at: nextDueAt,
      attempts: 0,
    })
    .onConflict((conflict) => conflict.columns(["organisation_id", "job_name"]).doNothing())
    .execute();
}

/** Makes a job that nobody does due at another instant, by another schedule too, as if it had never failed. */
export async function setJobDue(
  tx: Writer,
  organisationId: string,
  { name, schedule, nextDueAt }: Pick<Job, "name" | "schedule" | "nextDueAt">,
): Promise<void> {
  await tx
    .updateTable("jobs")
    .set({ schedule, next_due_at: nextDueAt, attempts: 0 })
    .where("organisation_id", "=", organisationId)
    .where("job_name", "=", name)
    .execute();
}

/**
 * Takes a job that is due and that nobody does, or did until the lease ended. False where another was first: of all
 * processes that ask one is told yes. `nextDueAt` is when it may be begun again if this process is killed.
 */
export async function beginJob(
  tx: Writer,
  organisationId: string,
  lease: { name: string; holder: string; now: string; until: string; nextDueAt: string },
): Promise<boolean> {
  const { name, holder, now, until, nextDueAt } = lease;
  const begun = await tx
    .updateTable("jobs")
    .set(({ eb }) => ({
      lease_holder: holder,
      lease_until: until,
      begun_at: now,
      next_due_at: nextDueAt,
      attempts: eb("attempts", "+", 1),
    }))
    .where("organisation_id", "=", organisationId)
    .where("job_name", "=", name)
    .where("next_due_at", "<=", now)
    .where(({ or, eb }) => or([eb("lease_until", "is", null), eb("lease_until", "<=", now)]))
    .executeTakeFirst();
  return begun.numUpdatedRows === 1n;
}

/** Holds a lease for longer; false where it was lost. */
export async function renewLease(
  tx: Writer,
  organisationId: string,
  { name, holder, until }: { name: string; holder: string; until: string },
): Promise<boolean> {
  const renewed = await tx
    .updateTable("jobs")
    .set({ lease_until: until })
    .where("organisation_id", "=", organisationId)
    .where("job_name", "=", name)
    .where("lease_holder", "=", holder)
    .executeTakeFirst();
  return renewed.numUpdatedRows === 1n;
}

/** Gives a lease back and tells how it went; false where the lease was lost, and then nothing is told. */
export async function endJob(
  tx: Writer,
  organisationId: string,
  ended: { name: string; holder: string } & Pick<
    Job,
    "endedAt" | "outcome" | "did" | "error" | "nextDueAt" | "attempts"
  >,
): Promise<boolean> {
  const told = await tx
    .updateTable("jobs")
    .set({
      lease_holder: null,
      lease_until: null,
      ended_at: ended.endedAt,
      outcome: ended.outcome,
      did: ended.did && JSON.stringify(ended.did),
      error: ended.error,
      next_due_at: ended.nextDueAt,
      attempts: ended.attempts,
    })
    .where("organisation_id", "=", organisationId)
    .where("job_name", "=", ended.name)
    .where("lease_holder", "=", ended.holder)
    .executeTakeFirst();
  return told.numUpdatedRows === 1n;
}

/** Gives a lease back in mid-run, so that another can go on at once; nothing is told of how it went. */
export async function leaveJob(
  tx: Writer,
  organisationId: string,
  { name, holder, nextDueAt }: { name: string; holder: string; nextDueAt: string },
): Promise<void> {
  await tx
    .updateTable("jobs")
    .set(({ eb }) => ({
      lease_holder: null,
      lease_until: null,
      next_due_at: nextDueAt,
      attempts: eb("attempts", "-", 1),
    }))
    .where("organisation_id", "=", organisationId)
    .where("job_name", "=", name)
    .where("lease_holder", "=", holder)
    .execute();
}

function toJob(row: Selectable<JobsTable>): Job {
  return {
    name: row.job_name,
    schedule: row.schedule,
    nextDueAt: row.next_due_at,
    leaseHolder: row.lease_holder,
    leaseUntil: row.lease_until,
    attempts: row.attempts,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    did: row.did === null ? null : (JSON.parse(row.did) as Record<string, number>),
    error: row.error,
  };
}
