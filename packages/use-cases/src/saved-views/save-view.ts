import type { NewSavedView, SavedView } from "@liftledger/contracts/saved-view";
import { clearDefaultViews, getSavedView, insertSavedView } from "@liftledger/database/saved-views";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { savedViewView } from "./saved-view-view.ts";

/** Saves filters, order, grouping and period of a page under a name. No figure moves by it. */
export async function saveView(ctx: Context, view: NewSavedView): Promise<SavedView> {
  mustBe(ctx, "viewer");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const own = { viewId: ctx.newId(), personId: ctx.actor.personId };
    if (view.isDefault) await clearDefaultViews(tx, ctx.organisationId, { ...own, page: view.page });
    const at = { createdAt: ctx.now, changedAt: ctx.now };
    await insertSavedView(tx, ctx.organisationId, { ...view, ...own, ...at });
    const after = await getSavedView(tx, ctx.organisationId, own);
    audit({ action: "saveView", noun: "saved-view", id: own.viewId, before: null, after });
    return savedViewView(ctx, after, await personNames(ctx, tx));
  });
}
