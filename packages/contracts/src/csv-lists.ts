import { z } from "zod";
import { endpointPaths, type EndpointName } from "./endpoint-paths.ts";
import { endpoints, type EndpointSchema } from "./endpoints.ts";

/** The header of a page as CSV that says where the next one begins; absent on the last. */
export const nextCursorHeader = "Liftledger-Next-Cursor";

/** A list that an endpoint answers: the columns of its rows, in order. */
export interface CsvList {
  columns: string[];
}

/**
 * The list that an endpoint answers as CSV where it is asked for `text/csv`, or undefined where its answer is no list.
 * A nested field is a column under its path.
 *
 * @example
 * csvListOf("listSeries")?.columns // ["seriesId", "kpiKey", …]
 */
export function csvListOf(name: EndpointName): CsvList | undefined {
  const { output }: EndpointSchema = endpoints[name];
  if (endpointPaths[name].method !== "GET" || !(output instanceof z.ZodObject)) return undefined;
  const rows: unknown = output.shape["rows"];
  if (!(rows instanceof z.ZodArray && rows.element instanceof z.ZodObject)) return undefined;
  return { columns: [...columnsOf(rows.element, "")] };
}

function* columnsOf(schema: z.ZodObject, path: string): Generator<string> {
  for (const [name, field] of Object.entries(schema.shape)) {
    const inner = withoutWrapping(field);
    const isNested = inner instanceof z.ZodObject && Object.keys(inner.shape).length > 0;
    if (isNested) yield* columnsOf(inner, `${path}${name}.`);
    else yield path + name;
  }
}

function withoutWrapping(field: unknown): unknown {
  const isWrapped =
    field instanceof z.ZodNullable || field instanceof z.ZodOptional || field instanceof z.ZodDefault;
  return isWrapped ? withoutWrapping(field.unwrap()) : field;
}
