import { setImmediate as letOthersRun } from "node:timers/promises";
import type { Cell, CellOrigin, RevisedCell } from "./cell-writer.ts";
import { cellWriter } from "./cell-writer.ts";
import type { LatestBySeries } from "./latest-revisions.ts";
import { revisionLookup } from "./latest-revisions.ts";
import { placeCell, type Placement } from "./place-cell.ts";
import { sourcesOfRecord } from "./series.ts";
import { latestSnapshotsOfSeries, type Snapshot } from "./snapshots.ts";
import { insertSnapshotsBeside, keepDisplaced, latestBeside, placeOfSource } from "./snapshots-beside.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A cell beside the latest revision there is of its series and period. */
export interface ComparedCell extends RevisedCell, Placement {
  before: { numerator: string; denominator: string } | null;
}

/** How many cells add a period, correct one, say what is known already, or stand beside another source's. */
export interface CellCounts {
  new: number;
  changed: number;
  same: number;
  beside: number;
}

// Some milliseconds of work: enough to be worth a query, too little to be felt by a reader or to count as
// lasting when the garbage collector comes by.
const cellsABatch = 1000;

/**
 * Logs any number of cells in the transaction given: what is new gets revision 1, what differs from the
 * latest revision gets the next one, what is the same is left alone. So the same file twice writes once. What
 * another source holds is left to it, and the cell kept beside (`placeCell`).
 *
 * Cells are taken as they come and kept only for a batch. The cells of a series must come one after the
 * other and each period once, else it throws; series in ascending order of their ids are written fastest.
 * A transaction may be repeated: make the iterable anew inside its callback.
 *
 * @example
 * await inTransaction(db, (tx) => recordCells(tx, organisationId, cells(), origin));
 */
export async function recordCells(
  tx: Writer,
  organisationId: string,
  cells: Iterable<Cell>,
  origin: CellOrigin,
  onCell?: (cell: ComparedCell) => void,
): Promise<CellCounts> {
  const write = cellWriter(tx, organisationId, origin);
  return eachBatchCompared(tx, organisationId, { cells, source: origin.source }, async (batch, beside) => {
    if (onCell) batch.forEach(onCell);
    const displacing = batch.filter(({ displaces }) => displaces);
    if (displacing.length > 0) await displace(tx, organisationId, displacing, beside);
    await write(batch.filter(({ result }) => result === "new" || result === "changed"));
    const snapshots = batch.flatMap(({ besideRevision, ...cell }): Snapshot[] =>
      besideRevision === null ? [] : [{ ...snapshotOf(cell), ...origin, revision: besideRevision }],
    );
    await insertSnapshotsBeside(tx, organisationId, snapshots);
  });
}

function snapshotOf({ seriesId, period, numerator, denominator, rowCount, lineFirst, lineLast }: Cell) {
  return { seriesId, period, numerator, denominator, rowCount, lineFirst, lineLast };
}

/** Keeps beside what the cells take the place of. */
async function displace(
  tx: Writer,
  organisationId: string,
  cells: readonly ComparedCell[],
  beside: readonly Snapshot[],
): Promise<void> {
  const places = new Set(cells.map(({ seriesId, period }) => `${seriesId} ${period}`));
  const seriesIds = [...new Set(cells.map(({ seriesId }) => seriesId))];
  const counted = [...(await latestSnapshotsOfSeries(tx, organisationId, seriesIds)).values()].flat();
  const displaced = counted.filter(({ seriesId, period }) => places.has(`${seriesId} ${period}`));
  await keepDisplaced(tx, organisationId, displaced, beside);
}

/** Cells and who tells them. */
interface CellsOfSource {
  cells: Iterable<Cell>;
  source: string;
}

/** What `recordCells` would do, without writing; for the preview of an import, on the read handle. */
export async function compareCells(
  db: Reader,
  organisationId: string,
  told: CellsOfSource,
  onCell?: (cell: ComparedCell) => void,
): Promise<CellCounts> {
  return eachBatchCompared(db, organisationId, told, async (batch) => {
    if (onCell) batch.forEach(onCell);
  });
}

