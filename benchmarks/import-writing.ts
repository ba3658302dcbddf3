import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Cell, CellOrigin } from "@liftledger/database/cell-writer";
import { insertKpiVersions } from "@liftledger/database/kpis";
import { migrateToLatest } from "@liftledger/database/migrate";
import type { Database } from "@liftledger/database/open-database";
import { connectSqlite, openDatabase } from "@liftledger/database/open-database";
import { insertOrganisation } from "@liftledger/database/organisations";
import { recordCells } from "@liftledger/database/record-cells";
import { insertSeries } from "@liftledger/database/series";
import { inTransaction } from "@liftledger/database/transaction";

/** How long one way of writing took, and how far it raised the process's memory. */
export interface WritingTime {
  name: string;
  milliseconds: number;
  peakMegabytes: number;
}

/** The organisation everything is written for. */
const benchmarkOrganisation = "00000000-0000-7000-8000-000000000001";

const origin: CellOrigin = {
  source: "upload.csv",
  recordedAt: "2026-03-02T08:00:00.000Z",
  recordedBy: "019cb000-0000-7000-8000-0000000000aa",
  importId: "019cb000-0000-7000-8000-0000000000bb",
};

/** Makes a new SQLite file in a folder of its own, migrated and with empty series; says where it is. */
export async function fileWithSeries(seriesCount: number): Promise<{ file: string; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "liftledger-benchmark-"));
  const file = join(folder, "liftledger.db");
  const db = openDatabase({ kind: "sqlite", file });
  await migrateToLatest(db);
  await addSeries(db, seriesCount);
  await db.close();
  return { file, folder };
}

/** The id of the n-th series, ascending as ids made in order are. */
export function benchmarkSeriesId(index: number): string {
  return `019cb000-0000-7000-9000-${index.toString(16).padStart(12, "0")}`;
}

/** Cells of `seriesCount` series with `periodCount` weeks each, series by series. */
function* benchmarkCells(seriesCount: number, periodCount: number): Generator<Cell> {
  let line = 1;
  for (let series = 0; series < seriesCount; series++) {
    const seriesId = benchmarkSeriesId(series);
    for (let week = 0; week < periodCount; week++) {
      line++;
      yield {
        seriesId,
        period: `${2020 + Math.floor(week / 52)}-W${String((week % 52) + 1).padStart(2, "0")}`,
        numerator: String((line * 7919) % 5000),
        denominator: String(5000 + ((line * 104_729) % 20_000)),
        rowCount: 1,
        lineFirst: line,
        lineLast: line,
      };
    }
  }
}

/** The raw half of the comparison: one prepared insert for each row on better-sqlite3, in one transaction. */
export function writeRaw(file: string, cells: Iterable<Cell>): WritingTime {
  const connection = connectSqlite(file, "write");
  const insert = connection.prepare(
    `insert into snapshots (organisation_id, series_id, period, revision, numerator, denominator, source,
       recorded_at, recorded_by, import_id, line_first, line_last, row_count)
     values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const watch = watchMemory();
  const start = performance.now();
  connection.exec("begin immediate");
  for (const cell of cells) {
    insert.run(
      benchmarkOrganisation,
      cell.seriesId,
      cell.period,
      cell.numerator,
      cell.denominator,
      origin.source,
      origin.recordedAt,
      origin.recordedBy,
      origin.importId,
      cell.lineFirst,
      cell.lineLast,
      cell.rowCount,
    );
    watch.look();
  }
  connection.exec("commit");
  const milliseconds = performance.now() - start;
  connection.close();
  return { name: "raw prepared inserts", milliseconds, peakMegabytes: watch.peak() };
}

/** Our half: the same cells compared with what is there and written through `recordCells`. */
async function writeThroughLedger(file: string, cells: Iterable<Cell>): Promise<WritingTime> {
  const db = openDatabase({ kind: "sqlite", file });
  const watch = watchMemory();
  const start = performance.now();
  await inTransaction(db, (tx) =>
    recordCells(tx, benchmarkOrganisation, cells, origin, () => {
      watch.look();
    }),
  );
  const milliseconds = performance.now() - start;
  await db.close();
  return { name: "recordCells", milliseconds, peakMegabytes: watch.peak() };
}

/** Writes the same million cells both ways and prints the times and their ratio. */
async function compareImportWriting(seriesCount = 5000, periodCount = 200, rounds = 2): Promise<number> {
  const best = new Map<string, WritingTime>();
  for (let round = 0; round < rounds; round++) {
    for (const write of [writeRaw, writeThroughLedger]) {
      const { file, folder } = await fileWithSeries(seriesCount);
      const time = await write(file, benchmarkCells(seriesCount, periodCount));
      print(time, statSync(file).size);
      rmSync(folder, { recursive: true });
      const before = best.get(time.name);
      if (before === undefined || time.milliseconds < before.milliseconds) best.set(time.name, time);
    }
  }
  const [raw, ours] = [...best.values()];
  const ratio = (ours?.milliseconds ?? Number.NaN) / (raw?.milliseconds ?? Number.NaN);
  console.log(
    `recordCells takes ${ratio.toFixed(2)} times the raw inserts (best of ${rounds} rounds; goal 1.3)`,
  );
  return ratio;
}

async function addSeries(db: Database, seriesCount: number): Promise<void> {
  const createdAt = origin.recordedAt;
  await inTransaction(db, async (tx) => {
    await insertOrganisation(tx, {
      organisationId: benchmarkOrganisation,
      name: "Benchmark",
      kind: "default",
      currency: "EUR",
      createdAt,
    });
    const kpi = {
      kpiKey: "conversion-rate",
      version: 1,
      definition: {},
      source: "own",
      ownerId: null,
    } as const;
    await insertKpiVersions(tx, benchmarkOrganisation, [{ ...kpi, createdAt, createdBy: origin.recordedBy }]);
    const series = Array.from({ length: seriesCount }, (_, index) => ({
      seriesId: benchmarkSeriesId(index),
      kpiKey: kpi.kpiKey,
      kpiVersion: 1,
      scope: `segment ${index}`,
      periodType: "week" as const,
      currency: null,
      createdAt,
      sourceOfRecord: null,
      version: 1,
    }));
    await insertSeries(tx, benchmarkOrganisation, series);
  });
}

// Looking at every ten-thousandth cell costs nothing and misses no peak that lasts.
function watchMemory(): { look: () => void; peak: () => number } {
  let looks = 0;
  let highest = process.memoryUsage.rss();
  const measure = () => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  return {
    look: () => {
      if (++looks % 10_000 === 0) measure();
    },
    peak: () => {
      measure();
      return highest / 2 ** 20;
    },
  };
}

function print(time: WritingTime, fileBytes: number): void {
  const seconds = (time.milliseconds / 1000).toFixed(2);
  const file = (fileBytes / 2 ** 20).toFixed(0);
  console.log(
    `${time.name.padEnd(22)} ${seconds} s, peak ${time.peakMegabytes.toFixed(0)} MiB, file ${file} MiB`,
  );
}

if (import.meta.main) await compareImportWriting();
