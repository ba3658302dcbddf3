import { whoMay } from "../approvals/approval-words.ts";
import type { Baseline } from "@liftledger/contracts/initiative";
import { t } from "../../words.ts";

/** Whether a person is one of those who may freeze a draft. */
export function mayFreeze(baseline: Baseline, person: { name: string } | undefined): boolean {
  return person !== undefined && baseline.approvers.includes(person.name);
}

/** Who may freeze a draft, for whoever may not. */
export function whoFreezes(baseline: Baseline, person: { name: string } | undefined): string {
  const { draftedBy, approvers } = baseline;
  return whoMay(
    draftedBy === person?.name
      ? t`You drafted it, so somebody else freezes it`
      : t`${draftedBy} drafted it, so somebody else freezes it`,
    approvers,
  );
}
