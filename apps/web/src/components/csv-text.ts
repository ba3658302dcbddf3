/**
 * Rows as the text of a CSV file. A value that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * @example csvText([["name", "value"], ["=1+1", "2"]]) // "name,value\r\n'=1+1,2\r\n"
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

function csvCell(text: string): string {
  const harmless = /^\s*[=+@＝＋－＠]|^[\t\r\n]|^\s+-|^-(?![\d.,]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
