import { sql } from "kysely";
import type { Database } from "../open-database.ts";

/** Runs a statement past every use-case, as somebody with the file in their hands would. */
export async function runSql(db: Database, statement: string): Promise<void> {
  await sql.raw(statement).execute(db.write);
}
