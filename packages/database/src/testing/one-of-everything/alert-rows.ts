import { insertAlertSettings } from "../../alert-settings.ts";
import { keepAlertLook, keepAlertState } from "../../alert-states.ts";
import { keepAlertSnooze } from "../../alert-snoozes.ts";
import { insertAlert } from "../../alerts.ts";
import { insertDigest } from "../../digests.ts";
import { insertMessage } from "../../messages.ts";
import type { Writer } from "../../transaction.ts";
import { insertWebhook } from "../../webhooks.ts";
import { at, by, recordedAt } from "./recorded.ts";

/** An alert as it was told, by whom it is heard, and a digest. */
export async function insertAlertRows(tx: Writer, organisationId: string): Promise<void> {
  await insertAlertSettings(tx, organisationId, { version: 1, settings: "{}", ...by });
  const look = { lookedAt: recordedAt, lookedOn: recordedAt.slice(0, 10), ledgerPlace: "1 hash" };
  await keepAlertLook(tx, organisationId, look);
  const seen = { rule: "missing-week", subject: "series-1", sentence: "Overdue.", since: recordedAt };
  const alert = { ...seen, alertId: "alert-1", initiativeId: "initiative-1", raisedAt: recordedAt };
  await insertAlert(tx, organisationId, { ...alert, endedAt: null }, ["person-1"]);
  await keepAlertState(tx, organisationId, {
    ...seen,
    stage: "told",
    mark: "",
    knownMark: "",
    alertId: "alert-1",
  });
  await keepAlertSnooze(tx, organisationId, {
    alertId: "alert-1",
    backOn: "2026-02-01",
    reason: "The week is logged with the next file",
    snoozedAt: recordedAt,
    snoozedBy: "person-1",
  });
  await insertWebhook(tx, organisationId, {
    hookId: "hook-1",
    name: "Alerts channel",
    address: "https://hooks.example/alerts",
    format: "slack",
    about: ["alerts"],
    secret: "whsec_c2VjcmV0",
    createdBy: "person-1",
    ...at,
  });
  await insertMessage(tx, organisationId, {
    messageId: "message-1",
    channel: "webhook",
    personId: null,
    hookId: "hook-1",
    kind: "alert",
    title: "Missing week",
    content: "{}",
    ...at,
  });
  await insertDigest(tx, organisationId, { kind: "weekly", period: "2026-W01", madeAt: recordedAt });
}
