import { existsSync } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { copySqlite } from "@liftledger/database/copy-sqlite";
import { exportLedger } from "@liftledger/database/export-ledger";
import type { Database } from "@liftledger/database/open-database";
import { inSnapshot } from "@liftledger/database/transaction";
import { Command } from "commander";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withUnmigratedData } from "../open-ledger.ts";

interface BackupOptions {
  logical?: true;
  data?: string;
  json?: true;
}

/** `liftledger backup FILE`: a copy of the whole ledger while it is in use, never half a file under that name. */
export function backupCommand(): Command {
  return new Command("backup")
    .description("copy the whole ledger into one new file while it is in use")
    .argument("<file>", "the file to make")
    .option("--logical", "as lines of JSON, which either database restores; always so on PostgreSQL")
    .option("--data <folder>", "the data folder")
    .option("--json", "print the result as JSON")
    .action(runBackup);
}

async function runBackup(file: string, { logical, data, json }: BackupOptions): Promise<void> {
  if (existsSync(file)) throw new CommandError(exitCodes.alreadyThere, `There is a file ${file} already.`);
  const part = `${file}.part`;
  const kind = await withUnmigratedData({ data }, async (db, { database }) => {
    try {
      if (logical === true || database.kind === "postgres") await writeExport(db, part);
      else await copySqlite(database.file, part);
      await putInPlace(part, file);
      return logical === true || database.kind === "postgres" ? "logical" : "copy";
    } finally {
      await rm(part, { force: true });
    }
  });
  const { size: bytes } = await stat(file);
  const text = `Wrote ${file}, ${bytes} bytes.`;
  process.stdout.write(`${json === true ? JSON.stringify({ file, kind, bytes }, null, 2) : text}\n`);
}

async function writeExport(db: Database, file: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    await inSnapshot(db, async (tx) => {
      let lines = "";
      for await (const line of exportLedger(tx, new Date().toISOString())) {
        lines += line;
        if (lines.length < 1_000_000) continue;
        await handle.appendFile(lines);
        lines = "";
      }
      await handle.appendFile(lines);
    });
  } finally {
    await handle.close();
  }
}

/** On the disk first, then under its name. */
async function putInPlace(part: string, file: string): Promise<void> {
  const handle = await open(part, "r+");
  await handle.sync();
  await handle.close();
  await rename(part, file);
}
