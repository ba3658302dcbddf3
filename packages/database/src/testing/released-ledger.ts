import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { valueToBind, type ExportedValue } from "../export-ledger.ts";
import { migrateTo } from "../migrate.ts";
import type { Database } from "../open-database.ts";
import { tableFacts } from "../table-facts.ts";
import { inTransaction } from "../transaction.ts";

/** Where the exports lie: a file for each schema that was ever on main, with rows in every table it had. */
export const releasedFolder = join(import.meta.dirname, "released");

/** The lines of the export of a released schema. */
export function releasedLines(schema: string): string[] {
  return readFileSync(join(releasedFolder, `${schema}.jsonl`), "utf8")
    .trimEnd()
    .split("\n");
}

/** Brings an empty database to a released schema, with the rows of its export, as that version would have left it. */
export async function loadReleased(db: Database, schema: string): Promise<void> {
  const load = async (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => {
    await migrateTo(tx, schema);
    const tables = new Map((await tableFacts(tx)).map((table) => [table.name, table]));
    let into: { name: string; columns: string[] } = { name: "", columns: [] };
    for (const line of releasedLines(schema)) {
      const value = JSON.parse(line) as ExportedValue[] | { table?: string; columns?: string[] };
      if (!Array.isArray(value)) {
        into = { name: value.table ?? "", columns: value.columns ?? [] };
        continue;
      }
      const kinds = into.columns.map((column) => tables.get(into.name)?.columns.get(column));
      const values = value.map((one, place) => sql`${valueToBind(one, kinds[place])}`);
      const names = sql.join(into.columns.map((column) => sql.ref(column)));
      await sql`insert into ${sql.table(into.name)} (${names}) values (${sql.join(values)})`.execute(tx);
    }
  };
  await inTransaction(db, load, { isLong: true });
}
