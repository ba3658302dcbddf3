import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** A secret to sign calls with, as it is shown once. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(32).toString("base64");
}

/**
 * The headers by which a receiver knows that a call is ours, is whole and is of now: HMAC-SHA256 over id, instant in
 * seconds and body, as standardwebhooks.com has it, so that the libraries of every language check it.
 */
export function signedHeaders({
  messageId,
  secret,
  body,
  now,
}: {
  messageId: string;
  secret: string;
  body: string;
  now: string;
}): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${messageId}.${timestamp}.${body}`).digest("base64");
  return {
    "webhook-id": messageId,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}
