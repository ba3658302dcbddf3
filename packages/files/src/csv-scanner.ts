import { CsvError, parse } from "csv-parse/sync";
import { longestCell, mostColumns, type Delimiter } from "./csv-header.ts";
import { FileRefusal } from "./file-refusal.ts";

/**
 * Takes one row. `cells` holds the wanted columns in the order they were asked for and is overwritten by
 * the next row; `fieldCount` is how many fields the line really has; `line` is where it begins, from 1.
 */
export type RowVisitor = (cells: string[], fieldCount: number, line: number) => void;

type ScannerOptions = {
  delimiter: Delimiter;
  /** Which columns the visitor sees, by position from 0. */
  wanted: readonly number[];
  /** The line on which the first text pushed begins. */
  line: number;
  visit: RowVisitor;
  /** Whether a blank line below a row ends the table; what follows is not handed on. */
  endsAtBlank?: boolean;
};

const quote = '"';
/** A quoted cell may double each of its characters. */
const longestQuotedText = 2 * longestCell + 2;

/**
 * Cuts text into rows as it arrives. Text without a quote needs no parser: it is split at its delimiters
 * and line ends. Every stretch of whole rows that has a quote goes through csv-parse, which is strict: a
 * quote inside an unquoted field, or text after a closing one, is refused. On a million plain rows this
 * costs a quarter of what csv-parse alone does.
 */
export class CsvScanner {
  readonly #options: ScannerOptions;
  readonly #columns: number[];
  readonly #slots: number[];
  readonly #cells: string[];
  #pending = "";
  #hasRows = false;
  #hasEnded = false;
  /** The line on which the pending text begins. */
  line: number;

  constructor(options: ScannerOptions) {
    this.#options = options;
    this.line = options.line;
    this.#slots = options.wanted
      .map((_, slot) => slot)
      .toSorted((a, b) => wantedAt(options, a) - wantedAt(options, b));
    this.#columns = this.#slots.map((slot) => wantedAt(options, slot));
    this.#cells = options.wanted.map(() => "");
  }

  /** The line the reading has reached: that of the last character pushed. */
  get currentLine(): number {
    return this.line + countLineEnds(this.#pending);
  }

  push(text: string): void {
    const nul = text.indexOf("\0");
    if (nul >= 0) {
      const line = this.currentLine + countLineEnds(text.slice(0, nul));
      throw new FileRefusal(
        `line ${line}`,
        "nul-byte",
        `Line ${line} has a NUL byte; the file is damaged or not text.`,
      );
    }
    const pending = this.#pending === "" ? text : this.#pending + text;
    const cut = lastRowEnd(pending);
    this.#pending = pending.slice(cut);
    if (cut > 0) this.#scan(pending.slice(0, cut));
    if (this.#pending.length > longestQuotedText) this.#refuseEndless();
  }

  finish(): void {
    const rest = this.#pending;
    this.#pending = "";
    if (rest !== "") this.#scan(rest);
  }

  #scan(block: string): void {
    const isPlain = !block.includes(quote) && !(block.includes("\r") && /\r(?!\n)/.test(block));
    if (isPlain) this.#scanPlain(block);
    else this.#scanQuoted(block);
  }

  #scanPlain(block: string): void {
    const { delimiter } = this.#options;
    const cells = this.#cells;
    const columns = this.#columns;
    const slots = this.#slots;
    const wantedCount = columns.length;
    const noMore = block.length + 1;
    let start = 0;
    let nextDelimiter = positionOf(block, delimiter, 0, noMore);
    while (start < block.length) {
      let next = block.indexOf("\n", start);
      if (next < 0) next = block.length;
      const end = block.charCodeAt(next - 1) === 13 && next > start ? next - 1 : next;
      let field = 0;
      let fieldStart = start;
      let wanted = 0;
      let isBlank = true;
      while (true) {
        const fieldEnd = nextDelimiter < end ? nextDelimiter : end;
        if (fieldEnd - fieldStart > longestCell) throw tooLong(this.line);
        while (wanted < wantedCount && columns[wanted] === field) {
          const cell = block.slice(fieldStart, fieldEnd);
          cells[slots[wanted] as number] = cell;
          wanted += 1;
          if (cell !== "") isBlank = false;
        }
        field += 1;
        if (nextDelimiter >= end) break;
        fieldStart = nextDelimiter + 1;
        nextDelimiter = positionOf(block, delimiter, fieldStart, noMore);
      }
      while (wanted < wantedCount) cells[slots[wanted++] as number] = "";
      if (!isBlank || !isBlankLine(block.slice(start, end), delimiter)) this.#handOn(field);
      else this.#noteBlank();
      this.line += 1;
      start = next + 1;
    }
  }

