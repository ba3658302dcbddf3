import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { t } from "../../words.ts";

type Sensitivity = NonNullable<CaseEvaluation["sensitivity"]>;

/** The line that moves the worth the most, as a sentence; whether it can make it a loss. */
export function decidesFinding({
  bars,
  netPresentValue,
}: Pick<Sensitivity, "bars" | "netPresentValue">): string {
  const [widest] = bars;
  if (widest === undefined) return t`No line has a range`;
  const ends = [widest.atLow, widest.atHigh].map(Number);
  if (Number(netPresentValue) < 0)
    return Math.max(...ends) > 0
      ? t`${widest.name} decides: at its best the plan pays`
      : t`${widest.name} moves it the most, and even at its best the plan does not pay`;
  return Math.min(...ends) < 0
    ? t`${widest.name} decides: at its worst the plan loses money`
    : t`${widest.name} decides, and even at its worst the plan is worth something`;
}
