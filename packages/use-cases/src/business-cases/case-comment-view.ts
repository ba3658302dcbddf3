import type { CaseComment as WireComment } from "@liftledger/contracts/business-case";
import type { CaseComment } from "@liftledger/database/case-comments";
import type { PersonNames } from "../people/person-names.ts";

/** A comment as it crosses the wire. */
export function caseCommentView(comment: CaseComment, nameOf: PersonNames): WireComment {
  const { createdBy, resolvedBy } = comment;
  return {
    ...comment,
    createdBy: nameOf(createdBy),
    resolvedBy: resolvedBy === null ? null : nameOf(resolvedBy),
  };
}
