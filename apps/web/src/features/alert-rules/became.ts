import type { Delivery } from "@liftledger/contracts/webhook";
import { formatInstant } from "../../components/format-date.ts";
import { t } from "../../words.ts";

export type Became = Pick<Delivery, "state" | "sentAt" | "nextTryAt" | "error" | "attempts">;

/** What became of a mail or a call of a webhook. Why one failed is not told to everybody. */
export function became({ state, sentAt, nextTryAt, error, attempts }: Became): string {
  if (state === "sent") return t`Taken ${formatInstant(sentAt ?? "")}`;
  if (state === "given-up")
    return error === null ? t`Given up after ${attempts}` : t`Given up after ${attempts}: ${error}`;
  if (error !== null) return t`Tried again ${formatInstant(nextTryAt ?? "")}: ${error}`;
  return attempts === 0 ? t`Waits to be sent` : t`Tried again ${formatInstant(nextTryAt ?? "")}`;
}

/** To whom it went, and how. */
export function toWhom({ to, channel }: Pick<Delivery, "to" | "channel">): string {
  return channel === "mail" ? t`${to}, by mail` : t`${to}, by webhook`;
}
