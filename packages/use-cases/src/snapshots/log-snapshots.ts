import type { ProblemDetail } from "@liftledger/contracts/errors";
import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { LoggedSnapshots, NewSnapshot } from "@liftledger/contracts/series";
import { listSeriesByIds, type Series } from "@liftledger/database/series";
import { insertSnapshots, latestSnapshotsOfSeries, type Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { normaliseDecimal } from "@liftledger/numerics/decimal";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { refuseClosed } from "../periods/closed-months.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { snapshotFaults } from "./snapshot-faults.ts";

type LoggedRow = LoggedSnapshots["rows"][number];
type Quantities = Pick<Snapshot, "numerator" | "denominator">;
type Cell = Quantities & { seriesId: string; period: string };

/**
 * Logs one snapshot or up to 1,000: all are written, or none. The same values again make no revision; other
 * values make the next one, and what was there before stays readable. Refused with the row, the field and
 * the rule of everything that is wrong; a row that would change a closed month is a "period-closed".
 */
export async function logSnapshots(
  ctx: Context,
  { snapshots, source }: EndpointRequest<"logSnapshots">["body"],
): Promise<LoggedSnapshots> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit) => {
    const series = await seriesById(ctx, tx, snapshots);
    const kpis = await kpisOfSeries(ctx, tx, [...series.values()]);
    refuseIfAny(batchFaults(ctx, snapshots, series, kpis));
    const cells = snapshots.map(toCell);
    const latest = await latestOf(ctx, tx, cells);
    const logged = cells.map((cell) => ({ cell, row: loggedRow(cell, latest.get(placeOf(cell))) }));
    const rows = logged.map(({ row }) => row);
    await refuseClosed(ctx, tx, changedPlaces(rows));
    const written = logged
      .filter(({ row }) => row.result !== "same")
      .map(({ cell, row }) => ({ ...cell, revision: row.revision, source, ...recordedIn(ctx) }));
    await insertSnapshots(tx, ctx.organisationId, written);
    auditLogged(audit, written, latest);
    const count = (result: LoggedRow["result"]) => rows.filter((row) => row.result === result).length;
    return { new: count("new"), changed: count("changed"), same: count("same"), rows };
  });
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

/** Where the rows stand that would write: a closed month takes what it knows already. */
function changedPlaces(rows: readonly LoggedRow[]) {
  return rows.flatMap(({ period, result }, row) =>
    result === "same" ? [] : [{ period, row, field: `snapshots[${row}].period` }],
  );
}

/** The latest revision of every period that is logged, by place. */
async function latestOf(ctx: Context, db: Reader, cells: readonly Cell[]): Promise<Map<string, Snapshot>> {
  const periods = cells.map((cell) => cell.period).toSorted();
  const ids = [...new Set(cells.map((cell) => cell.seriesId))];
  const range = { from: periods[0], to: periods.at(-1) };
  const bySeries = await latestSnapshotsOfSeries(db, ctx.organisationId, ids, range);
  return new Map([...bySeries.values()].flat().map((snapshot) => [placeOf(snapshot), snapshot]));
}

function loggedRow(cell: Cell, latest: Snapshot | undefined): LoggedRow {
  const { seriesId, period } = cell;
  if (latest === undefined) return { seriesId, period, revision: 1, result: "new", before: null };
  const { numerator, denominator, revision } = latest;
  const before = { numerator, denominator };
  const isSame = numerator === cell.numerator && denominator === cell.denominator;
  return isSame
    ? { seriesId, period, revision, result: "same", before }
    : { seriesId, period, revision: revision + 1, result: "changed", before };
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
