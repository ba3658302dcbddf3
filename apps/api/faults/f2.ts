// F2: killed inside an import (20 points), a migration (10) and a restore (10), on SQLite and on PostgreSQL.
import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateToLatest, migrationNames, schemaState } from "@liftledger/database/migrate";
import { openDatabase, type Database, type DatabaseLocation } from "@liftledger/database/open-database";
import { freshSqliteFile } from "@liftledger/database/testing/sqlite-file";
import { exportedLines } from "@liftledger/database/testing/exported-lines";
import { killedRestore } from "@liftledger/database/testing/killed-restore";
import { createPostgresDatabase, type FreshDatabase } from "@liftledger/database/testing/postgres-database";
import startPostgres from "@liftledger/database/testing/postgres-server";
import { loadReleased, releasedLines } from "@liftledger/database/testing/released-ledger";
import { importFile } from "@liftledger/use-cases/imports/import-file";
import { checkLedger } from "@liftledger/use-cases/maintenance/check-ledger";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { none, reportFigures, type FaultFigure } from "./figures.ts";
import { contextOn } from "./ledger-place.ts";
import { writeWeeklyImport, type WeeklyImport } from "./weekly-import.ts";

const weeks = 1500;
const oldest = migrationNames[0] ?? "";
const folder = await mkdtemp(join(tmpdir(), "liftledger-f2-"));
const figures: FaultFigure[] = [];

let server = "";
const stop = await startPostgres({ provide: (_, url) => (server = String(url)) });
try {
  await killJobs("SQLite", freshSqliteFile);
  await killJobs("PostgreSQL", () => createPostgresDatabase(server));
} finally {
  await stop();
  await rm(folder, { recursive: true, force: true });
}
reportFigures("F2  kill -9 inside an import, a migration, a restore: all or nothing", figures);

async function killJobs(kind: string, fresh: () => Promise<FreshDatabase>): Promise<void> {
  for (const [what, run] of [
    ["import", killImports],
    ["migration", killMigrations],
    ["restore", killRestores],
  ] as const) {
    const { location, remove } = await fresh();
    const found = { points: 0, nothing: 0, half: 0, notMended: 0 };
    await run(location, found, fresh);
    await remove();
    const { points, nothing, half, notMended } = found;
    const measured = `${nothing} left nothing, ${points - nothing - half} all`;
    figures.push({ what: `${kind}, ${what}: of ${points} points`, measured });
    figures.push(none(`${kind}, ${what}: half`, half));
    figures.push(none(`${kind}, ${what}: not right after the same again`, notMended));
  }
}

interface Found {
  points: number;
  nothing: number;
  half: number;
  notMended: number;
}

async function killImports(location: DatabaseLocation, found: Found): Promise<void> {
  await onDatabase(location, async (db) => {
    await migrateToLatest(db);
    await ensureDefaultOrganisation(contextOn(db), { name: "Faults", currency: "EUR" });
  });
  const fileOf = (point: number) => writeWeeklyImport(folder, { shop: `Shop ${point}`, weeks });
  const first = await fileOf(0);
  const statements = Number((await dieAt("import", location, 0, first)).out);
  for (let point = 1; point <= 20; point++) {
    const file = await fileOf(point);
    const at = 1 + Math.round(((point - 1) * (statements - 1)) / 19);
    await dieAt("import", location, at, file);
    await onDatabase(location, async (db) => {
      note(found, await countOf(db, file.shop), [0, weeks]);
      const again = await importAgain(db, file);
      const more = await importAgain(db, file);
      if ((await countOf(db, file.shop)) !== weeks || again > weeks || more !== 0) found.notMended += 1;
    });
  }
  await onDatabase(location, async (db) => {
    found.notMended += (await checkLedger(db)).faults.length;
  });
}

async function killMigrations(
  _: DatabaseLocation,
  found: Found,
  fresh: () => Promise<FreshDatabase>,
): Promise<void> {
  const statements = await migrateOnce(fresh, 0, async () => {});
  for (let point = 0; point < 10; point++) {
    await migrateOnce(fresh, 1 + Math.round((point * (statements - 1)) / 9), async (db) => {
      const { version } = await schemaState(db);
      const isUntouched = (await exportedLines(db)).join("\n") === releasedLines(oldest).join("\n");
      if (version === oldest && !isUntouched) found.half += 1;
      note(found, version ?? "", [oldest, migrationNames.at(-1) ?? ""]);
      await migrateToLatest(db);
      if ((await checkLedger(db)).faults.some(({ place }) => place === "file")) found.notMended += 1;
      if ((await schemaState(db)).pending.length > 0) found.notMended += 1;
    });
  }
}

/** A ledger of the oldest schema whose migration is killed before a statement, 0 for never; answers how many there were. */
async function migrateOnce(
  fresh: () => Promise<FreshDatabase>,
  at: number,
  judge: (db: Database) => Promise<void>,
): Promise<number> {
  const { location, remove } = await fresh();
  await onDatabase(location, (db) => loadReleased(db, oldest));
  const { out } = await dieAt("migrate", location, at);
  await onDatabase(location, judge);
  await remove();
  return Number(out);
}

async function killRestores(location: DatabaseLocation, found: Found): Promise<void> {
  const newest = migrationNames.at(-1) ?? "";
  const lines = releasedLines(newest);
  const file = join(folder, "restore.jsonl");
  await writeFile(file, lines.map((line) => `${line}\n`).join(""));
  await onDatabase(location, (db) => loadReleased(db, oldest));
  for (let point = 0; point < 10; point++) {
    await killedRestore(location, file, Math.round((point * (lines.length - 1)) / 9));
    await onDatabase(location, async (db) => {
      note(found, (await exportedLines(db)).join("\n"), [releasedLines(oldest).join("\n"), lines.join("\n")]);
    });
  }
  await killedRestore(location, file, lines.length);
  await onDatabase(location, async (db) => {
    if ((await exportedLines(db)).join("\n") !== lines.join("\n")) found.notMended += 1;
  });
}

function note<State>(found: Found, state: State, [nothing, all]: [State, State]): void {
  found.points += 1;
  if (state === nothing) found.nothing += 1;
  else if (state !== all) found.half += 1;
}

async function onDatabase(location: DatabaseLocation, work: (db: Database) => Promise<void>): Promise<void> {
  const db = openDatabase(location);
  try {
    await work(db);
  } finally {
    await db.close();
  }
}

async function importAgain(db: Database, { file, recipe }: WeeklyImport): Promise<number> {
  const source = { name: "weeks.csv", open: () => createReadStream(file) };
  const outcome = await importFile(contextOn(db), { file: source, recipe: await readFile(recipe, "utf8") });
  return outcome.kind === "imported" && outcome.importId !== null ? outcome.summary.periods.new : 0;
}

async function countOf(db: Database, shop: string): Promise<number> {
  const { count } = await db.read
    .selectFrom("snapshots")
    .innerJoin("series", "series.series_id", "snapshots.series_id")
    .where("series.scope", "=", shop)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

function dieAt(
  job: "import" | "migrate",
  location: DatabaseLocation,
  at: number,
  file?: WeeklyImport,
): Promise<{ out: string }> {
  const script = join(import.meta.dirname, "die-at-statement.ts");
  const args = [script, job, JSON.stringify(location), String(at), ...(file ? [file.file, file.recipe] : [])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on("close", (code, signal) => {
      if ((at === 0) === (code === 0) && (code === 0 || signal === "SIGKILL")) resolve({ out });
      else reject(new Error(`${job} at ${at} ended with ${code ?? signal}`));
    });
  });
}
