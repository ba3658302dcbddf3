import { insertAccount, insertSession, setPasswordHash } from "../accounts.ts";
import { insertAccessLink } from "../access-links.ts";
import { insertAnnotation } from "../annotations.ts";
import { insertGateReview } from "../gate-reviews.ts";
import { insertGateRules } from "../gate-rules.ts";
import { insertGateSignature } from "../gate-signatures.ts";
import { insertKillRule } from "../kill-rules.ts";
import { insertCandidateEstimate } from "../candidate-estimates.ts";
import { insertLearning } from "../learnings.ts";
import { insertResponsibility } from "../responsibilities.ts";
import { addWorkSplitAnswer, insertWorkSplitRound } from "../work-split-rounds.ts";
import { insertAlertSettings } from "../alert-settings.ts";
import { keepAlertLook, keepAlertState } from "../alert-states.ts";
import { insertAlert } from "../alerts.ts";
import { insertDigest } from "../digests.ts";
import { insertMessage } from "../messages.ts";
import { insertWebhook } from "../webhooks.ts";
import { insertProductionFacts } from "../production-facts.ts";
import { insertWorkflowVersion } from "../workflow-versions.ts";
import { insertRoadmapTask } from "../roadmap-tasks.ts";
import { insertDataAssetVersion } from "../data-asset-versions.ts";
import { insertToolVersion } from "../tool-versions.ts";
import { insertReadinessAnswer } from "../readiness-answers.ts";
import { recordAudit } from "../audit-entries.ts";
import { insertDraftBaseline, freezeBaseline } from "../baselines.ts";
import { insertBenefitAssumptions } from "../benefit-assumptions.ts";
import { insertBenefit } from "../benefits.ts";
import { insertBenchmarkChoice, wholeOrganisation } from "../benchmark-choices.ts";
import { insertBenchmarkSet, insertBenchmarkSetVersion } from "../benchmark-sets.ts";
import { insertBusinessCase } from "../business-cases.ts";
import { insertCaseComments } from "../case-comments.ts";
import { insertCaseSettings } from "../case-settings.ts";
import { insertCaseSignature } from "../case-signatures.ts";
import { insertCaseVersion, updateCaseVersion } from "../case-versions.ts";
import { insertCostLines } from "../cost-lines.ts";
import { insertCostPool, insertCostPoolMonth } from "../cost-pools.ts";
import { insertExchangeRates, retractExchangeRate } from "../exchange-rates.ts";
import { insertHoldOut } from "../hold-outs.ts";
import { insertIdempotentAnswer } from "../idempotency-keys.ts";
import { saveImportRecipe } from "../import-recipes.ts";
import { insertImportedRows } from "../imported-rows.ts";
import { insertImport, markImportUndone, insertRefusedRows } from "../imports.ts";
import { insertInitiativePhase } from "../initiative-phases.ts";
import { insertInitiative } from "../initiatives.ts";
import { keepEvaluations } from "../kept-evaluations.ts";
import { beginJob, endJob, ensureJob } from "../jobs.ts";
import { insertKpiVersions } from "../kpis.ts";
import { insertMember } from "../members.ts";
import type { Database } from "../open-database.ts";
import { insertOrganisation } from "../organisations.ts";
import { findOrCreatePerson } from "../people.ts";
import { insertPeriodEvent, insertPeriodFigures } from "../periods.ts";
import { endRetirement, insertRetirement } from "../retirements.ts";
import { insertSavedView } from "../saved-views.ts";
import { insertSeries } from "../series.ts";
import { insertServiceKey } from "../service-keys.ts";
import { insertSnapshots, latestSnapshots, noQuantities } from "../snapshots.ts";
import { insertSnapshotsBeside } from "../snapshots-beside.ts";
import { findOrCreateTeam } from "../teams.ts";
import type { Writer } from "../transaction.ts";
import { insertValuePool, replacePoolMembers } from "../value-pools.ts";
import { inTransaction } from "../transaction.ts";

/** When everything in `insertOneOfEverything` was recorded. */
export const recordedAt = "2026-01-05T09:00:00.000Z";

const at = { createdAt: recordedAt };
const by = { recordedAt, recordedBy: "person-1" };

