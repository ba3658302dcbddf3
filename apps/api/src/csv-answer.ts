import { csvListOf, nextCursorHeader } from "@liftledger/contracts/csv-lists";
import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import { csvTable } from "@liftledger/files/csv-table";
import { accepts } from "hono/accepts";
import type { Context as HttpContext } from "hono";

const types = ["application/json", "text/csv"];

/** A list as CSV, where it is asked for so; undefined where the answer is JSON. */
export function csvAnswer(c: HttpContext, name: EndpointName, output: unknown): Response | undefined {
  const list = csvListOf(name);
  if (list === undefined) return undefined;
  const wanted = accepts(c, { header: "Accept", supports: types, default: "application/json" });
  if (wanted !== "text/csv") return undefined;
  const { rows, nextCursor } = output as Record<string, unknown>;
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
    "Cache-Control": "no-store",
    ...(typeof nextCursor === "string" ? { [nextCursorHeader]: nextCursor } : {}),
  };
  return c.body(csvTable(rows as object[], list.columns), 200, headers);
}
