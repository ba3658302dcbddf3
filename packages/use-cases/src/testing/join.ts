import { insertMember, type MemberRole } from "@liftledger/database/members";
import { insertPerson } from "@liftledger/database/people";
import { inTransaction } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";

/** Makes a person a member of the ledger's organisation, and answers the ledger with them at it. */
export async function join(ctx: Context, name: string, role: MemberRole): Promise<Context> {
  const personId = name.toLowerCase();
  await inTransaction(ctx.db, async (tx) => {
    await insertPerson(tx, ctx.organisationId, { personId, displayName: name, salt: "salt" });
    const joined = { joinedAt: ctx.now, createdAt: ctx.now };
    await insertMember(tx, ctx.organisationId, { personId, role, teamIds: [], ...joined });
  });
  return { ...ctx, actor: { personId, name, role, teamIds: "all" } };
}
