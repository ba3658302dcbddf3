import type { Figure } from "@liftledger/contracts/evaluation";
import type { Portfolio, PortfolioRow } from "@liftledger/contracts/portfolio";
import type { AnswerMemory, WrittenAnswer } from "../answer-bytes.ts";

/** Writes one portfolio after the other. */
export type PortfolioWriter = (
  around: Omit<Portfolio, "rows">,
  rows: readonly PortfolioRow[],
) => WrittenAnswer;

/** Where rows stand, with commas between them. */
interface Layout {
  rows: readonly PortfolioRow[];
  /** What they are known as of. */
  asOf: string;
  /** Where each row begins, and after the last where another would. */
  starts: Int32Array;
  /** Where each row's instants stand in it, three a row; -1 where they cannot be written over. */
  instants: Int32Array;
}

/** Rows as they were written. */
type WrittenRows = Layout & { bytes: Uint8Array<ArrayBuffer> };

/** A row as JSON, and where in it the instants stand; nowhere where they are not the three known here. */
interface WrittenRow {
  bytes: Buffer<ArrayBuffer>;
  instants: readonly number[];
}

const instantsInARow = 3;
/** Portfolios grow by a few digits a week, seldom by an initiative. */
const roomToGrow = 1.05;
const comma = 0x2c;
const none: WrittenRows = {
  rows: [],
  asOf: "",
  bytes: new Uint8Array(0),
  starts: new Int32Array(1),
  instants: new Int32Array(0),
};

/**
 * Writes portfolios as JSON in UTF-8. Most rows outlive many portfolios: the bytes of those that stood at the same place
 * in the one before are copied with all that lies between them, and only their instants are written anew.
 *
 * Rows are given as they were evaluated, each of them as of its own instant; they come last, known as of the portfolio's.
 *
 * The one before the last is written over once nobody reads it. Two megabytes of new memory a portfolio would outlive the
 * next one each time, and have all of the memory collected twice as often.
 */
export function createPortfolioWriter(): PortfolioWriter {
  let last = none;
  let memory: AnswerMemory | null = null;
  let before: AnswerMemory | null = null;
  return (around, rows) => {
    const head = Buffer.from(`${JSON.stringify(around).slice(0, -1)},"rows":[`);
    const tail = Buffer.from("]}");
    const layout = layoutOf(rows, around.asOf, last);
    const length = Math.max(0, (layout.starts[rows.length] as number) - 1);
    const into = memoryFor(head.length + length + tail.length, before);
    before = memory;
    memory = into;
    const bytes = into.bytes.subarray(0, head.length + length + tail.length);
    bytes.set(head);
    bytes.set(tail, head.length + length);
    last = writtenRows(layout, bytes.subarray(head.length, head.length + length), last);
    return { bytes, memory };
  };
}

/** The memory of an earlier portfolio where nobody reads that any more and the next has room; else a little more than it needs. */
function memoryFor(length: number, earlier: AnswerMemory | null): AnswerMemory {
  if (earlier === null || earlier.readers > 0 || earlier.bytes.length < length)
    return { bytes: new Uint8Array(Math.ceil(length * roomToGrow)), readers: 0, turn: 0 };
  earlier.turn += 1;
  return earlier;
}

/** A row evaluated earlier and unchanged since is known as of now, too. */
export function asKnown(row: PortfolioRow, asOf: string): PortfolioRow {
  const at = (figure: Figure): Figure => ({ ...figure, asOf });
  return { ...row, netRoi: at(row.netRoi), realisedValue: at(row.realisedValue), cost: at(row.cost) };
}

/** A layout, and what of it was written anew: the rows of the others are null. */
function layoutOf(
  rows: readonly PortfolioRow[],
  asOf: string,
  last: WrittenRows,
): Layout & { made: (WrittenRow | null)[] } {
  const made = rows.map((row, place) => (isWrittenAt(last, row, place, asOf) ? null : writtenRow(row, asOf)));
  const starts = new Int32Array(rows.length + 1);
  const instants = new Int32Array(rows.length * instantsInARow);
  made.forEach((row, place) => {
    const length = row === null ? lengthIn(last, place) : row.bytes.length + 1;
    starts[place + 1] = (starts[place] as number) + length;
    const first = place * instantsInARow;
    for (let one = 0; one < instantsInARow; one += 1) {
      instants[first + one] =
        row === null ? (last.instants[first + one] as number) : (row.instants[one] ?? -1);
    }
  });
  return { rows, asOf, starts, instants, made };
}

function writtenRows(
  { made, ...layout }: ReturnType<typeof layoutOf>,
  bytes: Uint8Array<ArrayBuffer>,
  last: WrittenRows,
): WrittenRows {
  const { starts } = layout;
  for (let place = 0; place < made.length;) {
    const from = place;
    const at = starts[from] as number;
    const row = made[place] as WrittenRow | null;
    place += 1;
    if (at > 0) bytes[at - 1] = comma;
    if (row !== null) {
      bytes.set(row.bytes, at);
      continue;
    }
    while (place < made.length && made[place] === null) place += 1;
    bytes.set(last.bytes.subarray(last.starts[from], endIn(last, place - 1)), at);
  }
  const written = { ...layout, bytes };
  writeInstants(written, last.asOf);
  return written;
}

function lengthIn({ starts }: WrittenRows, place: number): number {
  return (starts[place + 1] as number) - (starts[place] as number);
}

/** The end of a row, without the comma after it. */
function endIn({ starts }: WrittenRows, place: number): number {
  return (starts[place + 1] as number) - 1;
}

function isWrittenAt(last: WrittenRows, row: PortfolioRow, place: number, asOf: string): boolean {
  return (
    last.rows[place] === row &&
    last.asOf.length === asOf.length &&
    (last.instants[place * instantsInARow] as number) >= 0
  );
}

/** Of an instant that differs in its seconds only the seconds are written: copied rows bear all that is before them. */
function writeInstants({ asOf, bytes, starts, instants }: WrittenRows, before: string): void {
  const text = Buffer.from(asOf);
  let same = 0;
  while (same < asOf.length && asOf[same] === before[same]) same += 1;
  for (let one = 0; one < instants.length; one += 1) {
    const inRow = instants[one] as number;
    if (inRow < 0) continue;
    const at = (starts[Math.floor(one / instantsInARow)] as number) + inRow;
    for (let place = same; place < text.length; place += 1) bytes[at + place] = text[place] as number;
  }
}

/** A row whose instants can be written over; as of this one where they do not stand in the three places known here. */
function writtenRow(row: PortfolioRow, asOf: string): WrittenRow {
  const before = '"asOf":"';
  const text = JSON.stringify(asKnown(row, asOf));
  // A quote in a text is written with a backslash, so that this cannot stand in one.
  const pieces = text.split(`${before}${asOf}"`);
  const bytes = Buffer.from(text);
  if (pieces.length !== instantsInARow + 1) return { bytes, instants: [] };
  const instants: number[] = [];
  let at = 0;
  for (const piece of pieces.slice(0, -1)) {
    at += Buffer.byteLength(piece) + before.length;
    instants.push(at);
    at += asOf.length + 1;
  }
  return { bytes, instants };
}
