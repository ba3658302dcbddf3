import type { Delivery, TestAlert } from "@liftledger/contracts/webhook";
import { findAccount } from "@liftledger/database/accounts";
import { getMessage } from "@liftledger/database/messages";
import type { Reader } from "@liftledger/database/transaction";
import { getWebhook } from "@liftledger/database/webhooks";
import { queueNotice, type Receiver } from "../alerts/queue-notice.ts";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { getOrganisation } from "../organisations/get-organisation.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import type { Couriers } from "./couriers.ts";
import { deliverMessage } from "./deliver-messages.ts";
import { deliveryViews } from "./delivery-view.ts";

/**
 * Sends a test to one's own address or to a webhook, on the way that alerts take, and answers what became of it: one that
 * failed is tried again like any other.
 */
export async function sendTestAlert(
  ctx: Context,
  wanted: TestAlert,
  { couriers, present }: { couriers: Couriers; present: () => string },
): Promise<Delivery> {
  mustBe(ctx, "admin");
  const { messageId } = await changeOnce(ctx, async (tx, audit, ctx) => {
    const receiver = await receiverOf(ctx, tx, wanted, couriers);
    const { name } = await getOrganisation(ctx, tx);
    const notice = {
      kind: "test",
      organisation: { id: ctx.organisationId, name },
      title: "A test",
      text: `${ctx.actor.name} sent this to see that alerts arrive here. There is nothing to do.`,
      alert: null,
      digest: null,
      path: `/${ctx.organisationId}/alerts`,
    } as const;
    const [id = ""] = await queueNotice(ctx, tx, notice, [receiver]);
    audit({ action: "sendTestAlert", noun: "message", id, before: null, after: receiver });
    return { messageId: id };
  });
  const message = await getMessage(ctx.db.read, ctx.organisationId, messageId);
  // What became known a moment ahead of the clock is due at once all the same.
  const now = () => (present() > message.nextTryAt ? present() : message.nextTryAt);
  await deliverMessage(ctx, couriers, message, now);
  const after = await getMessage(ctx.db.read, ctx.organisationId, messageId);
  return onlyRow(await deliveryViews(ctx, ctx.db.read, [after]));
}

async function receiverOf(
  ctx: Context,
  db: Reader,
  wanted: TestAlert,
  couriers: Couriers,
): Promise<Receiver> {
  if (wanted.channel === "webhook") {
    const hook = await getWebhook(db, ctx.organisationId, wanted.hookId);
    if (hook.removedAt !== null)
      throw new ProblemError("conflict", `The webhook "${hook.name}" was removed.`);
    return wanted;
  }
  const { personId } = ctx.actor;
  if (couriers.mail === null) {
    const message = "No mail server is set up: whoever runs the server sets LIFTLEDGER_SMTP_URL.";
    throw new ProblemError("conflict", message);
  }
  if ((await findAccount(db, personId)) === undefined)
    throw new ProblemError("conflict", "You have no account, so there is no address to send a test to.");
  return { channel: "mail", personId };
}
