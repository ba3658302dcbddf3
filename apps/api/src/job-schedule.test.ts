import { getJob } from "@liftledger/database/jobs";
import { describeOnSqlite } from "@liftledger/database/testing/databases";
import { dailyJob, testRunner } from "@liftledger/use-cases/testing/job-runner";
import { openLedger } from "@liftledger/use-cases/testing/open-ledger";
import { expect, it, vi } from "vitest";
import { startJobs } from "./job-schedule.ts";
import { kindOf, openApp } from "./testing/open-app.ts";

const now = "2026-06-24T12:00:00.000Z";

describeOnSqlite("startJobs", (open) => {
  it("does what is due when it is woken, and stops one under way when it is closed", async () => {
    const ctx = await openLedger(open);
    const jobOf = (name: string) => getJob(ctx.db.read, ctx.organisationId, name);
    const endless = dailyJob(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      { name: "weigh" },
    );
    const tell = vi.fn();
    const plans = [dailyJob(async () => ({ counted: 1 })), endless];
    const schedule = startJobs(testRunner(ctx, now, { plans }), tell);
    schedule.wake();
    await expect.poll(async () => (await jobOf("weigh")).leaseHolder).toBe("process-1");
    expect(await jobOf("count")).toMatchObject({ outcome: "done" });
    await schedule.close();
    expect(await jobOf("weigh")).toMatchObject({ leaseHolder: null, attempts: 0, nextDueAt: now });
    schedule.wake();
    expect((await jobOf("weigh")).leaseHolder).toBeNull();
    expect(tell).not.toHaveBeenCalled();
  });

  it("tells where the database does not answer, and goes on", async () => {
    const { db, ...ctx } = await openLedger(open);
    const tell = vi.fn();
    const away = vi.spyOn(db.read, "selectFrom").mockImplementation(() => {
      throw new Error("no database");
    });
    const run = vi.fn(async () => ({}));
    const schedule = startJobs(testRunner({ ...ctx, db }, now, { plans: [dailyJob(run)] }), tell);
    schedule.wake();
    await expect.poll(() => tell.mock.calls).toContainEqual([new Error("no database")]);
    away.mockRestore();
    schedule.wake();
    await expect.poll(() => run.mock.calls).not.toEqual([]);
    await schedule.close();
  });
});

describeOnSqlite("POST /api/v1/jobs/{jobName}/run", (open) => {
  it("makes the job due, once for a key, and has this process look at once", async () => {
    const { send, deps } = await openApp(open);
    const wake = vi.spyOn(deps.jobs, "wake");
    const path = "/api/v1/jobs/evaluate-portfolio/run";
    const asked = { method: "POST", path, headers: { "Idempotency-Key": "once" } };
    const first = await send(asked);
    expect([first.status, first.body.nextDueAt]).toEqual([200, now]);
    expect((await send(asked)).body).toEqual(first.body);
    expect(wake).toHaveBeenCalled();
    const { rows } = (await send({ path: "/api/v1/audit-entries?noun=job" })).body;
    expect(rows).toMatchObject([{ action: "runJob", actor: "Local administrator" }]);
    const missing = await send({ method: "POST", path: "/api/v1/jobs/paint/run" });
    expect([missing.status, kindOf(missing)]).toEqual([404, "not-found"]);
    expect((await send({ path: "/api/v1/jobs/PAINT" })).status).toBe(422);
  });
});
