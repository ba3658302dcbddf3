import type { CaseVersionHead } from "@liftledger/contracts/business-case";
import { formatInstant } from "../../components/format-date.ts";
import { signersOf } from "../cases/case-words.ts";
import { t } from "../../words.ts";

/** What was done to a version, first to last; what an earlier round came to is in the audit log. */
export function deedsOf(head: CaseVersionHead): string[] {
  const { createdBy, createdAt, basedOn, submittedBy, submittedAt, decidedBy, decidedAt, comment } = head;
  const { status, digest, endedBy, endedAt, endReason, round } = head;
  const at = (instant: string | null) => (instant === null ? "" : formatInstant(instant));
  const begun =
    basedOn === null
      ? t`Begun by ${createdBy}, ${at(createdAt)}`
      : t`Begun by ${createdBy} from version ${basedOn}, ${at(createdAt)}`;
  const asked =
    round > 1
      ? t`Asked for again by ${submittedBy ?? ""}, ${at(submittedAt)}`
      : t`Asked for by ${submittedBy ?? ""}, ${at(submittedAt)}`;
  // Only what is approved has a digest: a version that was returned and written anew, or withdrawn, was not.
  const decided =
    digest === null
      ? t`Returned by ${decidedBy ?? ""}, ${at(decidedAt)}: “${comment ?? ""}”`
      : t`Approved by ${signersOf(head)}, ${at(decidedAt)}`;
  const ended =
    status === "superseded"
      ? t`Superseded, ${at(endedAt)}: ${endReason ?? ""}`
      : t`Withdrawn by ${endedBy ?? ""}, ${at(endedAt)}: “${endReason ?? ""}”`;
  return [
    begun,
    ...(submittedAt === null ? [] : [asked]),
    ...(decidedAt === null ? [] : [decided]),
    ...(endedAt === null ? [] : [ended]),
  ];
}
