import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant, IsoDate, KeptVersionNumber } from "./values.ts";

const Name = z.string().trim().min(1).max(80);
const Text = z.string().trim().min(1).max(400);

const stepFields = {
  name: Text,
  /** Who answers for it; null while nobody is named. */
  owner: Name.nullable(),
  /** The system or the tool it is done in. */
  tool: Name.nullable(),
  note: z.string().trim().max(400).default(""),
};

/** One thing that happens, in its place. A manual workaround says since when it is needed, and until when it was. */
const WorkflowStep = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["step", "decision", "exception", "hand-off"]), ...stepFields }),
  z
    .strictObject({
      kind: z.literal("workaround"),
      ...stepFields,
      since: IsoDate,
      until: IsoDate.nullable(),
    })
    .refine(({ since, until }) => until === null || until >= since, {
      message: "the last day does not lie before the first",
      path: ["until"],
    }),
]);
export type WorkflowStep = z.infer<typeof WorkflowStep>;

/** A yes or a no with its reason; null while nobody has judged it. */
const Judgement = z.strictObject({ answer: z.boolean(), because: Text }).nullable();

/** The workflow without the initiative, or with it. */
const WorkflowState = z.strictObject({
  /** In the order in which they happen. */
  steps: z.array(WorkflowStep).max(100),
  /** Whether it can take on a multiple of the volume. */
  scalable: Judgement,
  /** Whether somebody else gets the same out of it. */
  repeatable: Judgement,
});
export type WorkflowState = z.infer<typeof WorkflowState>;

/** How the work of an initiative is done, before it and after it, and what was found to be wrong with it. */
export const WorkflowFields = z.strictObject({
  /** What it is for and what it is not for; another one reopens the guardrails for approval. Null while none is stated. */
  scope: z.string().trim().min(1).max(2000).nullable(),
  before: WorkflowState,
  after: WorkflowState,
  findings: z
    .array(z.strictObject({ text: Text, diagnosis: z.enum(["data", "flow", "ownership", "definition"]) }))
    .max(100),
});
export type WorkflowFields = z.infer<typeof WorkflowFields>;

/** Takes the place of what was recorded as a whole; `version` is the one that was read, 0 where there is none. */
export const SetWorkflow = WorkflowFields.extend({ version: KeptVersionNumber });
export type SetWorkflow = z.infer<typeof SetWorkflow>;

export const Workflow = WorkflowFields.extend({
  initiativeId: Id,
  /** From 1; 0 where nothing is recorded yet. */
  version: z.number().int(),
  recordedAt: Instant.nullable(),
  recordedBy: z.string().nullable(),
});
export type Workflow = z.infer<typeof Workflow>;
