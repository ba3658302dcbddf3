import { parse } from "csv-parse/sync";
import { FileRefusal } from "./file-refusal.ts";

export type Delimiter = "," | ";" | "\t" | "|";
const delimiters: readonly Delimiter[] = [",", ";", "\t", "|"];

/** A file with more columns than this is not a table of measurements. */
export const mostColumns = 500;
/** What a spreadsheet holds in one cell. */
export const longestCell = 32_767;
const linesSearched = 50;

export type CsvHeader = {
  names: string[];
  delimiter: Delimiter;
  /** The line the headings begin on, from 1, and where in the text the first row begins, and on which line. */
  line: number;
  bodyOffset: number;
  bodyLine: number;
  /** The lines above the headings that are not blank, the nearest last. */
  titles: string[];
};

type HeaderOptions = {
  delimiter?: Delimiter | undefined;
  headerLine?: number | undefined;
  /** Where several tables stand below each other, the headings may be anywhere. */
  tableEnd?: "blank-line" | undefined;
};

const titlesKept = 20;

/** Of several tables each has the titles that stand right above it. */
function titlesAbove(head: string, line: number, { tableEnd }: HeaderOptions): string[] {
  const above = head.split(/\r\n|\n|\r/, line - 1);
  const blank = tableEnd === undefined ? -1 : above.findLastIndex((title) => title.trim() === "");
  return above
    .slice(blank + 1)
    .filter((title) => title.trim() !== "")
    .slice(-titlesKept);
}

