import { getJob, listJobs, setJobDue, type Job } from "@liftledger/database/jobs";
import { listOrganisations } from "@liftledger/database/organisations";
import { inTransaction, type Writer } from "@liftledger/database/transaction";
import { nextDueOf, type JobPlan } from "./job-plan.ts";
import { plansOf } from "./job-plans.ts";
import type { JobRunner } from "./run-due-jobs.ts";

/**
 * Before a server runs jobs for the first time: makes those due that are so at each start, and brings the others to the
 * schedule of this version. What failed last, or was cut off by a kill, keeps its pause, or a server that a job kills
 * would be killed at each start.
 */
export async function prepareJobs({ db, now, plans }: JobRunner): Promise<void> {
  for (const { organisationId } of await listOrganisations(db.read)) {
    const known = new Map((await listJobs(db.read, organisationId)).map((job) => [job.name, job]));
    for (const plan of plansOf(organisationId, plans)) {
      const job = known.get(plan.name);
      if (job === undefined || !isToBeSet(job, plan)) continue;
      await inTransaction(db, (tx) => setAtStart(tx, organisationId, plan, now()));
    }
  }
}

async function setAtStart(tx: Writer, organisationId: string, plan: JobPlan, now: string): Promise<void> {
  const { name, schedule, atStart } = plan;
  // As it is now: another process may have begun it.
  if (!isToBeSet(await getJob(tx, organisationId, name), plan)) return;
  const nextDueAt = atStart ? now : nextDueOf(schedule, now);
  await setJobDue(tx, organisationId, { name, schedule, nextDueAt });
}

function isToBeSet({ leaseHolder, attempts, schedule }: Job, plan: JobPlan): boolean {
  return leaseHolder === null && attempts === 0 && (plan.atStart || schedule !== plan.schedule);
}
