import { listMembers } from "@liftledger/database/members";
import { findServiceKey } from "@liftledger/database/service-keys";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mayActAs } from "../permissions.ts";

/** Says who may approve what an author made, by name; and whose work it is. */
export interface Approvers {
  /** The author, and of a service key the person who made the key: whoever made it has its work done. */
  authorsOf: (authorId: string) => Promise<ReadonlySet<string>>;
  but: (...authorIds: string[]) => Promise<string[]>;
}

/**
 * Who may approve here: everybody with the role finance or admin who has joined. The demo is home to nobody: there it
 * is those of the company's own organisation.
 */
export async function approvers(ctx: Context, db: Reader): Promise<Approvers> {
  const home = ctx.homeOrganisationId ?? ctx.organisationId;
  const members = (await listMembers(db, home)).filter(
    ({ role, joinedAt, removedAt }) => joinedAt !== null && removedAt === null && mayActAs(role, "finance"),
  );
  const nameOf = await personNames({ ...ctx, organisationId: home }, db);
  const authorsOf = async (authorId: string) => {
    const key = await findServiceKey(db, ctx.organisationId, authorId);
    return new Set(key === undefined ? [authorId] : [authorId, key.createdBy]);
  };
  return {
    authorsOf,
    but: async (...authorIds) => {
      const authors = new Set<string>();
      for (const authorId of authorIds) for (const one of await authorsOf(authorId)) authors.add(one);
      const others = members.filter(({ personId }) => !authors.has(personId));
      return others.map(({ personId }) => nameOf(personId)).toSorted();
    },
  };
}
