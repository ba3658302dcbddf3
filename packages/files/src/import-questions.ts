import { numberStyles } from "@liftledger/contracts/import-answer";
import { dateFormats, type DateFormat, type NumberStyle } from "@liftledger/contracts/import-recipe";
import type { AmbiguousColumn } from "./csv-header.ts";
import { readDate } from "./date-cell.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { ImportPass } from "./import-pass.ts";
import type { ReadingDecision } from "./reading-tally.ts";
import type { StatedDates } from "./stated-dates.ts";
import type { AmbiguousSheet } from "./workbook-rows.ts";

/** Something only a person can say. `id` and a choice's `value` go to `answerImportQuestion`. */
export type ImportQuestion = {
  id: string;
  text: string;
  where: string;
  choices: { value: string; label: string }[];
};

/** Percentages instead of counts: when there is nothing else, the file does not hold what the recipe needs. */
export function percentageQuestion(pass: ImportPass): ImportQuestion | undefined {
  const percentages = pass.refused.countByRule.get("percentage") ?? 0;
  const first = pass.refused.kept.find(({ rule }) => rule === "percentage");
  if (percentages === 0 || pass.dataRows > 0 || first === undefined) return undefined;
  const text = `"${first.value}" is a ratio without its parts. Which columns hold its numerator and its denominator?`;
  return { id: `percentage:${first.column}`, text, where: `column "${first.column}"`, choices: [] };
}

/** A file whose lines are each one quoted cell: there is nothing to choose, only to save it again. */
export function nestedQuestion({ rule, place, message }: FileRefusal): ImportQuestion {
  return { id: rule, text: message, where: place, choices: [] };
}

/** Which of several columns with one heading is meant. */
export function columnQuestion({ column, line, places }: AmbiguousColumn): ImportQuestion {
  return {
    id: `column:${column}`,
    text: `${places.length} columns are headed "${column}". Which one is meant?`,
    where: `line ${line}`,
    choices: places.map((place) => ({
      value: `${place.name} [column ${place.column}]`,
      label: `Column ${place.column}`,
    })),
  };
}

/** Which day a file without dates stands for. */
export function reportDateQuestion(stated: StatedDates | undefined, period: string): ImportQuestion {
  const choices = stated === undefined ? [] : [stated.first, stated.last];
  const text =
    stated === undefined
      ? `The file says of no ${period} that it is from. Which day does it stand for, as 2026-01-31?`
      : `The file covers ${stated.first} to ${stated.last}, more than one ${period}. Which day does it stand for?`;
  return {
    id: "report-date",
    text,
    where: "above the headings",
    choices: choices.map((value) => ({ value, label: value })),
  };
}

/** Where the days of a file are counted from, when it does not say. */
export function startDateQuestion(column: string): ImportQuestion {
  const text = `The days of column "${column}" are counted from a start date that the file does not state above the headings.`;
  return { id: `start-date:${column}`, text, where: `column "${column}"`, choices: [] };
}

/** Which of several sheets is meant. */
export function sheetQuestion({ sheets }: AmbiguousSheet): ImportQuestion {
  return {
    id: "sheet",
    text: `${sheets.length} sheets of the workbook have the recipe's columns. Which one is meant?`,
    where: "the workbook",
    choices: sheets.map((name) => ({ value: name, label: name })),
  };
}

/** The format a date column was decided to have, or the question. Throws where it holds no dates. */
export function dateAnswer(
  column: string,
  decision: ReadingDecision<DateFormat>,
): DateFormat | ImportQuestion {
  const question = { id: `date-format:${column}`, where: `column "${column}"` };
  if (decision.kind === "decided") {
    if (decision.style !== "excel-serial") return decision.style;
    const choices = [
      { value: "excel-serial", label: "They are day numbers of a spreadsheet: 45698 is 2025-02-10" },
    ];
    const text = `The dates of column "${column}" are plain numbers. What are they?`;
    return { ...question, text, choices };
  }
  if (decision.kind === "ambiguous") {
    const choices = decision.readings.map(({ style, reading }) => ({
      value: style,
      label: `${decision.example} is ${reading} (${style})`,
    }));
    const text = `Every date of column "${column}" can be read in more than one way. Which day is "${decision.example}"?`;
    return { ...question, text, choices };
  }
  if (decision.kind === "mixed") {
    const styles = [decision.style, ...decision.others];
    const choices = styles.map((style) => ({
      value: style,
      label: `Read all as ${style}; the others are refused`,
    }));
    const text = `Column "${column}" mixes orders of day and month: most dates are written ${decision.style}, but not "${decision.example}". How are they written?`;
    return { ...question, text, choices };
  }
  const impossible = dateFormats.filter((format) => isShapedLike(decision.example ?? "", format));
  // Days that never were still say how dates are written; each is then refused by its line.
  if (impossible.length === 1) return impossible[0] as DateFormat;
  const example = decision.example === undefined ? "it is empty" : `"${decision.example}" is none`;
  throw new FileRefusal(
    `column "${column}"`,
    "no-dates",
    `Column "${column}" has no date that can be read: ${example}.`,
  );
}

function isShapedLike(text: string, format: DateFormat): boolean {
  const reading = readDate(text, format);
  return reading.kind === "wrong" && reading.rule === "impossible-date";
}

/** How the numbers of some columns are written, where that could not be decided. */
export function numberQuestion(
  columns: readonly string[],
  decision: Extract<ReadingDecision<NumberStyle>, { kind: "ambiguous" | "mixed" }>,
): ImportQuestion {
  const where = `columns ${columns.map((column) => `"${column}"`).join(", ")}`;
  if (decision.kind === "ambiguous") {
    const choices = decision.readings.map(({ style, reading }) =>
      numberChoice(style, `${decision.example} is ${reading}`),
    );
    const text = `"${decision.example}" can be read in more than one way. Which number is it?`;
    return { id: "numbers", text, where, choices };
  }
  const choices = [decision.style, ...decision.others].map((style) =>
    numberChoice(style, `Numbers are written like ${spelled(style)}; the others are refused`),
  );
  const text = `Some numbers, such as "${decision.example}", are written differently from the rest. How are the numbers of this file written?`;
  return { id: "numbers", text, where, choices };
}

function numberChoice(style: NumberStyle, label: string): { value: string; label: string } {
  return { value: spelled(style), label };
}

function spelled(style: NumberStyle): string {
  const found = Object.entries(numberStyles).find(
    ([, known]) => known.decimal === style.decimal && known.thousands === style.thousands,
  );
  return found?.[0] ?? "";
}
