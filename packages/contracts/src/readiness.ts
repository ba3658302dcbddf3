import { readinessGaps, readinessQuestions } from "@liftledger/roi/governance/readiness-questions";
import { z } from "zod";
import { Id } from "./ids.ts";
import { DecimalText, Instant } from "./values.ts";

/** The ten questions, two of each gap. */
export const ReadinessQuestion = z.enum(readinessQuestions.map(({ key }) => key));
const Gap = z.enum(readinessGaps.map(({ key }) => key));

/** The phases that are entered through a gate. */
export const Into = z.enum(["pilots", "scale", "transform"]);

/** The things of the product that may show something. */
export const EvidenceNoun = z.enum([
  "initiative",
  "business-case",
  "baseline",
  "series",
  "person",
  "workflow",
  "production",
  "data-asset",
]);

/** What shows a score: a link, a file by its reference, or a thing in the product. */
export const Evidence = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("link"),
    address: z.url({ protocol: /^https?$/ }).max(1000),
    text: z.string().trim().min(1).max(200),
  }),
  z.strictObject({ kind: z.literal("file"), reference: z.string().trim().min(1).max(300) }),
  z.strictObject({
    kind: z.literal("object"),
    noun: EvidenceNoun,
    id: Id,
    text: z.string().trim().min(1).max(300),
  }),
]);

const Score = z.number().int().min(0).max(5);

/** Answers a question: 0 nothing yet, 5 nothing left to do. */
export const NewReadinessAnswer = z
  .strictObject({
    question: ReadinessQuestion,
    score: Score,
    evidence: z.array(Evidence).max(20).default([]),
  })
  .refine(({ score, evidence }) => score === 0 || evidence.length > 0, {
    message: "something that shows it: a score above 0 with nothing to show for it counts as 0",
    path: ["evidence"],
  });
export type NewReadinessAnswer = z.infer<typeof NewReadinessAnswer>;

export const ReadinessAnswer = z.object({
  answerId: Id,
  initiativeId: Id,
  question: ReadinessQuestion,
  score: Score,
  evidence: z.array(Evidence),
  answeredAt: Instant,
  answeredBy: z.string(),
});
export type ReadinessAnswer = z.infer<typeof ReadinessAnswer>;

/** The phase asked about; the next one unless given. And what was known at an instant. */
export const ReadinessQuery = z.strictObject({ into: Into.optional(), asOf: Instant.optional() });

/** Readiness for the phase that comes next. */
export const Readiness = z.object({
  initiativeId: Id,
  into: Into,
  asOf: Instant,
  /** Closed gaps, of how many. */
  ready: z.number().int(),
  of: z.number().int(),
  /** Names of the gaps that are still open, in the order in which they are closed. */
  open: z.array(z.string()),
  /** Points reached of all points, a ratio. */
  score: DecimalText,
  sentence: z.string(),
  gaps: z.array(z.object({ key: Gap, name: z.string(), score: Score, isClosed: z.boolean() })),
  questions: z.array(
    z.object({
      question: ReadinessQuestion,
      gap: Gap,
      asks: z.string(),
      todo: z.string(),
      /** What would show that it is closed. */
      shownBy: z.string(),
      /** As it counts: 0 without evidence. */
      score: Score,
      /** What the phase needs. */
      needed: Score,
      isClosed: z.boolean(),
      reason: z.string(),
      evidence: z.array(Evidence),
      answeredAt: Instant.nullable(),
      answeredBy: z.string().nullable(),
      /** What the product can answer itself, for a person to confirm; null where it knows nothing, and of an earlier instant. */
      proposed: z.object({ score: Score, reason: z.string(), evidence: z.array(Evidence) }).nullable(),
    }),
  ),
});
export type Readiness = z.infer<typeof Readiness>;
