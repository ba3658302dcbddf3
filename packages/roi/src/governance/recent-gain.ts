import { evaluateBenefit, type BenefitResult } from "../evaluate-benefit.ts";
import { thresholds } from "./thresholds.ts";

/** As many periods as a verdict wants, so that a single bad week is no lost lift. */
const latest = { week: 8, month: 3 } as const;

/**
 * The chance that the latest mature periods of a benefit still show a gain, where the periods before them showed one;
 * null where they did not, where there are too few of either, or where it cannot be told: a gain that never was is not gone.
 * One that is back is told whatever was before.
 */
export function recentChanceOfGain(result: BenefitResult, until: string): number | null {
  const { input, mature } = result;
  const count = latest[input.periodType];
  if (mature.length < 2 * count) return null;
  const over = (after: typeof mature) => evaluateBenefit({ ...input, after: [...after] }, until).chanceOfGain;
  const now = over(mature.slice(-count));
  if (now === null || now >= thresholds.liftBack.value) return now;
  const before = over(mature.slice(0, -count));
  return before !== null && before >= thresholds.liftBack.value ? now : null;
}
