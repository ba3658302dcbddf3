import { NewLearning } from "@liftledger/contracts/learning";
import { addLearning } from "@liftledger/use-cases/learnings/add-learning";
import { openWorkSplitRound } from "@liftledger/use-cases/work-split/open-work-split-round";
import { NewRoadmapTask } from "@liftledger/contracts/roadmap";
import { addRoadmapTask } from "@liftledger/use-cases/roadmap/add-roadmap-task";
import { retiredExamples } from "@liftledger/use-cases/testing/retired-examples";
import { NewSavedView } from "@liftledger/contracts/saved-view";
import { NewBenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { NewBusinessCase } from "@liftledger/contracts/business-case";
import { keyScopes, type KeyScope } from "@liftledger/contracts/endpoint-paths";
import { examples } from "@liftledger/contracts/examples";
import { createServiceKey } from "@liftledger/use-cases/service-keys/create-service-key";
import { holdOutsOfBenefits } from "@liftledger/database/hold-outs";
import { insertOrganisation } from "@liftledger/database/organisations";
import { inTransaction } from "@liftledger/database/transaction";
import type { Context } from "@liftledger/use-cases/context";
import { addAnnotation } from "@liftledger/use-cases/annotations/add-annotation";
import { addBenefit } from "@liftledger/use-cases/benefits/add-benefit";
import { draftBaseline } from "@liftledger/use-cases/baselines/draft-baseline";
import { addCostLines } from "@liftledger/use-cases/cost-lines/add-cost-lines";
import { createBenchmarkSet } from "@liftledger/use-cases/benchmarks/create-benchmark-set";
import { createCostPool } from "@liftledger/use-cases/cost-pools/create-cost-pool";
import { addCaseComment } from "@liftledger/use-cases/business-cases/add-case-comment";
import { createCase } from "@liftledger/use-cases/business-cases/create-case";
import { openGateReview } from "@liftledger/use-cases/gates/open-gate-review";
import { declareKillRule } from "@liftledger/use-cases/kill-rules/declare-kill-rule";
import { addHoldOut } from "@liftledger/use-cases/hold-outs/add-hold-out";
import { createImport } from "@liftledger/use-cases/imports/create-import";
import { createInitiative } from "@liftledger/use-cases/initiatives/create-initiative";
import { seedBuiltInKpis } from "@liftledger/use-cases/kpis/seed-built-in-kpis";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { invitePerson } from "@liftledger/use-cases/people/invite-person";
import { listImportRecipes } from "@liftledger/use-cases/imports/list-import-recipes";
import { addExchangeRates } from "@liftledger/use-cases/exchange-rates/add-exchange-rates";
import { makeExampleAlert } from "@liftledger/use-cases/testing/example-alert";
import { saveView } from "@liftledger/use-cases/saved-views/save-view";
import { createSeries } from "@liftledger/use-cases/series/create-series";
import { logSnapshots } from "@liftledger/use-cases/snapshots/log-snapshots";
import { createValuePool } from "@liftledger/use-cases/value-pools/create-value-pool";
import { listTeams } from "@liftledger/use-cases/teams/list-teams";
import { openSqlite } from "../testing/open-sqlite.ts";
import { signedIn } from "../testing/sign-in.ts";
import { testContext, testDeps } from "../testing/test-deps.ts";

/** One of every thing that an endpoint may be asked about, by the name of the parameter. */
export type Things = Record<
  | "alertId"
  | "hookId"
  | "messageId"
  | "initiativeId"
  | "seriesId"
  | "benefitId"
  | "baselineId"
  | "costLineId"
  | "importId"
  | "poolId"
  | "holdOutId"
  | "annotationId"
  | "taskId"
  | "viewId"
  | "setId"
  | "caseId"
  | "commentId"
  | "reviewId"
  | "killRuleId"
  | "costPoolId"
  | "toolId"
  | "dataAssetId"
  | "runId"
  | "personId"
  | "teamId"
  | "keyId"
  | "sessionId"
  | "organisationId"
  | "recipeId"
  | "learningId"
  | "roundId",
  string
>;

/** What a request of a principal carries. */
export type Headers = Record<string, string>;

/** An organisation of the tests with one of everything, claimed by its team "Growth". */
async function fill(ctx: Context): Promise<Things> {
  const { initiativeId } = await createInitiative(ctx, {
    name: "Lead scoring",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" },
    owner: "Ada",
    team: "Growth",
    useCasePattern: "predictive-lead-scoring",
    phase: "pilots",
    startedOn: "2026-04-06",
    status: "active",
  });
  const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
  const snapshots = ["2026-W10", "2026-W11", "2026-W12", "2026-W13"].map((period) => ({
    seriesId,
    period,
    numerator: "20",
    denominator: "400",
  }));
  await logSnapshots(ctx, { snapshots, source: "test" });
  const { baselineId } = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W15" });
  const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
  const { costLineId } = await addCost(ctx, initiativeId);
  const imported = await createImport(ctx, importOf("Elsewhere"));
  const { poolId } = await createValuePool(ctx, {
    name: "Orders",
    series: [],
    kpiKeys: ["customer-acquisition-cost"],
  });
  const teams = await listTeams(ctx);
  const wanted = { name: "Vic", role: "viewer", teamIds: [] } as const;
  const email = `vic@${ctx.organisationId}.test`;
  const { person } = await invitePerson(ctx, { ...wanted, teamIds: [], email });
  const { serviceKey } = await createServiceKey(ctx, {
    name: "old",
    scopes: ["read"],
    teamIds: null,
    days: 1,
  });
  const rate = { from: "USD", date: "2026-05-29", rate: "0.92", source: "central bank" };
  await addExchangeRates(ctx, { rates: [rate] });
  const { name, plan } = NewBusinessCase.parse({ ...(examples.createCase.body as object), initiativeId });
  const { caseId } = await createCase(ctx, { initiativeId, name, plan });
  const remark = { caseId, number: 1, lineId: null, field: null, text: "Whose figures are these?" };
  const { commentId } = await addCaseComment(ctx, remark);
  const { rows: recipes } = await listImportRecipes(ctx);
  const { alertId, hookId, messageId } = await makeExampleAlert(ctx, initiativeId);
  return {
    organisationId: ctx.organisationId,
    alertId,
    hookId,
    messageId,
    recipeId: recipes[0]?.recipeId ?? "",
    learningId: (await learn(ctx, initiativeId)).learningId,
    roundId: (await openWorkSplitRound(ctx, { week: "2026-W22" })).roundId,
    initiativeId,
    seriesId,
    baselineId,
    benefitId,
    costLineId,
    importId: imported.importId ?? "",
    poolId,
    holdOutId: (await addHoldOut(ctx, { benefitId, ...holdOut })).holdOutId,
    annotationId: (await addNote(ctx, initiativeId)).annotationId,
    taskId: (await addTask(ctx, initiativeId)).taskId,
    viewId: (await saveView(ctx, NewSavedView.parse(examples.saveView.body))).viewId,
    setId: (await createBenchmarkSet(ctx, NewBenchmarkSet.parse(examples.createBenchmarkSet.body))).setId,
    caseId,
    commentId,
    reviewId: (await openGateReview(ctx, { initiativeId, ...wantedHold })).reviewId,
    killRuleId: (await declareKillRule(ctx, { initiativeId, ...killRule })).killRuleId,
    costPoolId: (await createCostPool(ctx, costPool)).costPoolId,
    toolId: await retiredExamples.Tool.make(ctx, "Writer"),
    dataAssetId: await retiredExamples.DataAsset.make(ctx, "Orders"),
    runId: `run-of-${ctx.organisationId}`,
    personId: person.personId,
    teamId: teams.rows[0]?.teamId ?? "",
    keyId: serviceKey.keyId,
    sessionId: `session-of-${ctx.organisationId}`,
  };
}

const wantedHold = {
  decision: "hold" as const,
  reason: "Wait for the case",
  overrides: [],
};
const killRule = {
  phase: "scale",
  measure: "spend",
  when: "above",
  limit: "50000",
  afterMonths: 0,
} as const;
const costPool = { name: "Platform licence", category: "licences", driver: "usage", unit: "seats" } as const;

/** A test of one half of the visits against the other. */
export const holdOut = {
  kind: "proportion",
  treated: { units: 1000, sum: "120" },
  heldOut: { units: 1000, sum: "100" },
  split: { treated: 50, heldOut: 50 },
  startedOn: "2026-04-06",
  endedOn: "2026-05-31",
  unitOfRandomisation: "visit",
  treatedShare: "1",
  source: "test",
} as const;

function addNote(ctx: Context, initiativeId: string): Promise<{ annotationId: string }> {
  return addAnnotation(ctx, { initiativeId, from: "2026-05-04", text: "All visitors see it" });
}

function learn(ctx: Context, initiativeId: string): Promise<{ learningId: string }> {
  return addLearning(ctx, NewLearning.parse({ ...(examples.addLearning.body as object), initiativeId }));
}

const exampleTask = NewRoadmapTask.parse(examples.addRoadmapTask.body);

async function addTask(ctx: Context, initiativeId: string): Promise<{ taskId: string }> {
  const { tasks } = await addRoadmapTask(ctx, { initiativeId, ...exampleTask });
  return { taskId: tasks[0]?.taskId ?? "" };
}

async function addCost(ctx: Context, initiativeId: string): Promise<{ costLineId: string }> {
  const line = { category: "licences", month: "2026-05", amount: "1", currency: "EUR", source: "x" } as const;
  const { rows } = await addCostLines(ctx, { initiativeId, costLines: [{ ...line, kind: "actual" }] });
  return { costLineId: rows[0]?.costLineId ?? "" };
}

/** A file of one series with a scope of its own. */
export function importOf(scope: string) {
  const measure = {
    kpi: "conversion-rate",
    numerator: { kind: "sum", columns: ["Orders"] },
    denominator: { kind: "sum", columns: ["Visits"] },
  };
  const recipe = {
    name: "Shop",
    source: "shop",
    dateColumn: "Day",
    period: "week",
    scope,
    measures: [measure],
  };
  const bytes = new TextEncoder().encode("Day,Visits,Orders\n2026-05-04,100,5\n");
  return {
    file: {
      name: "shop.csv",
      async *open() {
        yield bytes;
      },
    },
    lookup: undefined,
    recipe: JSON.stringify(recipe),
    currency: undefined,
  };
}

/** Two organisations with one of everything each. */
export interface MatrixLedger {
  readonly own: Things;
  readonly other: Things;
  /** What the requests of each principal carry. */
  readonly headers: Readonly<Record<PrincipalName, Headers>>;
  /** Makes anew what the principal before may have taken back. */
  renew(): Promise<void>;
}

/** Who asks. */
export type PrincipalName =
  | "nobody"
  | "viewer"
  | "contributor"
  | "contributor of another team"
  | "finance"
  | "admin"
  | "key to read"
  | "key to log"
  | "key for all"
  | "another organisation's admin";

/** Fills a database with them; its default organisation may be there. */
export async function fillMatrixLedger(ctx: Context): Promise<MatrixLedger> {
  const { db } = ctx;
  await ensureDefaultOrganisation(ctx, { name: "Example", currency: "EUR" });
  // It stands in the way of making a demo at each try, which takes its time.
  for (const [organisationId, kind] of [
    ["other", "default"],
    ["demo", "demo"],
  ] as const) {
    const made = { organisationId, kind, name: organisationId, currency: "EUR", createdAt: ctx.now };
    await inTransaction(db, (tx) => insertOrganisation(tx, made));
  }
  const elsewhere = { ...ctx, organisationId: "other" };
  await seedBuiltInKpis(elsewhere);
  const own = await fill(ctx);
  const other = await fill(elsewhere);
  const teamIds = [own.teamId];
  const person = async (
    personId: string,
    role: "viewer" | "contributor" | "finance" | "admin",
    more = {},
  ) => ({
    Cookie: await signedIn(db, { personId, role, signedInAt: ctx.now, ...more }),
  });
  const key = async (scopes: KeyScope[], ofTeams: string[] | null) => {
    const { key: text } = await createServiceKey(ctx, { name: "key", scopes, teamIds: ofTeams, days: 9 });
    return { Authorization: `Bearer ${text}` };
  };
  const headers = {
    nobody: {},
    viewer: await person("viewer", "viewer"),
    contributor: await person("contributor", "contributor", { teamIds }),
    "contributor of another team": await person("stranger", "contributor"),
    finance: await person("finance", "finance"),
    admin: await person("admin", "admin"),
    "key to read": await key(["read"], teamIds),
    "key to log": await key(["log"], teamIds),
    "key for all": await key(Object.keys(keyScopes) as KeyScope[], null),
    "another organisation's admin": await person("other-admin", "admin", { organisationId: "other" }),
  };
  const renew = async () => {
    own.costLineId = (await addCost(ctx, own.initiativeId)).costLineId;
    own.annotationId = (await addNote(ctx, own.initiativeId)).annotationId;
    const { benefitId } = own;
    const standing = await holdOutsOfBenefits(db.read, ctx.organisationId, [benefitId]);
    if (standing.has(benefitId)) return;
    own.holdOutId = (await addHoldOut(ctx, { benefitId, ...holdOut })).holdOutId;
  };
  return { own, other, headers, renew };
}

/** The ledger in an application's parts of its own, with an import of the contributor under way to the end. */
export async function openMatrixLedger() {
  const { db, remove } = await openSqlite();
  const now = "2026-06-24T12:00:00.000Z";
  const deps = { ...testDeps(db), now: () => now };
  const ctx = testContext(deps);
  const ledger = await fillMatrixLedger(ctx);
  const contributor = { ...ctx.actor, personId: "contributor" };
  deps.importRuns.begin({ ...ctx, actor: contributor }, ledger.own.runId);
  deps.importRuns.begin({ ...ctx, organisationId: "other" }, ledger.other.runId);
  return { deps, ledger, remove };
}
