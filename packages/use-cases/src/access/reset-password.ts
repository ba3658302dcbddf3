import { deleteSessions, findAccount, setPasswordHash } from "@liftledger/database/accounts";
import { auditAs } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { useLink } from "./access-link.ts";

/** Sets another password with a link an admin handed over. Every session of the person ends. */
export async function resetPassword(
  ctx: Context,
  { token, passwordHash }: { token: string; passwordHash: string },
): Promise<{ personId: string; email: string }> {
  mustBe(ctx, "anyone");
  return changeOnce(ctx, async (tx, _audit, ctx) => {
    const { personId } = await useLink(ctx, tx, { token, kind: "password-reset" });
    const account = await findAccount(tx, personId ?? "");
    if (personId === null || account === undefined) {
      throw new ProblemError("link-over", "The account this link was for is gone.");
    }
    await setPasswordHash(tx, personId, passwordHash, ctx.now);
    const sessionsEnded = await deleteSessions(tx, personId);
    const audit = auditAs(ctx, tx, { personId, name: account.name });
    audit({ action: "resetPassword", noun: "account", id: personId, before: null, after: { sessionsEnded } });
    return { personId, email: account.email };
  });
}
