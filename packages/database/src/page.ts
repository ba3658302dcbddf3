import { sql, type SelectQueryBuilder } from "kysely";
import { InvalidCursorError } from "./errors.ts";

/** Where a list goes on, how many rows at most and in which order; the cursor is the one the page before gave. */
export interface PageRequest {
  cursor?: string | undefined;
  limit: number;
  /** A field of the list; "-" before it begins with the largest. The list's own order where it is left out. */
  sort?: string | undefined;
}

/** Some rows of a list; `nextCursor` is null on the last page. */
export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/** What a list can be sorted by. */
export interface Sorting {
  /** The column of each field. */
  columns: Readonly<Record<string, string>>;
  /** The fields that tell rows apart. */
  key: readonly string[];
  first: string;
  /** The fields that hold whole numbers; the others hold text. */
  integers?: readonly string[];
}

/** A value by which rows are ordered. */
export type CursorValue = string | number | boolean | null;

/** The fields by which a list is ordered, all in one direction: the one asked for, then the key. */
export function orderOf(sort: string, key: readonly string[]): { fields: string[]; descending: boolean } {
  const descending = sort.startsWith("-");
  const field = descending ? sort.slice(1) : sort;
  return { fields: [field, ...key.filter((one) => one !== field)], descending };
}

/** Orders a query and limits it to the page that is asked for, and one row more. */
export function sortedPage<DB, Table extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, Table, Row>,
  sorting: Sorting,
  { cursor, limit, sort = sorting.first }: PageRequest,
): SelectQueryBuilder<DB, Table, Row> {
  const { fields, descending } = orderOf(sort, sorting.key);
  const columns = fields.map((field) => sql.ref(columnOf(sorting, field)));
  const ordered = columns.reduce(
    (page, column) => page.orderBy(column, descending ? "desc" : "asc"),
    query.limit(limit + 1),
  );
  if (cursor === undefined) return ordered;
  const values = readCursor(cursor, sort, fields.length);
  const fits = values.every((value, place) =>
    sorting.integers?.includes(fields[place] ?? "")
      ? Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
      : typeof value === "string",
  );
  if (!fits) throw new InvalidCursorError(cursor, sort);
  const beyond = sql.raw(descending ? "<" : ">");
  return ordered.where(sql<boolean>`(${sql.join(columns)}) ${beyond} (${sql.join(values)})`);
}

function columnOf({ columns }: Sorting, field: string): string {
  const column = columns[field];
  if (column === undefined) throw new Error(`the list cannot be sorted by ${field}`);
  return column;
}

/** Makes a page of the rows that `sortedPage` found, which bear the fields they were sorted by. */
export function pageFrom<Row extends object>(
  rows: readonly Row[],
  sorting: Pick<Sorting, "key" | "first">,
  { limit, sort = sorting.first }: PageRequest,
): Page<Row> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const isLast = rows.length <= limit || last === undefined;
  return { rows: kept, nextCursor: isLast ? null : cursorOf(last, sort, sorting.key) };
}

/** The place of a row in an order, as text. */
export function cursorOf(row: object, sort: string, key: readonly string[]): string {
  const values = orderOf(sort, key).fields.map((field) => (row as Record<string, unknown>)[field] ?? null);
  return Buffer.from(JSON.stringify([sort, ...values])).toString("base64url");
}

/** The values of a cursor; throws `InvalidCursorError` for what no page of this order gave. */
export function readCursor(cursor: string, sort: string, count: number): CursorValue[] {
  const [sorted, ...values] = partsOf(cursor);
  if (sorted !== sort || values.length !== count || !values.every(isCursorValue)) {
    throw new InvalidCursorError(cursor, sort);
  }
  return values;
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

// A text with a NUL, or with half a character, is one that PostgreSQL refuses.
function isCursorValue(value: unknown): value is CursorValue {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  return value === null || typeof value === "boolean" || typeof value === "number";
}
