import { endAccessLinks } from "@liftledger/database/access-links";
import { inTransaction } from "@liftledger/database/transaction";
import { auditAs } from "../audit/audit.ts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

interface AccessEvent {
  action: string;
  personId: string;
  name: string;
  /** Whether it ends the links by which the person could choose a password: of one that was changed since, none is to do so. */
  endsLinks?: boolean;
}

/**
 * Tells the audit chain of something better-auth has done by itself: a sign-in, a password, an authenticator app. It
 * has a transaction of its own after the event, so that a crash between the two leaves the event unrecorded.
 */
export async function recordAccessEvent(
  ctx: Context,
  { action, personId, name, endsLinks = false }: AccessEvent,
): Promise<void> {
  mustBe(ctx, "anyone");
  await inTransaction(ctx.db, async (tx) => {
    if (endsLinks) await endAccessLinks(tx, ctx.organisationId, personId, ctx.now);
    const audit = auditAs(ctx, tx, { personId, name });
    audit({ action, noun: "account", id: personId, before: null, after: null });
  });
}
