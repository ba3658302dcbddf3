import { AlertSettingsFields } from "@liftledger/contracts/alert-settings";
import { alertExamples } from "@liftledger/contracts/alert-examples";
import { NewWebhook } from "@liftledger/contracts/webhook";
import { insertAlert } from "@liftledger/database/alerts";
import { insertDigest } from "@liftledger/database/digests";
import { settleMessage } from "@liftledger/database/messages";
import { inTransaction } from "@liftledger/database/transaction";
import { queueNotice } from "../alerts/queue-notice.ts";
import type { Context } from "../context.ts";
import { createWebhook } from "../webhooks/create-webhook.ts";

/** Rules of alerts that are all on, with quiet hours by night and mails; each told to the owner. */
export function exampleAlertSettings(): AlertSettingsFields {
  const { version: _version, ...fields } = alertExamples.setAlertSettings.body;
  return AlertSettingsFields.parse(fields);
}

/** The digest of a week with a mail to the actor that waits and one that was sent. */
export async function makeExampleDigest(ctx: Context, period: string): Promise<void> {
  const { organisationId, now } = ctx;
  const title = `Week ${period}`;
  const notice: Parameters<typeof queueNotice>[2] = {
    kind: "digest",
    organisation: { id: organisationId, name: "Example" },
    title,
    text: "There is nothing to tell.",
    alert: null,
    digest: { kind: "weekly", period, title, sections: [] },
    path: `/${organisationId}/digests`,
  };
  const mail = { channel: "mail", personId: ctx.actor.personId } as const;
  await inTransaction(ctx.db, async (tx) => {
    await insertDigest(tx, organisationId, { kind: "weekly", period, madeAt: now });
    const [id = ""] = await queueNotice(ctx, tx, notice, [mail, mail]);
    await settleMessage(tx, organisationId, {
      messageId: id,
      state: "sent",
      nextTryAt: now,
      sentAt: now,
      error: null,
    });
  });
}

/** An alert that the actor was told of, a webhook, and a message to it that was given up. */
export async function makeExampleAlert(
  ctx: Context,
  initiativeId: string | null = null,
): Promise<{ alertId: string; hookId: string; messageId: string; secret: string }> {
  const { organisationId, now } = ctx;
  const wanted = NewWebhook.parse(alertExamples.createWebhook.body);
  const { webhook, secret } = await createWebhook(ctx, wanted, { allowsLoopback: false });
  const { hookId } = webhook;
  const alertId = ctx.newId();
  const messageId = await inTransaction(ctx.db, async (tx) => {
    const sentence =
      "Conversion rate (Shop): 2026-W25 has been overdue since 2026-06-28. It counts as missing, not as zero.";
    const seen = { rule: "missing-week", subject: alertId, sentence, since: now };
    const alert = { ...seen, alertId, initiativeId, raisedAt: now, endedAt: null };
    await insertAlert(tx, organisationId, alert, [ctx.actor.personId]);
    const notice = {
      kind: "test",
      organisation: { id: organisationId, name: "Example" },
      title: "A test",
      text: "Of a test.",
      alert: null,
      digest: null,
      path: `/${organisationId}/alerts`,
    } as const;
    const [id = ""] = await queueNotice(ctx, tx, notice, [{ channel: "webhook", hookId }]);
    const givenUp = { state: "given-up", nextTryAt: now, sentAt: null, error: "It answered 410." } as const;
    await settleMessage(tx, organisationId, { messageId: id, ...givenUp });
    return id;
  });
  return { alertId, hookId, messageId, secret };
}
