import type { Couriers } from "@liftledger/use-cases/delivery/couriers";
import { postWebhook } from "@liftledger/use-cases/delivery/post-webhook";
import { mailCourier } from "@liftledger/use-cases/delivery/send-mail";

/** How this server sends mails and calls webhooks. */
export interface DeliverySettings {
  /** Null where no mail server is set up. */
  readonly mail: { smtpUrl: string; from: string } | null;
  /** Whether webhooks may call this very machine. */
  readonly allowsLoopback: boolean;
}

/** The couriers of a server: nothing is connected to before there is something to send. */
export function couriersOf({ mail, allowsLoopback }: DeliverySettings, publicUrl: string): Couriers {
  return {
    mail: mail === null ? null : mailCourier(mail.smtpUrl, mail.from),
    mailFrom: mail?.from ?? null,
    post: (call) => postWebhook(call, { allowsLoopback }),
    allowsLoopback,
    publicUrl,
  };
}
