import type { Context } from "../context.ts";
import type { JobPlan } from "../jobs/job-plan.ts";
import type { JobRunner } from "../jobs/run-due-jobs.ts";
import { at } from "./open-ledger.ts";

/** A job that is due each day at three, and does what a test says. */
export function dailyJob(run: JobPlan["run"], more: Partial<JobPlan> = {}): JobPlan {
  const plan = { name: "count", about: "Counts.", schedule: "0 3 * * *", of: "organisation", atStart: false };
  return { ...plan, run, ...more } as JobPlan;
}

/** Runs jobs in a test: the clock stands where it says, and nothing renews a lease but the test. */
export function testRunner(
  ctx: Context,
  now: string,
  more: Partial<JobRunner> & Pick<JobRunner, "plans">,
): JobRunner {
  return {
    db: ctx.db,
    holder: "process-1",
    now: () => now,
    contextOf: (organisationId) => ({ ...at(ctx, now), organisationId }),
    every: () => () => {},
    temporaryFolder: "/nowhere",
    signal: new AbortController().signal,
    onFailure: () => {},
    ...more,
  };
}
