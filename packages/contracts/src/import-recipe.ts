import { z } from "zod";
import { KpiKey } from "./ids.ts";

/**
 * The date formats a recipe may name. `dd` and `MM` also read one digit, and a time of day after the date
 * ("26-02-2018 19:58", "2026-10-25T02:30:00+02:00") is read past: the calendar day as written counts.
 * `yyyy-Www` is an ISO week, `yyyy-MM` a month, `excel-serial` the day number of a spreadsheet, `nth-day` how
 * many days after the start date that the lines above the headings state ("# Start date: 20231208").
 */
export const dateFormats = [
  "yyyy-MM-dd",
  "yyyy/MM/dd",
  "yyyy.MM.dd",
  "yyyyMMdd",
  "dd-MM-yyyy",
  "MM-dd-yyyy",
  "dd/MM/yyyy",
  "MM/dd/yyyy",
  "dd.MM.yyyy",
  "dd/MM/yy",
  "MM/dd/yy",
  "dd.MM.yy",
  "dd MMM yyyy",
  "MMM dd, yyyy",
  "yyyy-Www",
  "yyyy-MM",
  "excel-serial",
  "nth-day",
] as const;
export const DateFormat = z.enum(dateFormats);
export type DateFormat = z.infer<typeof DateFormat>;

export const ColumnName = z.string().trim().min(1, "name a column").max(200);
const ScopeName = z.string().trim().min(1, "name the scope").max(200);

/** Which rows count: those where a column is filled, is empty, or holds one of the listed texts. */
export const Condition = z.union([
  z.strictObject({ column: ColumnName, is: z.enum(["filled", "empty"]) }),
  z.strictObject({ column: ColumnName, equals: z.array(z.string()).min(1) }),
]);
export type Condition = z.infer<typeof Condition>;

/**
 * What one row gives to a numerator or a denominator. `sum` adds columns; `count-rows` counts 1 for each
 * row (0 where its condition fails); `days-between` adds calendar days; `duration` adds times such as 0:02:23;
 * `periods` is 1 for each period and makes a total.
 */
export const Quantity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sum"), columns: z.array(ColumnName).min(1).max(50) }),
  z.strictObject({ kind: z.literal("count-rows"), where: Condition.optional() }),
  z.strictObject({
    kind: z.literal("days-between"),
    from: ColumnName,
    to: ColumnName,
    fromFormat: DateFormat.optional(),
    toFormat: DateFormat.optional(),
  }),
  z.strictObject({
    kind: z.literal("duration"),
    column: ColumnName,
    unit: z.enum(["seconds", "minutes", "hours"]),
  }),
  z.strictObject({ kind: z.literal("periods") }),
]);
export type Quantity = z.infer<typeof Quantity>;

/**
 * One KPI the file feeds. Without a `scope` of its own it follows the recipe's segments; with one, all its
 * rows make one series under that name.
 */
export const RecipeMeasure = z.strictObject({
  kpi: KpiKey,
  scope: ScopeName.optional(),
  where: Condition.optional(),
  numerator: Quantity,
  denominator: Quantity,
});
export type RecipeMeasure = z.infer<typeof RecipeMeasure>;

/** How numbers are written. Left out of a recipe, it is decided over the whole columns, and asked when two readings fit. */
export const NumberStyle = z
  .strictObject({ decimal: z.enum([".", ","]), thousands: z.enum(["", ",", ".", " ", "'"]) })
  .refine((style) => style.decimal !== style.thousands, {
    message: "the decimal and the thousands separator cannot be the same",
  });
export type NumberStyle = z.infer<typeof NumberStyle>;

/** How the text of a file may be written down in bytes. */
export const TextEncoding = z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]);

/** Where the table stands in a file, and how its text is written; what is left out is found. */
export const Layout = {
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  encoding: TextEncoding.optional(),
  /** The line of the headings, counted from 1. Left out: the first line that has every named column. */
  headerLine: z.number().int().min(1).max(1000).optional(),
  /** Where a file holds several tables, each ends at a blank line. Left out: the table goes to the end. */
  tableEnd: z.literal("blank-line").optional(),
  /** The sheet, where the file is a workbook. Left out: the only one that has every named column. */
  sheet: z.string().min(1).max(200).optional(),
  /** What stands before or after the numbers of the file and says their currency, such as "US$". */
  currencySign: z.string().trim().min(1).max(10).optional(),
};

