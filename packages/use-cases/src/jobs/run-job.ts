import type { Job } from "@liftledger/contracts/job";
import { ensureJob, getJob, setJobDue } from "@liftledger/database/jobs";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { getPlan } from "./job-plans.ts";
import { jobView } from "./job-view.ts";

/** Makes a job due now, whatever its schedule and however often it failed. Throws "conflict" while it is being done. */
export async function runJob(ctx: Context, { jobName: name }: { jobName: string }): Promise<Job> {
  mustBe(ctx, "admin");
  const plan = getPlan(ctx.organisationId, name);
  // By the clock, as every process looks for what is due; the chain may be ahead of it.
  const due = { name, schedule: plan.schedule, nextDueAt: ctx.now };
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const { organisationId, now } = ctx;
    await ensureJob(tx, organisationId, due);
    const before = jobView(plan, await getJob(tx, organisationId, name), now);
    refuseWhileRunning(before);
    await setJobDue(tx, organisationId, due);
    const after = jobView(plan, await getJob(tx, organisationId, name), now);
    const told = ({ jobName, nextDueAt, attempts }: Job) => ({ jobName, nextDueAt, attempts });
    audit({ action: "runJob", noun: "job", id: name, before: told(before), after: told(after) });
    return after;
  });
}

function refuseWhileRunning({ jobName, state, leaseHolder, begunAt }: Job): void {
  if (state !== "running") return;
  throw new ProblemError(
    "conflict",
    `The job "${jobName}" is being done since ${begunAt} by ${leaseHolder}. Look again when it has ended.`,
  );
}
