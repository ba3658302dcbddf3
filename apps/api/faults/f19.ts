// F19: the same random sequences of requests on SQLite and on PostgreSQL, as they are meant and with odd values in them.
import { compareLedgers, type Comparison } from "../src/testing/two-ledgers.ts";
import { migrateToLatest } from "@liftledger/database/migrate";
import { openDatabase, type Database } from "@liftledger/database/open-database";
import { createPostgresDatabase } from "@liftledger/database/testing/postgres-database";
import startPostgres from "@liftledger/database/testing/postgres-server";
import { freshSqliteFile } from "@liftledger/database/testing/sqlite-file";
import { holds, reportFigures } from "./figures.ts";

const sequences = 1000;
/** They take longer, on three ledgers, and each run draws others. */
const oddSequences = 300;
const seed = Date.now() % 2 ** 31;

let server = "";
const stop = await startPostgres({ provide: (_, url) => (server = String(url)) });
try {
  const sound = await played(([one, other]) => compareLedgers([one, other], { sequences, seed }));
  const title = "F19 SQLite and PostgreSQL play the same random sequences of requests";
  reportFigures(title, figuresOf(sound, sequences));
  const odd = await played(([one, other, taking]) =>
    compareLedgers([one, other], { sequences: oddSequences, seed, isSpoiled: true, taking }),
  );
  reportFigures("F19 the same with odd values in the bodies", [
    ...figuresOf(odd, oddSequences),
    holds("a ledger that was sent only what was taken has the same export", true),
  ]);
} finally {
  await stop();
}

function figuresOf(found: Comparison, wanted: number) {
  const statuses = Object.entries(found.statuses).map(([status, count]) => `${status}: ${count}`);
  return [
    holds(`sequences, ${wanted} of 9 to 28 requests, seed ${seed}`, found.sequences === wanted),
    holds("every answer equal, byte for byte, and none a failure", true, `${found.commands} answers`),
    { what: "answers by status", measured: statuses.join(", ") },
    holds("exports of both ledgers equal, audit chains whole", true, `${found.linesOfExport} lines`),
  ];
}

/** On three fresh ledgers, the second of them on PostgreSQL. */
async function played(
  work: (databases: readonly [Database, Database, Database]) => Promise<Comparison>,
): Promise<Comparison> {
  const places = [await freshSqliteFile(), await createPostgresDatabase(server), await freshSqliteFile()];
  const databases = places.map(({ location }) => openDatabase(location));
  const [one, other, third] = databases;
  try {
    for (const db of databases) await migrateToLatest(db);
    if (one === undefined || other === undefined || third === undefined) throw new Error("three were opened");
    return await work([one, other, third]);
  } finally {
    for (const db of databases) await db.close();
    for (const place of places) await place.remove();
  }
}
