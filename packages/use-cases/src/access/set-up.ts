import { insertAccount, setPasswordHash } from "@liftledger/database/accounts";
import { hasAdmin, insertMember } from "@liftledger/database/members";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { insertAuditedPerson } from "../people/insert-audited-person.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { useLink } from "./access-link.ts";

/** Makes the first admin with the link that the server printed. Throws "link-over" where there is one already. */
export async function setUp(
  ctx: Context,
  { token, name, email, passwordHash }: { token: string; name: string; email: string; passwordHash: string },
): Promise<{ personId: string }> {
  mustBe(ctx, "anyone");
  const personId = ctx.newId();
  const as: Context = { ...ctx, actor: { personId, name, role: "admin" } };
  return changeOnce(as, async (tx, audit, as) => {
    if (await hasAdmin(tx, ctx.organisationId)) {
      throw new ProblemError("link-over", "There is an admin already, who can invite others.");
    }
    await useLink(as, tx, { token, kind: "set-up" });
    await insertAuditedPerson(as, tx, audit, { action: "setUp", personId, displayName: name });
    await insertAccount(tx, { personId, name, email }, as.now);
    await setPasswordHash(tx, personId, passwordHash, as.now);
    const member = { personId, role: "admin" as const, joinedAt: as.now, teamIds: [] };
    await insertMember(tx, ctx.organisationId, { ...member, createdAt: as.now });
    audit({ action: "setUp", noun: "member", id: personId, before: null, after: member });
    return { personId };
  });
}
