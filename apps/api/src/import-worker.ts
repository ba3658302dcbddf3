import { parentPort } from "node:worker_threads";
import { openDatabase } from "@liftledger/database/open-database";
import { hasDiskFailed } from "@liftledger/database/run-transaction";
import { ImportCancelled, type ImportProgress } from "@liftledger/use-cases/imports/import-progress";
import { v7 as uuid } from "uuid";
import { failureOf } from "./errors.ts";
import type { MessageFromWorker, MessageToWorker, ToldError } from "./import-task.ts";
import { runImportTask } from "./run-import-task.ts";

/** Progress is told so often; nobody sees more. */
const millisecondsBetweenReports = 100;

let running: AbortController | undefined;

parentPort?.on("message", (message: MessageToWorker) => {
  if (message.kind === "cancel") running?.abort(new ImportCancelled());
  else void run(message);
});

/** One task at a time: the thread that asks sees to that. */
async function run({ task, database, context, request }: Extract<MessageToWorker, { kind: "run" }>) {
  running = new AbortController();
  const watch = {
    signal: running.signal,
    onProgress: seldom((progress) => tell({ kind: "progress", progress })),
  };
  let isDiskFailed = false;
  try {
    // Its own connections: on SQLite even a commit holds up the thread it is made on.
    const db = openDatabase(database);
    try {
      const ctx = { ...context, db, newId: () => uuid() };
      tell({ kind: "done", output: await runImportTask(task, ctx, request, watch) });
    } finally {
      isDiskFailed = hasDiskFailed(db);
      await db.close();
    }
  } catch (error) {
    if (error instanceof ImportCancelled) tell({ kind: "cancelled" });
    else tell({ kind: "failed", failure: failureOf(error, ""), cause: told(error), isDiskFailed });
  }
}

function tell(message: MessageFromWorker): void {
  parentPort?.postMessage(message);
}

function seldom(report: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let [last, stage] = [-Infinity, ""];
  return (progress) => {
    const now = performance.now();
    if (progress.stage === stage && now - last < millisecondsBetweenReports) return;
    [last, stage] = [now, progress.stage];
    report(progress);
  };
}

function told(error: unknown): ToldError {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error ? { code: String(error.code) } : {};
  return { name: error.name, message: error.message, stack: error.stack, ...code };
}
