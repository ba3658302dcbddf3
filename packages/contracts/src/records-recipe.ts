import { z } from "zod";
import { ColumnName, DateFormat, ImportRecipe, Layout, NumberStyle } from "./import-recipe.ts";
import {
  fieldsOf,
  recordTargetNames,
  recordTargets,
  type RecordField,
  type RecordTargetName,
} from "./record-targets.ts";

const FieldText = z.string().trim().min(1).max(400);

/** Where a field comes from: one value for every row, or a column. */
export const FieldSource = z.union([
  z.strictObject({ value: FieldText }),
  z.strictObject({
    column: ColumnName,
    /** What the texts of the column mean, where they are not the field's own values; case and spacing do not count. */
    values: z.record(z.string().max(400), FieldText).optional(),
    /** What an empty cell means. Left out: a row without it is refused, unless the field may be missing. */
    empty: FieldText.optional(),
    /** What counts where a cell cannot be read: the row is taken and the cell reported. Left out: it is refused. */
    unreadable: FieldText.optional(),
    /** How the dates of the column are written. Left out, it is decided over the whole column, and asked. */
    format: DateFormat.optional(),
  }),
]);
export type FieldSource = z.infer<typeof FieldSource>;

/** How each row of a file becomes one thing, such as an initiative: which column or value fills which field. */
export const RecordsRecipe = z
  .strictObject({
    target: z.enum(recordTargetNames),
    name: z.string().trim().min(1, "name the recipe").max(120),
    /** Where the rows come from, such as "AI inventory". */
    source: z.string().trim().min(1, "say where the rows come from").max(120),
    ...Layout,
    numbers: NumberStyle.optional(),
    fields: z.record(z.string(), FieldSource),
  })
  .superRefine(refuseWrongFields)
  .meta({ id: "RecordsRecipe" });
export type RecordsRecipe = z.infer<typeof RecordsRecipe>;

/** A recipe for whatever a file holds; without a target it is for figures. */
export const AnyRecipe = z.discriminatedUnion("target", [ImportRecipe, RecordsRecipe]).meta({
  // A description cannot tell two schemas apart by a field that one of them may leave out.
  override: ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    jsonSchema.anyOf = jsonSchema.oneOf ?? [];
    delete jsonSchema.oneOf;
    delete jsonSchema["discriminator"];
  },
});
export type AnyRecipe = z.infer<typeof AnyRecipe>;

interface Refinable {
  target: RecordTargetName;
  fields: Record<string, FieldSource>;
}

function refuseWrongFields({ target, fields }: Refinable, context: z.RefinementCtx): void {
  const known = fieldsOf(target);
  const refuse = (path: string[], message: string) => {
    context.addIssue({ code: "custom", path: ["fields", ...path], message });
  };
  for (const [name, field] of known) {
    if (!Object.hasOwn(fields, name) && field.isOptional !== true) {
      refuse([name], `say which column or value is "${field.label}" of ${recordTargets[target].many}`);
    }
  }
  for (const [name, source] of Object.entries(fields)) {
    const field = known.get(name);
    if (field === undefined) refuse([name], `${recordTargets[target].many} have no field "${name}"`);
    else
      for (const [place, text] of statedTexts(source)) {
        const fault = faultOfStated(field, text);
        if (fault !== null) refuse([name, ...place], fault);
      }
  }
}

/** What a source states by itself, by its place: it is wrong in every row or in none. */
function* statedTexts(source: FieldSource): Generator<[string[], string]> {
  if ("value" in source) {
    yield [["value"], source.value];
    return;
  }
  for (const place of ["empty", "unreadable"] as const) {
    const text = source[place];
    if (text !== undefined) yield [[place], text];
  }
  for (const [text, meaning] of Object.entries(source.values ?? {})) yield [["values", text], meaning];
}

function faultOfStated(field: RecordField, text: string): string | null {
  switch (field.kind) {
    case "text":
      return text.length <= field.longest ? null : `at most ${field.longest} characters`;
    case "choice":
      return field.choices.includes(text) ? null : `one of ${field.choices.join(", ")}`;
    case "day":
      return z.iso.date().safeParse(text).success ? null : "a day such as 2026-01-31";
    case "month":
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? null : "a month such as 2026-01";
    case "share":
      return /^(0(\.\d{1,10})?|1(\.0{1,10})?)$/.test(text) ? null : "a part of the whole such as 0.8";
    case "number":
      return /^-?\d{1,20}(\.\d{1,10})?$/.test(text) ? null : "a plain decimal such as 1200.50";
  }
}
