import type { BenefitAssumptions } from "@liftledger/database/benefit-assumptions";
import { areSameTerms, type Terms } from "../benefits/terms.ts";

const texts = ["currency", "basis", "claimUntil", "validFrom"] as const;

/** All that a version says, and who recorded it. */
type Recorded = Terms & Pick<BenefitAssumptions, (typeof texts)[number] | "recordedBy">;

/**
 * Who set what the last of some versions says, first to last: whoever recorded the earliest of those that say the same.
 * To record them once more with an approver is to approve them, not to set them.
 */
export function assumptionsAuthor(versions: readonly Recorded[]): string | undefined {
  const last = versions.at(-1);
  if (last === undefined) return undefined;
  const differs = versions.findLastIndex((one) => !saySame(one, last));
  return versions[differs + 1]?.recordedBy;
}

function saySame(one: Recorded, other: Recorded): boolean {
  return areSameTerms(one, other) && texts.every((field) => one[field] === other[field]);
}
