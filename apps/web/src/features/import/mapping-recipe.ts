import type { Condition, ImportRecipe, Quantity } from "@liftledger/contracts/import-recipe";
import {
  keptFields,
  noCondition,
  numberSpellings,
  quantity as quantityOf,
  type ConditionMapping,
  type Mapping,
  type QuantityMapping,
} from "./mapping.ts";
import { t } from "../../words.ts";

/** The recipe, or what is still to be chosen, by field: "dateColumn", "measures.0.numerator". */
export type MappingRecipe =
  | { readonly kind: "recipe"; readonly recipe: ImportRecipe }
  | { readonly kind: "unfinished"; readonly missing: Record<string, string> };

type DateFormat = NonNullable<ImportRecipe["dateFormat"]>;
type NumberStyle = NonNullable<ImportRecipe["numbers"]>;

/** The mapping in the words of the wire. The server checks it again; here only what is empty is named. */
export function recipeOf(mapping: Mapping): MappingRecipe {
  const missing = missingParts(mapping);
  if (Object.keys(missing).length > 0) return { kind: "unfinished", missing };
  const { name, source, dateColumn, dateFormat, period, numbers, segmentColumn, lookup } = mapping;
  const recipe: ImportRecipe = {
    name: name.trim(),
    source: source.trim(),
    ...(dateColumn === "" ? {} : { dateColumn }),
    ...(dateFormat === "" ? {} : { dateFormat: dateFormat as DateFormat }),
    period,
    ...(numbers === "" ? {} : { numbers: numberStyleOf(numbers) }),
    ...mapping.kept,
    ...(segmentColumn === "" ? {} : { segmentColumn }),
    scope: mapping.scope.trim(),
    ...(lookup === null ? {} : { lookup }),
    ...(mapping.repeatedRows === "" ? {} : { repeatedRows: mapping.repeatedRows }),
    measures: mapping.measures.map((measure) => ({
      kpi: measure.kpi,
      ...(measure.scope.trim() === "" ? {} : { scope: measure.scope.trim() }),
      ...conditionPart(measure.where),
      numerator: wireQuantity(measure.numerator),
      denominator: wireQuantity(measure.denominator),
    })),
  };
  return { kind: "recipe", recipe };
}

/** A remembered recipe as the form shows it. */
export function mappingOf(recipe: ImportRecipe): Mapping {
  return {
    name: recipe.name,
    source: recipe.source,
    dateColumn: recipe.dateColumn ?? "",
    ...(recipe.dateColumn === undefined ? { hasNoDates: true } : {}),
    dateFormat: recipe.dateFormat ?? "",
    period: recipe.period,
    numbers: recipe.numbers === undefined ? "" : spellingOf(recipe.numbers),
    segmentColumn: recipe.segmentColumn ?? "",
    scope: recipe.scope,
    lookup: recipe.lookup ?? null,
    repeatedRows: recipe.repeatedRows ?? "",
    measures: recipe.measures.map((measure) => ({
      kpi: measure.kpi,
      scope: measure.scope ?? "",
      where: formCondition(measure.where),
      numerator: formQuantity(measure.numerator),
      denominator: formQuantity(measure.denominator),
    })),
    kept: Object.fromEntries(
      keptFields.flatMap((field) => (field in recipe ? [[field, recipe[field]]] : [])),
    ),
  };
}

/** The columns of the main file and of the second one that a mapping names, to see whether a file has them. */
export function mappedColumns(mapping: Mapping): string[] {
  const names = [mapping.dateColumn, mapping.segmentColumn, mapping.lookup?.on ?? ""];
  for (const measure of mapping.measures) {
    names.push(measure.where.column);
    for (const part of [measure.numerator, measure.denominator])
      names.push(...part.columns, part.from, part.to, part.where.column);
  }
  return [...new Set(names.filter((name) => name !== ""))];
}

/** "1.234,5" says both separators; a style without thousands is written "1234,5". */
export function numberStyleOf(spelling: string): NumberStyle {
  const decimal = spelling.at(-2);
  const second = spelling.charAt(1);
  return { decimal: decimal === "," ? "," : ".", thousands: /\d/.test(second) ? "" : (second as ",") };
}

