const hook = "/api/v1/webhooks/{hookId}";
const snooze = "/api/v1/alerts/{alertId}/snooze";

/** The endpoints of alerts and digests; a part of the table in `endpoint-paths.ts`. */
export const alertPaths = {
  listAlerts: { method: "GET", path: "/api/v1/alerts", role: "viewer", scope: "read" },
  countAlerts: { method: "GET", path: "/api/v1/alert-count", role: "viewer", scope: "read" },
  markAlert: { method: "PUT", path: "/api/v1/alerts/{alertId}/read", role: "viewer", needs: "session" },
  snoozeAlert: { method: "PUT", path: snooze, role: "contributor", needs: "session" },
  unsnoozeAlert: { method: "DELETE", path: snooze, role: "contributor", needs: "session" },
  listDigests: { method: "GET", path: "/api/v1/digests", role: "viewer", scope: "read" },
  getDigest: { method: "GET", path: "/api/v1/digests/{kind}", role: "viewer", scope: "read" },
  getAlertSettings: { method: "GET", path: "/api/v1/alert-settings", role: "viewer", scope: "read" },
  setAlertSettings: { method: "PUT", path: "/api/v1/alert-settings", role: "admin", needs: "session" },
  sendTestAlert: { method: "POST", path: "/api/v1/test-alerts", role: "admin", needs: "session" },
  listWebhooks: { method: "GET", path: "/api/v1/webhooks", role: "admin", needs: "session" },
  createWebhook: { method: "POST", path: "/api/v1/webhooks", role: "admin", needs: "session" },
  changeWebhook: { method: "PUT", path: hook, role: "admin", needs: "session" },
  removeWebhook: { method: "DELETE", path: hook, role: "admin", needs: "session" },
  listDeliveries: { method: "GET", path: "/api/v1/deliveries", role: "admin", needs: "session" },
  retryDelivery: {
    method: "POST",
    path: "/api/v1/deliveries/{messageId}/retry",
    role: "admin",
    needs: "session",
  },
} as const;