async function eachBatchCompared(
  db: Reader,
  organisationId: string,
  { cells, source }: CellsOfSource,
  use: (batch: ComparedCell[], beside: readonly Snapshot[]) => Promise<void>,
): Promise<CellCounts> {
  const counts: CellCounts = { new: 0, changed: 0, same: 0, beside: 0 };
  const latestRevisions = revisionLookup(db, organisationId);
  const named = await sourcesOfRecord(db, organisationId);
  const takeBatch = async ({ seriesIds, batch }: { seriesIds: string[]; batch: Cell[] }) => {
    const latest = await latestRevisions(seriesIds);
    // Of series that are new nothing can stand beside.
    const there = seriesIds.filter((seriesId) => latest.has(seriesId));
    const beside = there.length === 0 ? [] : await latestBeside(db, organisationId, there);
    const known = new Map(beside.map((snapshot) => [placeOfSource(snapshot), snapshot]));
    const compared = batch.map((cell) => compare(cell, { latest, named, known }, source));
    for (const { result } of compared) counts[result]++;
    await use(compared, beside);
  };
  for (const taken of batchesOfWholeSeries(cells)) {
    await takeBatch(taken);
    // The garbage collector likes to run while others do; it should not find the batch alive.
    taken.batch.length = 0;
    await letOthersRun();
  }
  return counts;
}

// Made once: most of a large file is new.
const atFirst: Placement = { result: "new", revision: 1, besideRevision: null, displaces: false };

function compare(
  cell: Cell,
  known: { latest: LatestBySeries; named: ReadonlyMap<string, string>; known: ReadonlyMap<string, Snapshot> },
  source: string,
): ComparedCell {
  const { seriesId, period } = cell;
  const counted = known.latest.get(seriesId)?.get(period);
  if (counted === undefined) return new CellWithResult(cell, atFirst, null);
  const placement = placeCell(cell, source, {
    counted,
    sourceOfRecord: known.named.get(seriesId) ?? null,
    beside: (other) => known.known.get(placeOfSource({ seriesId, period, source: other })),
  });
  const { numerator, denominator, retraction } = counted;
  return new CellWithResult(cell, placement, retraction === null ? { numerator, denominator } : null);
}

// A class, and its fields written out. Spreading a million cells costs a third of the whole import; and what
// a literal makes, V8 makes among the lasting objects from the day it meets a batch of them alive.
class CellWithResult implements ComparedCell {
  readonly seriesId: string;
  readonly period: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly rowCount: number | null;
  readonly lineFirst: number | null;
  readonly lineLast: number | null;
  readonly result: ComparedCell["result"];
  readonly revision: number;
  readonly besideRevision: number | null;
  readonly displaces: boolean;
  readonly before: ComparedCell["before"];

  constructor(cell: Cell, placement: Placement, before: ComparedCell["before"]) {
    this.seriesId = cell.seriesId;
    this.period = cell.period;
    this.numerator = cell.numerator;
    this.denominator = cell.denominator;
    this.rowCount = cell.rowCount;
    this.lineFirst = cell.lineFirst;
    this.lineLast = cell.lineLast;
    this.result = placement.result;
    this.revision = placement.revision;
    this.besideRevision = placement.besideRevision;
    this.displaces = placement.displaces;
    this.before = before;
  }
}

// A series is never split over two batches: the second would take the first one's rows for history.
function* batchesOfWholeSeries(cells: Iterable<Cell>): Generator<{ seriesIds: string[]; batch: Cell[] }> {
  const seenSeries = new Set<string>();
  let batch: Cell[] = [];
  let seriesIds: string[] = [];
  let current: string | undefined;
  let periods = new Set<string>();
  for (const cell of cells) {
    if (cell.seriesId !== current) {
      if (seenSeries.has(cell.seriesId))
        throw new Error(`The cells of series ${cell.seriesId} do not come together.`);
      if (batch.length >= cellsABatch) {
        yield { seriesIds, batch };
        batch = [];
        seriesIds = [];
      }
      current = cell.seriesId;
      seenSeries.add(current);
      seriesIds.push(current);
      periods = new Set();
    }
    if (periods.has(cell.period)) throw new Error(`Series ${cell.seriesId} has ${cell.period} twice.`);
    periods.add(cell.period);
    batch.push(cell);
  }
  if (batch.length > 0) yield { seriesIds, batch };
}
