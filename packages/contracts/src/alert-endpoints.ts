import { z } from "zod";
import { AlertCount, Alert, Digest, DigestKind, DigestQuery, MarkAlert, SnoozeAlert } from "./alert.ts";
import { AlertSettings, SetAlertSettings } from "./alert-settings.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { ChangeWebhook, Delivery, MadeWebhook, NewWebhook, TestAlert, Webhook } from "./webhook.ts";

const hookParams = z.object({ hookId: Id });
const alertParams = z.object({ alertId: Id });

/** What goes into the endpoints of alerts and digests and what comes out; a part of the table in `endpoints.ts`. */
export const alertEndpoints = {
  listAlerts: {
    summary: "What people were told of, open and ended, the latest first",
    ...lists.listAlerts,
    status: 200,
  },
  countAlerts: {
    summary: "How many alerts are open, and how many of one's own are not read",
    output: AlertCount,
    status: 200,
  },
  markAlert: {
    summary: "Mark an alert one was told of as read, or as not read",
    params: alertParams,
    body: MarkAlert,
    output: Alert,
    status: 200,
    idempotent: true,
  },
  snoozeAlert: {
    summary: "Put an open alert off until a day, with a reason; its end is told all the same",
    params: alertParams,
    body: SnoozeAlert,
    output: Alert,
    status: 200,
    idempotent: true,
  },
  unsnoozeAlert: {
    summary: "Bring an alert back that was put off",
    params: alertParams,
    output: Alert,
    status: 200,
    idempotent: true,
  },
  listDigests: {
    summary: "The digests that were made, the latest first: to whom each went, and what became of it",
    ...lists.listDigests,
    status: 200,
  },
  getDigest: {
    summary: "What a week was for growth, or a month for finance, on one screen",
    params: z.object({ kind: DigestKind }),
    query: DigestQuery,
    output: Digest,
    status: 200,
  },
  getAlertSettings: {
    summary: "By which rules the organisation is alerted, who is told, quiet hours and digests",
    output: AlertSettings,
    status: 200,
  },
  setAlertSettings: {
    summary: "Set by which rules the organisation is alerted from now on",
    body: SetAlertSettings,
    output: AlertSettings,
    status: 200,
    idempotent: true,
  },
  sendTestAlert: {
    summary: "Send a test to one's own mail address or to a webhook, and say what became of it",
    body: TestAlert,
    output: Delivery,
    status: 201,
  },
  listWebhooks: { summary: "The webhooks, by name", ...lists.listWebhooks, status: 200 },
  createWebhook: {
    summary: "Add a webhook; the secret its messages are signed with is shown once",
    body: NewWebhook,
    output: MadeWebhook,
    status: 201,
  },
  changeWebhook: {
    summary: "Change a webhook; its secret stays",
    params: hookParams,
    body: ChangeWebhook,
    output: Webhook,
    status: 200,
    idempotent: true,
  },
  removeWebhook: {
    summary: "Remove a webhook; what waited for it is not sent",
    params: hookParams,
    output: z.object({ removed: z.literal(true) }),
    status: 200,
    idempotent: true,
  },
  listDeliveries: {
    summary: "Mails and calls of webhooks: sent, to be sent, and given up",
    ...lists.listDeliveries,
    status: 200,
  },
  retryDelivery: {
    summary: "Try to send a message again that was given up",
    params: z.object({ messageId: Id }),
    output: Delivery,
    status: 200,
    idempotent: true,
  },
} as const;
