import type { AmbiguousColumn } from "./csv-rows.ts";
import type { FileRefusal } from "./file-refusal.ts";
import type { ImportPass } from "./import-pass.ts";

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
