import type { BusinessCase, CaseVersion } from "@liftledger/contracts/business-case";
import { formatDayOf } from "../../components/format-date.ts";
import { formatList } from "../../components/format-list.ts";
import { form, plural, t } from "../../words.ts";

export type CaseStatus = BusinessCase["latestStatus"];

/** How far a version is, in words. */
export const statusNames: Record<CaseStatus, string> = {
  draft: t`Draft`,
  submitted: t`Waits for approval`,
  returned: t`Returned`,
  approved: t`Approved`,
  withdrawn: t`Withdrawn`,
  superseded: t`Superseded`,
};

/** Whether its plan may be written. */
export function isOpen(status: CaseStatus): boolean {
  return status === "draft" || status === "returned";
}

const on = (instant: string | null) => (instant === null ? "" : formatDayOf(instant));

/** What is next to do with a version, and who does it. */
export function nextStep(version: CaseVersion): string {
  const { status, problems, terms, signatures, approvers, decidedBy, decidedAt, comment } = version;
  const [by, said] = [decidedBy ?? "", comment ?? ""];
  if (status === "draft")
    return problems.length === 0
      ? t`As it is saved, the plan is whole: ask for approval, or go on with it.`
      : plural(
          problems.length,
          form`When it was saved last, ${problems.length} thing was missing before approval can be asked for.`,
          form`When it was saved last, ${problems.length} things were missing before approval can be asked for.`,
        );
  if (status === "returned")
    return t`Returned by ${by} on ${on(decidedAt)}: “${said}”. Change it and ask for approval again.`;
  if (status === "submitted") return waitsFor(terms.signatures - signatures.length, approvers);
  if (status === "approved")
    return t`Approved by ${signersOf(version)} on ${on(decidedAt)}, and it does not change. To plan otherwise, begin a new version.`;
  if (status === "withdrawn")
    return t`Withdrawn by ${version.endedBy ?? ""} on ${on(version.endedAt)}: “${version.endReason ?? ""}”. To plan again, begin a new version.`;
  return t`Superseded on ${on(version.endedAt)}: a later version stands.`;
}

/** Who approved a version: all who signed it, of whom the last decided it. */
export function signersOf({ signedBy, decidedBy }: Pick<CaseVersion, "signedBy" | "decidedBy">): string {
  return signedBy.length > 1 ? formatList(signedBy) : (decidedBy ?? "");
}

/**
 * Whether approval was asked for of what a version says: what was returned and is written anew keeps who asked for it
 * before, and by which rules, of what it said then.
 */
export function isAskedAsItStands({
  status,
  changedAt,
  submittedAt,
}: Pick<CaseVersion, "status" | "changedAt" | "submittedAt">): boolean {
  return status !== "draft" && submittedAt !== null && changedAt <= submittedAt;
}

function waitsFor(signatures: number, approvers: readonly string[]): string {
  const names = formatList(approvers, "or");
  if (names === "")
    return t`It waits for a signature that nobody here may give: an admin can invite a person with the role finance.`;
  return plural(
    signatures,
    form`It waits for ${signatures} signature. ${names} may sign.`,
    form`It waits for ${signatures} signatures. ${names} may sign.`,
  );
}
