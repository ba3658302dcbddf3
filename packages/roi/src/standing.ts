import { listInWords } from "@liftledger/kpis/list-in-words";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { stretchLabel, stretchesOver } from "./factor-stretches.ts";

/**
 * How a benefit stands at the end of a day: valued over its first `periods` mature ones, not due while no period
 * since its start could count yet, or blocked by what is missing.
 */
export type Standing =
  | { kind: "valued"; periods: number }
  | { kind: "not-due"; reason: string }
  | { kind: "blocked"; reason: string };

/**
 * The standing of a benefit on a day, from nothing but what had matured by then: a later week never changes it.
 * All money counted anywhere (explanations, timelines, simulations) is counted by this rule.
 */
export function standingOn(result: BenefitResult, day: string): Standing {
  if (result.dueOn > day) return { kind: "not-due", reason: "no full period since the start yet" };
  const periods = periodsBy(result, day);
  const reason = whyBlocked(result, periods);
  return reason === null ? { kind: "valued", periods } : { kind: "blocked", reason };
}

/** How many of the mature periods counted by the end of a day. */
export function periodsBy({ maturedOn }: BenefitResult, day: string): number {
  return maturedOn.filter((matured) => matured <= day).length;
}

function whyBlocked({ stretches, measure }: BenefitResult, periods: number): string | null {
  for (const stretch of stretchesOver(stretches, periods)) {
    const { value } = stretch;
    if (value.kind === "no-money") return value.reason;
    const when = stretches.length === 1 ? "" : ` for ${stretchLabel(stretch)}`;
    if (value.kind === "not-valued") return `not valued yet${when}, missing ${listInWords(value.missing)}`;
  }
  if (measure.kind === "unmeasured") return measure.reason;
  if (periods === 0) return "no period logged since the start";
  return measure.outOfRange(periods);
}

/** The benefits that count on a day with their number of periods; null where one that is due is blocked. */
export function valuedOn(
  benefits: readonly BenefitResult[],
  day: string,
): { benefit: BenefitResult; periods: number }[] | null {
  const valued: { benefit: BenefitResult; periods: number }[] = [];
  for (const benefit of benefits) {
    const standing = standingOn(benefit, day);
    if (standing.kind === "blocked") return null;
    if (standing.kind === "valued") valued.push({ benefit, periods: standing.periods });
  }
  return valued;
}
