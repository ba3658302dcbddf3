import { createPostgresDatabase } from "@liftledger/database/testing/postgres-database";
import startPostgres from "@liftledger/database/testing/postgres-server";
import { makeLedgerPlace, type LedgerPlace } from "./ledger-place.ts";

/** Runs a programme on a ledger in SQLite, and on one in a PostgreSQL of its own. */
export async function onBothDatabases(
  work: (kind: "SQLite" | "PostgreSQL", place: LedgerPlace) => Promise<void>,
): Promise<void> {
  const sqlite = await makeLedgerPlace();
  await work("SQLite", sqlite);
  await sqlite.remove();
  let server = "";
  const stop = await startPostgres({ provide: (_, url) => (server = String(url)) });
  try {
    const { location, remove } = await createPostgresDatabase(server);
    const postgres = await makeLedgerPlace(location.url);
    await work("PostgreSQL", postgres);
    await postgres.remove();
    await remove();
  } finally {
    await stop();
  }
}
