import type { Band } from "@liftledger/contracts/evaluation";
import { formatPercent } from "../../components/format-number.ts";
import { t } from "../../words.ts";

/** The benchmark of a phase in short: "30% to 70%", "300% and more", "no benchmark". */
export function bandText(band: Band | null): string {
  if (band === null) return t`no benchmark`;
  if (band.ceiling === null) return t`${formatPercent(band.floor)} and more`;
  return t`${formatPercent(band.floor)} to ${formatPercent(band.ceiling)}`;
}
