import type { Portfolio, PortfolioRow } from "@liftledger/contracts/evaluation";

/** Each row of an entry as JSON, cut where it says as of when; most rows outlive many portfolios. */
const cutRows = new WeakMap<PortfolioRow, readonly string[]>();

const cutsARow = 3;

/**
 * A portfolio as JSON, of rows most of which were written before.
 *
 * @param kept the rows as they were evaluated, each of them as of its own instant
 */
export function portfolioText(portfolio: Portfolio, kept: readonly PortfolioRow[]): string {
  const asOf = asOfText(portfolio.asOf);
  const rows = portfolio.rows.map((row, place) => {
    const pieces = cutRow(kept[place] ?? row);
    return pieces === null ? JSON.stringify(row) : pieces.join(asOf);
  });
  const around = JSON.stringify({ ...portfolio, rows: [] });
  const place = around.indexOf(noRows) + noRows.length - 1;
  return `${around.slice(0, place)}${rows.join(",")}${around.slice(place)}`;
}

// A quote in a text is written with a backslash, so that neither can stand in one.
const noRows = '"rows":[]';
const asOfText = (instant: string): string => `"asOf":${JSON.stringify(instant)}`;

/** Null where the row does not say as of when in the three places known here. */
function cutRow(row: PortfolioRow): readonly string[] | null {
  const known = cutRows.get(row);
  if (known !== undefined) return known;
  const pieces = JSON.stringify(row).split(asOfText(row.netRoi.asOf));
  if (pieces.length !== cutsARow + 1) return null;
  cutRows.set(row, pieces);
  return pieces;
}
