// Fuzz: 2,000 requests about accounts, 2,000 forms and 2,000 answers of a company's sign-in server with something in each
// otherwise than it should be, on either database.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateToLatest } from "@liftledger/database/migrate";
import { openDatabase, type Database } from "@liftledger/database/open-database";
import { createPostgresDatabase, type FreshDatabase } from "@liftledger/database/testing/postgres-database";
import startPostgres from "@liftledger/database/testing/postgres-server";
import { freshSqliteFile } from "@liftledger/database/testing/sqlite-file";
import { playAccess } from "../src/testing/fuzz/play-access.ts";
import { playForms } from "../src/testing/fuzz/play-forms.ts";
import { playSingleSignOn } from "../src/testing/fuzz/play-single-sign-on.ts";
import { startSignInServer } from "../src/testing/sign-in-server.ts";
import { holds, none, reportFigures } from "./figures.ts";

/** On each database; a ledger of its own for so many, since what stands in it is read before and after each. */
const requests = 1000;
const requestsOfALedger = 250;
const seed = Date.now() % 2 ** 24;

let server = "";
const stop = await startPostgres({ provide: (_, url) => (server = String(url)) });
// Servers of other programmes receive their uploads in the machine's own. PostgreSQL runs as somebody else, who could not
// read what is ours: it has started by now.
const uploads = await mkdtemp(join(tmpdir(), "liftledger-fuzz-"));
process.env["TMPDIR"] = uploads;
try {
  const onPostgres = () => createPostgresDatabase(server);
  await play("accounts, on SQLite", freshSqliteFile, playAccess);
  await play("accounts, on PostgreSQL", onPostgres, playAccess);
  const okta = await startSignInServer();
  const answers = (db: Database, seeds: readonly number[]) => playSingleSignOn(db, seeds, okta);
  await play("answers of a sign-in server, on SQLite", freshSqliteFile, answers);
  await play("answers of a sign-in server, on PostgreSQL", onPostgres, answers);
  await okta.stop();
  const forms = (db: Database, seeds: readonly number[]) => playForms(db, seeds, uploads);
  await play("forms, on SQLite", freshSqliteFile, forms);
  await play("forms, on PostgreSQL", onPostgres, forms);
} finally {
  await stop();
  await rm(uploads, { recursive: true });
}

interface Played {
  asked: number;
  statuses: Record<string, number>;
  faults: string[];
}

async function play(
  what: string,
  fresh: () => Promise<FreshDatabase>,
  work: (db: Database, seeds: readonly number[]) => Promise<Played>,
): Promise<void> {
  const all: Played = { asked: 0, statuses: {}, faults: [] };
  for (let from = 0; from < requests; from += requestsOfALedger) {
    const { location, remove } = await fresh();
    const db = openDatabase(location);
    try {
      await migrateToLatest(db);
      const seeds = Array.from({ length: requestsOfALedger }, (_, place) => seed + from + place);
      const { asked, statuses, faults } = await work(db, seeds);
      all.asked += asked;
      for (const [status, count] of Object.entries(statuses)) {
        all.statuses[status] = (all.statuses[status] ?? 0) + count;
      }
      all.faults.push(...faults);
    } finally {
      await db.close();
      await remove();
    }
  }
  for (const fault of all.faults.slice(0, 10)) console.log(fault);
  const statuses = Object.entries(all.statuses).map(([status, count]) => `${status}: ${count}`);
  reportFigures(`Fuzz: ${what}`, [
    holds(`answered, of ${requests} from seed ${seed} on`, all.asked >= requests, all.asked),
    { what: "answers by status", measured: statuses.join(", ") },
    none("failures, refusals that name no field, writes half made or untold, files left", all.faults.length),
  ]);
}
