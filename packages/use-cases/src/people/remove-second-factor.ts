import type { Person } from "@liftledger/contracts/access";
import { deleteSessions, deleteTwoFactor, findAccount } from "@liftledger/database/accounts";
import { getMember } from "@liftledger/database/members";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { personView } from "./person-views.ts";

/** Takes a lost authenticator app away. Every session of the person ends: the next sign-in is by password alone. */
export async function removeSecondFactor(ctx: Context, { personId }: { personId: string }): Promise<Person> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await getMember(tx, ctx.organisationId, personId);
    const account = await findAccount(tx, personId);
    await deleteTwoFactor(tx, personId);
    const sessionsEnded = await deleteSessions(tx, personId);
    const before = { twoFactor: account?.twoFactor ?? false };
    const after = { twoFactor: false, sessionsEnded };
    audit({ action: "removeSecondFactor", noun: "account", id: personId, before, after });
    return personView(ctx, tx, personId);
  });
}
