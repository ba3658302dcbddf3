import { z } from "zod";
import { AdoptionVersion } from "./adoption.ts";
import { Approval } from "./approval.ts";
import { ControlCandidate, controlWindow } from "./baseline-preview.ts";
import { Candidate, CandidateEstimate } from "./candidate.ts";
import { HoldOut } from "./hold-out.ts";
import { Baseline, Benefit, Initiative } from "./initiative.ts";
import { Learning, LearningPrompt, learningSearch } from "./learning.ts";
import { listOf, versionsOf } from "./list.ts";
import { ProductionFacts } from "./production-facts.ts";
import { ReadinessAnswer } from "./readiness.ts";
import { ResponsibilityVersion } from "./responsibility.ts";
import { RoadmapTask } from "./roadmap.ts";
import { UnitValue } from "./unit-value.ts";
import { Instant } from "./values.ts";
import { WorkSplitRound } from "./work-split.ts";
import { Workflow } from "./workflow.ts";

const asOf = Instant.optional();

/** The lists of initiatives and what is known of each; a part of the table in `lists.ts`. */
export const initiativeLists = {
  listInitiatives: listOf(Initiative, {
    key: ["initiativeId"],
    sort: ["initiativeId", "name", "status", "startedOn", "createdAt"],
    first: "initiativeId",
    filter: ["phase", "status"],
  }),
  listBenefits: listOf(Benefit, {
    key: ["benefitId"],
    sort: ["benefitId", "seriesId"],
    first: "benefitId",
    filter: ["seriesId"],
  }),
  listUnitValues: listOf(UnitValue, {
    key: ["benefitId"],
    sort: ["initiative", "kpiName", "proposedAt"],
    first: "initiative",
    filter: ["state", "initiativeId", "seriesId", "kpiKey"],
  }),
  listApprovals: listOf(Approval, {
    key: ["kind", "objectId"],
    sort: ["askedAt", "kind", "what"],
    first: "askedAt",
    filter: ["kind", "decision", "initiativeId"],
  }),
  listBaselines: listOf(Baseline, {
    key: ["baselineId"],
    sort: ["baselineId", "interventionStart", "status"],
    first: "baselineId",
    filter: ["status"],
  }),
  listControlCandidates: listOf(ControlCandidate, {
    key: ["seriesId"],
    sort: ["rank", "name"],
    first: "rank",
    filter: ["kpiKey"],
    also: controlWindow,
  }),
  listHoldOuts: listOf(HoldOut, {
    key: ["holdOutId"],
    sort: ["holdOutId", "createdAt"],
    first: "-holdOutId",
    filter: ["initiativeId", "benefitId"],
    also: { asOf },
  }),
  listHoldOutRevisions: listOf(HoldOut, {
    key: ["revision"],
    sort: ["revision", "recordedAt"],
    first: "revision",
  }),
  listProductionFactVersions: versionsOf(ProductionFacts),
  listWorkflowVersions: versionsOf(Workflow),
  listReadinessAnswers: listOf(ReadinessAnswer, {
    key: ["answerId"],
    sort: ["answeredAt", "question", "score", "answerId"],
    first: "-answeredAt",
    filter: ["question"],
  }),
  listCandidates: listOf(Candidate, {
    key: ["position"],
    sort: ["position", "name", "team"],
    first: "position",
    filter: ["team"],
  }),
  listCandidateEstimateVersions: versionsOf(CandidateEstimate),
  listLearnings: listOf(Learning, {
    key: ["learningId"],
    sort: ["createdAt", "changedAt", "learningId"],
    first: "-createdAt",
    also: learningSearch,
  }),
  listLearningPrompts: listOf(LearningPrompt, {
    key: ["initiativeId"],
    sort: ["name", "initiativeId"],
    first: "name",
    filter: ["initiativeId"],
  }),
  listAdoptionVersions: versionsOf(AdoptionVersion),
  listResponsibilityVersions: versionsOf(ResponsibilityVersion),
  listWorkSplitRounds: listOf(WorkSplitRound, {
    key: ["roundId"],
    sort: ["openedAt", "week", "roundId"],
    first: "-openedAt",
  }),
  listRoadmapTasks: listOf(RoadmapTask, {
    key: ["taskId"],
    sort: ["dueOn", "startsOn", "initiativeId", "taskId"],
    first: "dueOn",
    filter: ["initiativeId", "step"],
    also: { isDone: z.enum(["true", "false"]).optional(), asOf },
  }),
};
