import type { RefusedRow } from "@liftledger/contracts/import";

/**
 * The refused rows as a file: one a line, with line, column, value, rule and message. A value that a
 * spreadsheet would run as a formula gets an apostrophe before it.
 */
export function wrongRowsCsv(rows: readonly RefusedRow[]): string {
  const lines = rows.map(({ line, column, value, rule, message }) =>
    [String(line), column ?? "", value ?? "", rule, message].map(csvCell).join(","),
  );
  return `${["line,column,value,rule,message", ...lines].join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const harmless = /^[=+@\t\r]|^-(?![\d.,]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
