import type { alertPaths } from "@liftledger/contracts/alert-paths";
import { alertExamples } from "@liftledger/contracts/alert-examples";
import { SetAlertSettings } from "@liftledger/contracts/alert-settings";
import { NewWebhook } from "@liftledger/contracts/webhook";
import { addDays } from "@liftledger/kpis/iso-date";
import type { Context } from "@liftledger/use-cases/context";
import { makeExampleAlert } from "@liftledger/use-cases/testing/example-alert";
import { expect } from "vitest";
import type { ChangingOf, Play } from "./play.ts";

const webhook = NewWebhook.parse(alertExamples.createWebhook.body);
// A webhook's address may hold a key, so the chain has its host alone.
const facts = (version: number) =>
  expect.objectContaining({ name: "Growth channel", host: "hooks.example", version });

const snoozeOn = ({ today }: Context) => ({
  backOn: addDays(today, 7),
  reason: "It comes with the next file",
});
const putOff = (ctx: Context) => expect.objectContaining(snoozeOn(ctx));

/** Each change of alerts, webhooks and deliveries, with the entry it leaves. */
export const alertPlays: Record<ChangingOf<typeof alertPaths>, Play> = {
  async markAlert(client, _, ctx) {
    const { alertId } = await makeExampleAlert(ctx);
    await client.call("markAlert", { params: { alertId }, body: { read: true } });
    const after = { readAt: expect.any(String) };
    return { noun: "alert", objectId: alertId, before: { readAt: null }, after };
  },
  async snoozeAlert(client, _, ctx) {
    const { alertId } = await makeExampleAlert(ctx);
    await client.call("snoozeAlert", { params: { alertId }, body: snoozeOn(ctx) });
    return { noun: "alert", objectId: alertId, before: null, after: putOff(ctx) };
  },
  async unsnoozeAlert(client, _, ctx) {
    const { alertId } = await makeExampleAlert(ctx);
    await client.call("snoozeAlert", { params: { alertId }, body: snoozeOn(ctx) });
    await client.call("unsnoozeAlert", { params: { alertId } });
    return { noun: "alert", objectId: alertId, before: putOff(ctx), after: null };
  },
  async setAlertSettings(client) {
    const body = SetAlertSettings.parse(alertExamples.setAlertSettings.body);
    await client.call("setAlertSettings", { body });
    const before = expect.objectContaining({ version: 0, mail: false });
    const after = expect.objectContaining({ version: 1, mail: true });
    return { noun: "alert-settings", objectId: "default", before, after };
  },
  async sendTestAlert(client, _, ctx) {
    const { hookId } = await makeExampleAlert(ctx);
    const { messageId } = await client.call("sendTestAlert", { body: { channel: "webhook", hookId } });
    return { noun: "message", objectId: messageId, before: null, after: { channel: "webhook", hookId } };
  },
  async createWebhook(client) {
    const { webhook: made, secret } = await client.call("createWebhook", { body: webhook });
    expect(secret).toMatch(/^whsec_/);
    return { noun: "webhook", objectId: made.hookId, before: null, after: facts(1) };
  },
  async changeWebhook(client, _, ctx) {
    const { hookId } = await makeExampleAlert(ctx);
    await client.call("changeWebhook", { params: { hookId }, body: { ...webhook, version: 1 } });
    return { noun: "webhook", objectId: hookId, before: facts(1), after: facts(2) };
  },
  async removeWebhook(client, _, ctx) {
    const { hookId } = await makeExampleAlert(ctx);
    await client.call("removeWebhook", { params: { hookId } });
    return { noun: "webhook", objectId: hookId, before: facts(1), after: null };
  },
  async retryDelivery(client, _, ctx) {
    const { messageId } = await makeExampleAlert(ctx);
    await client.call("retryDelivery", { params: { messageId } });
    const [before, after] = [
      { state: "given-up", error: "It answered 410." },
      { state: "waiting", error: null },
    ];
    return { noun: "message", objectId: messageId, before, after };
  },
};
