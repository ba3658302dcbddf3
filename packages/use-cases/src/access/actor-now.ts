import { findMember } from "@liftledger/database/members";
import { findServiceKey } from "@liftledger/database/service-keys";
import type { Reader } from "@liftledger/database/transaction";
import type { Actor, Context } from "../context.ts";
import { mayActAs } from "../permissions.ts";
import { ProblemError } from "../problem.ts";

/**
 * The actor as the ledger knows them now, for what began minutes ago: with the role and the teams they have by now.
 * Throws "forbidden" where access, key or role was taken away since. Whoever is neither member nor key acts beside
 * the server, with every right.
 */
export async function actorNow(ctx: Context, db: Reader): Promise<Actor> {
  const { actor, organisationId, homeOrganisationId } = ctx;
  const home = homeOrganisationId ?? organisationId;
  const member = await findMember(db, home, actor.personId);
  if (member === undefined) {
    const key = await findServiceKey(db, home, actor.personId);
    if (key !== undefined && key.revokedAt !== null) refuse("This service key was ended");
    return actor;
  }
  if (member.removedAt !== null) refuse("Your access was taken away");
  if (!mayActAs(member.role, actor.role)) refuse(`Your role was changed to ${member.role}`);
  // In a demo every team is one's own.
  return { ...actor, role: member.role, teamIds: home === organisationId ? member.teamIds : "all" };
}

function refuse(what: string): never {
  throw new ProblemError("forbidden", `${what} while this was under way. Nothing was written.`);
}
