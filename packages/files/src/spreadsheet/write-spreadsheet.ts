import { writeXlsx, type CellStyle, type WriteOptions, type WriteSheet } from "hucre/xlsx";
import { cellLooks, formatCode, type LookParts } from "./cell-look.ts";
import type { SheetCell, SheetChart, SheetDraft, Spreadsheet } from "./sheet-draft.ts";

type Border = NonNullable<CellStyle["border"]>;
type Chart = NonNullable<WriteSheet["charts"]>[number];

const font = { name: "Arial", size: 10 } as const;

/**
 * Writes a workbook (.xlsx). The only file that knows the library: see decision 30. The same spreadsheet gives the
 * same bytes, since the only instant in it is `createdAt`.
 */
export async function writeSpreadsheet(spreadsheet: Spreadsheet): Promise<Uint8Array> {
  const writtenAt = new Date(spreadsheet.createdAt);
  const styles = new Map<string, CellStyle>();
  const options: WriteOptions = {
    sheets: spreadsheet.sheets.map((sheet) => toSheet(sheet, spreadsheet, styles)),
    namedRanges: spreadsheet.names.map(({ name, range }) => ({ name, range })),
    defaultFont: font,
    properties: {
      title: spreadsheet.title,
      description: spreadsheet.description,
      company: spreadsheet.company,
      creator: "Liftledger",
      created: writtenAt,
      modified: writtenAt,
    },
  };
  return writeXlsx(options);
}

function toSheet(sheet: SheetDraft, { title }: Spreadsheet, styles: Map<string, CellStyle>): WriteSheet {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  for (const [row, columns] of sheet.cells) {
    for (const [column, cell] of columns) {
      const style = styleOf(cell, styles);
      const { formula, value } = cell;
      // An empty text is a ground to look at: a cell of text would hide what overflows from its left.
      const content = value === "" && formula === undefined ? {} : { value };
      cells.set(`${row},${column}`, {
        ...(formula === undefined ? content : { formula, formulaResult: value }),
        style,
      });
    }
  }
  const { rows, columns } = sheet.frozen;
  const { repeated = rows > 0 ? { from: 0, to: rows - 1 } : undefined } = sheet;
  return {
    name: sheet.name,
    rows: [],
    cells,
    columns: sheet.columnWidths.map((width) => ({ width })),
    rowDefs: rowHeights(sheet),
    freezePane: { rows, columns },
    view: { showGridLines: false, tabColor: { rgb: sheet.tabColour } },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: sheet.pagesWide ?? 1,
      fitToHeight: sheet.isOnePage === true ? 1 : 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(repeated && { printTitlesRow: `$${repeated.from + 1}:$${repeated.to + 1}` }),
      ...((sheet.pagesWide ?? 1) > 1 && { printTitlesColumn: "$A:$A" }),
    },
    // A break stands below its row.
    ...(sheet.pageStarts.length > 0 && { rowBreaks: sheet.pageStarts.map((row) => row - 1) }),
    headerFooter: { oddFooter: `&L${escapeFooter(title)}&C&A&RPage &P of &N` },
    dataValidations: sheet.choices.map(({ cell, from, prompt }) => ({
      type: "list",
      range: cell,
      formula1: from,
      showErrorMessage: true,
      errorTitle: "Not one of the list",
      errorMessage: prompt,
      showInputMessage: true,
      inputMessage: prompt,
    })),
    conditionalRules: sheet.alarms.map(({ range, text }, index) => ({
      type: "cellIs",
      operator: "equal",
      formula: `"${text}"`,
      priority: index + 1,
      range,
      style: { font: { color: { rgb: "9C0006" }, bold: true }, fill: solid("FFC7CE") },
    })),
    charts: sheet.charts.map((chart) => toChart(chart)),
    a11y: { summary: sheet.summary },
  };
}

/** Heights are told, since programs differ in whether they fit a row to wrapped text. */
function rowHeights({ cells, columnWidths }: SheetDraft): NonNullable<WriteSheet["rowDefs"]> {
  const heights: NonNullable<WriteSheet["rowDefs"]> = new Map();
  for (const [row, columns] of cells) {
    let height = 16;
    for (const [column, { look, value }] of columns) {
      const { size = font.size, wraps = false } = cellLooks[look];
      const lines = wraps ? linesOf(String(value), columnWidths[column] ?? 10) : 1;
      height = Math.max(height, lines * size * 1.3 + 3);
    }
    heights.set(row, { height: Math.min(400, Math.round(height)) });
  }
  return heights;
}

/** How many lines a text takes in a column: a width of 1 is about a digit, and words are not split. */
function linesOf(text: string, width: number): number {
  return text
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * 1.08) / width)), 0);
}

/** Styles are shared: a workbook has a few dozen, not one a cell. */
function styleOf({ look, format }: SheetCell, styles: Map<string, CellStyle>): CellStyle {
  const code = format === undefined ? undefined : formatCode(format);
  const key = `${look} ${code ?? ""}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const parts = cellLooks[look];
  // Words in a column of numbers stand where the numbers would.
  const style =
    code === undefined ? styleOfLook(parts) : { ...styleOfLook({ ...parts, side: "right" }), numFmt: code };
  styles.set(key, style);
  return style;
}

function styleOfLook(look: LookParts): CellStyle {
  const { size = font.size, isBold = false, isItalic = false, wraps = false } = look;
  const border = borderOf(look.lines);
  return {
    font: { name: font.name, size, bold: isBold, italic: isItalic, color: { rgb: look.colour } },
    ...(look.ground !== undefined && { fill: solid(look.ground) }),
    ...(border && { border }),
    alignment: {
      vertical: wraps ? "top" : "center",
      ...(wraps && { wrapText: true }),
      ...(look.side !== undefined && { horizontal: look.side }),
      ...(look.isIndented === true && { horizontal: "left", indent: 1 }),
    },
  };
}

function borderOf(lines: LookParts["lines"]): Border | undefined {
  if (lines === undefined) return undefined;
  const line = (style: "thin" | "double" | "hair") => ({ style, color: { rgb: "8C959F" } });
  if (lines.around !== undefined) {
    const side = line(lines.around);
    return { top: side, right: side, bottom: side, left: side };
  }
  return {
    ...(lines.above !== undefined && { top: line(lines.above) }),
    ...(lines.below !== undefined && { bottom: line(lines.below) }),
  };
}

function solid(rgb: string): NonNullable<CellStyle["fill"]> {
  // Cells take the first colour of a solid ground, conditional formats the second.
  return { type: "pattern", pattern: "solid", fgColor: { rgb }, bgColor: { rgb } };
}

function toChart({ kind, title, altText, categories, series, from, to, valueFormat }: SheetChart): Chart {
  return {
    type: kind,
    title,
    altText,
    titleFontSize: 12,
    series: series.map(({ name, values, colour }) => ({ name, values, categories, color: colour })),
    anchor: { from: { row: from.row, col: from.column }, to: { row: to.row, col: to.column } },
    legend: series.length > 1 ? "bottom" : false,
    axes: {
      x: { tickLblPos: "low", majorTickMark: "none", minorTickMark: "none" },
      y: {
        gridlines: { major: true },
        majorTickMark: "none",
        minorTickMark: "none",
        numberFormat: { formatCode: formatCode(valueFormat).replaceAll("[Red]", "") },
      },
    },
  };
}

/** "&" begins a code in a footer. */
function escapeFooter(text: string): string {
  return text.slice(0, 100).replaceAll("&", "&&");
}
