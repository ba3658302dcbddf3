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
