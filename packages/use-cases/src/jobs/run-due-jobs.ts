import {
  beginJob,
  endJob,
  ensureJob,
  getJob,
  leaveJob,
  listJobs,
  renewLease,
} from "@liftledger/database/jobs";
import type { Database } from "@liftledger/database/open-database";
import { findOrganisation, listOrganisations } from "@liftledger/database/organisations";
import { inTransaction, type Writer } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { onItsDay } from "../organisations/on-its-day.ts";
import type { Couriers } from "../delivery/couriers.ts";
import { nextDueOf, nextTryOf, type JobPlan } from "./job-plan.ts";
import { plansOf } from "./job-plans.ts";

/** How jobs are run in a process. */
export interface JobRunner {
  readonly db: Database;
  /** Of this process, unlike any other's. */
  readonly holder: string;
  /** The present instant. */
  readonly now: () => string;
  /** By whom they are done, for an organisation at the present instant. */
  readonly contextOf: (organisationId: string) => Context;
  /** Does something again and again until the answer is called. */
  readonly every: (milliseconds: number, action: () => void) => () => void;
  readonly temporaryFolder: string;
  /** By what messages leave this process; it sends none where they are left out. */
  readonly couriers?: Couriers | undefined;
  /** Aborted when the process ends. */
  readonly signal: AbortSignal;
  /** Told of what failed. A job that fails stops nothing else. */
  readonly onFailure: (error: unknown, job: RanJob) => void;
  /** Every job there is, where it is left out. */
  readonly plans?: readonly JobPlan[];
}

/** A job of an organisation. */
export interface RanJob {
  readonly organisationId: string;
  readonly name: string;
}

/** How long a lease counts that nobody renews: so long a job waits whose process was killed. */
export const leaseMilliseconds = 120_000;
const longestError = 300;

/**
 * Does what is due and nobody else does: of all processes on one database the lease lets one through. It is renewed
 * while the job is under way and given back when the process ends; one that a killed process left ends by itself, and
 * the job is then done by another. Answers what was done here, whether or not it failed.
 */
export async function runDueJobs(runner: JobRunner, only?: RanJob): Promise<RanJob[]> {
  const { db, now, signal } = runner;
  const ran: RanJob[] = [];
  for (const { organisationId } of await listOrganisations(db.read)) {
    const known = new Map((await listJobs(db.read, organisationId)).map((job) => [job.name, job]));
    for (const plan of plansOf(organisationId, runner.plans)) {
      const job = { organisationId, name: plan.name };
      if (signal.aborted) return ran;
      if (only !== undefined && (only.name !== job.name || only.organisationId !== organisationId)) continue;
      const { nextDueAt = now() } = known.get(plan.name) ?? {};
      if (nextDueAt <= now() && (await runOnce(runner, plan, job))) ran.push(job);
    }
  }
  return ran;
}

/** False where somebody else does it, or took it meanwhile. */
async function runOnce(runner: JobRunner, plan: JobPlan, job: RanJob): Promise<boolean> {
  const { db, holder, now } = runner;
  const { organisationId, name } = job;
  const begunAt = now();
  const attempts = await inTransaction(db, (tx) => taken(tx, runner, plan, { ...job, begunAt }));
  if (attempts === null) return false;
  const went = await resultOf(runner, plan, job);
  if (went.kind === "left") {
    const left = { name, holder, nextDueAt: begunAt };
    await inTransaction(db, (tx) => leaveJob(tx, organisationId, left));
    return false;
  }
  const endedAt = now();
  const told = {
    name,
    holder,
    endedAt,
    ...(went.kind === "done"
      ? { did: went.did, error: null, attempts: 0, nextDueAt: nextDueOf(plan.schedule, endedAt) }
      : { did: null, error: went.error, attempts, nextDueAt: nextTryOf(plan, attempts, endedAt) }),
    outcome: went.kind,
  };
  return inTransaction(db, (tx) => endJob(tx, organisationId, told));
}

/** Takes a job where it is due and nobody does it; answers which attempt this is since it was last done. */
async function taken(
  tx: Writer,
  { holder }: JobRunner,
  plan: JobPlan,
  { organisationId, name, begunAt }: RanJob & { begunAt: string },
): Promise<number | null> {
  // One that was deleted since they were listed has no jobs any more.
  if ((await findOrganisation(tx, organisationId)) === undefined) return null;
  // One that is new here is due at once: nobody knows when it was last done.
  await ensureJob(tx, organisationId, { name, schedule: plan.schedule, nextDueAt: begunAt });
  const attempts = (await getJob(tx, organisationId, name)).attempts + 1;
  // Should this process be killed, it is as if the job had failed: it is begun again after the same pause.
  const nextDueAt = nextTryOf(plan, attempts, begunAt);
  const lease = { name, holder, now: begunAt, until: leaseUntil(begunAt), nextDueAt };
  return (await beginJob(tx, organisationId, lease)) ? attempts : null;
}

type Result =
  | { kind: "done"; did: Record<string, number> }
  | { kind: "failed"; error: string }
  /** The process ends, or lost the lease, or the organisation was deleted. */
  | { kind: "left" };

async function resultOf(runner: JobRunner, plan: JobPlan, job: RanJob): Promise<Result> {
  const lost = new AbortController();
  const signal = AbortSignal.any([runner.signal, lost.signal]);
  const stopRenewing = runner.every(leaseMilliseconds / 4, () => void renew(runner, job, lost));
  const { temporaryFolder, couriers = null, now: present } = runner;
  try {
    const ctx = await onItsDay(runner.contextOf(job.organisationId));
    const did = await plan.run({ ctx, signal, temporaryFolder, couriers, present });
    return { kind: "done", did };
  } catch (error) {
    const isGone = (await findOrganisation(runner.db.read, job.organisationId)) === undefined;
    if (signal.aborted || isGone) return { kind: "left" };
    runner.onFailure(error, job);
    return { kind: "failed", error: firstLine(error) };
  } finally {
    stopRenewing();
  }
}

async function renew(
  { db, holder, now }: JobRunner,
  { organisationId, name }: RanJob,
  lost: AbortController,
) {
  const longer = { name, holder, until: leaseUntil(now()) };
  try {
    if (!(await inTransaction(db, (tx) => renewLease(tx, organisationId, longer)))) lost.abort();
  } catch {
    // One that fails is followed by another before the lease ends.
  }
}

function leaseUntil(now: string): string {
  return new Date(Date.parse(now) + leaseMilliseconds).toISOString();
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.trim().split("\n")[0] ?? "").slice(0, longestError) || "It failed without a word.";
}
