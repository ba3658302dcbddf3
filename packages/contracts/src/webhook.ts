import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant, VersionNumber } from "./values.ts";

const WebhookFormat = z.enum(["json", "slack", "teams"]);

/** What a webhook is told of. */
const About = z.enum(["alerts", "weekly", "monthly"]);

/** Which addresses are taken is checked where they are saved, and again at each call. */
const fields = {
  name: z.string().trim().min(1).max(60),
  address: z.string().min(1).max(2000),
  format: WebhookFormat,
  about: z.array(About).min(1).max(3),
};

export const NewWebhook = z.strictObject(fields);
export type NewWebhook = z.infer<typeof NewWebhook>;

/** Takes the place of what was saved as a whole; the secret stays. */
export const ChangeWebhook = z.strictObject({ version: VersionNumber, ...fields });
export type ChangeWebhook = z.infer<typeof ChangeWebhook>;

export const Webhook = z.object({
  hookId: Id,
  ...fields,
  version: z.number().int(),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Webhook = z.infer<typeof Webhook>;

/** `secret` is shown once. */
export const MadeWebhook = z.object({ webhook: Webhook, secret: z.string() });

const messageFields = {
  messageId: Id,
  channel: z.enum(["mail", "webhook"]),
  kind: z.enum(["alert", "digest", "test"]),
  title: z.string(),
};

/** A mail or a call of a webhook: to be sent, sent, or given up. */
export const Delivery = z.object({
  ...messageFields,
  /** The person's or the webhook's name. */
  to: z.string(),
  createdAt: Instant,
  state: z.enum(["waiting", "sent", "given-up"]),
  attempts: z.number().int(),
  /** Null unless it waits. */
  nextTryAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  /** Why the last attempt failed. */
  error: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

/** To one's own address, or to a webhook. */
export const TestAlert = z.discriminatedUnion("channel", [
  z.strictObject({ channel: z.literal("mail") }),
  z.strictObject({ channel: z.literal("webhook"), hookId: Id }),
]);
export type TestAlert = z.infer<typeof TestAlert>;
