import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { periodOf } from "@liftledger/kpis/period";
import { compareDecimals, numberToDecimal, roundHalfEven, sumDecimals } from "@liftledger/numerics/decimal";
import { expect } from "vitest";

export interface Kept {
  kpi: string;
  scope: string;
  period: string;
  numerator: string;
  denominator: string;
}

/** A measure of a recipe. */
export type Measure = ImportRecipe["measures"][number];
/** A file of the shared data, and what is to come of it. */
export interface DataSet {
  folder: string;
  file: string;
  lookup?: string;
  /** How the file is read, with what a person answers; its own recipe where it is left out. */
  recipe: () => object;
  /** What is read of a file that is read in more than one way. */
  of?: string;
  /** What expected.json says, of the periods that the ledger keeps and of the rows that were read. */
  check: (
    kept: readonly Kept[],
    read: { rows: number; refused: number; warnings: readonly string[] },
  ) => void;
}

const repository = join(import.meta.dirname, "../../../../..");
/** Where the shared data are. */
export const data = join(repository, "../shared/data");
/** Whether they are there. */
export const isThere = existsSync(data);
/** What the name of a test says where they are not. */
export const why = isThere ? "" : " (skipped: the data sets are not beside the repository)";

/** The recipe that the product brings for a set. */
export function own(name: string): ImportRecipe {
  const text = readFileSync(join(repository, "packages/files/recipes", `${name}.json`), "utf8");
  return ImportRecipe.parse(JSON.parse(text));
}

/** What expected.json of a set says under an id. */
export function expectedOf<Value>(folder: string, id: string): Value {
  const { checks } = JSON.parse(readFileSync(join(data, folder, "expected.json"), "utf8")) as {
    checks: { id: string; value: unknown }[];
  };
  const found = checks.find((check) => check.id === id);
  if (found === undefined) throw new Error(`${folder} has no check "${id}"`);
  return found.value as Value;
}

/** The sum of some columns. */
export const sum = (...columns: string[]) => ({ kind: "sum", columns }) as const;
/** The number of rows. */
export const rows = { kind: "count-rows" } as const;
/** The number of rows that say one of these. */
export const rowsWhere = (column: string, ...equals: string[]) =>
  ({ kind: "count-rows", where: { column, equals } }) as const;

/** Numerators and denominators summed up by a key. */
export function sumsBy(
  kept: readonly Kept[],
  keyOf: (one: Kept) => string,
): Record<string, [string, string]> {
  const groups = Map.groupBy(kept, keyOf);
  return Object.fromEntries(
    [...groups].map(([key, group]) => [
      key,
      [sumDecimals(group.map((one) => one.numerator)), sumDecimals(group.map((one) => one.denominator))],
    ]),
  );
}

/** What is kept of one KPI. */
export const ofKpi = (kept: readonly Kept[], kpi: string) => kept.filter((one) => one.kpi === kpi);
/** Both sums of one KPI. */
export const totalOf = (kept: readonly Kept[], kpi: string) =>
  sumsBy(ofKpi(kept, kpi), () => "all")["all"] as [string, string];
/** The ratio of both, to six digits. */
export const ratioOf = ([numerator, denominator]: readonly [string, string]) =>
  Number((Number(numerator) / Number(denominator)).toFixed(6));

/** The exact decimal is the published one, to the digits it is published with. */
export function expectToDigits(exact: string, published: number): void {
  const text = numberToDecimal(published);
  const places = text.split(".")[1]?.length ?? 0;
  expect(compareDecimals(roundHalfEven(exact, places), text), `${exact} is ${text}`).toBe(0);
}

/** Published weeks by their Mondays, as what the ledger keeps of them. */
export function byWeek<Week>(folder: string, id: string, pair: (week: Week) => [unknown, unknown]) {
  const weeks = Object.entries(expectedOf<Record<string, Week>>(folder, id));
  return Object.fromEntries(
    weeks.map(([monday, week]) => [periodOf(monday, "week"), pair(week).map(String)]),
  );
}
