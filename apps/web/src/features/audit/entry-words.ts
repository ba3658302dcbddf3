import type { AuditEntry } from "@liftledger/contracts/audit";
import { t } from "../../words.ts";
import { actionWords, fieldWords } from "./changed-fields.ts";

/** What was done to business cases, as their pages call it; of other things the endpoint says it. */
const caseDeeds: Readonly<Record<string, string>> = {
  createCase: t`Begin a business case`,
  renameCase: t`Rename a business case`,
  retireCase: t`Retire a business case`,
  restoreCase: t`Restore a business case`,
  addCaseVersion: t`Begin a new version of a business case`,
  changeCaseVersion: t`Change the plan of a business case`,
  submitCaseVersion: t`Ask for the approval of a business case`,
  returnCaseVersion: t`Return a business case to its authors`,
  signCaseVersion: t`Sign a business case that somebody else has yet to sign`,
  approveCaseVersion: t`Approve a business case`,
  withdrawCaseVersion: t`Withdraw a version of a business case`,
  addCaseComment: t`Comment on a business case`,
  resolveCaseComment: t`Settle a comment on a business case`,
  setCaseSettings: t`Set the rules for business cases`,
};

/** What an entry tells of: "Approve a business case", "Freeze baseline". */
export function deedWords({ action, noun, after }: Pick<AuditEntry, "action" | "noun" | "after">): string {
  // An approval is told of the version before, too, which it ends.
  if (noun === "case-version" && (after as { status?: unknown } | null)?.status === "superseded")
    return t`End a version of a business case that a later one takes the place of`;
  return (Object.hasOwn(caseDeeds, action) ? caseDeeds[action] : undefined) ?? actionWords(action);
}

const nouns: Readonly<Record<string, string>> = {
  "case-version": t`version of a business case`,
  "case-comment": t`comment on a business case`,
  "case-settings": t`rules for business cases`,
};

/** What kind of thing an entry is of: "version of a business case", "cost pool month". */
export function nounWords(noun: string): string {
  return (Object.hasOwn(nouns, noun) ? nouns[noun] : undefined) ?? fieldWords(noun);
}
