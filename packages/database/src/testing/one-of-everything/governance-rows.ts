import { insertCandidateEstimate } from "../../candidate-estimates.ts";
import { insertDataAssetVersion } from "../../data-asset-versions.ts";
import { insertGateReview } from "../../gate-reviews.ts";
import { insertGateRules } from "../../gate-rules.ts";
import { insertGateSignature } from "../../gate-signatures.ts";
import { insertKillRule } from "../../kill-rules.ts";
import { insertLearning } from "../../learnings.ts";
import { insertAdoptionSeries } from "../../adoption-series.ts";
import { insertProductionFacts } from "../../production-facts.ts";
import { insertReadinessAnswer } from "../../readiness-answers.ts";
import { insertResponsibility } from "../../responsibilities.ts";
import { insertRoadmapTask } from "../../roadmap-tasks.ts";
import { insertToolVersion } from "../../tool-versions.ts";
import type { Writer } from "../../transaction.ts";
import { addWorkSplitAnswer, insertWorkSplitRound } from "../../work-split-rounds.ts";
import { insertWorkflowVersion } from "../../workflow-versions.ts";
import { by, recordedAt } from "./recorded.ts";

/** What is known of an initiative beside its figures, and the registers. */
export async function insertGovernanceRows(tx: Writer, organisationId: string): Promise<void> {
  await insertReadiness(tx, organisationId);
  await insertGates(tx, organisationId);
  await insertRegisters(tx, organisationId);
}

async function insertReadiness(tx: Writer, organisationId: string): Promise<void> {
  const version = { initiativeId: "initiative-1", version: 1, ...by };
  await insertAdoptionSeries(tx, organisationId, { ...version, seriesId: "series-1", sameAsCase: true });
  await insertProductionFacts(tx, organisationId, { ...version, facts: "{}" });
  await insertWorkflowVersion(tx, organisationId, { ...version, workflow: "{}" });
  await insertReadinessAnswer(tx, organisationId, {
    answerId: "answer-1",
    initiativeId: "initiative-1",
    question: "workflow",
    score: 4,
    evidence: [{ kind: "file", reference: "map.pdf" }],
    answeredAt: recordedAt,
    answeredBy: "person-1",
  });
  await insertRoadmapTask(tx, organisationId, {
    taskId: "task-1",
    initiativeId: "initiative-1",
    step: "workflows",
    question: "workflow",
    neededScore: 3,
    finding: null,
    title: "Map the workflow",
    ownerId: "person-1",
    startsOn: "2026-01-05",
    dueOn: "2026-01-19",
    dependsOn: [],
    shownBy: "The map",
    doneOn: null,
    doneBy: null,
    evidence: [],
    version: 1,
    createdAt: recordedAt,
    createdBy: "person-1",
    changedAt: recordedAt,
    changedBy: "person-1",
  });
  await insertResponsibility(tx, organisationId, { ...version, facts: "{}" });
}

async function insertGates(tx: Writer, organisationId: string): Promise<void> {
  await insertGateRules(tx, organisationId, {
    version: 1,
    gates: "{}",
    source: "Board paper",
    approvedBy: "person-1",
    ...by,
  });
  await insertGateReview(tx, organisationId, {
    reviewId: "gate-review-1",
    initiativeId: "initiative-1",
    status: "signed",
    into: "scale",
    leaving: "pilots",
    decision: "advance",
    reason: "The pilot has paid",
    overrides: [{ criterion: "training", by: "person-1", reason: "Next week", at: recordedAt }],
    authors: ["person-1"],
    openedAt: recordedAt,
    openedBy: "person-1",
    pack: "{}",
    digest: "d".repeat(64),
    endedAt: null,
    endedBy: null,
    endReason: null,
  });
  await insertGateSignature(tx, organisationId, {
    reviewId: "gate-review-1",
    position: 1,
    signedAt: recordedAt,
    signedBy: "person-1",
    digest: "d".repeat(64),
    comment: "",
  });
  await insertKillRule(tx, organisationId, {
    killRuleId: "kill-rule-1",
    initiativeId: "initiative-1",
    phase: "pilots",
    measure: "net-roi",
    when: "under",
    limit: "-0.2",
    afterMonths: 4,
    declaredAt: recordedAt,
    declaredBy: "person-1",
  });
}

async function insertRegisters(tx: Writer, organisationId: string): Promise<void> {
  const first = { version: 1, facts: "{}", ...by };
  await insertToolVersion(tx, organisationId, { toolId: "tool-1", ...first });
  await insertDataAssetVersion(tx, organisationId, { dataAssetId: "data-1", ...first });
  await insertCandidateEstimate(tx, organisationId, {
    initiativeId: "initiative-1",
    version: 1,
    estimate: "{}",
    ...by,
  });
  await insertLearning(tx, organisationId, {
    learningId: "learning-1",
    initiativeId: "initiative-1",
    kpiKeys: ["conversion-rate"],
    occasion: "retired",
    expected: "15% more",
    happened: "Nothing moved",
    contradicting: "The shop in town gained 4%",
    createdAt: recordedAt,
    createdBy: "person-1",
    changedAt: recordedAt,
    changedBy: "person-1",
  });
  const roundId = "round-1";
  const opened = { openedAt: recordedAt, openedBy: "person-1" };
  await insertWorkSplitRound(tx, organisationId, { roundId, teamId: "team-1", week: "2026-W02", ...opened });
  const sums = { answers: 1, mechanicalHours: "26", strategicHours: "14" };
  await addWorkSplitAnswer(tx, organisationId, { roundId, personId: "person-1", ...sums });
}
