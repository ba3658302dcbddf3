import type { DateFormat } from "@liftledger/contracts/import-recipe";
import type { ColumnSpelling } from "./cell-spelling.ts";
import { columnKey } from "./csv-header.ts";
import type { ImportPlan, Readings } from "./import-plan.ts";

/**
 * How the cells of a workbook are spelled for a recipe: numbers with its decimal sign, dates in the format it
 * reads each column by. What the recipe leaves open comes from the readings, once they were decided.
 */
export function recipeSpelling(plan: ImportPlan, readings?: Readings): (column: string) => ColumnSpelling {
  const { recipe } = plan;
  const decimal = (recipe.numbers ?? readings?.numbers)?.decimal ?? ".";
  const dateFormat = recipe.dateFormat ?? readings?.dateFormat;
  const dates = new Map<string, DateFormat | undefined>();
  const add = (column: string, declared: DateFormat | undefined) => {
    const key = columnKey(column);
    dates.set(key, declared ?? readings?.otherDates.get(key) ?? dateFormat);
  };
  for (const { numerator, denominator } of recipe.measures) {
    for (const quantity of [numerator, denominator]) {
      if (quantity.kind !== "days-between") continue;
      add(quantity.from, quantity.fromFormat);
      add(quantity.to, quantity.toFormat);
    }
  }
  if (recipe.dateColumn !== undefined) dates.set(columnKey(recipe.dateColumn), dateFormat);
  return (column) => {
    const key = columnKey(column);
    return { decimal, dates: dates.get(key), isDateColumn: dates.has(key) };
  };
}
