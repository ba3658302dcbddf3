import { alertRules, type AlertKey } from "@liftledger/roi/governance/alert-rules";
import { z } from "zod";
import { Instant, KeptVersionNumber } from "./values.ts";

/**
 * Who is told: the initiative's owner, the contributors of its team, finance, the admins. Of what belongs to no
 * initiative the owner and the team are nobody; where that leaves nobody, the admins are told.
 */
export const Audience = z.enum(["owner", "team", "finance", "admin"]);
export type Audience = z.infer<typeof Audience>;

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as "07:00"');

const Rule = z.strictObject({ isOn: z.boolean(), to: z.array(Audience).min(1).max(4) });

const keys = Object.keys(alertRules) as AlertKey[];
const Rules = z.strictObject(
  Object.fromEntries(keys.map((key) => [key, Rule])) as Record<AlertKey, typeof Rule>,
);

const DigestTo = z
  .array(z.enum(["owner", "contributor", "finance", "admin"]))
  .min(1)
  .max(4);

export const AlertSettingsFields = z.strictObject({
  rules: Rules,
  /** When nobody is told, by the organisation's clock; over midnight where the end is the earlier. Null for never. */
  quietHours: z
    .strictObject({ from: ClockTime, to: ClockTime })
    .refine(({ from, to }) => from !== to, {
      message: "quiet hours that begin and end at different times, or null for none",
    })
    .nullable(),
  /** Whether alerts and digests are mailed, too. */
  mail: z.boolean(),
  /** The digest of the week before, on a day of the week from 1, Monday, to 7. */
  weekly: z.strictObject({ isOn: z.boolean(), weekday: z.number().int().min(1).max(7), to: DigestTo }),
  /** The digest of the month before, on a day of the month that every month has. */
  monthly: z.strictObject({ isOn: z.boolean(), day: z.number().int().min(1).max(28), to: DigestTo }),
});
export type AlertSettingsFields = z.infer<typeof AlertSettingsFields>;

/** Takes the place of what was set as a whole; version 0 where nothing was set. */
export const SetAlertSettings = AlertSettingsFields.extend({
  version: KeptVersionNumber,
});
export type SetAlertSettings = z.infer<typeof SetAlertSettings>;

export const AlertSettings = AlertSettingsFields.extend({
  version: z.number().int(),
  recordedAt: Instant.nullable(),
  recordedBy: z.string().nullable(),
  /** From which address the server mails; null where no mail server is set up. */
  mailFrom: z.string().nullable(),
});
export type AlertSettings = z.infer<typeof AlertSettings>;
