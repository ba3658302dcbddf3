import type { Figure, Portfolio, PortfolioRow } from "@liftledger/contracts/evaluation";

/** A row of an entry as JSON, and where in it the instants stand as of which it was known. */
interface WrittenRow {
  bytes: Buffer<ArrayBuffer>;
  instantsAt: readonly number[];
}

/** Most rows outlive many portfolios. */
const writtenRows = new WeakMap<PortfolioRow, WrittenRow>();

const instantsInARow = 3;
const comma = 0x2c;

/**
 * A portfolio as JSON in UTF-8, of rows most of which were written before: bytes are copied, where joined text would be
 * walked once to be joined and once more to be encoded.
 *
 * @param rows as they were evaluated, each of them as of its own instant; they come last, known as of the portfolio's
 */
export function portfolioBytes(
  around: Omit<Portfolio, "rows">,
  rows: readonly PortfolioRow[],
): Uint8Array<ArrayBuffer> {
  const asOf = Buffer.from(around.asOf);
  const head = Buffer.from(`${JSON.stringify(around).slice(0, -1)},"rows":[`);
  const tail = Buffer.from("]}");
  const written = rows.map((row) => writtenRow(row, around.asOf));
  const commas = Math.max(0, rows.length - 1);
  const length = written.reduce((sum, { bytes }) => sum + bytes.length, head.length + commas + tail.length);
  const whole = new Uint8Array(length);
  whole.set(head);
  let at = head.length;
  for (const { bytes, instantsAt } of written) {
    if (at > head.length) whole[at++] = comma;
    whole.set(bytes, at);
    for (const place of instantsAt) whole.set(asOf, at + place);
    at += bytes.length;
  }
  whole.set(tail, at);
  return whole;
}

/** A row evaluated earlier and unchanged since is known as of now, too. */
export function asKnown(row: PortfolioRow, asOf: string): PortfolioRow {
  const at = (figure: Figure): Figure => ({ ...figure, asOf });
  return { ...row, netRoi: at(row.netRoi), realisedValue: at(row.realisedValue), cost: at(row.cost) };
}

/** A row whose instants can be written over; as of this one where they do not stand in the three places known here. */
function writtenRow(row: PortfolioRow, asOf: string): WrittenRow {
  const known = writtenRows.get(row);
  if (known !== undefined && row.netRoi.asOf.length === asOf.length) return known;
  const before = '"asOf":"';
  // A quote in a text is written with a backslash, so that this cannot stand in one.
  const pieces = JSON.stringify(row).split(`${before}${row.netRoi.asOf}"`);
  if (pieces.length !== instantsInARow + 1 || row.netRoi.asOf.length !== asOf.length)
    return { bytes: Buffer.from(JSON.stringify(asKnown(row, asOf))), instantsAt: [] };
  const instantsAt: number[] = [];
  let at = 0;
  for (const piece of pieces.slice(0, -1)) {
    at += Buffer.byteLength(piece) + before.length;
    instantsAt.push(at);
    at += asOf.length + 1;
  }
  const written = { bytes: Buffer.from(JSON.stringify(row)), instantsAt };
  writtenRows.set(row, written);
  return written;
}