/** What the audit chain says of all this. */
const exampleAudit = {
  recordedAt,
  actorId: "person-1",
  action: "insertOneOfEverything",
  noun: "organisation",
  objectId: "example",
  before: null,
  after: { rows: 1 },
  reason: null,
  requestId: "request-1",
};

/**
 * Adds an organisation with one row or more in every table: KPI `conversion-rate`, series `series-1`
 * with 2026-W01 and W02, initiative `initiative-1`, benefit `benefit-1`, frozen baseline `baseline-1`.
 * The ids are the same in every organisation, so that a query that forgets the organisation is seen.
 */
export async function insertOneOfEverything(db: Database, organisationId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await insertCatalogue(tx, organisationId);
    await insertMeasured(tx, organisationId);
    await insertContested(tx, organisationId);
    await insertImported(tx, organisationId);
    await insertEffort(tx, organisationId);
    await insertFrozenBaseline(tx, organisationId);
    await insertRetracted(tx, organisationId);
    await insertClaim(tx, organisationId);
    await insertCostAndKey(tx, organisationId);
    await insertSharedCost(tx, organisationId);
    await insertBenchmarks(tx, organisationId);
    await insertApprovedCase(tx, organisationId);
    await insertClose(tx, organisationId);
    await insertAccess(tx, organisationId);
    await insertJob(tx, organisationId);
    await insertRetirements(tx, organisationId);
    recordAudit(tx, organisationId, [exampleAudit]);
  });
}

/** In every table of better-auth, which know no organisation. */
async function insertAccountRows(tx: Writer, userId: string): Promise<void> {
  const [id, expires_at] = [userId, "2026-02-05T09:00:00.000Z"];
  const times = { created_at: recordedAt, updated_at: recordedAt };
  await insertAccount(tx, { personId: userId, name: "Ada", email: `${userId}@example.test` }, recordedAt);
  await setPasswordHash(tx, userId, "hash", recordedAt);
  const session = { sessionId: `session-${id}`, token: `token-${id}`, personId: userId };
  await insertSession(tx, { ...session, createdAt: recordedAt, expiresAt: expires_at });
  await tx
    .insertInto("auth_verifications")
    .values({ id, identifier: `2fa-${id}`, value: userId, expires_at, ...times })
    .execute();
  await tx
    .insertInto("auth_two_factors")
    .values({ id, user_id: userId, secret: "encrypted", backup_codes: "encrypted", verified: 1 })
    .execute();
  await tx
    .insertInto("auth_rate_limits")
    .values({ id, key: `127.0.0.1|${id}`, count: 1, last_request: 1_767_603_600_000n })
    .execute();
  await tx.insertInto("auth_secrets").values({ id, value: "secret" }).execute();
}

async function insertRetirements(tx: Writer, organisationId: string): Promise<void> {
  const retired = { retiredAt: recordedAt, retiredBy: "person-1", reason: "counted elsewhere now" };
  await insertRetirement(tx, organisationId, "series", { objectId: "series-1", ...retired });
  const restored = { objectId: "series-1", restoredAt: recordedAt, restoredBy: "person-1" };
  await endRetirement(tx, organisationId, "series", restored);
  await insertRetirement(tx, organisationId, "team", { objectId: "team-1", ...retired });
}

async function insertJob(tx: Writer, organisationId: string): Promise<void> {
  const job = { name: "evaluate-portfolio", schedule: "0 0 * * *", nextDueAt: recordedAt };
  await ensureJob(tx, organisationId, job);
  const lease = { name: job.name, holder: "process-1", now: recordedAt };
  const nextDueAt = "2026-01-06T00:00:00.000Z";
  await beginJob(tx, organisationId, { ...lease, until: "2026-01-05T09:02:00.000Z", nextDueAt });
  const ended = { ...lease, endedAt: recordedAt, nextDueAt, did: { evaluated: 1 } };
  await endJob(tx, organisationId, { ...ended, outcome: "done", error: null, attempts: 0 });
}

