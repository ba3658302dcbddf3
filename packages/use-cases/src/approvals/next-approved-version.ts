import { LostUpdateError } from "@liftledger/database/errors";
import type { Writer } from "@liftledger/database/transaction";
import type { Audit } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { personIdByName } from "../people/person-by-name.ts";
import { refuseOwnApproval } from "./refuse-own-approval.ts";

/** Rules of an organisation as they are to be from now on. */
export interface NextVersion {
  /** "rules of the gates" */
  what: string;
  /** The version that stands; null where none was set. */
  before: { version: number } | null;
  /** What was read, where the rules come from, and who approved them by name. */
  wanted: { version: number; source: string; approvedBy: string };
}

/**
 * What every version of an organisation's rules says of itself. Throws `LostUpdateError` where another version stands than
 * the one that was read, and "own-approval" where who records and who approved them are one person.
 */
export async function nextApprovedVersion(
  ctx: Context,
  tx: Writer,
  audit: Audit,
  { what, before, wanted }: NextVersion,
) {
  const { source, approvedBy } = wanted;
  const found = before?.version ?? 0;
  if (found !== wanted.version) {
    throw new LostUpdateError(what, ctx.organisationId, wanted.version, found);
  }
  const approverId = await personIdByName(ctx, tx, audit, approvedBy);
  await refuseOwnApproval(ctx, tx, {
    authorId: ctx.actor.personId,
    approverId,
    deed: "sets these",
    rule: `Who sets the ${what} does not approve them`,
    named: { field: "approvedBy", seen: approvedBy },
  });
  return {
    version: found + 1,
    source,
    approvedBy: approverId,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  };
}
