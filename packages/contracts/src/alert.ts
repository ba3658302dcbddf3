import { alertRules, type AlertKey } from "@liftledger/roi/governance/alert-rules";
import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant, PeriodText } from "./values.ts";

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
});
export type Alert = z.infer<typeof Alert>;

export const AlertState = z.enum(["open", "ended"]);

/** How many alerts are open, and how many of those the asker was told of and did not read. */
export const AlertCount = z.object({ open: z.number().int(), unread: z.number().int() });
export type AlertCount = z.infer<typeof AlertCount>;

export const MarkAlert = z.strictObject({ read: z.boolean() });

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
      title: z.string(),
      lines: z.array(z.string()),
      /** How many lines there was no room for. */
      more: z.number().int(),
    }),
  ),
});
export type Digest = z.infer<typeof Digest>;
