import type { Baseline } from "@liftledger/contracts/initiative";

/** Whether a person is one of those who may freeze a draft. */
export function mayFreeze(baseline: Baseline, person: { name: string } | undefined): boolean {
  return person !== undefined && baseline.approvers.includes(person.name);
}

/** Who may freeze a draft, for whoever may not. */
export function whoFreezes(baseline: Baseline, person: { name: string } | undefined): string {
  const { draftedBy, approvers } = baseline;
  const author = draftedBy === person?.name ? "You" : draftedBy;
  const rule = `${author} drafted it, so somebody else freezes it`;
  const last = approvers.at(-1);
  if (last === undefined) {
    return `${rule}. Nobody else here may yet: an admin can invite a person with the role finance.`;
  }
  return `${rule}: ${[...approvers.slice(0, -1), last].join(approvers.length === 2 ? " or " : ", ")} may.`;
}
