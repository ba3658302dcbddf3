import type { CaseSimulation } from "@liftledger/contracts/case-simulation";
import { formatCount } from "../../components/format-number.ts";
import { t } from "../../words.ts";

export type Simulated = Extract<CaseSimulation["outcome"], { kind: "simulation" }>;

/** A chance in runs of a hundred: "12 in 100", "less than 1 in 100", "almost always". */
export function chanceText(share: number): string {
  const hundred = Math.round(share * 100);
  if (share === 0) return t`never`;
  if (share === 1) return t`always`;
  if (hundred === 0) return t`less than 1 in 100`;
  return hundred === 100 ? t`more than 99 in 100` : t`${formatCount(hundred)} in 100`;
}

/** How likely it loses money, as the title of the picture. */
export function lossFinding(chanceOfLoss: number): string {
  if (chanceOfLoss === 0) return t`It lost money in none of the runs`;
  if (chanceOfLoss === 1) return t`It lost money in every run`;
  return t`It loses money in ${chanceText(chanceOfLoss)} runs`;
}

/** How many runs came out under an edge at which a bin begins: zero, or that of a benchmark. */
export function runsUnder(histogram: Simulated["netPresentValue"]["histogram"], edge: number): number {
  return histogram.reduce((sum, { to, runs }) => sum + (to !== null && to <= edge ? runs : 0), 0);
}

/** What the chance of a loss counts, and where: "1,214 of 10,000 are worth less than nothing: …" */
export function lossRunsWords(runs: number, of: number): string {
  return t`The chance of a loss counts runs that are worth less than nothing: ${formatCount(runs)} of ${formatCount(of)}, the rows below zero in the table.`;
}
