import { Webhook as WireWebhook } from "@liftledger/contracts/webhook";
import type { Webhook } from "@liftledger/database/webhooks";
import type { PersonNames } from "../people/person-names.ts";

/** A webhook as it crosses the wire: never its secret. */
export function webhookView(
  { secret: _secret, removedAt: _removedAt, createdBy, ...hook }: Webhook,
  nameOf: PersonNames,
): WireWebhook {
  return WireWebhook.parse({ ...hook, createdBy: nameOf(createdBy) });
}

/** What the audit chain tells of a webhook: its address may hold a key, so all but the host is left out. */
export function webhookFacts({ name, address, format, about, version }: Webhook) {
  return { name, host: new URL(address).host, format, about, version };
}
