import type { DateFormat, NumberStyle } from "@liftledger/contracts/import-recipe";
import type { RecordField } from "@liftledger/contracts/record-targets";
import { compareDecimals, multiplyDecimals } from "@liftledger/numerics/decimal";
import { readDate } from "./date-cell.ts";
import { errorCell, isErrorCell } from "./error-cell.ts";
import { readNumber, withoutSign } from "./number-cell.ts";
import { ownText } from "./own-text.ts";

/** What a cell says of a field, or the rule it breaks. */
export type FieldCell = { value: string } | { rule: string; message: string };

/** How the cells of a column are to be read. */
export type CellReading = {
  /** What the texts of the column mean, by `textKey`. */
  meanings: ReadonlyMap<string, string>;
  numbers: NumberStyle;
  currencySign: string | undefined;
  format: DateFormat;
};

/**
 * Reads a cell that is not empty as a field: a text on one line, one of the field's values, a day, a month, an
 * exact decimal, or a part of a whole.
 *
 * @example
 * readFieldCell("23-Aug", { label: "Start", kind: "day" }, reading) // { rule: "incomplete-date", … }
 */
export function readFieldCell(text: string, field: RecordField, reading: CellReading): FieldCell {
  if (isErrorCell(text)) return errorCell(text);
  const meaning = reading.meanings.get(textKey(text));
  if (meaning !== undefined) return { value: meaning };
  switch (field.kind) {
    case "text":
      return textCell(text, field.longest);
    case "choice":
      return choiceCell(text, field.choices);
    case "number":
      return numberCell(text, reading);
    case "share":
      return shareCell(text, reading);
    case "day":
    case "month":
      return dateCell(text, field.kind, reading.format);
  }
}

/** How texts are compared: without case, and with any run of spaces as one. */
export function textKey(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

function textCell(text: string, longest: number): FieldCell {
  const line = text
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .trim();
  if (!line.isWellFormed()) return { rule: "broken-text", message: "the text has half a character in it" };
  if (line === "") return { rule: "missing-value", message: "the cell holds nothing that can be read" };
  if (line.length <= longest) return { value: ownText(line) };
  return {
    rule: "text-too-long",
    message: `the text has ${line.length} characters, at most ${longest} are kept`,
  };
}

function choiceCell(text: string, choices: readonly string[]): FieldCell {
  const key = textKey(text);
  // "In progress" is "in-progress": a space and a hyphen are the same to who types them.
  const found = choices.find((choice) => choice === key || choice === key.replaceAll(" ", "-"));
  if (found !== undefined) return { value: found };
  return {
    rule: "unknown-value",
    message: `it is none of ${choices.join(", ")}, and the recipe does not say which`,
  };
}

function numberCell(text: string, { numbers, currencySign }: CellReading): FieldCell {
  const value = readNumber(withoutSign(text, currencySign), numbers);
  if (value !== undefined) return { value };
  return { rule: "not-a-number", message: `"${text.slice(0, 60)}" is not a number` };
}

/** "0.8" and "80 %" are the same part; 80 alone could be meant as either and is neither. */
function shareCell(text: string, { numbers }: CellReading): FieldCell {
  const [, percent] = percentText.exec(text) ?? [];
  const value = readNumber(percent ?? text, numbers);
  if (value === undefined) return { rule: "not-a-number", message: `"${text.slice(0, 60)}" is not a number` };
  const share = percent === undefined ? value : multiplyDecimals(value, "0.01");
  if (compareDecimals(share, "0") >= 0 && compareDecimals(share, "1") <= 0) return { value: share };
  return { rule: "not-a-share", message: `"${text}" is no part of a whole: write 0.8 or 80 %` };
}

/** The number of a percentage, without its sign. */
export const percentText = /^(.*?)\s*%$/;

/** "23-Aug": what a spreadsheet makes of August 2023 and of 23 August alike. */
const partOfDate = /^(\d{1,2}[- /][a-z]{3,9}|[a-z]{3,9}[- /]\d{1,2})\.?$/i;

function dateCell(text: string, kind: "day" | "month", format: DateFormat): FieldCell {
  const reading = readDate(text, format);
  if (reading.kind === "day") return { value: kind === "day" ? reading.date : reading.date.slice(0, 7) };
  if (reading.kind === "period" && kind === "month" && format === "yyyy-MM") return { value: reading.period };
  if (partOfDate.test(text)) {
    const message = `"${text}" is a month with a day or a year, which of them it does not say`;
    return { rule: "incomplete-date", message };
  }
  if (reading.kind === "wrong") return { rule: reading.rule, message: reading.message };
  return { rule: "not-a-date", message: `"${text}" is no ${kind}` };
}
