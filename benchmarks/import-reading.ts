import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { readImport, type ImportReading } from "@liftledger/files/read-import";
import { builtInKpis } from "@liftledger/kpis/catalogue/catalogue";
import { seededRandom, type Random } from "@liftledger/numerics/seeded-random";
import { parse } from "csv-parse";

/** The day the benchmark believes it is: after the last row of both files. */
export const benchmarkToday = "2026-11-22";
const chunkBytes = 64 * 1024;
const millisecondsPerDay = 86_400_000;
/** A Monday, 200 weeks before 2025-11-03. */
const firstMonday = Date.UTC(2022, 0, 3);

/** Every row is one snapshot: a week, a segment, spend and new customers. */
export const snapshotRecipe: ImportRecipe = ImportRecipe.parse({
  name: "Benchmark snapshots",
  source: "Generated",
  dateColumn: "week",
  dateFormat: "yyyy-MM-dd",
  period: "week",
  numbers: { decimal: ".", thousands: "" },
  segmentColumn: "segment",
  scope: "All segments",
  measures: [
    {
      kpi: "customer-acquisition-cost",
      numerator: { kind: "sum", columns: ["spend"] },
      denominator: { kind: "sum", columns: ["customers"] },
    },
  ],
});

/** Every row is one lead: conversion by week of first contact and channel. */
export const leadRecipe: ImportRecipe = ImportRecipe.parse({
  name: "Benchmark leads",
  source: "Generated",
  dateColumn: "created",
  dateFormat: "yyyy-MM-dd",
  period: "week",
  segmentColumn: "channel",
  scope: "All channels",
  measures: [
    {
      kpi: "conversion-rate",
      numerator: { kind: "count-rows", where: { column: "won", is: "filled" } },
      denominator: { kind: "count-rows" },
    },
  ],
});

/** Writes a CSV of one row for each of `seriesCount` × `periodCount` snapshots, week by week, from a seed. */
async function writeSnapshotFile(file: string, seriesCount = 5_000, periodCount = 200): Promise<void> {
  const random = seededRandom(20_260_101);
  await writeLines(file, "week,segment,spend,customers", function* rows() {
    for (let week = 0; week < periodCount; week += 1) {
      const monday = isoDate(firstMonday + week * 7 * millisecondsPerDay);
      for (let series = 0; series < seriesCount; series += 1) {
        const customers = 1 + Math.floor(random.uniform() * 5_000);
        const spend = (random.uniform() * 100_000).toFixed(2);
        yield `${monday},segment ${String(series).padStart(4, "0")},${spend},${customers}`;
      }
    }
  });
}

const channels = [
  "paid_search",
  "organic_search",
  "social",
  "email",
  "referral",
  "display",
  "direct_traffic",
  "",
];

/** Writes a CSV of one row for each lead, on any day of three years in no order, from a seed. */
async function writeLeadFile(file: string, leadCount = 1_000_000): Promise<void> {
  const random = seededRandom(20_260_102);
  await writeLines(file, "lead_id,created,channel,landing_page,won", function* rows() {
    for (let lead = 0; lead < leadCount; lead += 1) {
      const day = firstMonday + Math.floor(random.uniform() * 1_095) * millisecondsPerDay;
      const won = random.uniform() < 0.1 ? isoDate(day + 30 * millisecondsPerDay) : "";
      const channel = channels[Math.floor(random.uniform() * channels.length)] as string;
      yield `${leadId(lead, random)},${isoDate(day)},${channel},/page-${lead % 97},${won}`;
    }
  });
}

function leadId(lead: number, random: Random): string {
  return `${lead.toString(16).padStart(8, "0")}${Math.floor(random.uniform() * 2 ** 32)
    .toString(16)
    .padStart(8, "0")}`;
}

