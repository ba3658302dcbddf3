import type { ProblemDetail } from "@liftledger/contracts/errors";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { LoggedSnapshots, NewSnapshot } from "@liftledger/contracts/series";
import { placeCell, type Placement } from "@liftledger/database/place-cell";
import { listSeriesByIds, type Series } from "@liftledger/database/series";
import { insertSnapshots, isValue, latestRevisions, type Snapshot } from "@liftledger/database/snapshots";
import {
  insertSnapshotsBeside,
  keepDisplaced,
  latestBeside,
  placeOfSource,
} from "@liftledger/database/snapshots-beside";
import type { Reader, Writer } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { normaliseDecimal } from "@liftledger/numerics/decimal";
import type { Audit } from "../audit/audit.ts";
import { countedPeriods, type CountsPeriod } from "../claims/counted-periods.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { changeOnce } from "../idempotency.ts";
import { refuseClosed } from "../periods/closed-months.ts";
import { mustOwnSeries } from "../own-things.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { refuseRetiredSeries } from "../series/refuse-retired-series.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { snapshotFaults } from "./snapshot-faults.ts";

type LoggedRow = LoggedSnapshots["rows"][number];
type Quantities = Pick<Snapshot, "numerator" | "denominator">;
type Cell = Quantities & { seriesId: string; period: string };

/**
 * Logs one snapshot or up to 1,000: all are written, or none. The same values again make no revision; other
 * values make the next one, and what was there before stays readable. What another source holds it keeps: the
 * number stands beside (`placeCell`). Refused with the row, the field and the rule of everything that is wrong; a
 * row that would change a closed month is a "period-closed".
 */
export async function logSnapshots(
  ctx: Context,
  { snapshots, source }: EndpointRequest<"logSnapshots">["body"],
): Promise<LoggedSnapshots> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const series = await seriesById(ctx, tx, snapshots);
    await mustOwnSeries(ctx, tx, [...series.keys()]);
    const kpis = await kpisOfSeries(ctx, tx, [...series.values()]);
    refuseIfAny(batchFaults(ctx, snapshots, series, kpis));
    const places = snapshots.map(({ seriesId }, row) => {
      return { series: entryOf(series, seriesId), row, field: `snapshots[${row}].seriesId` };
    });
    await refuseRetiredSeries(ctx, tx, places, "restore it to log it");
    const cells = snapshots.map(toCell);
    const told = await placed(ctx, tx, { cells, series, source });
    const rows = told.rows.map(({ row }) => row);
    const addsUp = await countedPeriods(ctx, tx, rows);
    await refuseClosed(ctx, tx, changedPlaces(rows, addsUp));
    await write(ctx, tx, audit, told);
    const count = (result: LoggedRow["result"]) => rows.filter((row) => row.result === result).length;
    return {
      new: count("new"),
      changed: count("changed"),
      same: count("same"),
      beside: count("beside"),
      rows,
    };
  });
}

/** The rows of a request with where each goes, beside what is known. */
interface ToldRows {
  rows: { snapshot: Snapshot; placement: Placement; row: LoggedRow }[];
  latest: ReadonlyMap<string, Snapshot>;
  beside: readonly Snapshot[];
}

async function placed(
  ctx: Context,
  tx: Writer,
  { cells, series, source }: { cells: readonly Cell[]; series: ReadonlyMap<string, Series>; source: string },
): Promise<ToldRows> {
  const range = rangeOf(cells);
  const latest = await latestOf(ctx, tx, range);
  const beside = await latestBeside(tx, ctx.organisationId, range.seriesIds, range);
  const known = new Map(beside.map((snapshot) => [placeOfSource(snapshot), snapshot]));
  const rows = cells.map((cell) => {
    const counted = latest.get(placeOf(cell));
    const placement = placeCell(cell, source, {
      counted,
      sourceOfRecord: series.get(cell.seriesId)?.sourceOfRecord ?? null,
      beside: (other) => known.get(placeOfSource({ ...cell, source: other })),
    });
    const { result, revision } = placement;
    const snapshot = { ...cell, revision, source, ...recordedIn(ctx) };
    const { seriesId, period } = cell;
    return {
      snapshot,
      placement,
      row: { seriesId, period, revision, result, before: quantitiesOf(counted) },
    };
  });
  return { rows, latest, beside };
}

async function write(ctx: Context, tx: Writer, audit: Audit, told: ToldRows): Promise<void> {
  const { rows, latest, beside } = told;
  const snapshotsThat = (is: (placement: Placement) => boolean) =>
    rows.filter(({ placement }) => is(placement)).map(({ snapshot }) => snapshot);
  const written = snapshotsThat(({ result }) => result === "new" || result === "changed");
  const displaced = snapshotsThat(({ displaces }) => displaces);
  const kept = rows.flatMap(({ snapshot, placement: { besideRevision } }) =>
    besideRevision === null ? [] : [{ ...snapshot, revision: besideRevision }],
  );
  const countedBefore = (snapshot: Snapshot) => latest.get(placeOf(snapshot)) ?? [];
  await keepDisplaced(tx, ctx.organisationId, displaced.flatMap(countedBefore), beside);
  await insertSnapshots(tx, ctx.organisationId, written);
  await insertSnapshotsBeside(tx, ctx.organisationId, kept);
  auditLogged(audit, written, latest);
  auditBeside(audit, kept);
}

