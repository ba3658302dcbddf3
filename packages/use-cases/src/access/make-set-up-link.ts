import { hasAdmin } from "@liftledger/database/members";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { makeLink, type MadeAccessLink } from "./access-link.ts";

/**
 * A link to make the first admin with, for half an hour and once; the one printed before no longer counts. Null
 * where there is an admin. Called when the server starts, and by nothing that can be reached from outside.
 */
export async function makeSetUpLink(ctx: Context): Promise<{ link: MadeAccessLink | null }> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    if (await hasAdmin(tx, ctx.organisationId)) return { link: null };
    const link = await makeLink(ctx, tx, { kind: "set-up", personId: null });
    const { expiresAt } = link;
    audit({
      action: "makeSetUpLink",
      noun: "access-link",
      id: "set-up",
      before: null,
      after: { expiresAt },
    });
    return { link };
  });
}