  #handOn(fieldCount: number): void {
    if (this.#hasEnded) return;
    this.#hasRows = true;
    this.#options.visit(this.#cells, fieldCount, this.line);
  }

  #noteBlank(): void {
    if (this.#options.endsAtBlank === true && this.#hasRows) this.#hasEnded = true;
  }

  #scanQuoted(block: string): void {
    for (const record of this.#parse(block)) {
      const lines = 1 + record.reduce((breaks, cell) => breaks + countLineEnds(cell), 0);
      if (record.some((cell) => cell.length > longestCell)) throw tooLong(this.line);
      for (let index = 0; index < this.#columns.length; index += 1) {
        this.#cells[this.#slots[index] as number] = record[this.#columns[index] as number] ?? "";
      }
      if (record.some((cell) => cell.trim() !== "")) this.#handOn(record.length);
      else this.#noteBlank();
      this.line += lines;
    }
  }

  #parse(block: string): string[][] {
    try {
      return this.#parseStrictly(block);
    } catch (error) {
      throw error instanceof CsvError ? this.#refusal(error, block) : error;
    }
  }

  #parseStrictly(block: string, records?: number): string[][] {
    return parse(block, {
      delimiter: this.#options.delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      ...(records === undefined ? {} : { to: records }),
    });
  }

  /** csv-parse says which record broke; the rows before it say on which line that record begins. */
  #refusal(error: CsvError, block: string): FileRefusal {
    const rowsBefore = Number(error["records"] ?? 0);
    const before = rowsBefore > 0 ? this.#parseStrictly(block, rowsBefore) : [];
    const line = before.reduce(
      (sum, record) => sum + 1 + record.reduce((breaks, cell) => breaks + countLineEnds(cell), 0),
      this.line,
    );
    if (error.code === "CSV_QUOTE_NOT_CLOSED") {
      const opened = this.line + countLineEnds(block.slice(0, openQuote(block)));
      return new FileRefusal(
        `line ${opened}`,
        "unclosed-quote",
        `The quote opened on line ${opened} is never closed.`,
      );
    }
    if (error.code === "CSV_INVALID_CLOSING_QUOTE") {
      const message = `The row that begins on line ${line} has text after a closing quote; a quote is opened and not closed, or not doubled.`;
      return new FileRefusal(`line ${line}`, "broken-quote", message);
    }
    return new FileRefusal(
      `line ${line}`,
      "broken-quote",
      `The row that begins on line ${line} has a quote inside an unquoted field.`,
    );
  }

  #refuseEndless(): void {
    const pending = this.#pending;
    const opened = openQuote(pending);
    if (opened >= 0 && pending.length - opened > longestQuotedText) {
      const line = this.line + countLineEnds(pending.slice(0, opened));
      throw tooLong(line, " or its quote is never closed");
    }
    if (pending.length > longestCell * mostColumns) throw tooLong(this.line);
  }
}

function wantedAt(options: ScannerOptions, slot: number): number {
  return options.wanted[slot] as number;
}

function positionOf(text: string, search: string, from: number, otherwise: number): number {
  const found = text.indexOf(search, from);
  return found < 0 ? otherwise : found;
}

/** Where the last row that surely ends in this text ends: after a line end outside quotes; 0 for none. */
function lastRowEnd(text: string): number {
  let from = 0;
  let end = 0;
  let isInside = false;
  while (true) {
    const found = text.indexOf(quote, from);
    if (!isInside) end = Math.max(end, lastLineEnd(text, from, found < 0 ? text.length : found));
    if (found < 0) return end;
    isInside = !isInside;
    from = found + 1;
  }
}

/** After the last line end between two positions, or 0. A "\r" that ends the text may yet be followed by "\n". */
function lastLineEnd(text: string, from: number, to: number): number {
  const region = text.slice(from, to === text.length && text.endsWith("\r") ? to - 1 : to);
  const last = Math.max(region.lastIndexOf("\n"), region.includes("\n") ? -1 : region.lastIndexOf("\r"));
  return last < 0 ? 0 : from + last + 1;
}

/** Where the quote that is still open at the end of the text was opened; -1 when none is. */
function openQuote(text: string): number {
  let opened = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) opened = opened < 0 ? at : -1;
  return opened;
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function isBlankLine(line: string, delimiter: Delimiter): boolean {
  return line.replaceAll(delimiter, "").trim() === "";
}

function tooLong(line: number, otherwise = ""): FileRefusal {
  const message = `Line ${line} has a cell over ${longestCell.toLocaleString("en")} characters${otherwise}.`;
  return new FileRefusal(`line ${line}`, "cell-too-long", message);
}
