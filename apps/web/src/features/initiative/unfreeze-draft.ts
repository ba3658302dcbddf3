import type { Baseline } from "@liftledger/contracts/initiative";

/** What the reason for unfreezing a baseline is kept under, until it was sent or given up. */
export function unfreezeDraft({ baselineId }: Pick<Baseline, "baselineId">): string {
  return `unfreeze:${baselineId}`;
}
