import { failureModes } from "@liftledger/roi/governance/failure-modes";
import { playbook } from "@liftledger/roi/governance/playbook";
import { z } from "zod";
import { Id } from "./ids.ts";
import { Evidence, Into, ReadinessQuestion } from "./readiness.ts";
import { Instant, IsoDate, TwoClocks, VersionNumber } from "./values.ts";

const Step = z.enum(playbook.map(({ key }) => key));
const Mode = z.enum(Object.keys(failureModes) as (keyof typeof failureModes)[]);
const Title = z.string().trim().min(1).max(300);
const Name = z.string().trim().min(1).max(80);
const TaskIds = z.array(Id).max(50);

/** A task on the way of an initiative to production. Days are inclusive. */
export const RoadmapTask = z.object({
  taskId: Id,
  initiativeId: Id,
  initiative: z.string(),
  /** The step of the playbook that it belongs to. */
  step: Step,
  /** The question of readiness that it closes, and the score at which it does; null for one that somebody added. */
  question: ReadinessQuestion.nullable(),
  neededScore: z.number().int().nullable(),
  /** The failure mode that it was made of. */
  finding: Mode.nullable(),
  title: z.string(),
  /** Who does it; null until somebody is named. */
  owner: z.string().nullable(),
  startsOn: IsoDate,
  dueOn: IsoDate,
  /** Tasks that must be done before it begins. */
  dependsOn: z.array(Id),
  /** What would show that it is done. */
  shownBy: z.string(),
  doneOn: IsoDate.nullable(),
  doneBy: z.string().nullable(),
  /** What shows that it is done. */
  evidence: z.array(Evidence),
  version: z.number().int(),
  changedAt: Instant,
  changedBy: z.string(),
});
export type RoadmapTask = z.infer<typeof RoadmapTask>;

/** The roadmap as it was known at an instant, and how far it is on a day: that of the instant unless another is asked for. */
export const RoadmapQuery = z.strictObject(TwoClocks.shape);

/** The 90-day roadmap of an initiative, and how far it is on a day. */
export const Roadmap = z.object({
  initiativeId: Id,
  /** The instant at which it was known. */
  asOf: Instant,
  day: IsoDate,
  /** By step of the playbook, then by day. */
  tasks: z.array(RoadmapTask),
  steps: z.array(z.object({ key: Step, name: z.string(), what: z.string() })),
  done: z.number().int(),
  of: z.number().int(),
  /** The ids of those that are late. */
  late: z.array(Id),
  next: z.object({ taskId: Id, title: z.string(), dueOn: IsoDate }).nullable(),
  endsOn: IsoDate.nullable(),
  sentence: z.string(),
  /** What the next phase needs and no task is for. */
  notPlanned: z.array(z.object({ question: ReadinessQuestion, todo: z.string() })),
});
export type Roadmap = z.infer<typeof Roadmap>;

/** Makes tasks of what is open for a phase, the next one unless given, and has no task yet. */
export const PlanRoadmap = z.strictObject({ startsOn: IsoDate, into: Into.optional() });
export type PlanRoadmap = z.infer<typeof PlanRoadmap>;

const days = {
  startsOn: IsoDate,
  dueOn: IsoDate,
};

export const NewRoadmapTask = z.strictObject({
  step: Step,
  title: Title,
  owner: Name.nullable().default(null),
  ...days,
  dependsOn: TaskIds.default([]),
  shownBy: Title,
  finding: Mode.nullable().default(null),
});
export type NewRoadmapTask = z.infer<typeof NewRoadmapTask>;

/** What is left out stays. Other days push back what depends on it, as far as it must be. */
export const ChangeRoadmapTask = z.strictObject({
  version: VersionNumber,
  title: Title.optional(),
  owner: Name.nullable().optional(),
  startsOn: IsoDate.optional(),
  dueOn: IsoDate.optional(),
  dependsOn: TaskIds.optional(),
  shownBy: Title.optional(),
});
export type ChangeRoadmapTask = z.infer<typeof ChangeRoadmapTask>;

/** Several tasks on the days they are given, and nothing else moved: as where a move is taken back. */
export const PlaceRoadmapTasks = z.strictObject({
  tasks: z
    .array(z.strictObject({ taskId: Id, version: VersionNumber, ...days }))
    .min(1)
    .max(500)
    .refine((tasks) => new Set(tasks.map(({ taskId }) => taskId)).size === tasks.length, {
      message: "each once",
    }),
});
export type PlaceRoadmapTasks = z.infer<typeof PlaceRoadmapTasks>;

/** Closes it, with what shows that it is done; of one that is of a question, that is its answer too. */
export const CloseRoadmapTask = z.strictObject({
  version: VersionNumber,
  /** Today where left out. */
  doneOn: IsoDate.optional(),
  evidence: z.array(Evidence).min(1).max(20),
});
export type CloseRoadmapTask = z.infer<typeof CloseRoadmapTask>;

/** Why it is opened again, or taken off. */
export const RoadmapTaskReason = z.strictObject({
  version: VersionNumber,
  reason: z.string().trim().min(1).max(500),
});
export type RoadmapTaskReason = z.infer<typeof RoadmapTaskReason>;
