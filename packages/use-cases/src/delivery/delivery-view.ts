import type { Delivery } from "@liftledger/contracts/webhook";
import type { Message } from "@liftledger/database/messages";
import type { Reader } from "@liftledger/database/transaction";
import { listWebhooks } from "@liftledger/database/webhooks";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";

/** Messages as they cross the wire: to whom by name, what became of them; never what they say. */
export async function deliveryViews(
  ctx: Context,
  db: Reader,
  messages: readonly Message[],
): Promise<Delivery[]> {
  const nameOf = await personNames(ctx, db);
  const hooks = new Map((await listWebhooks(db, ctx.organisationId)).map((one) => [one.hookId, one.name]));
  return messages.map(({ personId, hookId, content: _content, leaseUntil: _lease, ...message }) => ({
    ...message,
    to: personId === null ? (hooks.get(hookId ?? "") ?? "") : nameOf(personId),
    nextTryAt: message.state === "waiting" ? message.nextTryAt : null,
  }));
}
