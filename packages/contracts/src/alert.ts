import { alertRules, type AlertKey } from "@liftledger/roi/governance/alert-rules";
import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant, IsoDate, PeriodText } from "./values.ts";
import { Delivery } from "./webhook.ts";

export const AlertRuleKey = z.enum(Object.keys(alertRules) as AlertKey[]);

/** Something people were told of: what, since when, what to do, and once it is over, when that was. */
export const Alert = z.object({
  alertId: Id,
  rule: AlertRuleKey,
  name: z.string(),
  /** A state ends; a change is over when it is told. */
  kind: z.enum(["state", "change"]),
  initiativeId: Id.nullable(),
  initiative: z.string().nullable(),
  /** What was seen, with its figures. */
  text: z.string(),
  whatToDo: z.string(),
  /** Of a missing week or month, which it is; null of all else. */
  period: PeriodText.nullable(),
  since: Instant,
  raisedAt: Instant,
  endedAt: Instant.nullable(),
  /** What was seen when it ended. */
  endText: z.string().nullable(),
  /** Who was told. */
  told: z.array(z.string()),
  /** Whether the asker was told. */
  isMine: z.boolean(),
  readAt: Instant.nullable(),
  /** That it is put off: until the day on which it is back, by whom, and why. Null where it is not, or is back. */
  snooze: z.object({ backOn: IsoDate, by: z.string(), at: Instant, reason: z.string() }).nullable(),
});
export type Alert = z.infer<typeof Alert>;

/** Open ones that are put off are "snoozed" and not "open". */
export const AlertState = z.enum(["open", "snoozed", "ended"]);

/** How many alerts are open, how many are put off, and how many of the open ones the asker was told of and did not read. */
export const AlertCount = z.object({
  open: z.number().int(),
  snoozed: z.number().int(),
  unread: z.number().int(),
});
export type AlertCount = z.infer<typeof AlertCount>;

export const MarkAlert = z.strictObject({ read: z.boolean() });

/** Puts an open alert off until a day, on which it is back; for everybody, with a reason that everybody reads. */
export const SnoozeAlert = z.strictObject({ backOn: IsoDate, reason: z.string().trim().min(1).max(400) });
export type SnoozeAlert = z.infer<typeof SnoozeAlert>;

export const DigestKind = z.enum(["weekly", "monthly"]);

/** The week or the month that is told of; the last that ended where it is left out. */
export const DigestQuery = z.strictObject({ period: PeriodText.optional() });

/** What a week was for growth, or a month for finance, on one screen. */
export const Digest = z.object({
  kind: DigestKind,
  period: PeriodText,
  title: z.string(),
  sections: z.array(
    z.object({
      /** What it is of: figures, verdicts that changed, what is open, what comes. */
      part: z.enum(["figures", "verdicts", "alerts", "coming"]),
      title: z.string(),
      lines: z.array(z.string()),
      /** How many lines there was no room for. */
      more: z.number().int(),
    }),
  ),
});
export type Digest = z.infer<typeof Digest>;

/** A digest that was made, to whom it went, and what became of each message. */
export const SentDigest = z.object({
  kind: DigestKind,
  period: PeriodText,
  madeAt: Instant,
  /** Mails and calls of webhooks; empty where nobody was to be told. Why one failed is told to admins alone. */
  deliveries: z.array(Delivery.omit({ kind: true, title: true, createdAt: true })),
});
export type SentDigest = z.infer<typeof SentDigest>;
