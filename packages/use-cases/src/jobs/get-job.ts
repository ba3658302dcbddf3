import type { Job } from "@liftledger/contracts/job";
import { listJobs } from "@liftledger/database/jobs";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { getPlan } from "./job-plans.ts";
import { jobView } from "./job-view.ts";

/** A job of the organisation; throws "not-found" and names those there are. */
export async function getJob(ctx: Context, { jobName }: { jobName: string }): Promise<Job> {
  mustBe(ctx, "finance");
  const plan = getPlan(ctx.organisationId, jobName);
  const kept = await listJobs(ctx.db.read, ctx.organisationId);
  return jobView(
    plan,
    kept.find(({ name }) => name === jobName),
    ctx.now,
  );
}
