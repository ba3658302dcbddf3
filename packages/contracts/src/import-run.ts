import { z } from "zod";
import { Id } from "./ids.ts";
import { ImportPreview, ImportResult } from "./import.ts";

const [, QuestionOutcome, RefusedOutcome] = ImportPreview.options;

/** How far an import has come. What is "committing" can no longer be cancelled. */
export const ImportProgress = z.object({
  kind: z.literal("progress"),
  stage: z.enum(["waiting", "reading", "writing", "committing"]),
  rows: z.number().int(),
  fraction: z.number().min(0).max(1),
  /** At the speed so far; null as long as that says nothing. */
  secondsLeft: z.number().int().nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** One event of an import that is under way: its id, how far it has come, and last what became of it. */
export const ImportEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("started"), runId: Id }),
  ImportProgress,
  ImportResult.extend({ kind: z.literal("imported") }),
  QuestionOutcome,
  RefusedOutcome,
  z.object({ kind: z.literal("cancelled") }),
]);
export type ImportEvent = z.infer<typeof ImportEvent>;
