import { getJob } from "@liftledger/database/jobs";
import { deleteOrganisation, insertOrganisation } from "@liftledger/database/organisations";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { inTransaction } from "@liftledger/database/transaction";
import { expect, it, vi } from "vitest";
import type { Context } from "../context.ts";
import { dailyJob, testRunner } from "../testing/job-runner.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { prepareJobs } from "./prepare-jobs.ts";
import { leaseMilliseconds, runDueJobs } from "./run-due-jobs.ts";

const first = "2026-06-24T12:00:00.000Z";
const nextMorning = "2026-06-25T03:00:00.000Z";
const after = (milliseconds: number, instant = first) =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
const minutes = (count: number) => count * 60_000;
const jobOf = (ctx: Context, name = "count") => getJob(ctx.db.read, ctx.organisationId, name);
const count = { organisationId: "default", name: "count" };
const other = { name: "Another", kind: "demo", currency: "EUR" } as const;
const laterBy = (days: number) => ({ createdAt: `2999-01-0${days + 1}T00:00:00.000Z` });

describeOnEveryDatabase("runDueJobs", (open) => {
  it("does a new job at once and then when it is due, once each time, and says how it went", async () => {
    const ctx = await openLedger(open);
    const run = vi.fn(async () => ({ counted: 3 }));
    const plans = [dailyJob(run)];
    expect(await runDueJobs(testRunner(ctx, first, { plans }))).toEqual([count]);
    expect(await jobOf(ctx)).toEqual({
      name: "count",
      schedule: "0 3 * * *",
      nextDueAt: nextMorning,
      leaseHolder: null,
      leaseUntil: null,
      attempts: 0,
      begunAt: first,
      endedAt: first,
      outcome: "done",
      did: { counted: 3 },
      error: null,
    });
    expect(await runDueJobs(testRunner(ctx, after(-1, nextMorning), { plans }))).toEqual([]);
    expect(await runDueJobs(testRunner(ctx, nextMorning, { plans }))).toEqual([count]);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("tries one that failed again after a pause that doubles, shows why, and does the others meanwhile", async () => {
    const ctx = await openLedger(open);
    const onFailure = vi.fn();
    const failing = dailyJob(() => Promise.reject(new Error("no room\nat line 3")));
    const plans = [failing, dailyJob(async () => ({}), { name: "weigh" })];
    expect(await runDueJobs(testRunner(ctx, first, { plans, onFailure }))).toHaveLength(2);
    expect(onFailure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: "Error" }), count);
    const shown = { outcome: "failed", error: "no room", did: null, leaseHolder: null };
    expect(await jobOf(ctx)).toMatchObject({ ...shown, attempts: 1, nextDueAt: after(minutes(1)) });
    await runDueJobs(testRunner(ctx, after(minutes(1)), { plans }));
    expect(await jobOf(ctx)).toMatchObject({ ...shown, attempts: 2, nextDueAt: after(minutes(3)) });
    const mended = [dailyJob(async () => ({ counted: 1 }))];
    expect(await runDueJobs(testRunner(ctx, after(minutes(2)), { plans: mended }))).toEqual([]);
    await runDueJobs(testRunner(ctx, after(minutes(3)), { plans: mended }));
    expect(await jobOf(ctx)).toMatchObject({ outcome: "done", error: null, attempts: 0 });
  });

  it("holds the lease while it is renewed, and ends what lost it without a word", async () => {
    const ctx = await openLedger(open);
    const run = vi.fn(async () => ({ counted: 2 }));
    let renew = () => {};
    const every = (milliseconds: number, action: () => void) => {
      expect(milliseconds).toBeLessThan(leaseMilliseconds / 2);
      renew = action;
      return () => {};
    };
    const slow = dailyJob(async ({ signal }) => {
      // What the first process sees of the clock goes on; the second comes before the lease has ended, then after.
      now = after(leaseMilliseconds / 2);
      renew();
      await expect.poll(async () => (await jobOf(ctx)).leaseUntil).toBe(after(leaseMilliseconds * 1.5));
      const other = { holder: "process-2", plans: [dailyJob(run)] };
      expect(await runDueJobs(testRunner(ctx, after(leaseMilliseconds * 1.5 - 1), other))).toEqual([]);
      expect(await runDueJobs(testRunner(ctx, after(leaseMilliseconds * 1.5), other))).toEqual([count]);
      renew();
      await expect.poll(() => signal.aborted).toBe(true);
      throw new Error("nobody is told");
    });
    let now = first;
    const onFailure = vi.fn();
    const runner = testRunner(ctx, first, { every, onFailure, plans: [slow], now: () => now });
    expect(await runDueJobs(runner)).toEqual([]);
    expect(onFailure).not.toHaveBeenCalled();
    expect(await jobOf(ctx)).toMatchObject({ outcome: "done", did: { counted: 2 }, attempts: 0 });
  });

  it("gives the lease back when its process ends, and another goes on at once", async () => {
    const ctx = await openLedger(open);
    const ending = new AbortController();
    const cut = dailyJob(async ({ signal }) => {
      ending.abort();
      signal.throwIfAborted();
      return {};
    });
    const { signal } = ending;
    expect(await runDueJobs(testRunner(ctx, first, { signal, plans: [cut] }))).toEqual([]);
    const left = { leaseHolder: null, leaseUntil: null, attempts: 0, outcome: null, nextDueAt: first };
    expect(await jobOf(ctx)).toMatchObject(left);
    const plans = [dailyJob(async () => ({ counted: 1 }))];
    expect(await runDueJobs(testRunner(ctx, first, { plans, signal }))).toEqual([]);
    expect(await runDueJobs(testRunner(ctx, first, { plans, holder: "process-2" }))).toEqual([count]);
  });

  it.each(["before they begin", "while one is under way"])(
    "passes over the jobs of an organisation that is deleted %s, and goes on with those of others",
    async (when) => {
      const ctx = await openLedger(open);
      for (const [at, organisationId] of ["demo", "last"].entries())
        await inTransaction(ctx.db, (tx) =>
          insertOrganisation(tx, { ...other, organisationId, ...laterBy(at) }),
        );
      const deletes = when === "before they begin" ? "default" : "demo";
      const plan = dailyJob(async ({ ctx: { organisationId } }) => {
        if (organisationId !== deletes) return {};
        await inTransaction(ctx.db, (tx) => deleteOrganisation(tx, "demo"));
        if (deletes === "demo") throw new Error("its rows are gone");
        return {};
      });
      const onFailure = vi.fn();
      const ran = await runDueJobs(testRunner(ctx, first, { plans: [plan], onFailure }));
      expect(ran).toEqual([count, { ...count, organisationId: "last" }]);
      expect(onFailure).not.toHaveBeenCalled();
    },
  );
});

