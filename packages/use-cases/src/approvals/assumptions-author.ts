import type { BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { compareDecimals } from "@liftledger/numerics/decimal";

const decimals = [
  "unitValue",
  "attribution",
  "confidence",
  "realisedAccepted",
  "realisedRedeployed",
  "realisedCashed",
] as const;
const texts = ["currency", "basis", "claimUntil", "validFrom"] as const;

type Terms = Pick<BenefitAssumptions, (typeof decimals)[number] | (typeof texts)[number] | "recordedBy">;

/**
 * Who set what the last of some versions says, first to last: whoever recorded the earliest of those that say the same.
 * To record them once more with an approver is to approve them, not to set them.
 */
export function assumptionsAuthor(versions: readonly Terms[]): string | undefined {
  const last = versions.at(-1);
  if (last === undefined) return undefined;
  const differs = versions.findLastIndex((one) => !areSameTerms(one, last));
  return versions[differs + 1]?.recordedBy;
}

function areSameTerms(one: Terms, other: Terms): boolean {
  return (
    texts.every((field) => one[field] === other[field]) &&
    decimals.every((field) => areSameDecimals(one[field], other[field]))
  );
}

function areSameDecimals(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : compareDecimals(one, other) === 0;
}
