import type { ImportSummary } from "@liftledger/contracts/import";
import type { CellCounts, ComparedCell } from "@liftledger/database/record-cells";
import type { ImportSeries } from "@liftledger/files/import-cells";
import type { ImportReading } from "@liftledger/files/read-import";
import type { Kpi } from "@liftledger/kpis/kpi";
import { pooledRatio } from "@liftledger/kpis/ratio";
import { entryOf } from "../entry-of.ts";
import type { TargetSeries } from "./target-series.ts";

/** A file that was read, rather than asked about or refused. */
export type ReadFile = Extract<ImportReading, { kind: "read" }>;

/** So many changed periods are shown before and after; all are counted. */
const mostChangesShown = 50;
const longestFileName = 200;

/** Collects the first changed periods while the cells go by. */
export function changeCollector(reading: ReadFile, target: TargetSeries) {
  const placeBySeries = new Map(
    reading.totals.map(({ kpi, scope }) => [target.idOf(kpi, scope), { kpiKey: kpi, scope }]),
  );
  const changes: ImportSummary["changes"] = [];
  const seriesWritten = new Set<string>();
  const onCell = ({ result, before, seriesId, period, numerator, denominator }: ComparedCell) => {
    if (result !== "same") seriesWritten.add(seriesId);
    if (result !== "changed" || before === null || changes.length >= mostChangesShown) return;
    const after = { numerator, denominator };
    changes.push({ ...entryOf(placeBySeries, seriesId), period, before, after });
  };
  return { changes, seriesWritten, onCell };
}

/** What an import would do, or did, as it crosses the wire. */
export function importSummary(
  reading: ReadFile,
  found: {
    fileName: string;
    kpis: ReadonlyMap<string, Kpi>;
    target: TargetSeries;
    counts: CellCounts;
    changes: ImportSummary["changes"];
  },
): ImportSummary {
  const { kpis, target, counts, changes } = found;
  const file = mainFile(reading);
  return {
    target: "series",
    fileName: shortFileName(found.fileName),
    fileDigest: file.sha256,
    fileBytes: file.bytes,
    rowsRead: reading.rowsRead,
    totalRowsSkipped: reading.totalRowsSkipped.length,
    periods: counts,
    records: { new: 0, same: 0 },
    refusedRows: reading.refusedRows,
    refusedCount: reading.refusedCount,
    unreadCells: [],
    unreadCount: 0,
    tallies: [],
    firstNew: [],
    warnings: reading.warnings.map((warning) => warning.message),
    totals: reading.totals.map((series) => ({
      ...seriesTotal(series, entryOf(kpis, series.kpi)),
      isNewSeries: target.isNew(series.kpi, series.scope),
    })),
    changes,
  };
}

/** Digest and size of the file that was imported, the first of the two where there is a lookup. */
export function mainFile(reading: ReadFile): { sha256: string; bytes: number } {
  const file = reading.files.find(({ role }) => role === "main");
  if (file === undefined) throw new Error("A file was read without being measured.");
  return file;
}

/** The name without its folders and control characters, as it is kept. */
export function shortFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const readable = base.replaceAll(/\p{Cc}/gu, "").trim();
  return readable === "" ? "file" : readable.slice(0, longestFileName);
}

function seriesTotal(series: ImportSeries, kpi: Kpi) {
  const { scope, periods, firstPeriod, lastPeriod, numerator, denominator } = series;
  const ratio = pooledRatio([{ numerator: Number(numerator), denominator: Number(denominator) }]);
  return {
    kpiKey: kpi.key,
    kpiName: kpi.name,
    scope,
    periods,
    firstPeriod,
    lastPeriod,
    numerator,
    denominator,
    numeratorUnit: kpi.numerator.unit,
    denominatorUnit: kpi.denominator.unit,
    ratio: ratio.kind === "value" ? ratio.value : null,
  };
}
