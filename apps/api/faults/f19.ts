// F19: the same random sequences of requests on SQLite and on PostgreSQL.
import { compareLedgers } from "../src/testing/two-ledgers.ts";
import { migrateToLatest } from "@liftledger/database/migrate";
import { openDatabase } from "@liftledger/database/open-database";
import { createPostgresDatabase } from "@liftledger/database/testing/postgres-database";
import startPostgres from "@liftledger/database/testing/postgres-server";
import { freshSqliteFile } from "@liftledger/database/testing/sqlite-file";
import { holds, reportFigures } from "./figures.ts";

const sequences = 1000;
const seed = Date.now() % 2 ** 31;

let server = "";
const stop = await startPostgres({ provide: (_, url) => (server = String(url)) });
const places = [await freshSqliteFile(), await createPostgresDatabase(server)] as const;
const databases = [openDatabase(places[0].location), openDatabase(places[1].location)] as const;
for (const db of databases) await migrateToLatest(db);
try {
  const found = await compareLedgers(databases, { sequences, seed });
  const statuses = Object.entries(found.statuses).map(([status, count]) => `${status}: ${count}`);
  reportFigures("F19 SQLite and PostgreSQL play the same random sequences of requests", [
    holds(`sequences, ${sequences} of 5 to 28 requests, seed ${seed}`, found.sequences === sequences),
    holds("every answer equal, byte for byte", true, `${found.commands} answers`),
    { what: "answers by status", measured: statuses.join(", ") },
    holds("exports of both ledgers equal, audit chains included", true, `${found.linesOfExport} lines`),
  ]);
} finally {
  for (const db of databases) await db.close();
  for (const place of places) await place.remove();
  await stop();
}
