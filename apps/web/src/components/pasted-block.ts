/**
 * Rows and cells of a block copied from a spreadsheet: tabs between cells, one line a row, cells with
 * line breaks in quotes. A single cell gives one row of one cell; the empty line at the end is left out.
 *
 *     readPastedBlock("402\t12\n18,400\t231\n") // [["402", "12"], ["18,400", "231"]]
 */
export function readPastedBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell, then what ends it. Quotes count only where they open a cell, as spreadsheets write them.
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const [, raw = "", end = ""] = cell.exec(text) ?? [];
    row.push(unquote(raw).trim());
    if (end === "\t" && cell.lastIndex < text.length) continue;
    if (end === "\t") row.push("");
    rows.push(row);
    row = [];
  }
  return rows;
}

function unquote(raw: string): string {
  return raw.length > 1 && raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
}

/**
 * The block without headings: leading rows and columns in which nothing is a number are labels that were
 * copied along. A block without any number is left as it is, so that its cells can be refused by name.
 */
export function withoutLabels(
  block: readonly (readonly string[])[],
  isNumber: (text: string) => boolean,
): string[][] {
  const hasNumber = (cells: readonly string[]) => cells.some(isNumber);
  const firstRow = block.findIndex(hasNumber);
  if (firstRow < 0) return block.map((row) => [...row]);
  const rows = block.slice(firstRow);
  const width = Math.max(...rows.map((row) => row.length));
  let firstColumn = 0;
  while (firstColumn < width && !hasNumber(rows.map((row) => row[firstColumn] ?? ""))) firstColumn += 1;
  return rows.map((row) => row.slice(firstColumn));
}
