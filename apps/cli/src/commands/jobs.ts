import { allRows } from "@liftledger/contracts/client";
import type { Job } from "@liftledger/contracts/job";
import { Command } from "commander";
import { exitCodes } from "../exit-codes.ts";
import { withCalls, type LedgerOptions } from "../ledger-calls.ts";
import { addLedgerOptions } from "../ledger-options.ts";
import { textTable } from "../text-table.ts";

interface JobOptions extends LedgerOptions {
  json?: true;
}

/** `liftledger jobs list|run`: what the server does by itself, and having it done now. */
export function jobsCommand(): Command {
  const jobs = new Command("jobs").description(
    "what the server does by itself: list it, or have it done now",
  );
  addLedgerOptions(jobs.command("list"))
    .description("every job: when it is due, and how it went the last time")
    .option("--json", "print the result as JSON")
    .action(list);
  addLedgerOptions(jobs.command("run"))
    .description("do a job now, or have the server do it; 1 where it fails")
    .argument("<job>", "its name, as jobs list prints it")
    .option("--json", "print the result as JSON")
    .action(run);
  return jobs;
}

async function list(options: JobOptions): Promise<void> {
  const rows = await withCalls(options, (calls) => allRows(calls, "listJobs", {}));
  if (options.json === true) return print(JSON.stringify(rows, null, 2));
  const cells = rows.map((job) => [
    job.jobName,
    job.schedule,
    job.state === "running" ? "now" : job.nextDueAt,
    job.endedAt ?? "never",
    outcomeOf(job),
  ]);
  print(textTable(["job", "at (UTC)", "next due", "last ended", "how it went"], cells));
}

async function run(jobName: string, options: JobOptions): Promise<void> {
  const asked = await withCalls(options, (calls) => calls.call("runJob", { params: { jobName } }));
  const wasDoneHere = options.server === undefined && asked.state === "waiting";
  if (wasDoneHere && asked.outcome === "failed") process.exitCode = exitCodes.failed;
  if (options.json === true) return print(JSON.stringify(asked, null, 2));
  print(
    wasDoneHere
      ? `${jobName}: ${outcomeOf(asked)}`
      : `${jobName}: a server does it; see liftledger jobs list`,
  );
}

function outcomeOf({ outcome, did, error, state }: Job): string {
  const before = state === "interrupted" ? "cut off; before that " : "";
  if (outcome === null) return `${before}–`;
  if (outcome === "failed") return `${before}failed: ${error}`;
  const counted = Object.entries(did ?? {}).map(([what, count]) => `${count} ${what}`);
  return `${before}done: ${counted.join(", ")}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
