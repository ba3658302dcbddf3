import { existsSync } from "node:fs";
import { link, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { copySqlite } from "@liftledger/database/copy-sqlite";
import { exportLedger } from "@liftledger/database/export-ledger";
import { schemaState } from "@liftledger/database/migrate";
import type { Database } from "@liftledger/database/open-database";
import { inSnapshot } from "@liftledger/database/transaction";
import { Command } from "commander";
import { v7 as uuid } from "uuid";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withUnmigratedData } from "../open-ledger.ts";
import { alreadyThere, refuseThere, writingTo } from "../output-file.ts";

interface BackupOptions {
  logical?: true;
  data?: string;
  json?: true;
}

// All there is to know of everybody: for nobody else on the machine.
const ownerOnly = 0o600;
/** A backup under way writes all the time. */
const minutesUntilLeft = 60;

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
  refuseThere([file]);
  await clearLeftParts(file);
  // A name of its own: another backup may be under way to the same place.
  const part = `${file}.${uuid()}.part`;
  const kind = await withUnmigratedData({ data }, async (db, { database, folder }) => {
    // Nothing was ever made there: no restore would take the copy of it.
    if ((await schemaState(db)).version === null) {
      const where = folder ?? "the database of DATABASE_URL";
      throw new CommandError(exitCodes.badConfiguration, `There is no ledger in ${where}.`);
    }
    return writingTo(file, async () => {
      await (await open(part, "wx", ownerOnly)).close();
      try {
        if (logical === true || database.kind === "postgres") await writeExport(db, part);
        else await copySqlite(database.file, part);
        await putInPlace(part, file);
      } finally {
        await rm(part, { force: true });
      }
      return logical === true || database.kind === "postgres" ? "logical" : "copy";
    });
  });
  const { size: bytes } = await stat(file);
  const text = `Wrote ${file}, ${bytes} bytes.`;
  process.stdout.write(`${json === true ? JSON.stringify({ file, kind, bytes }, null, 2) : text}\n`);
}

/** Removes what backups to the same place left that were killed, and names what may be of one that is under way. */
async function clearLeftParts(file: string): Promise<void> {
  const folder = dirname(file);
  const names = await readdir(folder).catch(() => []);
  const prefix = `${basename(file)}.`;
  const id = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  for (const name of names) {
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (!new RegExp(`^${id}\\.part$`).test(rest)) continue;
    const part = join(folder, name);
    const written = await stat(part).catch(() => null);
    if (written === null) continue;
    const isLeft = (Date.now() - written.mtimeMs) / 60_000 > minutesUntilLeft;
    if (isLeft) await rm(part, { force: true });
    const what = isLeft
      ? "removed; a backup that was ended had left it."
      : "it is of another backup that is under way, or was left by one that was ended.";
    process.stderr.write(`${part}: ${what}\n`);
  }
}

async function writeExport(db: Database, file: string): Promise<void> {
  const handle = await open(file, "r+");
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

/** On the disk first, then under its name, which is not taken from a file that has come there meanwhile. */
async function putInPlace(part: string, file: string): Promise<void> {
  await synced(part, "r+");
  await link(part, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST" || existsSync(file)) throw alreadyThere(file);
    // A disk without links, such as a memory stick: it can only be looked at first.
    return rename(part, file);
  });
  // The name as well, where the system lets a folder be waited for.
  await synced(dirname(file), "r").catch(() => {});
}

async function synced(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
