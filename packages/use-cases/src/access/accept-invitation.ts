import { auditAs } from "../audit/audit.ts";
import { findAccount, setPasswordHash } from "@liftledger/database/accounts";
import { getMember, updateMember } from "@liftledger/database/members";
import { renameAccountAndPerson } from "../people/rename-account-and-person.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { useLink } from "./access-link.ts";

/** Accepts an invitation: the person chooses how they are called and a password. Answers whose account it is. */
export async function acceptInvitation(
  ctx: Context,
  { token, name, passwordHash }: { token: string; name: string; passwordHash: string },
): Promise<{ personId: string; email: string }> {
  mustBe(ctx, "anyone");
  return changeOnce(ctx, async (tx, _audit, ctx) => {
    const { personId } = await useLink(ctx, tx, { token, kind: "invitation" });
    const account = await findAccount(tx, personId ?? "");
    if (personId === null || account === undefined) {
      throw new ProblemError("link-over", "The invitation was taken back.");
    }
    const before = await getMember(tx, ctx.organisationId, personId);
    const audit = auditAs(ctx, tx, { personId, name });
    await renameAccountAndPerson(ctx, tx, audit, { action: "acceptInvitation", personId, name });
    await setPasswordHash(tx, personId, passwordHash, ctx.now);
    const after = await updateMember(tx, ctx.organisationId, before, { joinedAt: ctx.now });
    audit({ action: "acceptInvitation", noun: "member", id: personId, before, after });
    return { personId, email: account.email };
  });
}
