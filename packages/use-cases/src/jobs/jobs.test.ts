import { beginJob } from "@liftledger/database/jobs";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { inTransaction } from "@liftledger/database/transaction";
import { expect, it } from "vitest";
import { dailyJob, testRunner } from "../testing/job-runner.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { getJob } from "./get-job.ts";
import { listJobs } from "./list-jobs.ts";
import { runDueJobs } from "./run-due-jobs.ts";
import { runJob } from "./run-job.ts";
import { runJobHere } from "./run-job-here.ts";

const jobName = "clear-idempotency-keys";
const page = { limit: 9 };

describeOnEveryDatabase("jobs", (open) => {
  it("are listed with when they are due and how they went, also before any was done", async () => {
    const ctx = await openLedger(open);
    const never = { state: "waiting", outcome: null, begunAt: null, attempts: 0 };
    const { rows } = await listJobs(ctx, page);
    expect(rows).toMatchObject([
      { jobName: "clear-ended-access", nextDueAt: "2026-06-24T12:40:00.000Z", ...never },
      { jobName, nextDueAt: "2026-06-24T12:20:00.000Z", ...never },
      { jobName: "deliver-messages", nextDueAt: "2026-06-24T12:01:00.000Z", ...never },
      { jobName: "evaluate-portfolio", nextDueAt: "2026-06-24T12:15:00.000Z", ...never },
      { jobName: "look-for-alerts", nextDueAt: "2026-06-24T12:15:00.000Z", ...never },
      { jobName: "remove-left-uploads", nextDueAt: "2026-06-25T03:10:00.000Z", ...never },
    ]);
    expect(await getJob(ctx, { jobName })).toEqual(rows[1]);
    const failing = dailyJob(() => Promise.reject(new Error("no room")), { name: jobName });
    await runDueJobs(testRunner(ctx, ctx.now, { plans: [failing] }));
    const failed = { jobName, outcome: "failed", error: "no room", attempts: 1 };
    expect((await listJobs(ctx, { ...page, outcome: "failed" })).rows).toMatchObject([failed]);
    await expect(getJob(ctx, { jobName: "paint-the-fence" })).rejects.toMatchObject({
      kind: "not-found",
      message: expect.stringContaining("There are: evaluate-portfolio, "),
    });
    await expect(
      listJobs({ ...ctx, actor: { personId: "c", name: "C", role: "contributor" } }, page),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("are done now where an admin asks, unless somebody does them at this moment, who is named", async () => {
    const ctx = await openLedger(open);
    await expect(
      runJob({ ...ctx, actor: { personId: "f", name: "F", role: "finance" } }, { jobName }),
    ).rejects.toMatchObject({ kind: "forbidden" });
    const asked = await runJob(ctx, { jobName });
    expect([asked.state, asked.attempts]).toEqual(["waiting", 0]);
    const later = at(ctx, secondAfter(ctx));
    const lease = { name: jobName, holder: "host 1", now: later.now, nextDueAt: later.now };
    await inTransaction(ctx.db, (tx) =>
      beginJob(tx, ctx.organisationId, { ...lease, until: "2026-06-24T12:02:00.000Z" }),
    );
    expect(await getJob(later, { jobName })).toMatchObject({ state: "running", leaseHolder: "host 1" });
    await expect(runJob(later, { jobName })).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("by host 1"),
    });
    const cut = at(ctx, "2026-06-24T12:02:00.000Z");
    expect(await getJob(cut, { jobName })).toMatchObject({ state: "interrupted", attempts: 1 });
    expect(await runJob(cut, { jobName })).toMatchObject({ attempts: 0 });
  });

  it("are done by a process without a server, which answers how it went", async () => {
    const ctx = await openLedger(open);
    const { holder, now, every, temporaryFolder, signal } = testRunner(ctx, secondAfter(ctx), { plans: [] });
    const here = { holder, now, every, temporaryFolder, signal };
    expect(await runJobHere(ctx, { jobName }, here)).toMatchObject({
      state: "waiting",
      outcome: "done",
      did: { keys: 0 },
    });
  });
});
