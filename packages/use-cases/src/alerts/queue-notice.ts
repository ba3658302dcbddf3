import type { Notice } from "@liftledger/contracts/notice";
import { jsonText } from "@liftledger/database/json";
import { insertMessage } from "@liftledger/database/messages";
import type { Writer } from "@liftledger/database/transaction";
import type { Webhook } from "@liftledger/database/webhooks";
import type { Context } from "../context.ts";

/** A mail to a person or a call of a webhook. */
export type Receiver = { channel: "mail"; personId: string } | { channel: "webhook"; hookId: string };

/**
 * Writes what is to be sent to each receiver, in the transaction that makes it true: a crash loses neither nor doubles
 * one. Each message has an id of its own that stays however often it is tried.
 */
export async function queueNotice(
  ctx: Context,
  tx: Writer,
  notice: Omit<Notice, "id" | "at">,
  receivers: readonly Receiver[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const receiver of receivers) {
    const messageId = ctx.newId();
    const content: Notice = { id: messageId, at: ctx.now, ...notice };
    await insertMessage(tx, ctx.organisationId, {
      messageId,
      channel: receiver.channel,
      personId: receiver.channel === "mail" ? receiver.personId : null,
      hookId: receiver.channel === "webhook" ? receiver.hookId : null,
      kind: notice.kind === "digest" || notice.kind === "test" ? notice.kind : "alert",
      title: notice.title,
      content: jsonText(content),
      createdAt: ctx.now,
    });
    ids.push(messageId);
  }
  return ids;
}

/** The webhooks that are told of something. */
export function hooksFor(hooks: readonly Webhook[], about: "alerts" | "weekly" | "monthly"): Receiver[] {
  return hooks
    .filter((hook) => hook.removedAt === null && hook.about.includes(about))
    .map(({ hookId }) => ({ channel: "webhook", hookId }));
}
