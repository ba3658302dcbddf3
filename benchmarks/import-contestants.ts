import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import type { Cell } from "@liftledger/database/cell-writer";
import type { Context } from "@liftledger/use-cases/context";
import { createImport } from "@liftledger/use-cases/imports/create-import";
import { localActor, simulationSeed } from "@liftledger/use-cases/local/local-actor";
import { openData } from "@liftledger/use-cases/local/open-data";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { periodOf } from "@liftledger/kpis/period";
import { v7 as uuid } from "uuid";
import { benchmarkToday, leadRecipe, snapshotRecipe } from "./import-reading.ts";
import { benchmarkSeriesId, fileWithSeries, writeRaw } from "./import-writing.ts";

/** What one contestant used, measured in a process of its own. */
export interface Measurement {
  readonly milliseconds: number;
  /** Of all the process's threads while it was measured. */
  readonly cpuMilliseconds: number;
  /** Resident memory at its highest since the process began, Node itself included. */
  readonly peakMebibytes: number;
  /** The milliseconds by stage, where the contestant has any. */
  readonly stages: Readonly<Record<string, number>>;
  /** The database it wrote, alone in its folder. */
  readonly folder: string;
  readonly found: string;
}

/** Each writes or imports a CSV file into a database of its own, made before the clock starts. */
const contestants = {
  "raw inserts, sorted": (csv: string) => rawInserts(csv, "series by series"),
  "raw inserts, as the file goes": (csv: string) => rawInserts(csv, "as the file goes"),
  "import of snapshots": (csv: string) => throughCreateImport(csv, snapshotRecipe),
  "import of leads": (csv: string) => throughCreateImport(csv, leadRecipe),
};

export type Contestant = keyof typeof contestants;

/** Runs one contestant in a process of its own, so that its memory is its own. */
export function measureApart(contestant: Contestant, csv: string): Measurement {
  const output = execFileSync(process.execPath, [import.meta.filename, contestant, csv]);
  return JSON.parse(output.toString()) as Measurement;
}

/** The import as the command line and the API make it, into the fresh ledger of a first start. */
async function throughCreateImport(csv: string, recipe: ImportRecipe): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), "liftledger-benchmark-"));
  const db = await openData({ database: { kind: "sqlite", file: join(folder, "liftledger.db") }, folder });
  const now = `${benchmarkToday}T08:00:00.000Z`;
  const idTimes: number[] = [];
  const ctx: Context = {
    db,
    actor: localActor,
    organisationId: "default",
    requestId: "benchmark",
    now,
    today: benchmarkToday,
    newId: () => {
      idTimes.push(performance.now());
      return uuid();
    },
    seed: simulationSeed,
  };
  await ensureDefaultOrganisation(ctx, { name: "Benchmark", currency: "EUR" });
  idTimes.length = 0;
  const stop = startMeasuring();
  const start = performance.now();
  const file = { name: basename(csv), open: () => createReadStream(csv) };
  const { summary } = await createImport(ctx, { file, recipe: JSON.stringify(recipe) });
  const measured = stop();
  // The first identifier is made for the series when the file is read, the last for the recipe when all
  // cells are written: so the stages are seen without changing the way that is measured.
  const [read = Number.NaN, written = Number.NaN] = [idTimes[0], idTimes.at(-1)];
  await db.close();
  const stages = {
    reading: read - start,
    "comparing and writing": written - read,
    "record and commit": start + measured.milliseconds - written,
  };
  const { rowsRead, refusedCount, periods } = summary;
  if (refusedCount > 0) throw new Error(`${refusedCount} rows of the benchmark's own file were refused`);
  return { ...measured, stages, folder, found: `${count(rowsRead)} rows, ${count(periods.new)} periods` };
}

/** One prepared insert a row: what the file would come to, were nothing read, checked or compared. */
async function rawInserts(csv: string, order: "series by series" | "as the file goes"): Promise<Measurement> {
  const { cells, seriesCount } = await cellsOfFile(csv);
  if (order === "series by series") {
    cells.sort((a, b) => compareText(a.seriesId, b.seriesId) || compareText(a.period, b.period));
  }
  const { file, folder } = await fileWithSeries(seriesCount);
  const stop = startMeasuring();
  const { milliseconds } = writeRaw(file, cells);
  return { ...stop(), milliseconds, stages: {}, folder, found: `${count(cells.length)} periods` };
}

/** The rows of the snapshot file as cells, all in memory: getting them there is not measured. */
async function cellsOfFile(csv: string): Promise<{ cells: Cell[]; seriesCount: number }> {
  const cells: Cell[] = [];
  const seriesIds = new Map<string, string>();
  const periods = new Map<string, string>();
  let line = 0;
  for await (const row of createInterface({ input: createReadStream(csv) })) {
    line += 1;
    if (line === 1) continue;
    const [day = "", segment = "", spend, customers] = row.split(",");
    const seriesId = seriesIds.get(segment) ?? benchmarkSeriesId(seriesIds.size);
    seriesIds.set(segment, seriesId);
    const period = periods.get(day) ?? periodOf(day, "week");
    periods.set(day, period);
    cells.push({
      seriesId,
      period,
      numerator: String(Number(spend)),
      denominator: String(Number(customers)),
      rowCount: 1,
      lineFirst: line,
      lineLast: line,
    });
  }
  return { cells, seriesCount: seriesIds.size };
}

function startMeasuring() {
  const start = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return {
      milliseconds: performance.now() - start,
      cpuMilliseconds: (user + system) / 1000,
      peakMebibytes: process.resourceUsage().maxRSS / 1024,
    };
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function count(number: number): string {
  return number.toLocaleString("en");
}

if (import.meta.main) {
  const [contestant, csv = ""] = process.argv.slice(2);
  const measurement = await contestants[contestant as Contestant](csv);
  process.stdout.write(JSON.stringify(measurement));
}
