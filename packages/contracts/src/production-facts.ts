import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant, IsoDate, KeptVersionNumber, VersionNumber } from "./values.ts";

const Text = z.string().trim().min(1).max(400);
const Name = z.string().trim().min(1).max(80);

/** A rule that is written down: where it stands and who answers for it. */
const WrittenRule = z.strictObject({ where: Text, owner: Name });

const SecurityReview = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z
    .strictObject({ kind: z.literal("opened"), openedOn: IsoDate, closedOn: IsoDate.nullable() })
    .refine(({ openedOn, closedOn }) => closedOn === null || closedOn >= openedOn, {
      message: "the review does not end before it is opened",
      path: ["closedOn"],
    }),
  z.strictObject({ kind: z.literal("not-needed"), because: Text }),
]);

/** What lets an initiative run in production, as people recorded it. Null is "not recorded". */
export const ProductionFactFields = z.strictObject({
  /** Who takes it over in production. */
  handOverOwner: Name.nullable(),
  itInvolvedOn: IsoDate.nullable(),
  toolChosenOn: IsoDate.nullable(),
  securityReview: SecurityReview.nullable(),
  /** Where the data are kept and processed. */
  residency: Text.nullable(),
  productionData: z.strictObject({ representative: z.boolean(), shownBy: Text }).nullable(),
  integration: z.strictObject({ inScope: z.boolean(), inBudget: z.boolean() }).nullable(),
  dataAccessRule: WrittenRule.nullable(),
  outputReviewRule: WrittenRule.nullable(),
  errorHandlingRule: WrittenRule.nullable(),
  /** The day on which the description of the process was last agreed. */
  processDocumentedOn: IsoDate.nullable(),
  /** Of those who will use it, how many were trained. */
  trained: z
    .strictObject({
      done: z.number().int().min(0).max(1_000_000),
      of: z.number().int().min(1).max(1_000_000),
    })
    .refine(({ done, of }) => done <= of, { message: "no more than there are", path: ["done"] })
    .nullable(),
});
export type ProductionFactFields = z.infer<typeof ProductionFactFields>;

/** Takes the place of what was recorded as a whole; `version` is the one that was read, 0 where there is none. */
export const SetProductionFacts = ProductionFactFields.extend({ version: KeptVersionNumber });
export type SetProductionFacts = z.infer<typeof SetProductionFacts>;

/** A guardrail, and the day since which it waits to be approved again; until then no gate counts it. */
const StandingRule = WrittenRule.extend({ reopenedOn: IsoDate.nullable() }).nullable();

/** That another scope reopened the guardrails, who changed it when, and the workflow's version that holds it. */
export const Reopened = z.object({
  on: IsoDate,
  at: Instant,
  by: z.string(),
  workflowVersion: z.number().int(),
});

/** Approves the guardrails for the scope as it now is, as they stood at a version. */
export const ApproveGuardrails = z.strictObject({ version: VersionNumber });
export type ApproveGuardrails = z.infer<typeof ApproveGuardrails>;

export const ProductionFacts = ProductionFactFields.extend({
  dataAccessRule: StandingRule,
  outputReviewRule: StandingRule,
  errorHandlingRule: StandingRule,
  /** Null where the guardrails count as they are written. */
  reopened: Reopened.nullable(),
  initiativeId: Id,
  /** From 1; 0 where nothing is recorded yet. */
  version: z.number().int(),
  recordedAt: Instant.nullable(),
  recordedBy: z.string().nullable(),
});
export type ProductionFacts = z.infer<typeof ProductionFacts>;