async function insertAccess(tx: Writer, organisationId: string): Promise<void> {
  const member = { personId: "person-1", role: "admin" as const, teamIds: ["team-1"], ...at };
  await insertMember(tx, organisationId, { ...member, joinedAt: recordedAt });
  const made = {
    digest: "0".repeat(64),
    createdBy: "person-1",
    expiresAt: "2026-02-05T09:00:00.000Z",
    ...at,
  };
  const link = { linkId: "link-1", kind: "invitation" as const, personId: "person-1" };
  await insertAccessLink(tx, organisationId, { ...link, ...made });
  await insertAccountRows(tx, `person-1-of-${organisationId}`);
  const key = { keyId: "key-1", name: "nightly", scopes: ["read"], teamIds: ["team-1"] };
  await insertServiceKey(tx, organisationId, { ...key, ...made });
}

/** An approved version with a plan of nothing, its signature, a comment on it, and the rules it was approved by. */
async function insertApprovedCase(tx: Writer, organisationId: string): Promise<void> {
  const [caseId, createdBy] = ["case-1", "person-1"];
  const made = { createdBy, ...at };
  await insertBusinessCase(tx, organisationId, {
    caseId,
    initiativeId: "initiative-1",
    name: "Case",
    ...made,
  });
  const draft = { caseId, number: 1, plan: "{}", basedOn: null, authors: ["person-1"], ...made };
  await insertCaseVersion(tx, organisationId, draft);
  const decided = { decidedAt: recordedAt, decidedBy: "person-2", comment: "as discussed", digest: "d1" };
  const submitted = { round: 1, submittedAt: recordedAt, submittedBy: "person-1", terms: "{}" };
  const change = { status: "approved" as const, ...submitted, ...decided };
  await updateCaseVersion(tx, organisationId, { caseId, number: 1, version: 1 }, change);
  await insertCaseSignature(tx, organisationId, {
    caseId,
    number: 1,
    round: 1,
    position: 1,
    signedAt: recordedAt,
    signedBy: "person-2",
    digest: "d1",
    comment: "as discussed",
  });
  const comment = {
    commentId: "comment-1",
    caseId,
    number: 1,
    round: 1,
    lineId: "licences",
    field: "amount",
  };
  await insertCaseComments(tx, organisationId, [{ ...comment, text: "which seats?", ...made }]);
  await insertCaseSettings(tx, organisationId, {
    version: 1,
    discountRate: "0.1",
    prices: "nominal",
    twoSignaturesFrom: "100000",
    onePageBelow: "10000",
    currency: "EUR",
    source: "board paper",
    approvedBy: "person-2",
    ...by,
  });
}

async function insertCatalogue(tx: Writer, organisationId: string): Promise<void> {
  await insertOrganisation(tx, {
    organisationId,
    name: organisationId,
    kind: "default",
    currency: "EUR",
    ...at,
  });
  await findOrCreateTeam(tx, organisationId, { teamId: "team-1", name: "Growth" });
  await findOrCreatePerson(tx, organisationId, { personId: "person-1", displayName: "Ada", salt: "salt" });
  await insertKpiVersions(tx, organisationId, [
    {
      kpiKey: "conversion-rate",
      version: 1,
      definition: { name: "Conversion rate" },
      source: "built-in",
      ownerId: "person-1",
      createdBy: "person-1",
      ...at,
    },
  ]);
}

async function insertMeasured(tx: Writer, organisationId: string): Promise<void> {
  await insertSeries(tx, organisationId, [
    {
      seriesId: "series-1",
      kpiKey: "conversion-rate",
      kpiVersion: 1,
      scope: "all",
      periodType: "week",
      currency: null,
      sourceOfRecord: null,
      version: 1,
      ...at,
    },
  ]);
  await insertSnapshots(
    tx,
    organisationId,
    ["2026-W01", "2026-W02"].map((period) => ({
      seriesId: "series-1",
      period,
      revision: 1,
      numerator: "40",
      denominator: "1000",
      source: "by hand",
      importId: null,
      lineFirst: null,
      lineLast: null,
      rowCount: null,
      ...by,
    })),
  );
}

