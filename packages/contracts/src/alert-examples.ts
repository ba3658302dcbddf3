import { alertRules, type AlertKey } from "@liftledger/roi/governance/alert-rules";

export const alertExampleIds = {
  alertId: "0198f2a0-7c00-7000-8000-0000000000d1",
  hookId: "0198f2a0-7c00-7000-8000-0000000000d2",
  messageId: "0198f2a0-7c00-7000-8000-0000000000d3",
} as const;

const { alertId, hookId, messageId } = alertExampleIds;
const webhook = {
  name: "Growth channel",
  address: "https://hooks.example/growth",
  format: "slack",
  about: ["alerts", "weekly"],
};
const rules = (Object.keys(alertRules) as AlertKey[]).map((key) => [key, { isOn: true, to: ["owner"] }]);

/** The examples of alerts and digests; a part of those in `examples.ts`. */
export const alertExamples = {
  listAlerts: { query: { state: "open", limit: 20 } },
  countAlerts: {},
  markAlert: { params: { alertId }, body: { read: true } },
  snoozeAlert: {
    params: { alertId },
    body: { backOn: "2026-07-06", reason: "The shop sends its numbers in July" },
  },
  unsnoozeAlert: { params: { alertId } },
  listDigests: { query: { kind: "weekly", limit: 20 } },
  getDigest: { params: { kind: "weekly" } },
  getAlertSettings: {},
  setAlertSettings: {
    body: {
      version: 0,
      rules: Object.fromEntries(rules) as Record<string, unknown>,
      quietHours: { from: "20:00", to: "07:00" },
      mail: true,
      weekly: { isOn: true, weekday: 1, to: ["owner", "contributor"] },
      monthly: { isOn: true, day: 5, to: ["finance"] },
    },
  },
  sendTestAlert: { body: { channel: "webhook", hookId } },
  listWebhooks: { query: { limit: 20 } },
  createWebhook: { body: webhook },
  changeWebhook: { params: { hookId }, body: { version: 1, ...webhook, format: "json" } },
  removeWebhook: { params: { hookId } },
  listDeliveries: { query: { limit: 20 } },
  retryDelivery: { params: { messageId } },
};
