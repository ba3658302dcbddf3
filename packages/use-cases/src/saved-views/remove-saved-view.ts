import { getSavedView, removeSavedView as removeStored } from "@liftledger/database/saved-views";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";

/** Removes one's own view, for those it was shared with too; "not-found" for somebody else's. */
export async function removeSavedView(
  ctx: Context,
  { viewId }: { viewId: string },
): Promise<{ removed: true }> {
  mustBe(ctx, "viewer");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const own = { viewId, personId: ctx.actor.personId };
    const before = await getSavedView(tx, ctx.organisationId, own);
    await removeStored(tx, ctx.organisationId, viewId, ctx.now);
    audit({ action: "removeSavedView", noun: "saved-view", id: viewId, before, after: null });
    return { removed: true };
  });
}
