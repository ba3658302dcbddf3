import type { ImportRecipe } from "@liftledger/contracts/import-recipe";

/** How a file becomes numerators and denominators, as it stands in the form: a choice not made is "". */
export interface Mapping {
  name: string;
  source: string;
  dateColumn: string;
  /** The file has no column of dates: one day stands for all its rows. */
  hasNoDates?: boolean;
  dateFormat: string;
  period: "week" | "month";
  /** How 1234.5 is written in the file, "1,234.5"; "" leaves it to the whole columns. */
  numbers: string;
  segmentColumn: string;
  scope: string;
  lookup: { on: string; equals: string; name: string } | null;
  repeatedRows: "" | "add" | "refuse";
  measures: MeasureMapping[];
  /** What a remembered recipe says and the form does not ask. */
  kept: Pick<ImportRecipe, KeptField>;
}

/** The fields of a recipe that the form hands on as they are. */
export const keptFields = [
  "delimiter",
  "encoding",
  "headerLine",
  "sheet",
  "tableEnd",
  "currencySign",
  "reportDate",
  "startDate",
] as const;
type KeptField = (typeof keptFields)[number];

export interface MeasureMapping {
  kpi: string;
  /** A name of its own where the measure does not follow the segments. */
  scope: string;
  where: ConditionMapping;
  numerator: QuantityMapping;
  denominator: QuantityMapping;
}

export type QuantityKind = "sum" | "duration" | "count-rows" | "count-where" | "days-between" | "periods";

export interface QuantityMapping {
  kind: QuantityKind;
  columns: string[];
  where: ConditionMapping;
  from: string;
  to: string;
  fromFormat: string;
  toFormat: string;
  /** What a duration is counted in. */
  unit: "seconds" | "minutes" | "hours";
}

export interface ConditionMapping {
  /** "" for no condition. */
  column: string;
  test: "filled" | "empty" | "equals";
  texts: string[];
}

export const noCondition: ConditionMapping = { column: "", test: "filled", texts: [] };

export function quantity(kind: QuantityKind, columns: string[] = []): QuantityMapping {
  return { kind, columns, where: noCondition, from: "", to: "", fromFormat: "", toFormat: "", unit: "hours" };
}

export function emptyMeasure(): MeasureMapping {
  return { kpi: "", scope: "", where: noCondition, numerator: quantity("sum"), denominator: quantity("sum") };
}

/** The ways a file may write one thousand two hundred thirty-four and a half. */
export const numberSpellings = ["1,234.5", "1.234,5", "1 234,5", "1 234.5", "1'234.5"] as const;
