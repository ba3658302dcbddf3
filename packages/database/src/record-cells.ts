import { setImmediate as letOthersRun } from "node:timers/promises";
import type { Cell, CellOrigin, RevisedCell } from "./cell-writer.ts";
import { cellWriter } from "./cell-writer.ts";
import type { LatestBySeries } from "./latest-revisions.ts";
import { revisionLookup } from "./latest-revisions.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A cell beside the latest revision there is of its series and period. */
export interface ComparedCell extends RevisedCell {
  result: "new" | "changed" | "same";
  /** The revision written, or for one that is the same, the revision there is. */
  revision: number;
  before: { numerator: string; denominator: string } | null;
}

/** How many cells add a period, correct one, or say what is known already. */
export interface CellCounts {
  new: number;
  changed: number;
  same: number;
}

// Some milliseconds of work: enough to be worth a query, too little to be felt by a reader or to count as
// lasting when the garbage collector comes by.
const cellsABatch = 1000;

/**
 * Logs any number of cells in the transaction given: what is new gets revision 1, what differs from the
 * latest revision gets the next one, what is the same is left alone. So the same file twice writes once.
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
  return eachBatchCompared(tx, organisationId, cells, async (batch) => {
    if (onCell) batch.forEach(onCell);
    await write(batch.filter((cell) => cell.result !== "same"));
  });
}

/** What `recordCells` would do, without writing; for the preview of an import, on the read handle. */
export async function compareCells(
  db: Reader,
  organisationId: string,
  cells: Iterable<Cell>,
  onCell?: (cell: ComparedCell) => void,
): Promise<CellCounts> {
  return eachBatchCompared(db, organisationId, cells, async (batch) => {
    if (onCell) batch.forEach(onCell);
  });
}

async function eachBatchCompared(
  db: Reader,
  organisationId: string,
  cells: Iterable<Cell>,
  use: (batch: ComparedCell[]) => Promise<void>,
): Promise<CellCounts> {
  const counts: CellCounts = { new: 0, changed: 0, same: 0 };
  const latestRevisions = revisionLookup(db, organisationId);
  const takeBatch = async ({ seriesIds, batch }: { seriesIds: string[]; batch: Cell[] }) => {
    const latest = await latestRevisions(seriesIds);
    const compared = batch.map((cell) => compare(cell, latest));
    for (const { result } of compared) counts[result]++;
    await use(compared);
  };
  for (const taken of batchesOfWholeSeries(cells)) {
    await takeBatch(taken);
    // The garbage collector likes to run while others do; it should not find the batch alive.
    taken.batch.length = 0;
    await letOthersRun();
  }
  return counts;
}

function compare(cell: Cell, latest: LatestBySeries): ComparedCell {
  const before = latest.get(cell.seriesId)?.get(cell.period);
  if (before === undefined) return new CellWithResult(cell, "new", 1, null);
  const isSame = before.numerator === cell.numerator && before.denominator === cell.denominator;
  return new CellWithResult(
    cell,
    isSame ? "same" : "changed",
    isSame ? before.revision : before.revision + 1,
    { numerator: before.numerator, denominator: before.denominator },
  );
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
  readonly before: ComparedCell["before"];

  constructor(cell: Cell, result: ComparedCell["result"], revision: number, before: ComparedCell["before"]) {
    this.seriesId = cell.seriesId;
    this.period = cell.period;
    this.numerator = cell.numerator;
    this.denominator = cell.denominator;
    this.rowCount = cell.rowCount;
    this.lineFirst = cell.lineFirst;
    this.lineLast = cell.lineLast;
    this.result = result;
    this.revision = revision;
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
