import { NotFoundError } from "@liftledger/database/errors";
import { getWebhook, updateWebhook } from "@liftledger/database/webhooks";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { webhookFacts } from "./webhook-view.ts";

/** Removes a webhook: nothing is sent to it any more, nor what waited. What it was stays for what was sent. */
export async function removeWebhook(
  ctx: Context,
  { hookId }: { hookId: string },
): Promise<{ removed: true }> {
  mustBe(ctx, "admin");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getWebhook(tx, ctx.organisationId, hookId);
    if (before.removedAt !== null) throw new NotFoundError("webhook", hookId);
    await updateWebhook(tx, ctx.organisationId, { ...before, removedAt: ctx.now });
    audit({
      action: "removeWebhook",
      noun: "webhook",
      id: hookId,
      before: webhookFacts(before),
      after: null,
    });
    return { removed: true as const };
  });
}
