import type { ListShape } from "@liftledger/contracts/list";
import { cursorOf, orderOf, readCursor, type CursorValue, type Page } from "@liftledger/database/page";

/** What a list is asked for: the order it has by itself and all of it, where nothing is said. */
export interface ListQuery {
  cursor?: string | undefined;
  limit?: number | undefined;
  sort?: string | undefined;
}

/**
 * The rows of a short list that are asked for: those whose fields have the values of the filter, in order, a page of
 * them. Nothing sorts after everything. Throws `InvalidCursorError`.
 */
export function pageRows<Row extends object>(
  { key, first, filter }: ListShape,
  rows: readonly Row[],
  query: ListQuery,
): Page<Row> {
  const { cursor, limit = rows.length, sort = first } = query;
  const { fields, descending } = orderOf(sort, key);
  const order = (one: readonly CursorValue[], other: readonly CursorValue[]) =>
    descending ? compared(other, one) : compared(one, other);
  const after = cursor === undefined ? undefined : readCursor(cursor, sort, fields.length);
  const found = rows
    .filter((row) =>
      filter.every((field) => [undefined, valueIn(row, field)].includes(valueAskedFor(query, field))),
    )
    .map((row) => ({ row, place: fields.map((field) => valueIn(row, field)) }))
    .filter(({ place }) => after === undefined || order(place, after) > 0)
    .toSorted((one, other) => order(one.place, other.place));
  const kept = found.slice(0, limit).map(({ row }) => row);
  const last = kept.at(-1);
  const nextCursor = found.length > limit && last !== undefined ? cursorOf(last, sort, key) : null;
  return { rows: kept, nextCursor };
}

function valueAskedFor(query: object, field: string): CursorValue | undefined {
  return (query as Record<string, CursorValue | undefined>)[field];
}

function valueIn(row: object, field: string): CursorValue {
  return ((row as Record<string, unknown>)[field] ?? null) as CursorValue;
}

function compared(one: readonly CursorValue[], other: readonly CursorValue[]): number {
  for (const [place, value] of one.entries()) {
    const against = other[place] ?? null;
    if (value === against) continue;
    if (value === null) return 1;
    if (against === null) return -1;
    return value < against ? -1 : 1;
  }
  return 0;
}
