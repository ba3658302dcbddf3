import type { Delivery } from "@liftledger/contracts/webhook";
import { getMessage, settleMessage } from "@liftledger/database/messages";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { onlyRow } from "../only-row.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { deliveryViews } from "./delivery-view.ts";

/** Has a message that was given up tried again, as if it had never failed. Throws "conflict" for any other. */
export async function retryDelivery(ctx: Context, { messageId }: { messageId: string }): Promise<Delivery> {
  mustBe(ctx, "admin");
  const nextTryAt = ctx.now;
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getMessage(tx, ctx.organisationId, messageId);
    if (before.state !== "given-up") {
      const words = before.state === "sent" ? "was sent already" : "is waiting to be sent already";
      throw new ProblemError("conflict", `This message ${words}. Only one that was given up is tried again.`);
    }
    const again = { state: "waiting", nextTryAt, sentAt: null, error: null } as const;
    await settleMessage(tx, ctx.organisationId, { messageId, ...again, attempts: 0 });
    const [was, is] = [
      { state: before.state, error: before.error },
      { state: again.state, error: null },
    ];
    audit({ action: "retryDelivery", noun: "message", id: messageId, before: was, after: is });
    return onlyRow(await deliveryViews(ctx, tx, [{ ...before, ...again, attempts: 0 }]));
  });
}
