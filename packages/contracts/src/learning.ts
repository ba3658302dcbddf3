import { z } from "zod";
import { GateDecisionKind, GateInto } from "./gate.ts";
import { Id, KpiKey } from "./ids.ts";
import { Phase } from "./initiative.ts";
import { Instant, VersionNumber } from "./values.ts";

/** When something was learned. */
const LearningOccasion = z.enum(["graduated", "retired", "stopped", "gate", "under-way"]);

const Text = z.string().trim().min(1).max(4000);

const LearningFields = {
  occasion: LearningOccasion,
  /** The KPIs it is about: by them it is found again beside the next sentence. */
  kpiKeys: z
    .array(KpiKey)
    .min(1)
    .max(10)
    .refine((keys) => new Set(keys).size === keys.length, { message: "each KPI once" }),
  expected: Text,
  happened: Text,
  /** What speaks against it; empty where nobody looked or found any. */
  contradicting: z.string().trim().max(4000).default(""),
};

export const NewLearning = z.strictObject({ initiativeId: Id, ...LearningFields });
export type NewLearning = z.infer<typeof NewLearning>;

/** Takes the place of what was written as a whole. */
export const ChangeLearning = z.strictObject({ version: VersionNumber, ...LearningFields });
export type ChangeLearning = z.infer<typeof ChangeLearning>;

export const Learning = z.object({
  learningId: Id,
  initiativeId: Id,
  initiative: z.string(),
  /** Its outcome in one sentence. */
  sentence: z.string(),
  occasion: LearningOccasion,
  kpis: z.array(z.object({ kpiKey: KpiKey, name: z.string() })),
  expected: z.string(),
  happened: z.string(),
  contradicting: z.string(),
  version: z.number().int(),
  createdAt: Instant,
  createdBy: z.string(),
  changedAt: Instant,
  changedBy: z.string(),
});
export type Learning = z.infer<typeof Learning>;

/** Text and KPI to search by: each word must be there, in any case. */
export const learningSearch = {
  initiativeId: Id.optional(),
  kpiKey: KpiKey.optional(),
  q: z.string().trim().max(200).optional(),
};

/** An initiative that ended, or whose gate was decided, and of which nobody has written since what was learned. */
export const LearningPrompt = z.object({
  initiativeId: Id,
  name: z.string(),
  team: z.string(),
  sentence: z.string(),
  occasion: LearningOccasion,
  kpiKey: KpiKey.nullable(),
  /** The gate that was decided last, where nothing was written after it; null where the end of the initiative asks alone. */
  gate: z
    .object({
      reviewId: Id,
      into: GateInto,
      leaving: Phase,
      decision: GateDecisionKind,
      decidedAt: Instant,
    })
    .nullable(),
});
export type LearningPrompt = z.infer<typeof LearningPrompt>;
