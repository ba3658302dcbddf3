import { ink, writeLine, type BoardPage, type Box } from "./board-document.ts";

/** A table of short cells; the first column is words, the others stand to the right. */
export type BoardTable = {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Shares of the width. */
  readonly widths: readonly number[];
  /** How many columns from the left hold words. */
  readonly wordColumns: number;
  /** Rows in bold, by place. */
  readonly strong?: readonly number[];
};

const rowHeight = 13.5;

/** Draws a table and gives its foot. Rows are read one after the other, each with its heads. */
export function drawTable(page: BoardPage, table: BoardTable, box: Omit<Box, "height">): number {
  const { doc } = page;
  const { heads, widths, wordColumns, strong = [] } = table;
  page.read("H2", () => writeLine(doc, table.title, box, { size: 8.5, bold: true, colour: ink.brand }));
  const top = box.y + 15;
  page.decorate(() => {
    doc.rect(box.x, top - 2, box.width, rowHeight).fill(ink.ground);
    table.rows.forEach((_, index) => {
      const y = top + (index + 2) * rowHeight - 3;
      doc
        .lineWidth(0.4)
        .strokeColor(ink.line)
        .moveTo(box.x, y)
        .lineTo(box.x + box.width, y)
        .stroke();
    });
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  const put = (cells: readonly string[], y: number, isBold: boolean, colour?: string): void => {
    let x = box.x;
    cells.forEach((cell, column) => {
      const width = (box.width * (widths[column] ?? 0)) / total;
      const place = { x: x + 3, y, width: width - 6 };
      const align = column < wordColumns ? "left" : "right";
      writeLine(doc, cell, place, { size: 7.5, bold: isBold, align, colour: colour ?? colourOf(cell) });
      x += width;
    });
  };
  page.read("P", () => put(heads, top + 0.5, true, ink.faint));
  table.rows.forEach((row, index) => {
    page.read("P", () => put(row, top + (index + 1) * rowHeight + 0.5, strong.includes(index)));
  });
  return top + (table.rows.length + 1) * rowHeight;
}

/** Amounts below zero are red, and have their minus. */
function colourOf(cell: string): string {
  return cell.startsWith("−") ? ink.loss : ink.text;
}