/** One entry for each series: the revisions that counted before, and those that were written. */
function auditLogged(
  audit: Audit,
  written: readonly Snapshot[],
  latest: ReadonlyMap<string, Snapshot>,
): void {
  for (const [seriesId, snapshots] of Map.groupBy(written, (snapshot) => snapshot.seriesId)) {
    const earlier = snapshots.flatMap((snapshot) => latest.get(placeOf(snapshot)) ?? []);
    audit({
      action: "logSnapshots",
      noun: "snapshots",
      id: seriesId,
      before: earlier.length === 0 ? null : { snapshots: earlier },
      after: { snapshots },
    });
  }
}

/** One entry for each series: what was kept beside the numbers that count. */
function auditBeside(audit: Audit, kept: readonly Snapshot[]): void {
  for (const [seriesId, beside] of Map.groupBy(kept, (snapshot) => snapshot.seriesId)) {
    audit({ action: "logSnapshots", noun: "snapshots", id: seriesId, before: null, after: { beside } });
  }
}

async function seriesById(
  ctx: Context,
  db: Reader,
  snapshots: readonly NewSnapshot[],
): Promise<Map<string, Series>> {
  const ids = [...new Set(snapshots.map((snapshot) => snapshot.seriesId))];
  const found = await listSeriesByIds(db, ctx.organisationId, ids);
  return new Map(found.map((series) => [series.seriesId, series]));
}

function batchFaults(
  ctx: Context,
  snapshots: readonly NewSnapshot[],
  seriesOf: ReadonlyMap<string, Series>,
  kpis: ReadonlyMap<string, Kpi>,
): ProblemDetail[] {
  const firstRow = new Map<string, number>();
  return snapshots.flatMap((snapshot, row): ProblemDetail[] => {
    const at = (field: string) => ({ row, field: `snapshots[${row}].${field}` });
    const series = seriesOf.get(snapshot.seriesId);
    const kpi = kpis.get(snapshot.seriesId);
    if (series === undefined || kpi === undefined) {
      return [{ ...at("seriesId"), message: "There is no such series.", seen: snapshot.seriesId }];
    }
    const earlier = firstRow.get(placeOf(snapshot));
    if (earlier !== undefined) {
      const message = `Row ${earlier} has ${snapshot.period} of this series already.`;
      return [{ ...at("period"), message, seen: snapshot.period }];
    }
    firstRow.set(placeOf(snapshot), row);
    const setting = { kpi, periodType: series.periodType, today: ctx.today };
    return snapshotFaults(snapshot, setting).map(({ field, ...fault }) => ({ ...at(field), ...fault }));
  });
}

/** Where the rows stand that would change what counts: a closed month takes what it knows already. */
function changedPlaces(rows: readonly LoggedRow[], addsUp: CountsPeriod) {
  return rows.flatMap((told, row) => {
    const { period, result } = told;
    if (result === "same" || result === "beside") return [];
    return [{ period, row, field: `snapshots[${row}].period`, addsUp: addsUp(told) }];
  });
}

function rangeOf(cells: readonly Cell[]) {
  const periods = cells.map((cell) => cell.period).toSorted();
  const seriesIds = [...new Set(cells.map((cell) => cell.seriesId))];
  return { seriesIds, from: periods[0], to: periods.at(-1) };
}

/** The latest revision of every period that is logged, by place; also where it takes the value back. */
async function latestOf(
  ctx: Context,
  db: Reader,
  { seriesIds, ...range }: ReturnType<typeof rangeOf>,
): Promise<Map<string, Snapshot>> {
  const latest = await latestRevisions(db, ctx.organisationId, seriesIds, range);
  return new Map(latest.map((snapshot) => [placeOf(snapshot), snapshot]));
}

function quantitiesOf(counted: Snapshot | undefined): LoggedRow["before"] {
  if (counted === undefined || !isValue(counted)) return null;
  const { numerator, denominator, source } = counted;
  return { numerator, denominator, source };
}

function toCell({ seriesId, period, numerator, denominator = "1" }: NewSnapshot): Cell {
  return {
    seriesId,
    period,
    numerator: normaliseDecimal(numerator),
    denominator: normaliseDecimal(denominator),
  };
}

function placeOf({ seriesId, period }: { seriesId: string; period: string }): string {
  return `${seriesId} ${period}`;
}

/** A person logs one period at a time: no file, no lines. */
function recordedIn(ctx: Context) {
  return {
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
    importId: null,
    lineFirst: null,
    lineLast: null,
    rowCount: null,
  };
}
