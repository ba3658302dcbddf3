import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { fieldsOf, type RecordTargetName } from "@liftledger/contracts/record-targets";
import type { FieldSource, RecordsRecipe } from "@liftledger/contracts/records-recipe";
import { numberStyleOf, spellingOf } from "./mapping-recipe.ts";
import { t } from "../../words.ts";

/** How each row of a file becomes one thing, as it stands in the form: a choice not made is "". */
export interface RecordsMapping {
  target: RecordTargetName;
  name: string;
  source: string;
  /** How 1234.5 is written in the file; "" leaves it to the whole columns. */
  numbers: string;
  fields: Record<string, FieldMapping>;
  /** What a remembered recipe says and the form does not ask. */
  kept: Pick<RecordsRecipe, KeptField>;
}

export interface FieldMapping {
  /** "" where one value stands for every row. */
  column: string;
  value: string;
  /** What the column's texts mean; those without a meaning are left out. */
  values: Record<string, string>;
  empty: string;
  unreadable: string;
  format: string;
}

export const emptyField: FieldMapping = {
  column: "",
  value: "",
  values: {},
  empty: "",
  unreadable: "",
  format: "",
};

const keptFields = ["delimiter", "encoding", "headerLine", "sheet", "tableEnd", "currencySign"] as const;
type KeptField = (typeof keptFields)[number];

/** The recipe, or what is still to be chosen, by field. */
export type RecordsMappingRecipe =
  | { readonly kind: "recipe"; readonly recipe: RecordsRecipe }
  | { readonly kind: "unfinished"; readonly missing: Record<string, string> };

/** The mapping in the words of the wire. The server checks it again; here only what is empty is named. */
export function recordsRecipeOf(mapping: RecordsMapping): RecordsMappingRecipe {
  const missing = missingParts(mapping);
  if (Object.keys(missing).length > 0) return { kind: "unfinished", missing };
  const { target, name, source, numbers, kept } = mapping;
  const fields = [...fieldsOf(target).keys()].flatMap((field): [string, FieldSource][] => {
    const wire = sourceOf(mapping.fields[field] ?? emptyField);
    return wire === undefined ? [] : [[field, wire]];
  });
  const recipe = {
    target,
    name: name.trim(),
    source: source.trim(),
    ...kept,
    ...(numbers === "" ? {} : { numbers: numberStyleOf(numbers) }),
    fields: Object.fromEntries(fields),
  };
  return { kind: "recipe", recipe };
}

/** A remembered recipe as the form shows it. */
export function recordsMappingOf(recipe: RecordsRecipe): RecordsMapping {
  const { target, name, source, numbers } = recipe;
  const fields = [...fieldsOf(target).keys()].map((field) => [field, fieldOf(recipe.fields[field])]);
  return {
    target,
    name,
    source,
    numbers: numbers === undefined ? "" : spellingOf(numbers),
    fields: Object.fromEntries(fields),
    kept: Object.fromEntries(keptFields.flatMap((key) => (key in recipe ? [[key, recipe[key]]] : []))),
  };
}

/** The columns a mapping names. */
export function recordColumns({ fields }: RecordsMapping): string[] {
  return Object.values(fields).flatMap(({ column }) => (column === "" ? [] : [column]));
}

/** The mapping with questions of the server answered, by their ids. */
export function answerRecordQuestions(
  mapping: RecordsMapping,
  answers: Readonly<Record<string, string>>,
): RecordsMapping {
  return Object.entries(answers).reduce((read, [id, value]) => {
    const [kind, ...rest] = id.split(":");
    const column = rest.join(":");
    const change = (next: Partial<FieldMapping>) => ({
      ...read,
      fields: Object.fromEntries(
        Object.entries(read.fields).map(([name, field]) => [
          name,
          field.column === column ? { ...field, ...next } : field,
        ]),
      ),
    });
    if (kind === "numbers") return { ...read, numbers: value };
    if (kind === "sheet") return { ...read, kept: { ...read.kept, sheet: value } };
    if (kind === "date-format") return change({ format: value });
    return kind === "column" ? change({ column: value }) : read;
  }, mapping);
}

function sourceOf({
  column,
  value,
  values,
  empty,
  unreadable,
  format,
}: FieldMapping): FieldSource | undefined {
  if (column === "") return value.trim() === "" ? undefined : { value: value.trim() };
  const meanings = Object.entries(values).filter(([, meaning]) => meaning !== "");
  return {
    column,
    ...(meanings.length === 0 ? {} : { values: Object.fromEntries(meanings) }),
    ...(empty === "" ? {} : { empty }),
    ...(unreadable === "" ? {} : { unreadable }),
    ...(format === "" ? {} : { format: format as NonNullable<ImportRecipe["dateFormat"]> }),
  };
}

function fieldOf(source: FieldSource | undefined): FieldMapping {
  if (source === undefined) return emptyField;
  if ("value" in source) return { ...emptyField, value: source.value };
  const { column, values = {}, empty = "", unreadable = "", format = "" } = source;
  return { ...emptyField, column, values, empty, unreadable, format };
}

function missingParts({ target, name, source, fields }: RecordsMapping): Record<string, string> {
  const missing: Record<string, string> = {};
  if (name.trim() === "") missing["name"] = t`Name the mapping`;
  if (source.trim() === "") missing["source"] = t`Say where the rows come from`;
  for (const [key, { label, isOptional }] of fieldsOf(target)) {
    const { column, value } = fields[key] ?? emptyField;
    if (column === "" && value.trim() === "" && isOptional !== true) {
      missing[`fields.${key}`] = t`Choose where “${label}” comes from`;
    }
  }
  return missing;
}
