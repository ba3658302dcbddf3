import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { ProblemError } from "../problem.ts";
import { approvers } from "./approvers.ts";

/** Something that one person made and another is to approve. */
export interface Approval {
  authorId: string;
  /** Who else does not approve it: all who wrote any of it. */
  others?: readonly string[];
  approverId: string;
  /** What the author did: "drafted this baseline". */
  deed: string;
  /** The rule: "Who drafts a baseline does not freeze it". */
  rule: string;
  /** Where the request names the approver, and as whom. */
  named?: { field: string; seen: string };
}

/**
 * Throws "own-approval" where author and approver are one person, or the author is a service key that the approver
 * made. Says who made it and who may approve instead. Baselines, benchmarks and values are held to it, each in the
 * transaction that approves.
 *
 * @example
 * await refuseOwnApproval(ctx, tx, {
 *   authorId: draft.createdBy,
 *   approverId: ctx.actor.personId,
 *   deed: "drafted this baseline",
 *   rule: "Who drafts a baseline does not freeze it",
 * });
 */
export async function refuseOwnApproval(
  ctx: Context,
  db: Reader,
  { authorId, others = [], approverId, deed, rule, named }: Approval,
): Promise<void> {
  const known = await approvers(ctx, db);
  const authors = [authorId, ...others];
  let own: string | undefined;
  for (const author of authors) if ((await known.authorsOf(author)).has(approverId)) own ??= author;
  if (own === undefined) return;
  const nameOf = await personNames(ctx, db);
  const message = `${rule}: ${nameOf(own)} ${deed}. ${whoMay(await known.but(...authors), named)}`;
  throw new ProblemError(
    "own-approval",
    message,
    named === undefined ? [] : [{ field: named.field, message, seen: named.seen }],
  );
}

function whoMay(others: readonly string[], named: Approval["named"]): string {
  const wanted = named === undefined ? "" : "Name somebody else. ";
  const [first] = others;
  if (first === undefined) {
    return `${wanted}Nobody else here may approve yet: an admin can invite a person with the role finance.`;
  }
  const last = others.at(-1) ?? first;
  const names = others.length === 1 ? first : `${others.slice(0, -1).join(", ")} or ${last}`;
  return `${wanted}${names} may.`;
}
