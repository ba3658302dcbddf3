import type { Job as WireJob } from "@liftledger/contracts/job";
import type { Job } from "@liftledger/database/jobs";
import { nextDueOf, type JobPlan } from "./job-plan.ts";

/** A job as it crosses the wire; one that no server looked at yet has never been done. */
export function jobView(plan: JobPlan, kept: Job | undefined, now: string): WireJob {
  const { name: jobName, about, schedule } = plan;
  if (kept === undefined) {
    const nobody = { leaseHolder: null, leaseUntil: null, attempts: 0 };
    const never = { begunAt: null, endedAt: null, outcome: null, did: null, error: null };
    return {
      jobName,
      about,
      schedule,
      nextDueAt: nextDueOf(schedule, now),
      state: "waiting",
      ...nobody,
      ...never,
    };
  }
  const { name: _name, ...facts } = kept;
  return { jobName, about, ...facts, state: stateOf(kept, now) };
}

function stateOf({ leaseUntil }: Job, now: string): WireJob["state"] {
  if (leaseUntil === null) return "waiting";
  return leaseUntil > now ? "running" : "interrupted";
}