/** In a week of its own: a value, and that it was taken back. */
async function insertRetracted(tx: Writer, organisationId: string): Promise<void> {
  const [known] = await latestSnapshots(tx, organisationId, "series-1");
  if (known === undefined) return;
  const value = { ...known, period: "2025-W52" };
  const taken = { ...value, ...noQuantities, revision: 2, retraction: "logged twice" };
  await insertSnapshots(tx, organisationId, [value, taken]);
}

async function insertContested(tx: Writer, organisationId: string): Promise<void> {
  const [first] = await latestSnapshots(tx, organisationId, "series-1");
  if (first === undefined) return;
  const other = { ...first, numerator: "41", source: "shop export" };
  await insertSnapshotsBeside(tx, organisationId, [other]);
}

async function insertImported(tx: Writer, organisationId: string): Promise<void> {
  await saveImportRecipe(tx, organisationId, {
    recipeId: "recipe-1",
    name: "weekly",
    definition: { date: "week" },
    createdBy: "person-1",
    ...at,
  });
  await insertImport(tx, organisationId, {
    importId: "import-1",
    recipeId: "recipe-1",
    target: "series",
    fileName: "weeks.csv",
    fileDigest: "d1",
    fileBytes: 12,
    rowsRead: 3,
    periodsNew: 2,
    periodsChanged: 0,
    periodsSame: 0,
    periodsBeside: 0,
    recordsNew: 1,
    recordsSame: 0,
    rowsRefused: 1,
    ...by,
  });
  await insertRefusedRows(tx, organisationId, "import-1", [
    {
      line: 4,
      columnName: "week",
      value: "2026-W60",
      rule: "a week of its year",
      message: "There is no week 60.",
    },
  ]);
  const row = { objectId: "initiative-1", rowKey: "k1", line: 2 };
  await insertImportedRows(tx, organisationId, { target: "initiatives", importId: "import-1" }, [row]);
  const undone = { undoneAt: recordedAt, undoneBy: "person-1", undoReason: "another shop" };
  await markImportUndone(tx, organisationId, "import-1", undone);
}

async function insertEffort(tx: Writer, organisationId: string): Promise<void> {
  await insertInitiative(tx, organisationId, {
    initiativeId: "initiative-1",
    name: "Better landing pages",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" },
    ownerId: "person-1",
    teamId: "team-1",
    useCasePattern: "personalisation",
    status: "active",
    startedOn: "2026-01-05",
    ...at,
  });
  await insertInitiativePhase(tx, organisationId, {
    initiativeId: "initiative-1",
    phase: "foundation",
    enteredOn: "2026-01-05",
    recordedAt,
  });
}

async function insertFrozenBaseline(tx: Writer, organisationId: string): Promise<void> {
  await insertDraftBaseline(tx, organisationId, {
    baselineId: "baseline-1",
    seriesId: "series-1",
    preFrom: "2026-W01",
    preTo: "2026-W02",
    interventionStart: "2026-W03",
    windowTo: "2026-W02",
    leftOut: [],
    trendDeclaredOn: "2026-01-11",
    controls: [{ seriesId: "series-1", name: "Conversion rate (all)" }],
    controlMethod: "subtract",
    design: { name: "flat" },
    rung: "D",
    reasons: ["2 pre-periods"],
    redraftOf: null,
    createdBy: "person-1",
    ...at,
  });
  await freezeBaseline(tx, organisationId, "baseline-1", {
    digest: "b1",
    frozenAt: recordedAt,
    frozenBy: "person-1",
    snapshots: [
      { period: "2026-W01", revision: 1 },
      { period: "2026-W02", revision: 1 },
    ],
    controlSnapshots: [{ seriesId: "series-1", period: "2026-W01", revision: 1 }],
  });
}

