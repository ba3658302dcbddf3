import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createInterface } from "node:readline";
import { getJob } from "@liftledger/database/jobs";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "./context.ts";
import { leaseMilliseconds } from "./jobs/run-due-jobs.ts";
import { listSeries } from "./series/list-series.ts";
import type { ActingTask, ActingWord } from "./testing/act-on-word.ts";
import { openLedger } from "./testing/open-ledger.ts";
import { makeValuedInitiative } from "./testing/valued-initiative.ts";
import { startReceiver } from "./testing/webhook-receiver.ts";
import { createWebhook } from "./webhooks/create-webhook.ts";

describeOnEveryDatabase("two processes on one database", (open) => {
  let ctx: Context;
  let one: ReturnType<typeof startProcess>;
  let other: ReturnType<typeof startProcess>;
  beforeAll(async () => {
    ctx = await openLedger(open);
    const { location } = ctx.db;
    [one, other] = [startProcess({ location, name: "one" }), startProcess({ location, name: "other" })];
  });
  afterAll(async () => {
    await Promise.all([one.end(), other.end()]);
  });
  const both = (word: ActingWord) => Promise.all([one.act(word), other.act(word)]);

  it("make one write of fifty requests at once with one key, and give equal answers", async () => {
    for (const key of ["a", "b", "c"]) {
      const answers = (await both({ do: "repeat", key, times: 25 })).flat();
      expect([answers.length, new Set(answers.map((answer) => JSON.stringify(answer))).size]).toEqual([
        50, 1,
      ]);
    }
    const { rows } = await listSeries(ctx, { limit: 100 });
    expect(rows.map(({ scope }) => scope).toSorted()).toEqual(["a", "b", "c"]);
  });

  it("tell each alert once, and send what a killed one had begun to send again under the same id", async () => {
    await makeValuedInitiative(ctx);
    let hangs = false;
    const receiver = await startReceiver(() => (hangs ? "never" : { status: 204 }));
    const hook = { name: "A channel", address: receiver.address, format: "json", about: ["alerts"] } as const;
    await createWebhook(ctx, { ...hook, about: [...hook.about] }, { allowsLoopback: true });
    const tell = (now: string): ActingWord => ({ do: "alerts", now });
    const said = () =>
      receiver.calls.map(({ body }) => {
        const { kind, alert } = JSON.parse(body) as { kind: string; alert: { rule: string; since: string } };
        return `${kind} ${alert.rule} ${alert.since}`;
      });
    for (const day of ["06", "07", "20", "21"]) await both(tell(`2026-07-${day}T12:00:00.000Z`));
    // A message that one of them has taken is left by the other, so both look once more.
    await both(tell("2026-07-21T12:10:00.000Z"));
    expect(said().length).toBeGreaterThan(1);
    expect(new Set(said()).size).toBe(said().length);

    hangs = true;
    const before = receiver.calls.length;
    await other.begin(tell("2027-07-20T12:00:00.000Z"));
    while (receiver.calls.length === before) await sleep(20);
    await other.kill();
    hangs = false;
    const cutOff = receiver.calls.at(-1)?.headers["webhook-id"];
    await one.act(tell("2027-07-20T12:01:59.000Z"));
    expect(receiver.calls.slice(before + 1).map(({ headers }) => headers["webhook-id"])).not.toContain(
      cutOff,
    );
    await one.act(tell("2027-07-20T12:02:00.000Z"));
    const sent = receiver.calls.filter(({ headers }) => headers["webhook-id"] === cutOff);
    expect(sent.map(({ body }) => body)).toEqual([sent[0]?.body, sent[0]?.body]);
    other = startProcess({ location: ctx.db.location, name: "third" });
    await receiver.close();
  });

  it("close a month once when both close it", async () => {
    for (const month of ["2026-03", "2026-04", "2026-05"]) {
      const told = await both({ do: "close", month });
      expect(told).toContainEqual(expect.objectContaining({ month, status: "closed" }));
      expect(told).toContainEqual({ refused: "conflict" });
    }
  });

  it("do each job once for each time it is due, and what a killed one had begun passes on", async () => {
    const due = (now: string): ActingWord => ({ do: "jobs", now, hangs: false });
    const morning = (day: number) => `2026-06-${day}T03:00:00.000Z`;
    const names = ["count", "measure", "weigh"];
    for (const day of [24, 25, 26, 27]) {
      expect((await both(due(morning(day)))).flat().toSorted()).toEqual(names);
    }
    expect(await both(due(morning(27)))).toEqual([[], []]);

    const dueAt = morning(28);
    await one.begin({ do: "jobs", now: dueAt, hangs: true });
    await one.kill();
    // What it had not begun is nobody's; what it had begun is its own until the lease has ended.
    expect(await other.act(due(dueAt))).toEqual(["measure", "weigh"]);
    expect(await getJob(ctx.db.read, ctx.organisationId, "count")).toMatchObject({ leaseHolder: "one" });
    const leaseEnd = Date.parse(dueAt) + leaseMilliseconds;
    expect(await other.act(due(new Date(leaseEnd - 1).toISOString()))).toEqual([]);
    expect(await other.act(due(new Date(leaseEnd).toISOString()))).toEqual(["count"]);
  });
});

function startProcess(task: ActingTask) {
  const program = join(import.meta.dirname, "testing/act-on-word.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const hear = async (beginning: string): Promise<string> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`the process ended before it said ${beginning}`);
      if (value.startsWith(beginning)) return value.slice(beginning.length);
    }
  };
  const isReady = hear("ready");
  const tell = async (word: ActingWord) => {
    await isReady;
    child.stdin.write(`${JSON.stringify(word)}\n`);
  };
  return {
    /** What became of a word. */
    async act(word: ActingWord): Promise<unknown> {
      await tell(word);
      return JSON.parse(await hear("did "));
    },
    async begin(word: ActingWord) {
      await tell(word);
      await hear("begun");
    },
    async kill() {
      child.kill("SIGKILL");
      await exit;
    },
    async end() {
      child.stdin.end();
      await exit;
    },
  };
}
