import type { RefusedRow } from "@liftledger/contracts/import";
import { csvText } from "../../components/csv-text.ts";

/** The refused rows as a file: one a line, with line, column, value, rule and message. */
export function wrongRowsCsv(rows: readonly RefusedRow[]): string {
  return csvText([
    ["line", "column", "value", "rule", "message"],
    ...rows.map(({ line, column, value, rule, message }) => [
      String(line),
      column ?? "",
      value ?? "",
      rule,
      message,
    ]),
  ]);
}
