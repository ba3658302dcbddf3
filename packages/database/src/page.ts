/** Where a list goes on, and how many rows at most; the cursor is the one the page before gave. */
export interface PageRequest {
  cursor?: string | undefined;
  limit: number;
}

/** Some rows of a list; `nextCursor` is null on the last page. */
export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/** Makes a page of rows that were asked for with a limit of one more than the page holds. */
export function pageFrom<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => string): Page<Row> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
