import { createInterface } from "node:readline";
import { openDatabase, type DatabaseLocation } from "@liftledger/database/open-database";
import { lookForAlerts } from "../alerts/look-for-alerts.ts";
import type { Context } from "../context.ts";
import { deliverMessages } from "../delivery/deliver-messages.ts";
import { loopbackCouriers } from "./loopback-couriers.ts";
import { runDueJobs } from "../jobs/run-due-jobs.ts";
import { closePeriod } from "../periods/close-period.ts";
import { ProblemError } from "../problem.ts";
import { createSeries } from "../series/create-series.ts";
import { dailyJob, testRunner } from "./job-runner.ts";
import { at, contextOn } from "./open-ledger.ts";

/** What another process is told to be: its name begins the ids it makes, which are then no other process's. */
export interface ActingTask {
  location: DatabaseLocation;
  name: string;
}

/** What it is told to do. */
export type ActingWord =
  /** So many requests at once with one idempotency key. */
  | { do: "repeat"; key: string; times: number }
  | { do: "close"; month: string }
  /** Looks for alerts at an instant, and then sends what is due. */
  | { do: "alerts"; now: string }
  /** What is due at an instant, without ever ending the first job where it hangs. */
  | { do: "jobs"; now: string; hangs: boolean };

// A process of its own: it says that it is ready, and after each word what became of it, as JSON. For each job it
// begins it says so.
const { location, name } = JSON.parse(process.argv[2] ?? "{}") as ActingTask;
const db = openDatabase(location);
const local = contextOn(db);
const ctx: Context = { ...local, newId: () => `${name}-${local.newId()}` };

const say = (line: string) => process.stdout.write(`${line}\n`);
say("ready");
for await (const line of createInterface(process.stdin)) {
  try {
    say(`did ${JSON.stringify(await act(JSON.parse(line) as ActingWord))}`);
  } catch (error) {
    say(`did ${JSON.stringify({ refused: error instanceof ProblemError ? error.kind : String(error) })}`);
  }
}
await db.close();

function act(word: ActingWord): Promise<unknown> {
  if (word.do === "close") return closePeriod(ctx, { month: word.month });
  if (word.do === "alerts") return tellAlerts(word);
  if (word.do === "jobs") return runJobs(word);
  const { key, times } = word;
  const idempotency = { key, endpoint: "createSeries", bodyDigest: "1", status: 201 };
  const wanted = { kpiKey: "conversion-rate", scope: key };
  return Promise.all(Array.from({ length: times }, () => createSeries({ ...ctx, idempotency }, wanted)));
}

async function tellAlerts({ now }: Extract<ActingWord, { do: "alerts" }>): Promise<unknown> {
  const { signal } = new AbortController();
  const looked = await lookForAlerts(at(ctx, now), signal);
  say("begun");
  const sent = await deliverMessages(at(ctx, now), loopbackCouriers(), { signal, present: () => now });
  return { ...looked, ...sent };
}

async function runJobs({ now, hangs }: Extract<ActingWord, { do: "jobs" }>): Promise<string[]> {
  const run = () => {
    say("begun");
    return hangs ? new Promise<never>(() => {}) : Promise.resolve({ counted: 1 });
  };
  const plans = ["count", "measure", "weigh"].map((job) => dailyJob(run, { name: job }));
  const ran = await runDueJobs(testRunner(ctx, now, { holder: name, plans }));
  return ran.map((job) => job.name);
}
