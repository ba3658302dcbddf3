import { z } from "zod";
import { Alert, AlertState, SentDigest } from "./alert.ts";
import { listOf } from "./list.ts";
import { Delivery, Webhook } from "./webhook.ts";

/** The lists of alerts, digests and what is sent; a part of the table in `lists.ts`. */
export const noticeLists = {
  listAlerts: listOf(Alert, {
    key: ["alertId"],
    sort: ["raisedAt", "rule", "alertId"],
    first: "-raisedAt",
    filter: ["rule", "initiativeId"],
    // Those one was told of, where "mine" is true; all where it is left out.
    also: { state: AlertState.optional(), mine: z.enum(["true", "false"]).optional() },
  }),
  listDigests: listOf(SentDigest, {
    key: ["kind", "period"],
    sort: ["madeAt", "period"],
    first: "-madeAt",
    filter: ["kind"],
  }),
  listWebhooks: listOf(Webhook, {
    key: ["hookId"],
    sort: ["name", "createdAt", "hookId"],
    first: "name",
    filter: ["format"],
  }),
  listDeliveries: listOf(Delivery, {
    key: ["messageId"],
    sort: ["createdAt", "state", "messageId"],
    first: "-createdAt",
    filter: ["state", "channel", "kind"],
  }),
};
