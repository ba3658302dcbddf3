import { ImportRecipe, type RecipeMeasure } from "@liftledger/contracts/import-recipe";
import { builtInKpis } from "@liftledger/kpis/catalogue/catalogue";
import type { ImportRequest } from "../import-request.ts";
import { readImport, type ImportReading } from "../read-import.ts";

export const kpis: ImportRequest["kpis"] = new Map(builtInKpis.map((kpi) => [kpi.key, kpi]));
export const today = "2026-11-22";

/** A recipe for files with the columns date, segment, spend and customers, changed where a test says so. */
export function recipeWith(change: Partial<ImportRecipe> = {}): ImportRecipe {
  return ImportRecipe.parse({
    name: "Test",
    source: "Test file",
    dateColumn: "date",
    dateFormat: "yyyy-MM-dd",
    period: "week",
    numbers: { decimal: ".", thousands: "" },
    scope: "All",
    measures: [cac],
    ...change,
  });
}

export const cac: RecipeMeasure = {
  kpi: "customer-acquisition-cost",
  numerator: { kind: "sum", columns: ["spend"] },
  denominator: { kind: "sum", columns: ["customers"] },
};

/** The same, with its segments apart. */
export const segmented = recipeWith({ segmentColumn: "segment" });

/** Deals won out of visits, a share that cannot leave 0 to 100%. */
export const conversions = recipeWith({
  measures: [
    {
      kpi: "conversion-rate",
      numerator: { kind: "sum", columns: ["won"] },
      denominator: { kind: "sum", columns: ["visits"] },
    },
  ],
});

/** Reads text as a file, in chunks so small that every seam is met. */
export function readText(recipe: ImportRecipe, main: string, lookup?: string): Promise<ImportReading> {
  return readImport({
    recipe,
    kpis,
    today,
    main: () => inChunks(main),
    ...(lookup === undefined ? {} : { lookup: () => inChunks(lookup) }),
  });
}

async function* inChunks(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += 37) yield bytes.subarray(start, start + 37);
}

/** The reading, which must have been one. */
export function asRead(reading: ImportReading): Extract<ImportReading, { kind: "read" }> {
  if (reading.kind !== "read") throw new Error(`not read: ${JSON.stringify(reading)}`);
  return reading;
}

/** The cells in one line each: kpi, scope, period, numerator / denominator. */
export function cellLines(reading: ImportReading): string[] {
  return [...asRead(reading).cells.cells()].map(
    ({ kpi, scope, period, numerator, denominator }) =>
      `${kpi} ${scope} ${period} ${numerator}/${denominator}`,
  );
}
