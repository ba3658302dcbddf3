import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { lendAnswerBytes } from "@liftledger/use-cases/answer-bytes";
import { connectSqlite } from "@liftledger/database/open-database";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import type { Context } from "@liftledger/use-cases/context";
import { getPortfolio } from "@liftledger/use-cases/evaluation/get-portfolio";
import { localActor, simulationSeed } from "@liftledger/use-cases/local/local-actor";
import { openData } from "@liftledger/use-cases/local/open-data";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { logSnapshots } from "@liftledger/use-cases/snapshots/log-snapshots";
import { v7 as uuid } from "uuid";
import { makePortfolioLedger, type LoggedSeries, type PortfolioSize } from "./portfolio-ledger.ts";

const whole: PortfolioSize = { initiatives: 1000, benefitsEach: 5, weeks: 156, weeksBefore: 104 };
/** Two histories of a smaller portfolio, because only their ratio is asked for. */
const short: PortfolioSize = { initiatives: 100, benefitsEach: 5, weeks: 156, weeksBefore: 104 };
const long: PortfolioSize = { ...short, weeks: 520, weeksBefore: 468 };
const reads = 300;
/** A read of the smaller portfolio takes a tenth of a millisecond: of so many at once the clock is no part. */
const readsAtOnce = 100;
/** What is logged comes from each of these seeds: of sixty weeks alone the 95th of 100 is the three slowest. */
const seeds = [1, 2, 3, 4, 5];
const loggedWeeks = 60;
const goals = { p99: 25, history: 1.1, times: 10, visible: 50 };
const groupBy = `select series_id, sum(cast(numerator as double)), sum(cast(denominator as double))
  from snapshots group by series_id`;

interface Ledger {
  ctx: Context;
  folder: string;
  file: string;
  series: LoggedSeries[];
}

/**
 * What a page of the portfolio costs: read again and again while nothing changes, against a GROUP BY over the same
 * snapshots in SQLite and in DuckDB; with a history three times as long; and after one week was logged.
 */
async function main(): Promise<void> {
  const ledger = await makeLedger(whole);
  const started = performance.now();
  const bytes = JSON.stringify(await getPortfolio(ledger.ctx, {})).length;
  print("first read, everything evaluated", (performance.now() - started) / 1000, "s");
  print("answer", bytes / 2 ** 20, "MiB");
  const read = await readTimes(ledger, reads);
  print("read, half of them", quantile(read, 0.5), "ms");
  print("read, 99 of 100", quantile(read, 0.99), "ms", quantile(read, 0.99) <= goals.p99, `≤ ${goals.p99}`);
  const sqlite = groupByTime(ledger.file);
  const times = sqlite / quantile(read, 0.5);
  print(
    "GROUP BY in SQLite",
    sqlite,
    "ms",
    times >= goals.times,
    `≥ ${goals.times} × the read; ${times.toFixed(0)} ×`,
  );
  await compareDuckDb(ledger.file, quantile(read, 0.5));
  await compareSeeds(ledger);
  print("first read after a start, same day", await takenUpTime(ledger), "s");
  await close(ledger);
  await compareHistories();
}

async function compareSeeds(ledger: Ledger): Promise<void> {
  const all: number[] = [];
  for (const seed of seeds) {
    const visible = await visibleTimes(ledger, seed);
    print(`  of seed ${seed}: 95 of 100`, quantile(visible, 0.95), "ms");
    all.push(...visible);
  }
  print("a logged week, seen: half of them", quantile(all, 0.5), "ms");
  const p95 = quantile(all, 0.95);
  print("a logged week, seen: 95 of 100", p95, "ms", p95 <= goals.visible, `≤ ${goals.visible}`);
}

/** The first read of a process that finds what another kept of the day. */
async function takenUpTime({ ctx, folder, file }: Ledger): Promise<number> {
  // What the last read evaluated is kept once it was answered.
  await setTimeout(1000);
  const db = await openData({ database: { kind: "sqlite", file }, folder });
  const start = performance.now();
  await getPortfolio({ ...ctx, db }, {});
  const time = (performance.now() - start) / 1000;
  await db.close();
  return time;
}

/** The two histories take turns, so that neither is read by a warmer or busier machine. */
async function compareHistories(): Promise<void> {
  const ledgers = [await makeLedger(short), await makeLedger(long)] as const;
  for (const ledger of ledgers) await readTimes(ledger, reads, readsAtOnce);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < reads; round += 1) {
    times[0].push(...(await readTimes(ledgers[0], 1, readsAtOnce)));
    times[1].push(...(await readTimes(ledgers[1], 1, readsAtOnce)));
  }
  for (const ledger of ledgers) await close(ledger);
  const ratio = quantile(times[1], 0.5) / quantile(times[0], 0.5);
  print("520 weeks against 156", ratio, "×", ratio <= goals.history, `≤ ${goals.history}`);
}

