import { z } from "zod";
import { DateFormat, type ImportRecipe, type NumberStyle, type Quantity } from "./import-recipe.ts";
import { isRecordsRecipe } from "./record-targets.ts";
import type { AnyRecipe, FieldSource, RecordsRecipe } from "./records-recipe.ts";

/** The number styles a question offers, by the value of their choice: how 1234.5 is written. */
export const numberStyles: Readonly<Record<string, NumberStyle>> = {
  "1,234.5": { decimal: ".", thousands: "," },
  "1.234,5": { decimal: ",", thousands: "." },
  "1 234,5": { decimal: ",", thousands: " " },
  "1 234.5": { decimal: ".", thousands: " " },
  "1'234.5": { decimal: ".", thousands: "'" },
};

/**
 * The recipe with a question answered, so that the next reading of the file does not ask again. A question's
 * id is its kind ("date-format", "numbers", "column", "sheet", "report-date", "start-date", "repeated-rows") and, after a colon, its column. Throws a
 * RangeError when the question or the value is not one that was offered.
 *
 * @example
 * answerImportQuestion(recipe, "date-format:Date", "dd/MM/yyyy").dateFormat // "dd/MM/yyyy"
 */
export function answerImportQuestion<Recipe extends AnyRecipe>(
  recipe: Recipe,
  questionId: string,
  value: string,
): Recipe {
  const colon = questionId.indexOf(":");
  const kind = colon < 0 ? questionId : questionId.slice(0, colon);
  const column = colon < 0 ? "" : questionId.slice(colon + 1);
  if (kind === "sheet" && value !== "") return { ...recipe, sheet: value };
  const numbers = numberStyles[value];
  if (kind === "numbers" && numbers !== undefined) return { ...recipe, numbers };
  const answered = isRecordsRecipe(recipe)
    ? answerOfFields(recipe, kind, column, value)
    : answerOfFigures(recipe, kind, column, value);
  // Of the same target as the one that was given.
  if (answered !== undefined) return answered as Recipe;
  throw new RangeError(`"${value}" does not answer the question "${questionId}"`);
}

function answerOfFields(
  recipe: RecordsRecipe,
  kind: string,
  column: string,
  value: string,
): RecordsRecipe | undefined {
  const change: ((source: FieldSource & { column: string }) => FieldSource) | undefined =
    kind === "date-format"
      ? (source) => ({ ...source, format: DateFormat.parse(value) })
      : kind === "column"
        ? (source) => ({ ...source, column: value })
        : undefined;
  if (change === undefined) return undefined;
  const fields = Object.entries(recipe.fields).map(([name, source]) => [
    name,
    "column" in source && source.column === column ? change(source) : source,
  ]);
  return { ...recipe, fields: Object.fromEntries(fields) };
}

function answerOfFigures(
  recipe: ImportRecipe,
  kind: string,
  column: string,
  value: string,
): ImportRecipe | undefined {
  if (kind === "date-format") return withDateFormat(recipe, column, DateFormat.parse(value));
  if (kind === "column") return renameColumn(recipe, column, value);
  if (kind === "repeated-rows" && (value === "add" || value === "refuse"))
    return { ...recipe, repeatedRows: value };
  if (kind === "report-date") return { ...recipe, reportDate: z.iso.date().parse(value) };
  if (kind === "start-date") return { ...recipe, startDate: z.iso.date().parse(value) };
  return undefined;
}

function withDateFormat(recipe: ImportRecipe, column: string, format: DateFormat): ImportRecipe {
  const isDateColumn = column === recipe.dateColumn;
  const answered = mapQuantities(recipe, (quantity) => {
    if (quantity.kind !== "days-between" || isDateColumn) return quantity;
    return {
      ...quantity,
      ...(quantity.from === column ? { fromFormat: format } : {}),
      ...(quantity.to === column ? { toFormat: format } : {}),
    };
  });
  return isDateColumn ? { ...answered, dateFormat: format } : answered;
}

function renameColumn(recipe: ImportRecipe, from: string, to: string): ImportRecipe {
  const name = (column: string) => (column === from ? to : column);
  const renamed = mapQuantities(recipe, (quantity) => {
    if (quantity.kind === "sum") return { ...quantity, columns: quantity.columns.map(name) };
    if (quantity.kind === "days-between")
      return { ...quantity, from: name(quantity.from), to: name(quantity.to) };
    if (quantity.kind === "duration") return { ...quantity, column: name(quantity.column) };
    if (quantity.kind === "count-rows" && quantity.where)
      return { ...quantity, where: { ...quantity.where, column: name(quantity.where.column) } };
    return quantity;
  });
  return {
    ...renamed,
    ...(recipe.dateColumn === undefined ? {} : { dateColumn: name(recipe.dateColumn) }),
    ...(recipe.segmentColumn === undefined ? {} : { segmentColumn: name(recipe.segmentColumn) }),
    ...(recipe.lookup === undefined
      ? {}
      : { lookup: { ...recipe.lookup, on: name(recipe.lookup.on), equals: name(recipe.lookup.equals) } }),
    measures: renamed.measures.map((measure) =>
      measure.where
        ? { ...measure, where: { ...measure.where, column: name(measure.where.column) } }
        : measure,
    ),
  };
}

function mapQuantities(recipe: ImportRecipe, change: (quantity: Quantity) => Quantity): ImportRecipe {
  const measures = recipe.measures.map((measure) => ({
    ...measure,
    numerator: change(measure.numerator),
    denominator: change(measure.denominator),
  }));
  return { ...recipe, measures };
}
