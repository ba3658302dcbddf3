// F5: a data folder that is missing, read-only, locked, damaged or of a newer version.
import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { connectSqlite } from "@liftledger/database/open-database";
import { dataLocation, type DataLocation } from "@liftledger/use-cases/local/data-location";
import { holds, reportFigures, type FaultFigure } from "./figures.ts";
import { makeLedgerPlace, type LedgerPlace } from "./ledger-place.ts";
import { runCli } from "./run-cli.ts";
import { ServerDidNotStart, startServer } from "./running-server.ts";

const badConfiguration = 78;
const longestMilliseconds = 15_000;
/** Whom the superuser becomes to be refused anything: nobody. */
const nobody = process.getuid?.() === 0 ? 65_534 : undefined;

/** Spoils a sound ledger; answers what must be undone. */
type Spoil = (
  place: LedgerPlace,
) => Promise<{ data: DataLocation; uid?: number | undefined; undo?: () => void }>;

const spoils: Record<string, Spoil> = {
  "a file stands where the folder should be": async ({ folder }) => {
    await writeFile(join(folder, "in-the-way"), "");
    return { data: dataLocation({ folder: join(folder, "in-the-way/data") }, folder) };
  },
  "the folder cannot be made": async ({ folder }) => {
    const outer = join(folder, "not-ours");
    await mkdir(outer, { mode: 0o555 });
    return { data: dataLocation({ folder: join(outer, "data") }, folder), uid: nobody };
  },
  "the folder cannot be written": async ({ data }) => {
    await chmod(data.folder ?? "", 0o555);
    return { data, uid: nobody };
  },
  "the file cannot be written": async ({ data }) => {
    if (nobody !== undefined) await chown(data.folder ?? "", nobody, nobody);
    await chmod(fileOf(data), 0o444);
    return { data, uid: nobody };
  },
  "another process holds the file": async ({ data }) => {
    const holder = connectSqlite(fileOf(data), "write");
    holder.pragma("locking_mode = exclusive");
    holder.exec("begin exclusive; create table held (a text) strict; commit");
    return { data, undo: () => holder.close() };
  },
  "the file is no database": async ({ data }) => {
    await writeFile(fileOf(data), "no database at all, whatever its name says\n".repeat(200));
    return { data };
  },
  "a newer version has been here": async ({ data }) => {
    const newer = connectSqlite(fileOf(data), "write");
    newer.exec("insert into kysely_migration (name, timestamp) values ('0999-later', '2030')");
    newer.close();
    return { data };
  },
};

const figures: FaultFigure[] = [];
for (const [what, spoil] of Object.entries(spoils)) {
  const place = await makeLedgerPlace();
  await chmod(place.folder, 0o755);
  const { data, uid, undo } = await spoil(place);
  for (const [who, run] of [
    ["server", () => tryServer(data, uid)],
    ["report", () => runCli(data, ["report"], uid)],
    ["backup", () => runCli(data, ["backup", join(place.folder, "backup.db")], uid)],
  ] as const) {
    // A copy only reads: what it reads need not be writable.
    if (who === "backup" && /written|newer/.test(what)) continue;
    const began = performance.now();
    const { code, err } = await run();
    const took = performance.now() - began;
    const lines = err.trim().split("\n");
    const isKept = code === badConfiguration && lines.length === 1 && took < longestMilliseconds;
    const said = (lines[0] ?? "").replaceAll(place.folder, "…");
    figures.push(holds(`${what}: ${who}`, isKept, `exit ${code}, ${(took / 1000).toFixed(1)} s, ${said}`));
    if (lines.length > 1) console.log(err);
  }
  undo?.();
  await place.remove();
}
reportFigures(`F5  data that cannot be used: one line, exit ${badConfiguration}`, figures);

async function tryServer(data: DataLocation, uid: number | undefined) {
  try {
    const server = await startServer(data, { uid });
    await server.end("SIGKILL");
    return { code: 0, err: "it started" };
  } catch (error) {
    if (!(error instanceof ServerDidNotStart)) throw error;
    return { code: error.exitCode, err: error.said };
  }
}

function fileOf({ database }: DataLocation): string {
  if (database.kind !== "sqlite") throw new Error("These data lie in no file.");
  return database.file;
}
