import type { Couriers } from "../delivery/couriers.ts";
import { postWebhook } from "../delivery/post-webhook.ts";

/** Couriers of a test: webhooks may call receivers on this machine, and there is no mail server unless one is given. */
export function loopbackCouriers(more: Partial<Couriers> = {}): Couriers {
  return {
    mail: null,
    mailFrom: null,
    post: (call) => postWebhook(call, { allowsLoopback: true }),
    allowsLoopback: true,
    publicUrl: "https://ledger.example",
    ...more,
  };
}
