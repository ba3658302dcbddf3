import { z } from "zod";
import { Id } from "./ids.ts";
import {
  aiActRoles,
  consentBases,
  optOuts,
  reviewIntervals,
  riskClasses,
  squadRoles,
} from "./responsibility-values.ts";
import { Instant, IsoDate, KeptVersionNumber } from "./values.ts";

const Text = z.string().trim().min(1).max(400);
const Name = z.string().trim().min(1).max(80);

/** Who answers for what of an initiative, as people recorded it. Null is "not recorded". */
export const ResponsibilityFields = z.strictObject({
  /** One may have several roles, and a role several people. */
  squad: z.array(z.strictObject({ role: z.enum(squadRoles), who: Name })).max(40),
  /** What the AI may do without anybody's approval; null where nobody said, empty where that is nothing. */
  unapproved: z.array(Text).max(40).nullable(),
  outputReview: z
    .strictObject({
      reviewer: Name,
      every: z.enum(reviewIntervals),
      /** What is looked at each time: "20 drafts, drawn by lot". */
      sample: z.string().trim().max(400),
    })
    .nullable(),
  /** By what personal data may be used under Article 6(1) of the GDPR. */
  gdprBasis: z.enum(consentBases).nullable(),
  /** How people may object under the CCPA. */
  ccpa: z.enum(optOuts).nullable(),
  /** Where it is written down. */
  consentRecord: Text.nullable(),
  /** How people are told that an AI is at work. */
  disclosure: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("told"), how: Text, since: IsoDate }),
      z.strictObject({ kind: z.literal("not-told"), because: Text }),
    ])
    .nullable(),
  lastBiasAudit: z.strictObject({ on: IsoDate, by: Name, result: Text }).nullable(),
  aiActRole: z.enum(aiActRoles).nullable(),
  talksWithPeople: z.boolean().nullable(),
  makesContent: z.boolean().nullable(),
  isPublished: z.boolean().nullable(),
  riskClass: z
    .strictObject({ class: z.enum(riskClasses), judgedBy: Name, judgedOn: IsoDate, because: Text })
    .nullable(),
});
export type ResponsibilityFields = z.infer<typeof ResponsibilityFields>;

/** Takes the place of what was recorded as a whole; `version` is the one that was read, 0 where there is none. */
export const SetResponsibility = ResponsibilityFields.extend({ version: KeptVersionNumber });
export type SetResponsibility = z.infer<typeof SetResponsibility>;

export const ResponsibilityVersion = ResponsibilityFields.extend({
  initiativeId: Id,
  /** From 1; 0 where nothing is recorded yet. */
  version: z.number().int(),
  recordedAt: Instant.nullable(),
  recordedBy: z.string().nullable(),
});
export type ResponsibilityVersion = z.infer<typeof ResponsibilityVersion>;

/** A duty of the AI Act that may apply, by what is recorded. */
const AiActDuty = z.object({
  key: z.string(),
  article: z.string(),
  name: z.string(),
  asks: z.string(),
  mayApply: z.enum(["yes", "no", "not-known"]),
  reason: z.string(),
  appliesFrom: IsoDate,
  isInForce: z.boolean(),
  source: z.string(),
  address: z.url(),
  laterActs: z.string(),
  /** The day on which this was last compared with its source. */
  checkedOn: IsoDate,
});

export const Responsibility = ResponsibilityVersion.extend({
  duties: z.array(AiActDuty),
  /** What stands over the duties: that this is not legal advice. */
  notice: z.string(),
});
export type Responsibility = z.infer<typeof Responsibility>;
