import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addPeriods, firstDay } from "@liftledger/kpis/period";

/** A file to import and the recipe that reads it. */
export interface WeeklyImport {
  file: string;
  recipe: string;
  shop: string;
  /** What it holds, a period each. */
  periods: { period: string; numerator: string; denominator: string }[];
}

/** Writes a file of so many weeks of conversions in one shop, up to the end of 2025, with its recipe beside it. */
export async function writeWeeklyImport(
  folder: string,
  { shop, weeks }: { shop: string; weeks: number },
): Promise<WeeklyImport> {
  const periods = Array.from({ length: weeks }, (_, age) => ({
    period: addPeriods("2025-W52", -age),
    numerator: String(1 + (age % 97)),
    denominator: "1000",
  }));
  const lines = periods.map((row) => `${firstDay(row.period)},${row.denominator},${row.numerator}`);
  const sum = (column: string) => ({ kind: "sum", columns: [column] });
  const recipe = {
    name: `Weeks of ${shop}`,
    source: "faults",
    dateColumn: "Day",
    dateFormat: "yyyy-MM-dd",
    period: "week",
    scope: shop,
    measures: [{ kpi: "conversion-rate", numerator: sum("Orders"), denominator: sum("Visits") }],
  };
  const place = (name: string) => join(folder, `${shop.replaceAll(/\W/g, "-")}.${name}`);
  await writeFile(place("csv"), `Day,Visits,Orders\n${lines.join("\n")}\n`);
  await writeFile(place("json"), JSON.stringify(recipe));
  return { file: place("csv"), recipe: place("json"), shop, periods };
}
