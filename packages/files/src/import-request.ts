import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import type { Kpi } from "@liftledger/kpis/kpi";

/** Opens a file anew each time it is called: an import may have to look at it twice. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

/** How far one look at the main file has come; with the next look both begin again. */
export type ReadingProgress = { bytes: number; rows: number };

export type ImportRequest = {
  recipe: ImportRecipe;
  /** The KPIs the recipe's measures name, by key. */
  kpis: ReadonlyMap<string, Kpi>;
  /** The day it is, "2026-11-22": dates more than a week after it are refused. */
  today: string;
  main: OpenFile;
  lookup?: OpenFile | undefined;
  /** Told after each chunk, and after some rows, how far this look at the main file has come. */
  onProgress?: ((progress: ReadingProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
};

export type ImportProblem = { place: string; rule: string; message: string };
export type ReadFile = {
  role: "main" | "lookup";
  sha256: string;
  bytes: number;
  /** How many of the cells read came from a workbook's formulas, as stored in it. */
  formulaCells: number;
};
