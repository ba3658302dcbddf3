import type { Kysely, RawBuilder } from "kysely";
import { sql } from "kysely";
import { LedgerSqliteAdapter } from "./sqlite-dialect.ts";

/** The two databases the product runs on. */
export type DatabaseKind = "sqlite" | "postgres";

/** The only column types in use: what SQLite's strict tables and PostgreSQL agree on. */
export type LogicalType = "text" | "integer" | "bigint" | "double";

/** Any handle or transaction, whatever its schema. */
// oxlint-disable-next-line typescript/no-explicit-any -- migrations run before the schema they make exists
export type AnyKysely = Kysely<any>;

const physicalTypes: Record<DatabaseKind, Record<LogicalType, string>> = {
  sqlite: { text: "text", integer: "integer", bigint: "integer", double: "real" },
  // "C" compares bytes, as SQLite does: the same order and the same cursors on both.
  postgres: { text: 'text collate "C"', integer: "integer", bigint: "bigint", double: "double precision" },
};

/** Which database a handle or a transaction talks to. */
export function databaseKindOf(db: AnyKysely): DatabaseKind {
  return db.getExecutor().adapter instanceof LedgerSqliteAdapter ? "sqlite" : "postgres";
}

/** The column type of a dialect for a logical type, ready for `addColumn`. */
export function columnType(kind: DatabaseKind, type: LogicalType): RawBuilder<unknown> {
  return sql.raw(physicalTypes[kind][type]);
}

/**
 * Marks a column that may exceed 2^53, in the type of its table. Selecting it plainly would lose digits
 * on SQLite and give text on PostgreSQL, so its type is of no use until it is read with `exactInteger`.
 */
export type SelectWithExactInteger = { readonly selectWith: "exactInteger" };

/** Selects a bigint column as text, the one form in which both databases give every digit; then `BigInt(text)`. */
export function exactInteger(column: string): RawBuilder<string> {
  return sql<string>`cast(${sql.ref(column)} as text)`;
}

/** `column in (values)` as one statement whatever the number of values, so that it is compiled once. */
export function isOneOf(db: AnyKysely, column: string, values: readonly string[]): RawBuilder<boolean> {
  return databaseKindOf(db) === "sqlite"
    ? sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
    : sql<boolean>`${sql.ref(column)} = any(${values as string[]}::text[])`;
}
