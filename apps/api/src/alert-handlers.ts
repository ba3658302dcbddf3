import type { alertPaths } from "@liftledger/contracts/alert-paths";
import { countAlerts } from "@liftledger/use-cases/alerts/count-alerts";
import { getAlertSettings } from "@liftledger/use-cases/alerts/get-alert-settings";
import { listAlerts } from "@liftledger/use-cases/alerts/list-alerts";
import { markAlert } from "@liftledger/use-cases/alerts/mark-alert";
import { snoozeAlert } from "@liftledger/use-cases/alerts/snooze-alert";
import { unsnoozeAlert } from "@liftledger/use-cases/alerts/unsnooze-alert";
import { setAlertSettings } from "@liftledger/use-cases/alerts/set-alert-settings";
import { listDeliveries } from "@liftledger/use-cases/delivery/list-deliveries";
import { retryDelivery } from "@liftledger/use-cases/delivery/retry-delivery";
import { sendTestAlert } from "@liftledger/use-cases/delivery/send-test-alert";
import { getDigest } from "@liftledger/use-cases/digests/get-digest";
import { listDigests } from "@liftledger/use-cases/digests/list-digests";
import { changeWebhook } from "@liftledger/use-cases/webhooks/change-webhook";
import { createWebhook } from "@liftledger/use-cases/webhooks/create-webhook";
import { listWebhooks } from "@liftledger/use-cases/webhooks/list-webhooks";
import { removeWebhook } from "@liftledger/use-cases/webhooks/remove-webhook";
import type { Handler } from "./handlers.ts";

/** What answers the endpoints of alerts and digests; a part of the table in `handlers.ts`. */
export const alertHandlers: { readonly [Name in keyof typeof alertPaths]: Handler<Name> } = {
  listAlerts: (ctx, { query }) => listAlerts(ctx, query),
  countAlerts: (ctx) => countAlerts(ctx),
  markAlert: (ctx, { params, body }) => markAlert(ctx, { ...params, ...body }),
  snoozeAlert: (ctx, { params, body }) => snoozeAlert(ctx, { ...params, ...body }),
  unsnoozeAlert: (ctx, { params }) => unsnoozeAlert(ctx, params),
  listDigests: (ctx, { query }) => listDigests(ctx, query),
  getDigest: (ctx, { params, query }) => getDigest(ctx, { ...params, ...query }),
  getAlertSettings: (ctx, _, { couriers }) => getAlertSettings(ctx, couriers.mailFrom),
  setAlertSettings: (ctx, { body }, { couriers }) => setAlertSettings(ctx, body, couriers.mailFrom),
  sendTestAlert: (ctx, { body }, { couriers, now }) => sendTestAlert(ctx, body, { couriers, present: now }),
  listWebhooks: (ctx, { query }) => listWebhooks(ctx, query),
  createWebhook: (ctx, { body }, { couriers }) => createWebhook(ctx, body, couriers),
  changeWebhook: (ctx, { params, body }, { couriers }) =>
    changeWebhook(ctx, { ...params, ...body }, couriers),
  removeWebhook: (ctx, { params }) => removeWebhook(ctx, params),
  listDeliveries: (ctx, { query }) => listDeliveries(ctx, query),
  retryDelivery: async (ctx, { params }, { jobs }) => {
    const delivery = await retryDelivery(ctx, params);
    jobs.wake();
    return delivery;
  },
};
