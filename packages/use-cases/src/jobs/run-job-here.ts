import type { Job } from "@liftledger/contracts/job";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { getJob } from "./get-job.ts";
import { runDueJobs, type JobRunner } from "./run-due-jobs.ts";
import { runJob } from "./run-job.ts";

/** What a process without a server tells of itself. */
export type JobProcess = Pick<JobRunner, "holder" | "now" | "every" | "temporaryFolder" | "signal">;

/**
 * Has a job done now, in this process, and answers how it went. Where a server was faster it does it, and the answer
 * says so.
 */
export async function runJobHere(
  ctx: Context,
  { jobName }: { jobName: string },
  { now, ...process }: JobProcess,
): Promise<Job> {
  await runJob(ctx, { jobName });
  const { db, organisationId } = ctx;
  const atPresent = (): Context => ({ ...ctx, now: now(), today: dayOf(ctx, now()) });
  // What failed stands in the job.
  const runner = { ...process, db, now, contextOf: atPresent, onFailure: () => {} };
  await runDueJobs(runner, { organisationId, name: jobName });
  return getJob(atPresent(), { jobName });
}
