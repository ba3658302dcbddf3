import { sql } from "kysely";
import type { AnyKysely } from "./columns.ts";
import { databaseKindOf } from "./columns.ts";
import { ownTables } from "./own-tables.ts";

/** What a column holds, as both databases see it. */
export type ColumnKind = "text" | "integer" | "double";

/** A table as the database itself describes it. */
export interface TableFacts {
  name: string;
  /** By name, in the order of the alphabet, so that both databases tell them alike. */
  columns: ReadonlyMap<string, ColumnKind>;
  /** The primary key, in its order. */
  key: string[];
  references: TableReference[];
}

/** Columns of a table that hold the key of another. */
export interface TableReference {
  table: string;
  columns: { here: string; there: string }[];
}

interface ColumnRow {
  name: string;
  column: string;
  type: string;
  /** Where the column stands in the primary key from 1, or 0. */
  place: number;
}

interface ReferenceRow {
  name: string;
  id: string;
  parent: string;
  here: string;
  there: string;
}

const kinds: Record<string, ColumnKind> = {
  text: "text",
  integer: "integer",
  bigint: "integer",
  real: "double",
  "double precision": "double",
};

/**
 * Every table of the ledger, each after the tables it refers to, as the database describes them: so that
 * what a migration adds is neither forgotten in an export nor in a check. Tables of others are none of ours.
 */
export async function tableFacts(db: AnyKysely): Promise<TableFacts[]> {
  const of = databaseKindOf(db) === "sqlite" ? sqliteRows : postgresRows;
  const own = await ownTables(db);
  const isOurs = ({ name }: { name: string }) => own === null || own.has(name);
  const found = await of(db);
  const columns = found.columns.filter(isOurs);
  const references = found.references.filter(isOurs);
  const tables = new Map<string, TableFacts>();
  for (const name of new Set(columns.map((row) => row.name).toSorted())) {
    const inTable = columns.filter((row) => row.name === name);
    tables.set(name, {
      name,
      columns: new Map(inTable.toSorted(byColumn).map((row) => [row.column, kindOf(row)])),
      key: inTable
        .filter(({ place }) => place > 0)
        .toSorted((a, b) => a.place - b.place)
        .map(({ column }) => column),
      references: referencesOf(references.filter((row) => row.name === name)),
    });
  }
  return parentsFirst(tables);
}

async function sqliteRows(db: AnyKysely) {
  const isOurs = sql`m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\' and m.name not like 'kysely\\_%' escape '\\'`;
  const { rows: columns } = await sql<ColumnRow>`
    select m.name as "name", c.name as "column", lower(c.type) as "type", c.pk as "place"
    from sqlite_schema m, pragma_table_info(m.name) c where ${isOurs}`.execute(db);
  const { rows: references } = await sql<ReferenceRow>`
    select m.name as "name", f.id as "id", f."table" as "parent", f."from" as "here", f."to" as "there"
    from sqlite_schema m, pragma_foreign_key_list(m.name) f where ${isOurs}
    order by m.name, f.id, f.seq`.execute(db);
  return { columns, references };
}

async function postgresRows(db: AnyKysely) {
  const { rows: columns } = await sql<ColumnRow>`
    select t.relname as "name", a.attname as "column", format_type(a.atttypid, null) as "type",
      coalesce(array_position(k.conkey, a.attnum), 0) as "place"
    from pg_class t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
    where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
      and t.relname not like 'kysely\\_%'`.execute(db);
  const { rows: references } = await sql<ReferenceRow>`
    select t.relname as "name", f.conname as "id", p.relname as "parent", h.attname as "here", o.attname as "there"
    from pg_constraint f
    join pg_class t on t.oid = f.conrelid
    join pg_class p on p.oid = f.confrelid
    cross join lateral unnest(f.conkey, f.confkey) with ordinality as pair (here, there, place)
    join pg_attribute h on h.attrelid = t.oid and h.attnum = pair.here
    join pg_attribute o on o.attrelid = p.oid and o.attnum = pair.there
    where f.contype = 'f' and f.connamespace = current_schema()::regnamespace
    order by t.relname, f.conname, pair.place`.execute(db);
  return { columns, references };
}

function kindOf({ name, column, type }: ColumnRow): ColumnKind {
  const kind = kinds[type];
  if (kind === undefined)
    throw new Error(`The column ${name}.${column} has the type ${type}, which is none of ours.`);
  return kind;
}

function byColumn(a: ColumnRow, b: ColumnRow): number {
  return a.column < b.column ? -1 : 1;
}

function referencesOf(rows: readonly ReferenceRow[]): TableReference[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((pairs) => ({
    table: pairs[0]?.parent ?? "",
    columns: pairs.map(({ here, there }) => ({ here, there })),
  }));
}

/** Walks the references depth first; a table that refers to itself is no obstacle. */
function parentsFirst(tables: ReadonlyMap<string, TableFacts>): TableFacts[] {
  const sorted = new Set<TableFacts>();
  const visit = (table: TableFacts, via: readonly string[]) => {
    if (sorted.has(table)) return;
    if (via.includes(table.name))
      throw new Error(`Tables refer to each other in a circle: ${via.join(", ")}.`);
    // By name: the databases tell of references in orders of their own, and an export is the same on both.
    for (const reference of table.references.toSorted((a, b) => (a.table < b.table ? -1 : 1))) {
      const parent = tables.get(reference.table);
      if (parent !== undefined && parent !== table) visit(parent, [...via, table.name]);
    }
    sorted.add(table);
  };
  for (const table of tables.values()) visit(table, []);
  return [...sorted];
}
