import { stringify } from "csv-stringify/sync";

/** A value of an exported row: what is nested is taken apart, and lists are written as JSON. */
type CsvValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly unknown[]
  | { readonly [key: string]: unknown };

/**
 * Rows as CSV (RFC 4180, UTF-8, CRLF): a column for each field, a nested field under its path ("outcome.by"), a list
 * as JSON. The columns come in the order given, then those that are not among them and hold something; without any there is no text. A text that a spreadsheet would run as a formula is escaped with an apostrophe; a plain number never is.
 *
 * @example
 * csvTable([{ name: "=1+1", outcome: { percent: "-15" } }]) // name,outcome.percent␍␊'=1+1,-15␍␊
 */
export function csvTable(rows: readonly object[], columns: readonly string[] = []): string {
  const flat = rows.map((row) => new Map(fieldsOf(row, "")));
  const isKept = ([name, text]: [string, string]) =>
    columns.length === 0 || text !== "" || columns.includes(name);
  const names = [
    ...new Set([...columns, ...flat.flatMap((row) => [...row].filter(isKept).map(([name]) => name))]),
  ];
  if (names.length === 0) return "";
  return stringify([names, ...flat.map((row) => names.map((name) => row.get(name) ?? ""))], {
    record_delimiter: "windows",
    // A line feed alone ends a row as well, for whoever reads it.
    quote_record_delimiter: true,
    cast: {
      string: (text) => (isFormula(text) && !isPlainNumber(text) ? `'${text}` : text),
    },
  });
}

/** Whether a spreadsheet would run a text: by its first character, in either width, and what of blanks stands before. */
function isFormula(text: string): boolean {
  return /^(\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/.test(text);
}

function* fieldsOf(value: object, path: string): Generator<[string, string]> {
  for (const [key, field] of Object.entries(value) as [string, CsvValue][]) {
    if (field === null || field === undefined) yield [path + key, ""];
    else if (Array.isArray(field)) yield [path + key, JSON.stringify(field)];
    else if (typeof field === "object") yield* fieldsOf(field, `${path}${key}.`);
    else yield [path + key, String(field)];
  }
}

function isPlainNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(text);
}
