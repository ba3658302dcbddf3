import type { Cell } from "@liftledger/database/cell-writer";
import { closesInForce } from "@liftledger/database/periods";
import { compareCells } from "@liftledger/database/record-cells";
import type { Reader } from "@liftledger/database/transaction";
import { countedPeriods } from "../claims/counted-periods.ts";
import type { Context } from "../context.ts";
import { closedSentences } from "../periods/closed-months.ts";
import { fileCells } from "./file-cells.ts";
import type { ReadFile } from "./import-summary.ts";
import type { TargetSeries } from "./target-series.ts";

/** The most rows of closed months that are named; all are counted. */
const mostNamed = 200;

/** Why a cell may not change; null of one that may. */
type SentenceOf = (cell: Pick<Cell, "seriesId" | "period">) => string | null;

/** The cells of a file that may be written, and the reading with the rows of closed months among those refused. */
export interface OpenCells {
  readonly reading: ReadFile;
  /** Whether anything is left to write to a series. */
  fills(seriesId: string): boolean;
  cells(): Iterable<Cell>;
}

/**
 * Leaves out the cells that would change a closed month and counts their rows as refused, with the reason. What a
 * closed month knows already stays in, the same file again is the same file, and so does what is kept beside.
 */
export async function openCells(
  ctx: Context,
  db: Reader,
  reading: ReadFile,
  target: Pick<TargetSeries, "idOf"> & { source: string },
): Promise<OpenCells> {
  const all = () => fileCells(reading.cells, target);
  const closes = await closesInForce(db, ctx.organisationId);
  if (closes.size === 0) return { reading, cells: all, fills: () => true };
  const say = await closedSentences(ctx, db, closes);
  const addsUp = await countedPeriods(ctx, db, all());
  const sentences = new Map<string, string | null>();
  const sentenceOf: SentenceOf = ({ seriesId, period }) => {
    const counts = addsUp({ seriesId, period });
    const key = `${period} ${counts}`;
    let sentence = sentences.get(key);
    if (sentence === undefined) sentences.set(key, (sentence = say(period, counts)));
    return sentence;
  };
  const refused = await refusedCells(ctx, db, { cells: all(), source: target.source }, sentenceOf);
  const cells = () => cellsWithout(all(), refused.places);
  const filled = new Set<string>();
  for (const { seriesId } of cells()) filled.add(seriesId);
  return {
    reading: {
      ...reading,
      refusedCount: reading.refusedCount + refused.rows,
      refusedRows: [...reading.refusedRows, ...refused.named],
    },
    cells,
    fills: (seriesId) => filled.has(seriesId),
  };
}

async function refusedCells(
  ctx: Context,
  db: Reader,
  { cells, source }: { cells: Iterable<Cell>; source: string },
  sentenceOf: SentenceOf,
) {
  const places = new Set<string>();
  const named: ReadFile["refusedRows"][number][] = [];
  // Rows that several KPIs are read from are left out once, however many cells they would have made.
  const linesSeen = new Set<string>();
  let rows = 0;
  const told = { cells: inClosedMonths(cells, sentenceOf), source };
  await compareCells(db, ctx.organisationId, told, (cell) => {
    // What is kept beside changes nothing that counts.
    if (cell.result === "same" || cell.result === "beside") return;
    places.add(placeOf(cell));
    const lines = linesOf(cell);
    if (linesSeen.has(lines)) return;
    linesSeen.add(lines);
    rows += cell.rowCount ?? 1;
    if (named.length < mostNamed) named.push(refusedRow(cell, sentenceOf(cell) ?? ""));
  });
  return { places, named: named.toSorted((a, b) => a.line - b.line), rows };
}

function refusedRow(cell: Cell, sentence: string): ReadFile["refusedRows"][number] {
  const { lineFirst, lineLast, period } = cell;
  return {
    line: lineFirst ?? 0,
    column: null,
    value: period,
    rule: "period-closed",
    // The line stands in a column of its own; of several it is only the first.
    message: lineFirst === lineLast ? sentence : `Lines ${lineFirst} to ${lineLast}: ${sentence}`,
  };
}

function* inClosedMonths(cells: Iterable<Cell>, sentenceOf: SentenceOf): Generator<Cell> {
  for (const cell of cells) if (sentenceOf(cell) !== null) yield cell;
}

function* cellsWithout(cells: Iterable<Cell>, refused: ReadonlySet<string>): Generator<Cell> {
  for (const cell of cells) if (!refused.has(placeOf(cell))) yield cell;
}

/** The lines of the file that a cell is made of: the same for each KPI that is read from them. */
function linesOf(cell: Cell): string {
  const { lineFirst, lineLast, rowCount } = cell;
  return lineFirst === undefined || lineFirst === null
    ? placeOf(cell)
    : `${lineFirst} ${lineLast} ${rowCount} ${cell.period}`;
}

function placeOf({ seriesId, period }: Cell): string {
  return `${seriesId} ${period}`;
}
