import type { BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { compareDecimals } from "@liftledger/numerics/decimal";

const factors = [
  "unitValue",
  "attribution",
  "confidence",
  "realisedAccepted",
  "realisedRedeployed",
  "realisedCashed",
] as const;

/** What of assumptions decides what a period is worth. */
export type Terms = Pick<BenefitAssumptions, (typeof factors)[number]>;

/** Whether a period is worth the same on either: as numbers, so that "0.50" is "0.5". */
export function areSameTerms(one: Terms, other: Terms): boolean {
  return factors.every((factor) => {
    const [left, right] = [one[factor], other[factor]];
    return left === null || right === null ? left === right : compareDecimals(left, right) === 0;
  });
}
