import { migrateToLatest } from "@liftledger/database/migrate";
import { openDatabase, type Database } from "@liftledger/database/open-database";
import { freshSqliteFile } from "@liftledger/database/testing/databases";

/** A fresh SQLite database, for what is no matter of the database; `remove` closes and deletes it. */
export async function openSqlite(): Promise<{ db: Database; remove(): Promise<void> }> {
  const { location, remove } = await freshSqliteFile();
  const db = openDatabase(location);
  await migrateToLatest(db);
  return {
    db,
    async remove() {
      await db.close();
      await remove();
    },
  };
}
