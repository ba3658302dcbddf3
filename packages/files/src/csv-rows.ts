import { columnPosition, findHeader, guessHeader, type CsvHeader, type Delimiter } from "./csv-header.ts";
import { CsvScanner, type RowVisitor } from "./csv-scanner.ts";
import { BrokenText, decodeText, type TextEncoding } from "./decode-text.ts";
import { FileRefusal } from "./file-refusal.ts";

export type CsvOptions = {
  /** The columns to read, by heading, in the order rows hand them on; "all" takes the likeliest headings. */
  columns: readonly string[] | "all";
  delimiter?: Delimiter | undefined;
  encoding?: TextEncoding | undefined;
  headerLine?: number | undefined;
  /** Where the table ends; left out, with the file. */
  tableEnd?: "blank-line" | undefined;
  signal?: AbortSignal | undefined;
  /** Told the headings before the first row. */
  onHeader?: ((header: CsvHeader) => void) | undefined;
};

/** The first rows decide that much: titles, headings and a first row stand well within it. */
const headLength = 65_536;

/**
 * Reads the rows of a CSV file as a stream, with flat memory: the chosen columns of every row that is not
 * blank go to `visit`, in order. Finds encoding, delimiter and headings as `decodeText` and `findHeader`
 * say. Throws `FileRefusal` where the file is broken, `AmbiguousColumn` where a heading stands twice, and
 * the signal's reason when aborted.
 *
 * @example
 * await readCsvRows(createReadStream("spend.csv"), { columns: ["Date", "Spend"] }, (cells, fields, line) => {
 *   // ["2026-01-05", "12.50"], 2, 2
 * });
 */
export async function readCsvRows(
  source: AsyncIterable<Uint8Array>,
  options: CsvOptions,
  visit: RowVisitor,
): Promise<CsvHeader> {
  let head = "";
  let reading: Reading | undefined;
  try {
    for await (const text of decodeText(source, options.encoding)) {
      options.signal?.throwIfAborted();
      if (reading) reading.scanner.push(text);
      else if ((head += text).length >= headLength) reading = startReading(head, options, visit);
    }
    reading ??= startReading(head, options, visit);
    reading.scanner.finish();
    return reading.header;
  } catch (error) {
    if (!(error instanceof BrokenText)) throw error;
    const line = reading ? reading.scanner.currentLine : 1 + (head.match(/\r\n|\n|\r/g)?.length ?? 0);
    throw new FileRefusal(`line ${line}`, error.rule, `Line ${line}: ${error.message}.`);
  }
}

type Reading = { header: CsvHeader; scanner: CsvScanner };

function startReading(head: string, options: CsvOptions, visit: RowVisitor): Reading {
  if (head.trim() === "") throw new FileRefusal("the file", "empty-file", "The file is empty.");
  const nul = head.indexOf("\0");
  const text = nul < 0 ? head : head.slice(0, nul);
  const { columns } = options;
  const header = columns === "all" ? guessHeader(text, options) : findHeader(text, columns, options);
  const wanted =
    columns === "all" ? [...header.names.keys()] : columns.map((column) => columnPosition(header, column));
  // The first column too, to see by what the first row is divided; the visitor finds it after its own.
  if (!wanted.includes(0)) wanted.push(0);
  options.onHeader?.(header);
  const scanner = new CsvScanner({
    delimiter: header.delimiter,
    wanted,
    line: header.bodyLine,
    visit: refusingOtherDelimiters(header, wanted, visit),
    endsAtBlank: options.tableEnd === "blank-line",
  });
  scanner.push(head.slice(header.bodyOffset));
  return { header, scanner };
}

/** A first row of one field under several headings was divided by something else: no row of it can be read. */
function refusingOtherDelimiters(
  header: CsvHeader,
  wanted: readonly number[],
  visit: RowVisitor,
): RowVisitor {
  if (header.names.length === 1) return visit;
  const slot = wanted.indexOf(0);
  let isFirst = true;
  return (cells, fieldCount, line) => {
    if (isFirst) {
      isFirst = false;
      if (fieldCount === 1) refuseOtherDelimiter(header, cells[slot] as string, line);
    }
    visit(cells, fieldCount, line);
  };
}

function refuseOtherDelimiter(header: CsvHeader, row: string, line: number): void {
  const other = ([",", ";", "\t", "|"] as const).find(
    (delimiter) => row.split(delimiter).length === header.names.length,
  );
  if (other === undefined) return;
  const message = `The headings are divided by ${spelled(header.delimiter)}, but line ${line} by ${spelled(other)}.`;
  throw new FileRefusal(`line ${line}`, "mixed-delimiters", message);
}

function spelled(delimiter: Delimiter): string {
  return delimiter === "\t" ? "tabs" : `"${delimiter}"`;
}