/** How a number style writes 1234.5, the way the form names it. */
export function spellingOf({ decimal, thousands }: NumberStyle): string {
  return `1${thousands}234${decimal}5`;
}

function wireQuantity(part: QuantityMapping): Quantity {
  switch (part.kind) {
    case "sum":
      return { kind: "sum", columns: part.columns };
    case "count-rows":
      return { kind: "count-rows" };
    case "count-where":
      return { kind: "count-rows", ...conditionPart(part.where) };
    case "days-between":
      return {
        kind: "days-between",
        from: part.from,
        to: part.to,
        ...(part.fromFormat === "" ? {} : { fromFormat: part.fromFormat as DateFormat }),
        ...(part.toFormat === "" ? {} : { toFormat: part.toFormat as DateFormat }),
      };
    case "duration":
      return { kind: "duration", column: part.columns[0] ?? "", unit: part.unit };
    case "periods":
      return { kind: "periods" };
  }
}

function conditionPart({ column, test, texts }: ConditionMapping): { where?: Condition } {
  if (column === "") return {};
  return { where: test === "equals" ? { column, equals: texts } : { column, is: test } };
}

function formQuantity(wire: Quantity): QuantityMapping {
  switch (wire.kind) {
    case "sum":
      return quantityOf("sum", wire.columns);
    case "count-rows":
      return wire.where === undefined
        ? quantityOf("count-rows")
        : { ...quantityOf("count-where"), where: formCondition(wire.where) };
    case "days-between":
      return {
        ...quantityOf("days-between"),
        from: wire.from,
        to: wire.to,
        fromFormat: wire.fromFormat ?? "",
        toFormat: wire.toFormat ?? "",
      };
    case "duration":
      return { ...quantityOf("duration", [wire.column]), unit: wire.unit };
    case "periods":
      return quantityOf("periods");
  }
}

function formCondition(wire: Condition | undefined): ConditionMapping {
  if (wire === undefined) return noCondition;
  if ("equals" in wire) return { column: wire.column, test: "equals", texts: wire.equals };
  return { column: wire.column, test: wire.is, texts: [] };
}

function missingParts(mapping: Mapping): Record<string, string> {
  const missing: Record<string, string> = {};
  if (mapping.name.trim() === "") missing["name"] = t`Name the mapping`;
  if (mapping.source.trim() === "") missing["source"] = t`Say where the rows come from`;
  if (mapping.dateColumn === "" && mapping.hasNoDates !== true)
    missing["dateColumn"] = t`Choose the column with the date`;
  if (mapping.scope.trim() === "") missing["scope"] = t`Say whom the numbers are about`;
  if (mapping.numbers !== "" && !isSpelling(mapping.numbers))
    missing["numbers"] = t`Choose how numbers are written`;
  if (mapping.lookup !== null && (mapping.lookup.on === "" || mapping.lookup.equals === ""))
    missing["lookup"] = t`Choose the column that joins the two files, in each of them`;
  mapping.measures.forEach((measure, index) => {
    const place = `measures.${index}`;
    if (measure.kpi === "") missing[`${place}.kpi`] = t`Choose the KPI`;
    if (isHalfDone(measure.where)) missing[`${place}.where`] = t`Say which texts count`;
    for (const side of ["numerator", "denominator"] as const) {
      const words = missingOf(measure[side]);
      if (words !== undefined) missing[`${place}.${side}`] = words;
    }
  });
  return missing;
}

function missingOf(part: QuantityMapping): string | undefined {
  if ((part.kind === "sum" || part.kind === "duration") && part.columns.length === 0)
    return t`Choose a column`;
  if (part.kind === "days-between" && (part.from === "" || part.to === "")) return t`Choose both days`;
  if (part.kind !== "count-where") return undefined;
  if (part.where.column === "") return t`Say which rows count`;
  return isHalfDone(part.where) ? t`Say which texts count` : undefined;
}

function isHalfDone({ column, test, texts }: ConditionMapping): boolean {
  return column !== "" && test === "equals" && texts.length === 0;
}

function isSpelling(text: string): boolean {
  return numberSpellings.some((known) => known === text) || /^1234[.,]5$/.test(text);
}
