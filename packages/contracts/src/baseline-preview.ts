import { z } from "zod";
import { BenefitEvaluation } from "./evaluation.ts";
import { Id } from "./ids.ts";
import { ControlMethod } from "./initiative.ts";
import { PeriodText } from "./values.ts";

/** What a baseline would be asked for, as a query: see `NewBaseline`. */
export const BaselinePreviewQuery = z.object({
  /** Left out: of the baseline it stands on, or the start of its initiative. */
  interventionStart: PeriodText.optional(),
  from: PeriodText.optional(),
  to: PeriodText.optional(),
  leftOut: z
    .string()
    .max(520)
    .regex(/^\d{4}-(W\d{2}|\d{2})(,\d{4}-(W\d{2}|\d{2}))*$/)
    .optional()
    .meta({ description: "Periods to leave out, with commas between them." }),
  declareTrend: z.enum(["true", "false"]).optional(),
  controlSeriesIds: z
    .string()
    .max(330)
    .regex(/^[A-Za-z0-9-]{1,64}(,[A-Za-z0-9-]{1,64}){0,4}$/)
    .optional()
    .meta({ description: "Control series, with commas between them." }),
  controlMethod: ControlMethod.optional(),
});

/** Which window a control series has to fit, where that is not the one the benefit stands on: see `NewBaseline`. */
export const controlWindow = BaselinePreviewQuery.pick({
  interventionStart: true,
  from: true,
  to: true,
  leftOut: true,
  controlMethod: true,
}).shape;

/** A series that a baseline might be compared with, or why it cannot be. */
export const ControlCandidate = z.object({
  seriesId: Id,
  kpiKey: z.string(),
  /** As people call it: "Conversion rate (North)". */
  name: z.string(),
  /** From 1: what fits comes first, and of that what moved most like the series itself. */
  rank: z.number().int(),
  fits: z.boolean(),
  /** Why it does not fit, and what would make it; null where it does. */
  reason: z.string().nullable(),
  /** Correlation of the two ratios over the window, from -1 to 1; null where it does not fit or one stood still. */
  movesTogether: z.number().nullable(),
});
export type ControlCandidate = z.infer<typeof ControlCandidate>;

/** What a benefit would stand on, and come to, were such a baseline frozen. Nothing is written. */
export const BaselinePreview = z.object({
  interventionStart: PeriodText,
  preFrom: PeriodText.nullable(),
  preTo: PeriodText.nullable(),
  prePeriods: z.number().int(),
  /** Of the periods to leave out those that have a number. */
  leftOut: z.array(PeriodText),
  design: z.enum(["flat", "fourier", "composed"]),
  rung: z.string(),
  /** Why the ladder chose it. */
  reasons: z.array(z.string()),
  /** What would make the evidence better, the easiest first; empty where nothing would. */
  toRaise: z.array(z.string()),
  /** What a check on weeks where nothing happened found; null where the history is too short for the ladder to ask. */
  placebo: z.string().nullable(),
  /** The last month before the start was so bad that it may be why the initiative began: a question to people. */
  suspicion: z.object({ from: PeriodText, to: PeriodText, reason: z.string() }).nullable(),
  /** The benefit as it is, and as it would be. */
  present: BenefitEvaluation,
  proposed: BenefitEvaluation,
});
export type BaselinePreview = z.infer<typeof BaselinePreview>;
