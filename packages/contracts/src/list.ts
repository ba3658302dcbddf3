import { z } from "zod";

/** How the rows of a list are told apart and what they may be asked for by. */
export interface ListShape {
  /** The fields that make a row one of its kind: what is equal otherwise is ordered by them. */
  key: readonly string[];
  /** The fields to sort by; "-" before one begins with the largest. */
  sort: readonly string[];
  /** The order where none is asked for. */
  first: string;
  /** The fields whose value may be asked for. */
  filter: readonly string[];
}

type Sorted<Sort extends string> = Sort | `-${Sort}`;
type Filters<Row extends z.ZodObject, Filter extends string> = {
  [Field in Filter & keyof Row["shape"]]: z.ZodOptional<Row["shape"][Field]>;
};

/**
 * The query, answer and shape of a list endpoint: every list pages by cursor, and sorts and filters by the fields it
 * declares. `also` are parameters of its own.
 *
 * @example
 * listKpis: { summary: "…", ...listOf(Kpi, { key: ["key"], sort: ["key", "name"], first: "key", filter: ["role"] }), status: 200 }
 */
export function listOf<
  Row extends z.ZodObject,
  const Sort extends string & keyof Row["shape"],
  const Filter extends string & keyof Row["shape"] = never,
  Also extends z.ZodRawShape = Record<never, never>,
>(
  row: Row,
  shape: {
    key: readonly (string & keyof Row["shape"])[];
    sort: readonly Sort[];
    first: Sorted<Sort>;
    filter?: readonly Filter[];
    also?: Also;
    /** How many rows a page has, and how many it may have. */
    rows?: { usual: number; most: number };
    /** Where the rows are found in one order only. */
    onlyFirst?: true;
  },
) {
  const { usual, most } = shape.rows ?? { usual: 100, most: 500 };
  const sorts = shape.onlyFirst
    ? [shape.first]
    : shape.sort.flatMap((field) => [field, `-${field}` as const]);
  const filter: readonly string[] = shape.filter ?? [];
  const filters = Object.fromEntries(
    filter.map((field) => [field, (row.shape[field] as z.ZodType).optional()]),
  ) as Filters<Row, Filter>;
  const query = z.strictObject({
    cursor: cursorText.optional(),
    limit: z.coerce.number().int().min(1).max(most).default(usual),
    sort: (z.enum(sorts as [string]) as unknown as z.ZodType<Sorted<Sort>>).optional().meta({
      description: `The field to sort by; "-" before it begins with the largest. Without it: ${shape.first}.`,
    }),
    ...filters,
    ...(shape.also ?? ({} as Also)),
  });
  const output = z.object({ rows: z.array(row), nextCursor: z.string().nullable() });
  const list: ListShape = { key: shape.key, sort: sorts, first: shape.first, filter };
  return { query, output, list };
}

/** The versions of one thing, latest first. */
export function versionsOf<Row extends z.ZodObject<{ version: z.ZodType; recordedAt: z.ZodType }>>(row: Row) {
  return listOf(row, { key: ["version"], sort: ["version", "recordedAt"], first: "-version" });
}

const cursorText = z.string().max(1000).meta({
  description: "Where the page begins: `nextCursor` of the page before, which was sorted alike.",
});
