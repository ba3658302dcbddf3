import type { Database } from "../open-database.ts";
import { exportLedger } from "../export-ledger.ts";
import { inSnapshot } from "../transaction.ts";

/** When the exports of the tests are made. */
export const exportedAt = "2026-06-24T12:00:00.000Z";

/** The lines of an exported ledger, without their ends; read so many rows at a time. */
export function exportedLines(db: Database, rowsAtATime?: number): Promise<string[]> {
  return inSnapshot(db, async (tx) => {
    const lines: string[] = [];
    for await (const line of exportLedger(tx, exportedAt, rowsAtATime)) lines.push(line.trimEnd());
    return lines;
  });
}

/** Lines as a file would give them. */
export function linesOf(lines: readonly string[]): () => AsyncIterable<string> {
  return async function* () {
    yield* lines;
  };
}
