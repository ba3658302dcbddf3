import { lendSqlite } from "@liftledger/database/testing/database-pool";
import type { Database } from "@liftledger/database/open-database";

/** A fresh SQLite database, for what is no matter of the database; `remove` closes and deletes it. */
export async function openSqlite(): Promise<{ db: Database; remove(): Promise<void> }> {
  const { db, giveBack } = await lendSqlite();
  return { db, remove: giveBack };
}
