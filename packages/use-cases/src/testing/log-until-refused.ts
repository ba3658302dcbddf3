import { openDatabase, type DatabaseLocation } from "@liftledger/database/open-database";
import { ProblemError } from "../problem.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { contextOn } from "./open-ledger.ts";

/** What another process is told to do. */
export interface LoggingTask {
  location: DatabaseLocation;
  seriesId: string;
  period: string;
}

// A process of its own: it logs 1, 2, 3 … for one period, says each number once it is acknowledged, and ends with
// the kind of problem by which it was refused.
const { location, seriesId, period } = JSON.parse(process.argv[2] ?? "{}") as LoggingTask;
const db = openDatabase(location);
const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  for (let number = 1; ; number++) {
    const now = new Date().toISOString();
    const cell = { seriesId, period, numerator: String(number), denominator: "400" };
    await logSnapshots({ ...contextOn(db), now }, { snapshots: [cell], source: "shop system" });
    say(String(number));
  }
} catch (error) {
  say(error instanceof ProblemError ? error.kind : String(error));
} finally {
  await db.close();
}