/** How a heading is compared: without case, quotes, and space around or doubled within. */
export function columnKey(name: string): string {
  return name.replace(/["']/g, "").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Every heading that can be read at a place of the text with some delimiter, the given one or all. */
function* candidates(head: string, options: HeaderOptions): Generator<CsvHeader> {
  let offset = 0;
  const lastLine = options.headerLine ?? (options.tableEnd === undefined ? linesSearched : Infinity);
  for (let line = 1; line <= lastLine && offset < head.length; line += 1) {
    if (line === (options.headerLine ?? line)) {
      for (const delimiter of options.delimiter ? [options.delimiter] : delimiters) {
        const header = readHeader(head, offset, line, delimiter);
        if (header) yield header;
      }
    }
    offset += lengthOfLine(head, offset);
  }
}

function lengthOfLine(text: string, offset: number): number {
  const ending = /\r\n|\n|\r/g;
  ending.lastIndex = offset;
  const found = ending.exec(text);
  return found ? found.index + found[0].length - offset : text.length - offset;
}

function readHeader(head: string, offset: number, line: number, delimiter: Delimiter): CsvHeader | undefined {
  const raw = firstRecord(head.slice(offset), delimiter);
  if (raw === undefined || raw.record.every((name) => name.trim() === "")) return undefined;
  let end = offset + lengthOfLine(head, offset);
  let bodyLine = line + 1;
  // A heading may hold line breaks within quotes; the record says how many.
  for (const name of raw.record) {
    for (let breaks = name.match(/\r\n|\n|\r/g)?.length ?? 0; breaks > 0; breaks -= 1) {
      end += lengthOfLine(head, end);
      bodyLine += 1;
    }
  }
  return {
    names: raw.record.map((name) => name.trim()),
    delimiter,
    line,
    bodyOffset: end,
    bodyLine,
    titles: [],
  };
}

function firstRecord(text: string, delimiter: Delimiter): { record: string[] } | undefined {
  try {
    const [record] = parse(text, {
      delimiter,
      to: 1,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    }) as string[][];
    return record && { record };
  } catch {
    return undefined;
  }
}

/**
 * Finds the headings of a file in its first lines: the first line that has every needed column, under the
 * declared delimiter or whichever fits. Refuses with the nearest miss when there is none.
 *
 * @param head the beginning of the file, at least its first lines
 */
export function findHeader(head: string, needed: readonly string[], options: HeaderOptions): CsvHeader {
  let best: { header: CsvHeader; missing: string[] } | undefined;
  for (const header of candidates(head, options)) {
    const missing = missingColumns(header.names, needed);
    if (header.names.length > mostColumns) throw tooManyColumns(header);
    if (missing.length === 0) return { ...header, titles: titlesAbove(head, header.line, options) };
    if (best === undefined || isNearer(header, missing, best)) best = { header, missing };
  }
  if (best === undefined)
    throw new FileRefusal("the file", "no-header", "There is no line of headings in the file.");
  throw holdsNestedCsv(best.header, needed)
    ? nestedCsv(best.header)
    : missingColumn(best.header, best.missing);
}

/** Whether the one heading is itself a line of headings: each row of the file was quoted as a whole. */
function holdsNestedCsv(header: CsvHeader, needed: readonly string[]): boolean {
  const [only = "", ...more] = header.names;
  return (
    more.length === 0 &&
    delimiters.some((delimiter) => missingColumns(only.split(delimiter), needed).length === 0)
  );
}

function nestedCsv(header: CsvHeader): FileRefusal {
  const message =
    "Every line of this file is one quoted cell that itself holds a row. Was that meant? If not, save it again without the quotes around whole lines.";
  return new FileRefusal(`line ${header.line}`, "nested-csv", message);
}

/** The headings most likely meant where nothing is known of the columns: the first line with the most fields. */
export function guessHeader(head: string, options: { delimiter?: Delimiter | undefined }): CsvHeader {
  let best: CsvHeader | undefined;
  for (const header of candidates(head, options)) {
    if (header.names.length > mostColumns) throw tooManyColumns(header);
    const filled = header.names.filter((name) => name !== "").length;
    if (best === undefined || filled > best.names.length) best = header;
    // Titles stand above the headings; a wider line further down than this is a row.
    if (header.line >= best.line + 5 && best.names.length > 1) break;
  }
  if (best === undefined)
    throw new FileRefusal("the file", "no-header", "There is no line of headings in the file.");
  return best;
}

function isNearer(
  header: CsvHeader,
  missing: readonly string[],
  best: { header: CsvHeader; missing: string[] },
): boolean {
  if (missing.length !== best.missing.length) return missing.length < best.missing.length;
  return header.line === best.header.line && header.names.length > best.header.names.length;
}

/** The columns of `needed` that are not among the headings. */
export function missingColumns(names: readonly string[], needed: readonly string[]): string[] {
  const keys = new Set(names.map(columnKey));
  return needed.filter((name) => !keys.has(columnKey(name)) && placedColumn(names, name) === undefined);
}

/**
 * The position of "<heading> [column 3]", which names one of several columns with the same heading;
 * undefined when the text is no such name or the heading is not there.
 */
function placedColumn(names: readonly string[], name: string): number | undefined {
  const placed = /^(.*) \[column (\d+)\]$/.exec(name);
  if (!placed) return undefined;
  const index = Number(placed[2]) - 1;
  const heading = names[index];
  return heading !== undefined && columnKey(heading) === columnKey(placed[1] as string) ? index : undefined;
}

function tooManyColumns(header: CsvHeader): FileRefusal {
  const message = `The headings on line ${header.line} have ${header.names.length} columns; at most ${mostColumns} are read.`;
  return new FileRefusal(`line ${header.line}`, "too-many-columns", message);
}

/** The refusal of headings that lack a needed column. */
export function missingColumn(
  header: Pick<CsvHeader, "names" | "line">,
  missing: readonly string[],
): FileRefusal {
  const wanted = missing.map((name) => `"${name}"`).join(", ");
  const found = header.names
    .slice(0, 30)
    .map((name) => `"${name}"`)
    .join(", ");
  const message = `There is no column ${wanted}; line ${header.line} has ${found}.`;
  return new FileRefusal(`line ${header.line}`, "missing-column", message);
}

/** Where a column stands among the headings, from 0; throws `AmbiguousColumn` where several have its name. */
export function columnPosition(header: CsvHeader, column: string): number {
  const placed = placedColumn(header.names, column);
  if (placed !== undefined) return placed;
  const key = columnKey(column);
  const exact = header.names.flatMap((name, index) => (name === column.trim() ? [index] : []));
  if (exact.length === 1) return exact[0] as number;
  const places = header.names.flatMap((name, index) =>
    columnKey(name) === key ? [{ column: index + 1, name }] : [],
  );
  if (places.length > 1) throw new AmbiguousColumn(column, header.line, places);
  return (places[0] as { column: number }).column - 1;
}

/** Several columns of a file carry the heading that was asked for. Which one is meant is not ours to say. */
export class AmbiguousColumn extends Error {
  readonly column: string;
  readonly line: number;
  readonly places: { column: number; name: string }[];

  constructor(column: string, line: number, places: { column: number; name: string }[]) {
    super(`${places.length} columns are headed "${column}"`);
    this.name = "AmbiguousColumn";
    this.column = column;
    this.line = line;
    this.places = places;
  }
}