async function insertClaim(tx: Writer, organisationId: string): Promise<void> {
  await insertBenefit(tx, organisationId, {
    benefitId: "benefit-1",
    initiativeId: "initiative-1",
    seriesId: "series-1",
    baselineId: "baseline-1",
    ...at,
  });
  await insertBenefitAssumptions(tx, organisationId, {
    benefitId: "benefit-1",
    version: 1,
    unitValue: "12.50",
    currency: "EUR",
    attribution: null,
    confidence: null,
    realisedAccepted: null,
    realisedRedeployed: null,
    realisedCashed: null,
    basis: "",
    approvedBy: null,
    claimUntil: null,
    attributionAsked: null,
    attributionReason: null,
    ...by,
  });
  await insertAnnotation(tx, organisationId, {
    annotationId: "annotation-1",
    initiativeId: "initiative-1",
    seriesId: null,
    from: "2026-01-02",
    until: null,
    text: "All visitors see it",
    createdBy: "person-1",
    changedAt: recordedAt,
    changedBy: "person-1",
    ...at,
  });
  await insertProductionFacts(tx, organisationId, {
    initiativeId: "initiative-1",
    version: 1,
    facts: "{}",
    recordedAt,
    recordedBy: "person-1",
  });
  await insertWorkflowVersion(tx, organisationId, {
    initiativeId: "initiative-1",
    version: 1,
    workflow: "{}",
    recordedAt,
    recordedBy: "person-1",
  });
  await insertGateRules(tx, organisationId, {
    version: 1,
    gates: "{}",
    source: "Board paper",
    approvedBy: "person-1",
    recordedAt,
    recordedBy: "person-1",
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
  await insertGovernance(tx, organisationId);
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
  const first = { version: 1, facts: "{}", recordedAt, recordedBy: "person-1" };
  await insertToolVersion(tx, organisationId, { toolId: "tool-1", ...first });
  await insertDataAssetVersion(tx, organisationId, { dataAssetId: "data-1", ...first });
  await insertReadinessAnswer(tx, organisationId, {
    answerId: "answer-1",
    initiativeId: "initiative-1",
    question: "workflow",
    score: 4,
    evidence: [{ kind: "file", reference: "map.pdf" }],
    answeredAt: recordedAt,
    answeredBy: "person-1",
  });
  await insertAlerts(tx, organisationId);
  await insertSavedView(tx, organisationId, {
    viewId: "view-1",
    personId: "person-1",
    page: "portfolio",
    name: "By team",
    search: "group=team",
    isShared: true,
    isDefault: false,
    changedAt: recordedAt,
    createdAt: recordedAt,
  });
  await insertHoldOut(tx, organisationId, {
    holdOutId: "hold-out-1",
    benefitId: "benefit-1",
    terms: {
      kind: "proportion",
      treated: { units: 100, sum: "12" },
      heldOut: { units: 100, sum: "9" },
      startedOn: "2025-12-01",
      endedOn: "2025-12-31",
    },
    ...by,
  });
  await insertValuePool(tx, organisationId, {
    poolId: "pool-1",
    name: "New customers",
    createdBy: "person-1",
    ...at,
  });
  await replacePoolMembers(tx, organisationId, "pool-1", {
    series: [{ seriesId: "series-1", segment: ["EMEA"] }],
    kpiKeys: ["revenue-per-channel"],
  });
}

async function insertCostAndKey(tx: Writer, organisationId: string): Promise<void> {
  const place = { sequence: 1, hash: "h1" };
  await keepEvaluations(tx, organisationId, [
    {
      initiativeId: "initiative-1",
      until: "2026-01-05",
      engineVersion: "1.0.0",
      ...place,
      evaluation: "{}",
    },
  ]);
  await insertCostLines(tx, organisationId, [
    {
      costLineId: "cost-1",
      initiativeId: "initiative-1",
      category: "licences",
      month: "2026-01",
      amountMinor: 120_000n,
      currency: "EUR",
      kind: "actual",
      source: "ledger",
      ...by,
    },
  ]);
  const rate = { from: "USD", to: "EUR", date: "2026-01-02", source: "central bank", ...by };
  const wrong = { ...rate, revision: 2, rate: "9.2" };
  await insertExchangeRates(tx, organisationId, [{ ...rate, revision: 1, rate: "0.92" }, wrong]);
  const taken = { retractedAt: recordedAt, retractedBy: "person-1", retractReason: "a slip of the comma" };
  await retractExchangeRate(tx, organisationId, { ...wrong, ...taken });
  await insertIdempotentAnswer(tx, organisationId, {
    key: "key-1",
    endpoint: "logSnapshots",
    bodyDigest: "body",
    status: 200,
    response: "{}",
    ...at,
  });
}

async function insertAlerts(tx: Writer, organisationId: string): Promise<void> {
  await insertAlertSettings(tx, organisationId, { version: 1, settings: "{}", ...by });
  const look = { lookedAt: recordedAt, lookedOn: recordedAt.slice(0, 10), ledgerPlace: "1 hash" };
  await keepAlertLook(tx, organisationId, look);
  const seen = { rule: "missing-week", subject: "series-1", sentence: "Overdue.", since: recordedAt };
  const alert = { ...seen, alertId: "alert-1", initiativeId: "initiative-1", raisedAt: recordedAt };
  await insertAlert(tx, organisationId, { ...alert, endedAt: null }, ["person-1"]);
  await keepAlertState(tx, organisationId, {
    ...seen,
    stage: "told",
    mark: "",
    knownMark: "",
    alertId: "alert-1",
  });
  await insertWebhook(tx, organisationId, {
    hookId: "hook-1",
    name: "Alerts channel",
    address: "https://hooks.example/alerts",
    format: "slack",
    about: ["alerts"],
    secret: "whsec_c2VjcmV0",
    createdBy: "person-1",
    ...at,
  });
  await insertMessage(tx, organisationId, {
    messageId: "message-1",
    channel: "webhook",
    personId: null,
    hookId: "hook-1",
    kind: "alert",
    title: "Missing week",
    content: "{}",
    ...at,
  });
  await insertDigest(tx, organisationId, { kind: "weekly", period: "2026-W01", madeAt: recordedAt });
}

async function insertSharedCost(tx: Writer, organisationId: string): Promise<void> {
  const pool = { costPoolId: "cost-pool-1", name: "Platform licence", category: "licences" };
  await insertCostPool(tx, organisationId, {
    ...pool,
    driver: "usage",
    unit: "seats",
    createdBy: "person-1",
    ...at,
  });
  const booked = { costPoolId: "cost-pool-1", month: "2026-01", kind: "actual", source: "ledger" } as const;
  const quantities = [{ initiativeId: "initiative-1", quantity: "3" }];
  await insertCostPoolMonth(tx, organisationId, {
    ...booked,
    revision: 1,
    amountMinor: 100n,
    quantities,
    ...by,
  });
  await insertCostPoolMonth(tx, organisationId, {
    ...booked,
    revision: 2,
    amountMinor: null,
    quantities: [],
    ...by,
  });
}

async function insertBenchmarks(tx: Writer, organisationId: string): Promise<void> {
  const set = { setId: "set-1", name: "Board hurdles" };
  await insertBenchmarkSet(tx, organisationId, { ...set, createdBy: "person-1", ...at });
  await insertBenchmarkSetVersion(tx, organisationId, {
    setId: "set-1",
    version: 1,
    basis: "net",
    span: "cumulative",
    source: "board paper 7",
    caveat: "",
    bands: [{ phase: "pilots", floor: "0.2", ceiling: null }],
    validFrom: "2026-01-05",
    approvedBy: "person-1",
    ...by,
  });
  await insertBenchmarkChoice(tx, organisationId, {
    subject: wholeOrganisation,
    purpose: "beside",
    position: 1,
    judgedBy: "own",
    setId: "set-1",
    validFrom: "2026-01-05",
    reason: "",
    ...by,
  });
}

async function insertClose(tx: Writer, organisationId: string): Promise<void> {
  const close = { month: "2025-12", position: 1 };
  await insertPeriodEvent(tx, organisationId, { ...close, kind: "closed", reason: null, ...by });
  await insertPeriodFigures(tx, organisationId, [
    {
      ...close,
      subject: "initiative-1",
      realisedValue: "10.00",
      cost: "5.00",
      netRoi: "1",
      inputDigest: "p1",
    },
  ]);
}

async function insertGovernance(tx: Writer, organisationId: string): Promise<void> {
  const version = { initiativeId: "initiative-1", version: 1, recordedAt, recordedBy: "person-1" };
  await insertCandidateEstimate(tx, organisationId, { ...version, estimate: "{}" });
  await insertResponsibility(tx, organisationId, { ...version, facts: "{}" });
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
