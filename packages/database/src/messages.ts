import { isOneOf } from "./columns.ts";
import { NotFoundError } from "./errors.ts";
import { pageFrom, sortedPage, type Page, type PageRequest, type Sorting } from "./page.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A mail or a call of a webhook that is to be sent, was sent, or was given up. */
export interface Message {
  messageId: string;
  channel: "mail" | "webhook";
  /** To whom a mail goes. */
  personId: string | null;
  /** Which webhook is called. */
  hookId: string | null;
  kind: "alert" | "digest" | "test";
  title: string;
  /** JSON text whose shape belongs to the caller. */
  content: string;
  createdAt: string;
  state: "waiting" | "sent" | "given-up";
  attempts: number;
  nextTryAt: string;
  /** Until when a process that tries to send it has it to itself. */
  leaseUntil: string | null;
  sentAt: string | null;
  error: string | null;
}

/** Adds a message that waits to be sent. */
export async function insertMessage(
  tx: Writer,
  organisationId: string,
  message: Pick<
    Message,
    "messageId" | "channel" | "personId" | "hookId" | "kind" | "title" | "content" | "createdAt"
  >,
): Promise<void> {
  await tx
    .insertInto("messages")
    .values({
      organisation_id: organisationId,
      message_id: message.messageId,
      channel: message.channel,
      person_id: message.personId,
      hook_id: message.hookId,
      kind: message.kind,
      title: message.title,
      content: message.content,
      created_at: message.createdAt,
      state: "waiting",
      attempts: 0,
      next_try_at: message.createdAt,
      lease_until: null,
      sent_at: null,
      error: null,
    })
    .execute();
}

/** A message by its id; throws `NotFoundError`. */
export async function getMessage(db: Reader, organisationId: string, messageId: string): Promise<Message> {
  const row = await messagesOf(db, organisationId).where("message_id", "=", messageId).executeTakeFirst();
  if (row === undefined) throw new NotFoundError("message", messageId);
  return row;
}

const sorting: Sorting = {
  columns: { createdAt: "created_at", state: "state", messageId: "message_id" },
  key: ["messageId"],
  first: "-createdAt",
};

/** A page of messages, the latest first unless another order is asked for. */
export async function listMessages(
  db: Reader,
  organisationId: string,
  {
    state,
    channel,
    kind,
    ...request
  }: PageRequest & {
    state?: Message["state"] | undefined;
    channel?: Message["channel"] | undefined;
    kind?: Message["kind"] | undefined;
  },
): Promise<Page<Message>> {
  let query = messagesOf(db, organisationId);
  if (state !== undefined) query = query.where("state", "=", state);
  if (channel !== undefined) query = query.where("channel", "=", channel);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  return pageFrom(await sortedPage(query, sorting, request).execute(), sorting, request);
}

/** The messages of a kind that were written at some instants, oldest first. */
export async function messagesCreatedAt(
  db: Reader,
  organisationId: string,
  { kind, instants }: { kind: Message["kind"]; instants: readonly string[] },
): Promise<Message[]> {
  return messagesOf(db, organisationId)
    .where("kind", "=", kind)
    .where(isOneOf(db, "created_at", instants))
    .orderBy("created_at")
    .orderBy("message_id")
    .execute();
}

/** The messages that are due and that nobody sends, the longest due first. */
export async function dueMessages(
  db: Reader,
  organisationId: string,
  { now, limit }: { now: string; limit: number },
): Promise<Message[]> {
  return messagesOf(db, organisationId)
    .where("state", "=", "waiting")
    .where("next_try_at", "<=", now)
    .where(({ or, eb }) => or([eb("lease_until", "is", null), eb("lease_until", "<=", now)]))
    .orderBy("next_try_at")
    .orderBy("message_id")
    .limit(limit)
    .execute();
}

/** Takes a due message to send it; false where another was first. Counts the attempt. */
export async function takeMessage(
  tx: Writer,
  organisationId: string,
  { messageId, now, until }: { messageId: string; now: string; until: string },
): Promise<boolean> {
  const taken = await tx
    .updateTable("messages")
    .set(({ eb }) => ({ lease_until: until, attempts: eb("attempts", "+", 1) }))
    .where("organisation_id", "=", organisationId)
    .where("message_id", "=", messageId)
    .where("state", "=", "waiting")
    .where("next_try_at", "<=", now)
    .where(({ or, eb }) => or([eb("lease_until", "is", null), eb("lease_until", "<=", now)]))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** Tells what became of a message that was taken, or that it is to be tried again. */
export async function settleMessage(
  tx: Writer,
  organisationId: string,
  message: Pick<Message, "messageId" | "state" | "nextTryAt" | "sentAt" | "error"> & { attempts?: number },
): Promise<void> {
  const { messageId, state, nextTryAt, sentAt, error, attempts } = message;
  await tx
    .updateTable("messages")
    .set({
      state,
      next_try_at: nextTryAt,
      sent_at: sentAt,
      error,
      lease_until: null,
      ...(attempts === undefined ? {} : { attempts }),
    })
    .where("organisation_id", "=", organisationId)
    .where("message_id", "=", messageId)
    .execute();
}

function messagesOf(db: Reader, organisationId: string) {
  return db
    .selectFrom("messages")
    .select([
      "message_id as messageId",
      "channel",
      "person_id as personId",
      "hook_id as hookId",
      "kind",
      "title",
      "content",
      "created_at as createdAt",
      "state",
      "attempts",
      "next_try_at as nextTryAt",
      "lease_until as leaseUntil",
      "sent_at as sentAt",
      "error",
    ])
    .where("organisation_id", "=", organisationId);
}