/**
 * How a file becomes numerators and denominators: kept, named and used again each week. Columns are
 * matched ignoring case and surrounding space; those of the lookup file are addressed "<name>.<column>",
 * and one of two columns with the same heading as "<heading> [column 3]".
 */
export const ImportRecipe = z
  .strictObject({
    /** Figures of series; a recipe for something else names it. */
    target: z.literal("series").optional(),
    name: z.string().trim().min(1, "name the recipe").max(120),
    /** Where the rows come from, such as "CRM export". */
    source: z.string().trim().min(1, "say where the rows come from").max(200),
    /** Left out where the file has no dates: then `reportDate` counts, or the range its titles state. */
    dateColumn: ColumnName.optional(),
    /** The day every row stands for, in a file without a column of dates. */
    reportDate: z.iso.date().optional(),
    dateFormat: DateFormat.optional(),
    period: z.enum(["week", "month"]),
    numbers: NumberStyle.optional(),
    /** Day 0 of the format "nth-day", where no line above the headings states it. */
    startDate: z.iso.date().optional(),
    ...Layout,
    segmentColumn: ColumnName.optional(),
    /** The scope of the series where there is no segment column, such as "All channels". */
    scope: ScopeName,
    /** A second file joined on its id: column `on` of the main file equals column `equals` of the second. */
    lookup: z
      .strictObject({
        on: ColumnName,
        equals: ColumnName,
        name: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, "letters, digits, - and _ only"),
      })
      .optional(),
    /** Rows that repeat a date and segment: added up, or refused. Left out: see the files package. */
    repeatedRows: z.enum(["add", "refuse"]).optional(),
    measures: z.array(RecipeMeasure).min(1, "name at least one measure").max(50),
  })
  .superRefine(refuseContradictions)
  .meta({ id: "ImportRecipe" });
export type ImportRecipe = z.infer<typeof ImportRecipe>;

type Refinable = {
  dateColumn?: string | undefined;
  reportDate?: string | undefined;
  measures: readonly RecipeMeasure[];
  scope: string;
  segmentColumn?: string | undefined;
};

function refuseContradictions(recipe: Refinable, context: z.RefinementCtx): void {
  if (recipe.dateColumn !== undefined && recipe.reportDate !== undefined) {
    const message = "name the column of dates or the one day of the file, not both";
    context.addIssue({ code: "custom", path: ["reportDate"], message });
  }
  const seen = new Map<string, number>();
  recipe.measures.forEach((measure, index) => {
    if (measure.numerator.kind === "periods") {
      const message = 'the numerator cannot be "periods": nothing would be measured';
      context.addIssue({ code: "custom", path: ["measures", index, "numerator"], message });
    }
    const scope = measure.scope ?? (recipe.segmentColumn === undefined ? recipe.scope : "");
    const series = `${measure.kpi}\n${scope}`;
    const earlier = seen.get(series);
    if (earlier !== undefined) {
      const message = `measures ${earlier + 1} and ${index + 1} would feed the same series of ${measure.kpi}; give one its own scope`;
      context.addIssue({ code: "custom", path: ["measures", index], message });
    }
    seen.set(series, index);
  });
}

/** Every column a recipe names, each once, in order: the date and segment, the lookup's key, the measures'. */
export function recipeColumns(recipe: ImportRecipe): string[] {
  const names = [recipe.dateColumn, recipe.segmentColumn, recipe.lookup?.on];
  for (const measure of recipe.measures) {
    names.push(measure.where?.column);
    for (const quantity of [measure.numerator, measure.denominator]) names.push(...quantityColumns(quantity));
  }
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** The columns one quantity reads. */
function quantityColumns(quantity: Quantity): string[] {
  if (quantity.kind === "sum") return quantity.columns;
  if (quantity.kind === "duration") return [quantity.column];
  if (quantity.kind === "days-between") return [quantity.from, quantity.to];
  if (quantity.kind === "count-rows" && quantity.where) return [quantity.where.column];
  return [];
}