describeOnEveryDatabase("prepareJobs", (open) => {
  it("makes due what is due at a start, and brings the rest to its schedule", async () => {
    const ctx = await openLedger(open);
    const run = async () => ({});
    const plans = [dailyJob(run), dailyJob(run, { name: "weigh", atStart: true })];
    await prepareJobs(testRunner(ctx, first, { plans }));
    await runDueJobs(testRunner(ctx, first, { plans }));
    const later = after(minutes(30));
    await prepareJobs(
      testRunner(ctx, later, { plans: [dailyJob(run, { schedule: "0 5 * * *" }), ...plans.slice(1)] }),
    );
    expect(await jobOf(ctx)).toMatchObject({ schedule: "0 5 * * *", nextDueAt: "2026-06-25T05:00:00.000Z" });
    expect(await jobOf(ctx, "weigh")).toMatchObject({ nextDueAt: later });
  });

  it("leaves its pause to one that failed, and its lease to one that another process does", async () => {
    const ctx = await openLedger(open);
    const failing = [dailyJob(() => Promise.reject(new Error("no")), { atStart: true })];
    await runDueJobs(testRunner(ctx, first, { plans: failing }));
    await prepareJobs(testRunner(ctx, first, { plans: failing }));
    expect(await jobOf(ctx)).toMatchObject({ attempts: 1, nextDueAt: after(minutes(1)) });
    const during = dailyJob(
      async () => {
        const before = await jobOf(ctx);
        await prepareJobs(testRunner(ctx, first, { plans: [during], holder: "process-2" }));
        expect(await jobOf(ctx)).toEqual(before);
        return { looked: 1 };
      },
      { atStart: true },
    );
    await runDueJobs(testRunner(ctx, after(minutes(1)), { plans: [during] }));
    expect(await jobOf(ctx)).toMatchObject({ did: { looked: 1 } });
  });
});
