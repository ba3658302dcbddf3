import { z } from "zod";
import { Id } from "./ids.ts";
import { Known } from "./known.ts";
import { Retired } from "./retirement.ts";
import { Instant, IsoDate, MoneyText, VersionNumber } from "./values.ts";

const Name = z.string().trim().min(1).max(80);

/** How a tool stands to the systems there are. */
const Integration = z.enum(["integrated", "standalone", "not-known"]);

/** That an initiative uses a tool, for which use case, and which systems it reads from or writes to there. */
const ToolUse = z.strictObject({
  initiativeId: Id,
  useCase: z.string().trim().min(1).max(120),
  systems: z.array(Name).max(30).default([]),
});

const isEachOnce = (values: readonly string[]) => new Set(values).size === values.length;
const once = { message: "each once" };

/** That a team takes a tool up: from when, and until when it did; null while it still does. */
const RollOut = z
  .strictObject({ team: Name, since: IsoDate, until: IsoDate.nullable() })
  .refine(({ since, until }) => until === null || until >= since, {
    message: "a roll-out does not end before it begins",
    path: ["until"],
  })
  .nullable();

/** What is recorded of a tool. */
export const ToolFields = z.strictObject({
  name: Name,
  vendor: Name,
  integration: Integration,
  /** Whether it says why it answers as it does. */
  explainable: Known,
  /** Whether it works on data as they come in. */
  realTime: Known,
  /** When and by whom it was checked before anybody used it; null where it was not. */
  preVetted: z.strictObject({ on: IsoDate, by: Name }).nullable(),
  note: z.string().trim().max(400).default(""),
  /** Which team takes it up, beside or before any initiative: that takes its attention as a pilot does. */
  rollOut: RollOut.default(null),
  uses: z.array(ToolUse).max(200).default([]),
  /** The cost lines that are this tool's. A line is one tool's at most, so that nothing is counted twice. */
  costLineIds: z.array(Id).max(5000).refine(isEachOnce, once).default([]),
  /** The shared costs that are this tool's as a whole. */
  costPoolIds: z.array(Id).max(50).refine(isEachOnce, once).default([]),
});
export type ToolFields = z.infer<typeof ToolFields>;

/** Takes the place of what was recorded as a whole. */
export const ChangeTool = ToolFields.extend({ version: VersionNumber });
export type ChangeTool = z.infer<typeof ChangeTool>;

/** A tool in the register. */
export const Tool = ToolFields.extend({
  toolId: Id,
  note: z.string(),
  rollOut: RollOut,
  uses: z.array(ToolUse.extend({ initiative: z.string(), systems: z.array(z.string()) })),
  costLineIds: z.array(Id),
  costPoolIds: z.array(Id),
  /** What was spent on it up to the day that was asked for, and the figure that explains it. */
  spend: MoneyText,
  figureId: z.string(),
  changedAt: Instant,
  changedBy: z.string(),
  version: z.number().int(),
  retired: Retired,
});
export type Tool = z.infer<typeof Tool>;

/** What the register said of a tool at one version; people and initiatives by their names now. */
export const ToolVersion = Tool.omit({
  spend: true,
  figureId: true,
  changedAt: true,
  changedBy: true,
  retired: true,
}).extend({ recordedAt: Instant, recordedBy: z.string() });
export type ToolVersion = z.infer<typeof ToolVersion>;

/** Where tools crowd, which systems each initiative touches, and how many tools are integrated. */
export const ToolOverload = z.object({
  overloads: z.array(
    z.object({
      key: z.enum(["initiativesPerSeries", "vendorsPerSeries", "initiativesPerUseCase", "vendorsPerUseCase"]),
      /** The series, or the use case. */
      on: z.string(),
      count: z.number().int(),
      /** The initiatives, or the vendors. */
      names: z.array(z.string()),
      text: z.string(),
      /** Why it is one. */
      because: z.string(),
    }),
  ),
  systems: z.array(z.object({ initiativeId: Id, initiative: z.string(), systems: z.array(z.string()) })),
  tools: z.object({
    integrated: z.number().int(),
    standalone: z.number().int(),
    notKnown: z.number().int(),
  }),
  /** What was published of tools that connect with existing systems, with its source and caveat. */
  published: z.object({
    what: z.string(),
    factor: z.string(),
    publisher: z.string(),
    caveat: z.string(),
  }),
});
export type ToolOverload = z.infer<typeof ToolOverload>;