async function makeLedger(size: PortfolioSize): Promise<Ledger> {
  const folder = mkdtempSync(join(tmpdir(), "liftledger-benchmark-"));
  const file = join(folder, "liftledger.db");
  const db = await openData({ database: { kind: "sqlite", file }, folder });
  const now = "2026-11-22T12:00:00.000Z";
  const organisation = { organisationId: "default", requestId: "benchmark", now, today: now.slice(0, 10) };
  const ctx = { db, actor: localActor, ...organisation, newId: () => uuid(), seed: simulationSeed };
  await ensureDefaultOrganisation(ctx, { name: "Benchmark", currency: "EUR" });
  return { ctx, folder, file, series: await makePortfolioLedger(ctx, size) };
}

async function close({ ctx, folder }: Ledger): Promise<void> {
  await ctx.db.close();
  rmSync(folder, { recursive: true });
}

/** As the API answers: found, and written as JSON where it is not the answer that was written before. */
async function readTimes({ ctx }: Ledger, count: number, atOnce = 1): Promise<number[]> {
  const times: number[] = [];
  for (let sample = 0; sample < count; sample += 1) {
    const start = performance.now();
    for (let read = 0; read < atOnce; read += 1) lendAnswerBytes(await getPortfolio(ctx, {})).giveBack();
    times.push((performance.now() - start) / atOnce);
  }
  return times;
}

/** From asking to log one week of one series to having the portfolio that holds it. */
async function visibleTimes({ ctx, series }: Ledger, seed: number): Promise<number[]> {
  const random = seededRandom(seed);
  const times: number[] = [];
  for (let week = 0; week < loggedWeeks; week += 1) {
    const { seriesId, lastPeriod: period } = series[
      Math.floor(random.uniform() * series.length)
    ] as LoggedSeries;
    const snapshots = [
      { seriesId, period, numerator: String(seed * loggedWeeks + week), denominator: "4000" },
    ];
    const start = performance.now();
    await logSnapshots(ctx, { snapshots, source: "benchmark" });
    lendAnswerBytes(await getPortfolio(ctx, {})).giveBack();
    times.push(performance.now() - start);
  }
  return times;
}

function groupByTime(file: string): number {
  const connection = connectSqlite(file, "read");
  const statement = connection.prepare(groupBy);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    statement.all();
    return performance.now() - start;
  });
  connection.close();
  return Math.min(...times);
}

/** The little of DuckDB's own interface that is used here. */
interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<unknown>;
  createAppender(table: string): Promise<DuckAppender>;
}
interface DuckAppender {
  appendVarchar(value: string): void;
  appendDouble(value: number): void;
  endRow(): void;
  closeSync(): void;
}

/** The same rows in DuckDB, in memory and as numbers. It is 60 MB of binary, so that it is asked for, not installed. */
async function compareDuckDb(file: string, ours: number): Promise<void> {
  const folder = process.env["DUCKDB_FOLDER"];
  if (folder === undefined) {
    console.log("DuckDB is left out. With it: npm install --prefix /tmp/duckdb @duckdb/node-api,");
    console.log("  then DUCKDB_FOLDER=/tmp/duckdb npm run bench -- portfolio");
    return;
  }
  const load = createRequire(join(folder, "package.json"));
  const { DuckDBInstance } = load("@duckdb/node-api") as {
    DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckConnection> }> };
  };
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("set threads = 1");
  await connection.run("create table snapshots (series_id varchar, numerator double, denominator double)");
  const appender = await connection.createAppender("snapshots");
  const sqlite = connectSqlite(file, "read");
  const rows = sqlite.prepare("select series_id, numerator, denominator from snapshots").raw();
  for (const [seriesId, numerator, denominator] of rows.iterate() as Iterable<[string, string, string]>) {
    appender.appendVarchar(seriesId);
    appender.appendDouble(Number(numerator));
    appender.appendDouble(Number(denominator));
    appender.endRow();
  }
  appender.closeSync();
  sqlite.close();
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    await connection.runAndReadAll(
      "select series_id, sum(numerator), sum(denominator) from snapshots group by series_id",
    );
    times.push(performance.now() - start);
  }
  const best = Math.min(...times);
  print(
    "GROUP BY in DuckDB, one thread",
    best,
    "ms",
    best / ours >= goals.times,
    `${(best / ours).toFixed(1)} × the read`,
  );
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

function print(what: string, amount: number, unit: string, isReached?: boolean, goal?: string): void {
  const verdict = isReached === undefined ? "" : `  (goal ${goal}: ${isReached ? "reached" : "missed"})`;
  console.log(`${what.padEnd(34)} ${amount.toFixed(2).padStart(9)} ${unit}${verdict}`);
}

await main();
