import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@liftledger/numerics/seeded-random";

/** A weekly file in which nothing happened: a season, noise, and spend that falls after the 104th week. */
export interface WeeklyFile {
  name: string;
  text: string;
  recipe: unknown;
}

const repository = join(import.meta.dirname, "../../../..");
const real = join(repository, "../shared/data/robyn_weekly/dt_simulated_weekly.csv");

/** Whether the real file is beside this repository: it is not ours to redistribute. */
export const hasRobynFile = existsSync(real);

/** Meta Robyn's simulated weekly data: 208 Mondays from 2015-11-23, with the recipe kept in this repository. */
export function robynFile(): WeeklyFile {
  const recipe = join(repository, "packages/files/recipes/robyn_weekly.json");
  return {
    name: "dt_simulated_weekly.csv",
    text: readFileSync(real, "utf8"),
    recipe: JSON.parse(readFileSync(recipe, "utf8")),
  };
}

/** A file of the same shape made here: 208 Mondays from 2015-11-23, a yearly season, no effect anywhere. */
export function generatedFile(): WeeklyFile {
  const random = seededRandom(11);
  const lines = ["date,revenue,spend"];
  for (let week = 0; week < 208; week++) {
    const monday = new Date(Date.UTC(2015, 10, 23 + 7 * week)).toISOString().slice(0, 10);
    const season = 1 + 0.3 * Math.cos((2 * Math.PI * week) / 52.18);
    const revenue = 1_800_000 * season * (1 + 0.1 * random.normal());
    const spend = (week < 104 ? 90_000 : 45_000) * season * (1 + 0.1 * random.normal());
    lines.push(`${monday},${revenue.toFixed(2)},${spend.toFixed(2)}`);
  }
  const sum = (column: string) => ({ kind: "sum", columns: [column] });
  return {
    name: "weekly.csv",
    text: `${lines.join("\n")}\n`,
    recipe: {
      name: "Generated weekly numbers",
      source: "generated",
      dateColumn: "date",
      dateFormat: "yyyy-MM-dd",
      period: "week",
      scope: "All channels",
      measures: [
        { kpi: "revenue-per-channel", numerator: sum("revenue"), denominator: { kind: "periods" } },
        { kpi: "return-on-ad-spend", numerator: sum("revenue"), denominator: sum("spend") },
      ],
    },
  };
}
