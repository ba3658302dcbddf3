import type { ChangeSavedView, SavedView } from "@liftledger/contracts/saved-view";
import { clearDefaultViews, getSavedView, updateSavedView } from "@liftledger/database/saved-views";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { savedViewView } from "./saved-view-view.ts";

/** Saves one's own view anew; "conflict" when it was changed in between, "not-found" for somebody else's. */
export async function changeSavedView(
  ctx: Context,
  { viewId, version, ...view }: ChangeSavedView & { viewId: string },
): Promise<SavedView> {
  mustBe(ctx, "viewer");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const own = { viewId, personId: ctx.actor.personId };
    const before = await getSavedView(tx, ctx.organisationId, own);
    if (view.isDefault && !before.isDefault)
      await clearDefaultViews(tx, ctx.organisationId, { ...own, page: before.page });
    await updateSavedView(tx, ctx.organisationId, version, { ...view, ...own, changedAt: ctx.now });
    const after = await getSavedView(tx, ctx.organisationId, own);
    audit({ action: "changeSavedView", noun: "saved-view", id: viewId, before, after });
    return savedViewView(ctx, after, await personNames(ctx, tx));
  });
}
