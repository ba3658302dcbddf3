import { ownText } from "./own-text.ts";

/** A row that was not read, and why: line, column, value and rule, and the same as a sentence. */
export type RefusedRow = {
  line: number;
  column: string | null;
  value: string | null;
  rule: string;
  message: string;
};

/** So many are kept by name; all are counted. */
const mostRefusedRowsKept = 1_000;
const longestValueKept = 200;

/** Collects refused rows with bounded memory. */
export class RefusedRows {
  readonly kept: RefusedRow[] = [];
  readonly countByRule = new Map<string, number>();
  count = 0;

  add(line: number, column: string | null, value: string | null, rule: string, reason: string): void {
    this.count += 1;
    this.countByRule.set(rule, (this.countByRule.get(rule) ?? 0) + 1);
    if (this.kept.length >= mostRefusedRowsKept) return;
    const place = column === null ? `Line ${line}` : `Line ${line}, column "${column}"`;
    const shown = value === null ? null : ownText(value.slice(0, longestValueKept));
    this.kept.push({ line, column, value: shown, rule, message: ownText(`${place}: ${shorten(reason)}.`) });
  }
}

function shorten(reason: string): string {
  return reason.length <= 500 ? reason : `${reason.slice(0, 499)}…`;
}
