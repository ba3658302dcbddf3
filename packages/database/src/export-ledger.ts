import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { AnyKysely } from "./columns.ts";
import { executedMigrations } from "./migrate.ts";
import type { TableFacts } from "./table-facts.ts";
import { tableFacts } from "./table-facts.ts";
import type { Reader } from "./transaction.ts";

/** What the first line of an exported ledger says it is. */
export const exportFormat = "liftledger-ledger";
export const exportFormatVersion = 1;

/** A value of an exported row: integers are text, so that no digit is lost. */
export type ExportedValue = string | number | null;

const usualRowsAtATime = 2000;

/**
 * The whole ledger as lines of JSON, the same from either database: a line that names the format, the schema and
 * the instant; for each table a line with its columns and a line for each row, in the order of its key and after
 * the tables it refers to; at the end the number of rows and the SHA-256 of all lines before. Call it in
 * `inSnapshot`, so that the tables agree with each other.
 *
 * @example
 * await inSnapshot(db, async (tx) => {
 *   for await (const line of exportLedger(tx, "2026-06-24T12:00:00.000Z")) file.write(line);
 * });
 */
export async function* exportLedger(
  db: Reader,
  createdAt: string,
  rowsAtATime = usualRowsAtATime,
): AsyncGenerator<string> {
  const digest = createHash("sha256");
  let rows = 0;
  for await (const value of lineValues(db, createdAt, rowsAtATime)) {
    if (Array.isArray(value)) rows += 1;
    const line = `${JSON.stringify(value)}\n`;
    digest.update(line);
    yield line;
  }
  yield `${JSON.stringify({ end: true, rows, sha256: digest.digest("hex") })}\n`;
}

async function* lineValues(
  db: Reader,
  createdAt: string,
  rowsAtATime: number,
): AsyncGenerator<object | ExportedValue[]> {
  const schema = (await executedMigrations(db)).at(-1) ?? null;
  yield { format: exportFormat, version: exportFormatVersion, schema, createdAt };
  for (const table of await tableFacts(db)) {
    yield { table: table.name, columns: [...table.columns.keys()] };
    yield* rowsOf(db, table, rowsAtATime);
  }
}

/** Page by page along the primary key, so that a large table never stands in memory. */
async function* rowsOf(
  db: AnyKysely,
  table: TableFacts,
  rowsAtATime: number,
): AsyncGenerator<ExportedValue[]> {
  const columns = [...table.columns];
  const list = sql.join(
    columns.map(([name, kind]) => (kind === "integer" ? integerText(name) : sql.ref(name))),
  );
  // With the table's name: without it the order would be that of the texts selected under the same names, in which
  // 10 comes before 2, and each page would leave out rows.
  const key = sql.join(table.key.map((name) => sql.ref(`${table.name}.${name}`)));
  for (let after: unknown[] | undefined; ;) {
    const where = after === undefined ? sql`` : sql`where (${key}) > (${sql.join(after)})`;
    const { rows } = await sql<Record<string, ExportedValue>>`
      select ${list} from ${sql.table(table.name)} ${where} order by ${key} limit ${sql.lit(rowsAtATime)}`.execute(
      db,
    );
    for (const row of rows) yield columns.map(([name]) => row[name] ?? null);
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtATime) return;
    after = table.key.map((name) => valueToBind(last[name] ?? null, table.columns.get(name)));
  }
}

/** An exported value as the drivers take it. */
export function valueToBind(value: ExportedValue, kind: string | undefined): ExportedValue | bigint {
  return kind === "integer" && value !== null ? BigInt(value) : value;
}

function integerText(column: string) {
  return sql`cast(${sql.ref(column)} as text) as ${sql.ref(column)}`;
}
