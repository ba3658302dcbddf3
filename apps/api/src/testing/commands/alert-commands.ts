import { alertExamples } from "@liftledger/contracts/alert-examples";
import * as fc from "fast-check";
import { command, keptVersion, post, put, remove, which } from "./command.ts";

const settings = alertExamples.setAlertSettings.body;
const hours = (from: string, to: string) => ({ from, to });

/**
 * What people are told of. Webhooks are left out: each is made with a secret by chance, which no two ledgers share, and
 * a call of one leaves the machine.
 */
export const alertCommands = {
  setAlertSettings: command<{ version: number; isOn: boolean; quiet: object | null; mail: boolean }>(
    2,
    {
      version: keptVersion,
      isOn: fc.constantFrom(true, true, false),
      // The sequences happen at 12:00, so the second holds back what is found.
      quiet: fc.constantFrom(
        null,
        null,
        hours("11:00", "13:00"),
        hours("20:00", "07:00"),
        hours("08:00", "08:00"),
      ),
      mail: fc.boolean(),
    },
    ({ version, isOn, quiet, mail }) => {
      const rules = Object.keys(settings.rules).map((rule) => [rule, { isOn, to: ["owner", "admin"] }]);
      const body = { ...settings, version, rules: Object.fromEntries(rules), quietHours: quiet, mail };
      return put("/alert-settings", body);
    },
  ),
  lookForAlerts: command<object>(5, {}, () => post("/jobs/look-for-alerts/run")),
  readAlerts: command<{ state: string }>(
    3,
    { state: fc.constantFrom("", "state=open", "state=snoozed", "state=ended") },
    ({ state }) => ({ method: "GET", path: `/alerts?limit=20&${state}` }),
  ),
  markAlert: command<{ alert: number; read: boolean }>(
    3,
    { alert: which, read: fc.boolean() },
    ({ alert, read }, made) => put(`/alerts/${made.at("alertId", alert)}/read`, { read }),
  ),
  snoozeAlert: command<{ alert: number; backOn: string; reason: string }>(
    2,
    {
      alert: which,
      // The sequences happen in June: the second is later than an alert may be put off.
      backOn: fc.constantFrom("2026-07-06", "2026-12-31", "2026-06-01", "2026-02-30"),
      reason: fc.constantFrom("It comes in July", ""),
    },
    ({ alert, ...body }, made) => put(`/alerts/${made.at("alertId", alert)}/snooze`, body),
  ),
  unsnoozeAlert: command<{ alert: number }>(1, { alert: which }, ({ alert }, made) =>
    remove(`/alerts/${made.at("alertId", alert)}/snooze`),
  ),
  sendTestAlert: command<object>(1, {}, () => post("/test-alerts", { channel: "mail" })),
};
