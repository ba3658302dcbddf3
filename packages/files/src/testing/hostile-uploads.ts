import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sharedFolder } from "./shared-files.ts";

const folder = join(sharedFolder, "hostile");

/** Taken as it is, taken with wrong rows named, refused as a whole, or asked about. */
type Verdict = "A" | "W" | "R" | "C";

/** A hostile file, and what becomes of it. */
interface HostileFile {
  readonly file: string;
  readonly verdict: Verdict;
  readonly expect: string;
}

const manifest = join(folder, "manifest.json");

/** The hostile files that lie beside the repository, and are never part of it; none where they do not. */
export const hostileFiles: readonly HostileFile[] = existsSync(manifest)
  ? (JSON.parse(readFileSync(manifest, "utf8")) as { files: HostileFile[] }).files
  : [];

export function hostileBytes(file: string): Buffer {
  return readFileSync(join(folder, file));
}

/** The recipe a hostile file is read by, as somebody would have made it for a good one. */
export function hostileRecipe(file: string): object {
  const common = { name: "Hostile", source: "file", scope: "All" };
  const sum = (column: string) => ({ kind: "sum", columns: [column] });
  if (file.startsWith("25")) {
    const measure = { kpi: "cost-per-acquisition", numerator: sum("Cost"), denominator: sum("Conversions") };
    return { ...common, period: "month", segmentColumn: "Campaign", measures: [measure] };
  }
  const isShare = file.startsWith("31") || file.startsWith("38");
  const measure = {
    kpi: isShare ? "conversion-rate" : "customer-acquisition-cost",
    numerator: sum(file.startsWith("38") ? "value" : "numerator"),
    denominator: file.startsWith("38") ? { kind: "count-rows" } : sum("denominator"),
  };
  // The file of doubled headings has no segment column to be asked about.
  const segments = file.startsWith("16") ? {} : { segmentColumn: "segment" };
  return { ...common, dateColumn: "period", period: "week", ...segments, measures: [measure] };
}

/** What a preview answers, by HTTP or by the command line. */
export interface Previewed {
  readonly kind?: string;
  readonly summary?: { readonly refusedCount: number; readonly refusedRows: readonly Named[] };
  readonly problems?: readonly Named[];
  readonly questions?: readonly { readonly id: string; readonly text: string; readonly where: string }[];
}

interface Named {
  readonly rule: string;
  readonly message: string;
}

/** The verdict of a preview; undefined where it is none. */
export function verdictOf({ kind, summary }: Previewed): Verdict | undefined {
  if (kind === "refused") return "R";
  if (kind === "question") return "C";
  if (summary === undefined) return undefined;
  return summary.refusedCount > 0 ? "W" : "A";
}

/** What a person is told of a file that is not taken whole: each reason in a sentence, with its rule. */
export function reasonsOf({ problems = [], questions = [], summary }: Previewed): string[] {
  const named = [...problems, ...(summary?.refusedRows ?? [])].map(
    ({ message, rule }) => `${message} [${rule}]`,
  );
  return [...named, ...questions.map(({ id, text, where }) => `${text} (${where}) [${id}]`)];
}
