import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { AnyKysely } from "./columns.ts";
import { asConstraintError } from "./constraint-errors.ts";
import { DamagedExportError, LedgerNotEmptyError } from "./errors.ts";
import type { ExportedValue } from "./export-ledger.ts";
import { exportFormat, exportFormatVersion, valueToBind } from "./export-ledger.ts";
import { executedMigrations, migrateTo, refuseUnknownSchema } from "./migrate.ts";
import type { Database } from "./open-database.ts";
import type { ColumnKind, TableFacts } from "./table-facts.ts";
import { tableFacts } from "./table-facts.ts";
import type { Writer } from "./transaction.ts";
import { inTransaction } from "./transaction.ts";

/** What was restored. */
export interface RestoredLedger {
  /** The schema the ledger had when it was exported; it is at the latest now. */
  schema: string;
  createdAt: string;
  rows: number;
}

interface Batch {
  table: TableFacts;
  columns: readonly string[];
  rows: ExportedValue[][];
}

// SQLite binds 32,766 values a statement at most.
const valuesAStatement = 15_000;

/**
 * Puts the lines of `exportLedger` into a database: at the schema they were exported from, then migrated to the
 * latest, all in one transaction. Whatever goes wrong, a damaged line or a killed process, leaves what was there.
 *
 * Throws `LedgerNotEmptyError` where there is a ledger and `replace` is not set, `DamagedExportError` where the lines
 * are not a whole export, `NewerSchemaError` where a newer version made them.
 *
 * @param lines opens the export from its beginning; it is asked again when the transaction has to be repeated
 */
export async function restoreLedger(
  db: Database,
  lines: () => AsyncIterable<string>,
  { replace }: { replace: boolean },
): Promise<RestoredLedger> {
  return inTransaction(
    db,
    async (tx) => {
      await emptyOut(tx, replace);
      return readLines(tx, lines());
    },
    { isLong: true },
  );
}

/** Whether there is anything in a database that a restore would have to replace. */
export async function holdsLedger(db: AnyKysely): Promise<boolean> {
  if (!(await tableFacts(db)).some(({ name }) => name === "organisations")) return false;
  const { rows } = await sql`select 1 from organisations limit 1`.execute(db);
  return rows.length > 0;
}

async function emptyOut(tx: Writer, replace: boolean): Promise<void> {
  const isLedger = await holdsLedger(tx);
  if (!replace && isLedger) throw new LedgerNotEmptyError("There is a ledger already.");
  // Migrations that are not ours, and no ledger: the tables are somebody else's.
  if (!isLedger) refuseUnknownSchema(await executedMigrations(tx));
  for (const { name } of (await tableFacts(tx)).toReversed()) await tx.schema.dropTable(name).execute();
  for (const name of ["kysely_migration", "kysely_migration_lock"]) {
    await tx.schema.dropTable(name).ifExists().execute();
  }
}

async function readLines(tx: Writer, lines: AsyncIterable<string>): Promise<RestoredLedger> {
  const digest = createHash("sha256");
  const loader = new Loader(tx);
  let header: { schema: string; createdAt: string } | undefined;
  let isWhole = false;
  for await (const line of lines) {
    if (isWhole) throw damaged("there is more after its end");
    const value = parseLine(line);
    if (header === undefined) {
      header = readHeader(value);
      refuseUnknownSchema([header.schema]);
      await migrateTo(tx, header.schema);
      loader.tables = new Map((await tableFacts(tx)).map((table) => [table.name, table]));
    } else if (Array.isArray(value)) await loader.addRow(value as ExportedValue[]);
    else if ("table" in value) await loader.begin(value);
    else {
      await loader.flush();
      if (!("end" in value)) throw damaged("a line is neither a table nor a row");
      if (value.sha256 !== digest.digest("hex") || value.rows !== loader.rows) {
        throw damaged("its digest is not that of its lines");
      }
      isWhole = true;
      continue;
    }
    digest.update(`${line}\n`);
  }
  if (header === undefined || !isWhole) throw damaged("its end is missing");
  await migrateTo(tx, "latest");
  return { ...header, rows: loader.rows };
}

/** Collects rows into statements of many. */
class Loader {
  tables: ReadonlyMap<string, TableFacts> = new Map();
  rows = 0;
  readonly #tx: Writer;
  #batch: Batch | undefined;

  constructor(tx: Writer) {
    this.#tx = tx;
  }

  async begin({ table: name, columns }: Record<string, unknown>): Promise<void> {
    await this.flush();
    const table = this.tables.get(String(name));
    if (table === undefined) throw damaged(`its schema has no table ${String(name)}`);
    if (!Array.isArray(columns) || columns.some((column) => !table.columns.has(String(column)))) {
      throw damaged(`the columns of ${table.name} are not those of its schema`);
    }
    this.#batch = { table, columns: columns.map(String), rows: [] };
  }

  async addRow(row: ExportedValue[]): Promise<void> {
    if (this.#batch === undefined || row.length !== this.#batch.columns.length) {
      throw damaged("a row does not fit its table");
    }
    const { table, columns } = this.#batch;
    const misfit = columns.find((column, place) => !fits(row[place], table.columns.get(column)));
    if (misfit !== undefined) throw damaged(`a row of ${table.name} has no ${misfit} that could be one`);
    this.#batch.rows.push(row);
    this.rows += 1;
    if (this.#batch.rows.length * row.length >= valuesAStatement) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#batch === undefined || this.#batch.rows.length === 0) return;
    const { table, columns, rows } = this.#batch;
    const kinds = columns.map((column) => table.columns.get(column));
    const values = rows.map(
      (row) => sql`(${sql.join(row.map((value, place) => sql`${valueToBind(value, kinds[place])}`))})`,
    );
    const names = sql.join(columns.map((column) => sql.ref(column)));
    const insert = sql`insert into ${sql.table(table.name)} (${names}) values ${sql.join(values)}`;
    await insert.execute(this.#tx).catch((error: unknown) => {
      const broken = asConstraintError(error);
      throw broken === undefined
        ? error
        : damaged(`${table.name} would break a ${broken.constraint} constraint`);
    });
    this.#batch.rows = [];
  }
}

/** Whether a value is what `exportLedger` writes of a column. */
function fits(value: unknown, kind: ColumnKind | undefined): boolean {
  if (value === null) return true;
  if (kind === "double") return typeof value === "number";
  if (typeof value !== "string") return false;
  return (
    kind === "text" || (/^-?\d{1,19}$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value))
  );
}

function parseLine(line: string): Record<string, unknown> | unknown[] {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw damaged("a line is not JSON");
}

function readHeader(value: Record<string, unknown> | unknown[]): { schema: string; createdAt: string } {
  if (Array.isArray(value) || value["format"] !== exportFormat) throw damaged("it does not begin as one");
  const { version, schema, createdAt } = value;
  if (version !== exportFormatVersion) {
    throw damaged(`its format is version ${String(version)}; this version reads ${exportFormatVersion}`);
  }
  if (typeof schema !== "string" || typeof createdAt !== "string")
    throw damaged("its first line lacks its schema");
  return { schema, createdAt };
}

function damaged(why: string): DamagedExportError {
  return new DamagedExportError(`This is not a whole export of a ledger: ${why}. Nothing was changed.`);
}
