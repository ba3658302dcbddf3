import { hasAdmin, type Member } from "@liftledger/database/members";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { ProblemError } from "../problem.ts";

/** Throws "conflict" where this is the only admin: an organisation without one could not be helped from within. */
export async function refuseLastAdmin(ctx: Context, db: Reader, member: Member): Promise<void> {
  const isAdmin = member.role === "admin" && member.joinedAt !== null && member.removedAt === null;
  if (!isAdmin || (await hasAdmin(db, ctx.organisationId, member.personId))) return;
  throw new ProblemError("conflict", "This is the only admin. Make somebody else an admin first.");
}