async function writeLines(file: string, header: string, rows: () => Generator<string>): Promise<void> {
  const stream = createWriteStream(file);
  let lines = [header];
  const flush = async () => {
    if (!stream.write(`${lines.join("\n")}\n`)) await once(stream, "drain");
    lines = [];
  };
  for (const row of rows()) {
    if (lines.push(row) >= 5_000) await flush();
  }
  if (lines.length > 0) await flush();
  stream.end();
  await once(stream, "finish");
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** How long csv-parse alone takes to hand every row of a file on, with the fastest options it has. */
async function timeCsvParse(file: string): Promise<{ rows: number; milliseconds: number }> {
  const start = performance.now();
  const parser = createReadStream(file, { highWaterMark: chunkBytes }).pipe(
    parse({ relax_column_count: true }),
  );
  let rows = 0;
  parser.on("readable", () => {
    while (parser.read() !== null) rows += 1;
  });
  await once(parser, "end");
  return { rows, milliseconds: performance.now() - start };
}

/** How long our reading of the same file takes, cells and totals included. */
async function timeReading(
  file: string,
  recipe: ImportRecipe,
): Promise<{ reading: Extract<ImportReading, { kind: "read" }>; milliseconds: number }> {
  const kpis = new Map(builtInKpis.map((kpi) => [kpi.key, kpi]));
  const start = performance.now();
  const main = () => createReadStream(file, { highWaterMark: chunkBytes });
  const reading = await readImport({ recipe, kpis, today: benchmarkToday, main });
  const milliseconds = performance.now() - start;
  if (reading.kind !== "read")
    throw new Error(`the benchmark's own file was not read: ${JSON.stringify(reading)}`);
  return { reading, milliseconds };
}

/** What can be generated, by the word that asks for it on the command line. */
const generators = { snapshots: writeSnapshotFile, leads: writeLeadFile };

/** Writes one of the files in a process of its own, so that what that leaves in memory is not counted here. */
export function generateApart(kind: keyof typeof generators, file: string): void {
  execFileSync(process.execPath, [import.meta.filename, kind, file]);
}

/** Reads a million snapshots and a million leads with `readImport` and with csv-parse alone, and prints both. */
async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "liftledger-benchmark-"));
  try {
    const snapshots = join(folder, "snapshots.csv");
    const leads = join(folder, "leads.csv");
    generateApart("snapshots", snapshots);
    generateApart("leads", leads);
    await compare("1,000,000 snapshots, 5,000 series by 200 weeks", snapshots, snapshotRecipe);
    await compare("1,000,000 leads, 8 channels by 157 weeks", leads, leadRecipe);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(title: string, file: string, recipe: ImportRecipe): Promise<void> {
  console.log(`${title}, ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB`);
  const before = process.memoryUsage.rss();
  // Ours first, so that its peak of memory is its own.
  const { reading, milliseconds } = await timeReading(file, recipe);
  const { cells } = reading;
  print("readImport", milliseconds, `${cells.count.toLocaleString("en")} cells`);
  const walk = performance.now();
  let walked = 0;
  for (const cell of cells.cells()) walked += cell.rows;
  print("walk through its cells", performance.now() - walk, `${walked.toLocaleString("en")} rows`);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(`  memory ${(before / 2 ** 20).toFixed(0)} MiB before, peak so far ${peak.toFixed(0)} MiB`);
  const parsed = await timeCsvParse(file);
  print("csv-parse alone", parsed.milliseconds, `${parsed.rows.toLocaleString("en")} rows`);
  console.log(`  readImport takes ${(milliseconds / parsed.milliseconds).toFixed(2)} of csv-parse alone`);
}

function print(what: string, milliseconds: number, found: string): void {
  console.log(`  ${what.padEnd(24)} ${(milliseconds / 1000).toFixed(2)} s  ${found}`);
}

if (import.meta.main) {
  const [kind, file] = process.argv.slice(2);
  if ((kind === "snapshots" || kind === "leads") && file !== undefined) await generators[kind](file);
  else await run();
}
