import { inTransaction } from "@liftledger/database/transaction";
import { auditAs } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

/**
 * Tells the audit chain of something better-auth has done by itself: a sign-in, a password, an authenticator app. It
 * has a transaction of its own after the event, so that a crash between the two leaves the event unrecorded.
 */
export async function recordAccessEvent(
  ctx: Context,
  { action, personId, name }: { action: string; personId: string; name: string },
): Promise<void> {
  mustBe(ctx, "anyone");
  await inTransaction(ctx.db, async (tx) => {
    const audit = auditAs(ctx, tx, { personId, name });
    audit({ action, noun: "account", id: personId, before: null, after: null });
  });
}
