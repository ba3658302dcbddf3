import { createHash } from "node:crypto";
import type { Database } from "@liftledger/database/open-database";
import { exportedLines } from "@liftledger/database/testing/exported-lines";

/**
 * What a server writes by itself, whatever is asked of it: how its jobs stand, what it evaluated ahead, and what it saw of
 * alerts and tells of them.
 */
const ownTables = new Set([
  "jobs",
  "kept_evaluations",
  "alert_looks",
  "alert_states",
  "alerts",
  "alert_people",
  "messages",
  "digests",
]);

/** A digest of every row that is written because somebody asked: equal before and after where nothing was. */
export async function ledgerDigest(db: Database): Promise<string> {
  const hash = createHash("sha256");
  let table = "";
  for (const line of await exportedLines(db)) {
    const read: unknown = JSON.parse(line);
    if (isTableHead(read)) ({ table } = read);
    // Rows alone: the last line holds a digest of them all.
    if (Array.isArray(read) && !ownTables.has(table)) hash.update(line).update("\n");
  }
  return hash.digest("hex");
}

function isTableHead(line: unknown): line is { table: string } {
  return typeof line === "object" && line !== null && "table" in line;
}

/** What an import is said to have made. */
export interface SaidImport {
  readonly importId: string | null;
  readonly summary: {
    readonly periods: { readonly new: number; readonly changed: number; readonly beside: number };
    readonly records: { readonly new: number };
  };
}

/** Whether an import left exactly what it said: its record, and every period or thing of it. */
export async function isWholeImport({ read }: Database, { importId, summary }: SaidImport): Promise<boolean> {
  if (importId === null) return true;
  const { periods, records } = summary;
  const countIn = async (table: "imports" | "imported_rows" | "snapshots" | "snapshots_beside") => {
    const { count } = await read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("import_id", "=", importId)
      .executeTakeFirstOrThrow();
    return count;
  };
  return (
    (await countIn("imports")) === 1 &&
    (await countIn("imported_rows")) === records.new &&
    (await countIn("snapshots")) === periods.new + periods.changed &&
    (await countIn("snapshots_beside")) === periods.beside
  );
}
