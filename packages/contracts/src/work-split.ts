import { z } from "zod";
import { Id } from "./ids.ts";
import { DecimalText, Instant, ShareText, VersionNumber } from "./values.ts";

const IsoWeek = z
  .string()
  .regex(/^(19|2[01])\d{2}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'an ISO week such as "2026-W05"');

export const NewWorkSplitRound = z.strictObject({
  /** The team that is asked, by its name; everybody where left out. */
  team: z.string().trim().min(1).max(80).optional(),
  /** The week that is asked about. */
  week: IsoWeek,
});
export type NewWorkSplitRound = z.infer<typeof NewWorkSplitRound>;

export const CloseWorkSplitRound = z.strictObject({ version: VersionNumber });

const Hours = DecimalText.refine((text) => Number(text) >= 0 && Number(text) <= 100, {
  message: "hours of a week, from 0 to 100",
}).refine((text) => /^\d+(\.\d{1,2})?$/.test(text), { message: "two digits after the point at most" });

/** One's own hours of the week. They are added to the sums of the round and kept nowhere else. */
export const WorkSplitAnswer = z
  .strictObject({ mechanicalHours: Hours, strategicHours: Hours })
  .refine(({ mechanicalHours, strategicHours }) => Number(mechanicalHours) + Number(strategicHours) > 0, {
    message: "some hours: a week without work says nothing of how it is split",
    path: ["mechanicalHours"],
  })
  .refine(({ mechanicalHours, strategicHours }) => Number(mechanicalHours) + Number(strategicHours) <= 168, {
    message: "a week has 168 hours",
    path: ["strategicHours"],
  });
export type WorkSplitAnswer = z.infer<typeof WorkSplitAnswer>;

/** That an answer was counted. */
export const CountedWorkSplitAnswer = z.object({ roundId: Id, answers: z.number().int() });

export const WorkSplitRound = z.object({
  roundId: Id,
  /** Null for everybody. */
  team: z.string().nullable(),
  week: z.string(),
  openedAt: Instant,
  openedBy: z.string(),
  closedAt: Instant.nullable(),
  answers: z.number().int(),
  /** Told once the round is closed and three have answered. */
  result: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("open"), reason: z.string() }),
    z.object({ kind: z.literal("too-few"), reason: z.string() }),
    z.object({
      kind: z.literal("split"),
      mechanicalHours: DecimalText,
      strategicHours: DecimalText,
      /** Mechanical hours of all hours: pooled before they are divided. */
      mechanicalShare: ShareText,
      againstPublished: z.enum(["under", "within", "over"]),
      /** Against the round before of the same people that was shown, a ratio; null where there is none. */
      changeSince: DecimalText.nullable(),
    }),
  ]),
  /** Of whoever asks. */
  hasAnswered: z.boolean(),
  mayAnswer: z.boolean(),
  version: z.number().int(),
});
export type WorkSplitRound = z.infer<typeof WorkSplitRound>;
