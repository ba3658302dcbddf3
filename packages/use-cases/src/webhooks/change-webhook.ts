import type { ChangeWebhook, Webhook } from "@liftledger/contracts/webhook";
import { NotFoundError } from "@liftledger/database/errors";
import { getWebhook, updateWebhook } from "@liftledger/database/webhooks";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { refuseAddress } from "./refuse-address.ts";
import { webhookFacts, webhookView } from "./webhook-view.ts";

/** Changes a webhook from the version that was read; its secret stays. What waits for it goes to the new address. */
export async function changeWebhook(
  ctx: Context,
  { hookId, ...wanted }: { hookId: string } & ChangeWebhook,
  rules: { allowsLoopback: boolean },
): Promise<Webhook> {
  mustBe(ctx, "admin");
  refuseAddress(wanted.address, rules);
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getWebhook(tx, ctx.organisationId, hookId);
    if (before.removedAt !== null) throw new NotFoundError("webhook", hookId);
    const about = [...new Set(wanted.about)];
    await updateWebhook(tx, ctx.organisationId, { hookId, ...wanted, about, removedAt: null });
    const after = await getWebhook(tx, ctx.organisationId, hookId);
    const [was, is] = [webhookFacts(before), webhookFacts(after)];
    audit({ action: "changeWebhook", noun: "webhook", id: hookId, before: was, after: is });
    return webhookView(after, await personNames(ctx, tx));
  });
}
