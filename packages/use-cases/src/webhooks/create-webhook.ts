import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { NewWebhook } from "@liftledger/contracts/webhook";
import { insertWebhook } from "@liftledger/database/webhooks";
import type { Context } from "../context.ts";
import { newWebhookSecret } from "../delivery/sign-call.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { refuseAddress } from "./refuse-address.ts";
import { webhookFacts, webhookView } from "./webhook-view.ts";

/** Adds a webhook. The secret that its messages are signed with is answered once. */
export async function createWebhook(
  ctx: Context,
  wanted: NewWebhook,
  rules: { allowsLoopback: boolean },
): Promise<EndpointOutput<"createWebhook">> {
  mustBe(ctx, "admin");
  refuseAddress(wanted.address, rules);
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const by = { createdAt: ctx.now, createdBy: ctx.actor.personId };
    const about = [...new Set(wanted.about)];
    const hook = { ...wanted, about, hookId: ctx.newId(), secret: newWebhookSecret(), ...by };
    await insertWebhook(tx, ctx.organisationId, hook);
    const kept = { ...hook, version: 1, removedAt: null };
    const after = webhookFacts(kept);
    audit({ action: "createWebhook", noun: "webhook", id: hook.hookId, before: null, after });
    return { webhook: webhookView(kept, await personNames(ctx, tx)), secret: hook.secret };
  });
}
