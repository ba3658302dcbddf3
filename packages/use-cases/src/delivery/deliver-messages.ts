import { Notice } from "@liftledger/contracts/notice";
import { listAccounts } from "@liftledger/database/accounts";
import { parseJson } from "@liftledger/database/json";
import { dueMessages, settleMessage, takeMessage, type Message } from "@liftledger/database/messages";
import { readingOfMember } from "@liftledger/database/members";
import { inTransaction } from "@liftledger/database/transaction";
import { getWebhook } from "@liftledger/database/webhooks";
import type { Context } from "../context.ts";
import type { Couriers } from "./couriers.ts";
import { defaultOrganisationId } from "../local/local-actor.ts";
import { dayOf } from "../organisations/day-of.ts";
import { mailOf, webhookBody, type Reading } from "./notice-texts.ts";
import { RefusedAddressError } from "./public-address.ts";

/** After so many attempts, over some eight hours, a message is given up; the page shows it and can try again. */
const mostAttempts = 10;
const firstPauseMilliseconds = 60_000;
const longestPauseMilliseconds = 2 * 3_600_000;
/** So long a message whose process was killed while it sent waits for another: longer than any attempt takes. */
const leaseMilliseconds = 120_000;
const atOnce = 20;
const longestError = 300;

/** What became of the messages that were due. */
type Delivered = Record<"sent" | "failed" | "givenUp", number>;

/**
 * Sends what is due, each message by one process: it is taken by one conditional update, sent, and settled. A process
 * that is killed between sending and settling leaves it taken; once that has ended it is sent again, under the same
 * id: at least once, and never lost. One that fails is tried again after a pause that doubles.
 */
export async function deliverMessages(
  ctx: Context,
  couriers: Couriers,
  { signal, present }: { signal: AbortSignal; present: () => string },
): Promise<Delivered> {
  const delivered: Delivered = { sent: 0, failed: 0, givenUp: 0 };
  for (;;) {
    const due = await dueMessages(ctx.db.read, ctx.organisationId, { now: present(), limit: atOnce });
    for (const message of due) {
      if (signal.aborted) return delivered;
      const became = await deliverMessage(ctx, couriers, message, present);
      if (became !== null) delivered[became] += 1;
    }
    if (due.length < atOnce) return delivered;
  }
}

/** Sends one message that is due; null where another process does. */
export async function deliverMessage(
  ctx: Context,
  couriers: Couriers,
  message: Message,
  present: () => string,
): Promise<keyof Delivered | null> {
  const { db, organisationId } = ctx;
  const { messageId } = message;
  const now = present();
  const until = new Date(Date.parse(now) + leaseMilliseconds).toISOString();
  const isOurs = await inTransaction(db, (tx) => takeMessage(tx, organisationId, { messageId, now, until }));
  if (!isOurs) return null;
  const failure = await failureOf(ctx, couriers, message, now);
  const endedAt = present();
  if (failure === null) {
    const sent = { messageId, state: "sent", nextTryAt: endedAt, sentAt: endedAt, error: null } as const;
    await inTransaction(db, (tx) => settleMessage(tx, organisationId, sent));
    return "sent";
  }
  const attempts = message.attempts + 1;
  const isOver = failure.isFinal || attempts >= mostAttempts;
  await inTransaction(db, (tx) =>
    settleMessage(tx, organisationId, {
      messageId,
      state: isOver ? "given-up" : "waiting",
      nextTryAt: nextTryOf(attempts, endedAt),
      sentAt: null,
      error: failure.words,
    }),
  );
  return isOver ? "givenUp" : "failed";
}

/** Trying again does not help where the address itself is refused or nobody is there any more. */
interface Failure {
  words: string;
  isFinal: boolean;
}

async function failureOf(
  ctx: Context,
  couriers: Couriers,
  message: Message,
  now: string,
): Promise<Failure | null> {
  try {
    return message.channel === "mail"
      ? await mailFailure(ctx, couriers, message)
      : await webhookFailure(ctx, couriers, message, now);
  } catch (error) {
    return { words: inOneLine(error), isFinal: error instanceof RefusedAddressError };
  }
}

async function mailFailure(ctx: Context, couriers: Couriers, message: Message): Promise<Failure | null> {
  if (couriers.mail === null)
    return { words: "No mail server is set up: LIFTLEDGER_SMTP_URL is not set.", isFinal: false };
  const [account] = await listAccounts(ctx.db.read, [message.personId ?? ""]);
  if (account === undefined) return { words: "The person has no account any more.", isFinal: true };
  const { messageId, content } = message;
  const chosen = await readingOfMember(ctx.db.read, defaultOrganisationId, account.personId);
  const locale = chosen.locale ?? english;
  const letter = mailOf(parseJson(Notice, content), { ...readingOf(ctx, couriers), locale });
  await couriers.mail({ messageId, to: account.email, ...letter });
  return null;
}

async function webhookFailure(
  ctx: Context,
  couriers: Couriers,
  { messageId, hookId, content }: Message,
  now: string,
): Promise<Failure | null> {
  const { address, secret, format, removedAt } = await getWebhook(
    ctx.db.read,
    ctx.organisationId,
    hookId ?? "",
  );
  if (removedAt !== null) return { words: "The webhook was removed.", isFinal: true };
  const body = webhookBody(format, parseJson(Notice, content), readingOf(ctx, couriers));
  await couriers.post({ messageId, address, secret, body, now });
  return null;
}

/** What is sent is written in English, and says its days as that does where nobody chose otherwise. */
const english = "en-GB";

function readingOf(ctx: Context, { publicUrl }: Couriers): Reading {
  return { publicUrl, locale: english, dayOf: (instant) => dayOf(ctx, instant) };
}

function nextTryOf(attempts: number, failedAt: string): string {
  const pause = Math.min(firstPauseMilliseconds * 2 ** (attempts - 1), longestPauseMilliseconds);
  return new Date(Date.parse(failedAt) + pause).toISOString();
}

function inOneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.trim().split("\n")[0] ?? "").slice(0, longestError) || "It failed without a word.";
}
