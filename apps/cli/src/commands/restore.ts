import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { withSqliteCopy } from "@liftledger/database/copy-sqlite";
import { exportLedger } from "@liftledger/database/export-ledger";
import { exportLines } from "@liftledger/database/export-lines";
import type { Database } from "@liftledger/database/open-database";
import { holdsLedger, restoreLedger, type RestoredLedger } from "@liftledger/database/restore-ledger";
import { Command } from "commander";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withUnmigratedData } from "../open-ledger.ts";

interface RestoreOptions {
  replace?: true;
  yes?: true;
  data?: string;
  json?: true;
}

const firstBytesOfSqlite = "SQLite format 3\0";

/** `liftledger restore FILE`: a backup of either kind into either database, all or nothing. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description("put a backup into an empty data folder or database: all of it, or nothing")
    .argument("<file>", "what backup wrote")
    .option("--replace", "put it in the place of what is there, after asking")
    .option("--yes", "do not ask")
    .option("--data <folder>", "the data folder")
    .option("--json", "print the result as JSON")
    .action(runRestore);
}

async function runRestore(file: string, { replace, yes, data, json }: RestoreOptions): Promise<void> {
  const isCopy = await isSqliteFile(file);
  const { createdAt, ...rest } = await withUnmigratedData({ data, mayBeNew: true }, async (db) => {
    if (replace === true && yes !== true && (await holdsLedger(db.read))) await ask();
    return isCopy
      ? restoreCopy(db, file, replace === true)
      : restoreLedger(db, () => exportLines(createReadStream(file, "utf8")), { replace: replace === true });
  });
  // A copy of the file does not say when it was made.
  const restored = { createdAt: isCopy ? null : createdAt, ...rest };
  const made = isCopy ? "a copy of a database" : `made ${createdAt}`;
  const text = `Restored ${rest.rows} rows from ${file}, ${made} at ${rest.schema}.`;
  process.stdout.write(`${json === true ? JSON.stringify(restored, null, 2) : text}\n`);
}

/** A copy is exported on the way, so that it restores into either database and from any released schema. */
function restoreCopy(db: Database, file: string, replace: boolean): Promise<RestoredLedger> {
  return withSqliteCopy(file, (copy) =>
    restoreLedger(db, () => linesOf(exportLedger(copy, "as a copy")), { replace }),
  );
}

async function* linesOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield line.trimEnd();
}

async function ask(): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new CommandError(
      exitCodes.usage,
      "There is nobody to ask whether to replace the ledger: say --yes.",
    );
  }
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await questions.question('This deletes the ledger that is there. Type "replace" to go on: ');
  questions.close();
  if (answer.trim() !== "replace") throw new CommandError(exitCodes.failed, "Nothing was changed.");
}

async function isSqliteFile(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
      return buffer.toString("latin1", 0, bytesRead) === firstBytesOfSqlite;
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(exitCodes.noInput, `${file} cannot be read: ${reason}.`);
  }
}
