import { once } from "node:events";
import { openDatabase, type DatabaseLocation } from "@liftledger/database/open-database";
import { addBenefit } from "../benefits/add-benefit.ts";
import { ProblemError } from "../problem.ts";
import { contextOn } from "./open-ledger.ts";

/** What another process is told to claim. */
export interface ClaimingTask {
  location: DatabaseLocation;
  initiativeId: string;
  seriesId: string;
  attribution: string;
  /** Begins the ids it makes, which are then no other process's. */
  prefix: string;
}

// A process of its own: it opens the ledger, says that it is ready, claims as soon as it is told a word, and says what
// became of it.
const task = JSON.parse(process.argv[2] ?? "{}") as ClaimingTask;
const { initiativeId, seriesId, attribution } = task;
const db = openDatabase(task.location);
const ctx = contextOn(db);
process.stdout.write("ready\n");
await once(process.stdin, "data");
process.stdin.destroy();
try {
  const newId = () => `${task.prefix}-${ctx.newId()}`;
  await addBenefit({ ...ctx, newId }, { initiativeId, seriesId, assumptions: { attribution } });
  process.stdout.write("claimed\n");
} catch (error) {
  process.stdout.write(`${error instanceof ProblemError ? error.kind : String(error)}\n`);
} finally {
  await db.close();
}
