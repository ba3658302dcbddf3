import type { Figure, Portfolio, PortfolioRow } from "@liftledger/contracts/evaluation";

/** Each row of an entry as JSON, cut where it says as of when; most rows outlive many portfolios. */
const cutRows = new WeakMap<PortfolioRow, readonly Buffer<ArrayBuffer>[]>();

const cutsARow = 3;

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
  const asOf = Buffer.from(asOfText(around.asOf));
  const comma = Buffer.from(",");
  const pieces = [Buffer.from(`${JSON.stringify(around).slice(0, -1)},"rows":[`)];
  for (const [index, row] of rows.entries()) {
    if (index > 0) pieces.push(comma);
    for (const [cut, piece] of piecesOf(row, around.asOf).entries()) {
      if (cut > 0) pieces.push(asOf);
      pieces.push(piece);
    }
  }
  pieces.push(Buffer.from("]}"));
  return Buffer.concat(pieces);
}

/** A row evaluated earlier and unchanged since is known as of now, too. */
export function asKnown(row: PortfolioRow, asOf: string): PortfolioRow {
  const at = (figure: Figure): Figure => ({ ...figure, asOf });
  return { ...row, netRoi: at(row.netRoi), realisedValue: at(row.realisedValue), cost: at(row.cost) };
}

// A quote in a text is written with a backslash, so that it cannot stand in one.
const asOfText = (instant: string): string => `"asOf":${JSON.stringify(instant)}`;

/** A row cut where it says as of when; whole where it does not say so in the three places known here. */
function piecesOf(row: PortfolioRow, asOf: string): readonly Buffer<ArrayBuffer>[] {
  const known = cutRows.get(row);
  if (known !== undefined) return known;
  const pieces = JSON.stringify(row)
    .split(asOfText(row.netRoi.asOf))
    .map((piece) => Buffer.from(piece));
  if (pieces.length !== cutsARow + 1) return [Buffer.from(JSON.stringify(asKnown(row, asOf)))];
  cutRows.set(row, pieces);
  return pieces;
}
