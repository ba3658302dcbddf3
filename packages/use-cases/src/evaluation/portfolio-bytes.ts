import type { Portfolio, PortfolioRow } from "@liftledger/contracts/evaluation";

/** Each row of an entry as JSON, cut where it says as of when; most rows outlive many portfolios. */
const cutRows = new WeakMap<PortfolioRow, readonly Buffer<ArrayBuffer>[]>();

const cutsARow = 3;

/**
 * A portfolio as JSON in UTF-8, of rows most of which were written before: bytes are copied, where joined text would be
 * walked once to be joined and once more to be encoded.
 *
 * @param kept the rows as they were evaluated, each of them as of its own instant
 */
export function portfolioBytes(portfolio: Portfolio, kept: readonly PortfolioRow[]): Uint8Array<ArrayBuffer> {
  const asOf = Buffer.from(asOfText(portfolio.asOf));
  const comma = Buffer.from(",");
  const around = JSON.stringify({ ...portfolio, rows: [] });
  const place = around.indexOf(noRows) + noRows.length - 1;
  const pieces = [Buffer.from(around.slice(0, place))];
  for (const [index, row] of portfolio.rows.entries()) {
    if (index > 0) pieces.push(comma);
    for (const [cut, piece] of piecesOf(row, kept[index]).entries()) {
      if (cut > 0) pieces.push(asOf);
      pieces.push(piece);
    }
  }
  pieces.push(Buffer.from(around.slice(place)));
  return Buffer.concat(pieces);
}

// A quote in a text is written with a backslash, so that neither can stand in one.
const noRows = '"rows":[]';
const asOfText = (instant: string): string => `"asOf":${JSON.stringify(instant)}`;

/** A row cut where it says as of when; whole where it does not say so in the three places known here. */
function piecesOf(row: PortfolioRow, kept = row): readonly Buffer<ArrayBuffer>[] {
  const known = cutRows.get(kept);
  if (known !== undefined) return known;
  const pieces = JSON.stringify(kept)
    .split(asOfText(kept.netRoi.asOf))
    .map((piece) => Buffer.from(piece));
  if (pieces.length !== cutsARow + 1) return [Buffer.from(JSON.stringify(row))];
  cutRows.set(kept, pieces);
  return pieces;
}
