import { NewBenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { NewBusinessCase } from "@liftledger/contracts/business-case";
import { examples } from "@liftledger/contracts/examples";
import { SetGateRules } from "@liftledger/contracts/gate";
import { NewHoldOut } from "@liftledger/contracts/hold-out";
import { getKpi } from "@liftledger/use-cases/kpis/get-kpi";
import { changeKpi } from "@liftledger/use-cases/kpis/change-kpi";
import { draftBaseline } from "@liftledger/use-cases/baselines/draft-baseline";
import { addAnnotation } from "@liftledger/use-cases/annotations/add-annotation";
import { NewLearning } from "@liftledger/contracts/learning";
import { SetResponsibility } from "@liftledger/contracts/responsibility";
import { setCandidateEstimate } from "@liftledger/use-cases/candidates/set-candidate-estimate";
import { changeInitiative } from "@liftledger/use-cases/initiatives/change-initiative";
import { createInitiative } from "@liftledger/use-cases/initiatives/create-initiative";
import { addLearning } from "@liftledger/use-cases/learnings/add-learning";
import { setResponsibility } from "@liftledger/use-cases/responsibility/set-responsibility";
import { openWorkSplitRound } from "@liftledger/use-cases/work-split/open-work-split-round";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { setProductionFacts } from "@liftledger/use-cases/production/set-production-facts";
import { DataAssetFields } from "@liftledger/contracts/data-asset";
import { ToolFields } from "@liftledger/contracts/tool";
import { createDataAsset } from "@liftledger/use-cases/data-assets/create-data-asset";
import { changeDataAsset } from "@liftledger/use-cases/data-assets/change-data-asset";
import { changeTool } from "@liftledger/use-cases/tools/change-tool";
import { onlyRow } from "@liftledger/use-cases/only-row";
import { createSeries } from "@liftledger/use-cases/series/create-series";
import { setAdoption } from "@liftledger/use-cases/adoption/set-adoption";
import { createTool } from "@liftledger/use-cases/tools/create-tool";
import { SetWorkflow } from "@liftledger/contracts/workflow";
import { setWorkflow } from "@liftledger/use-cases/workflow/set-workflow";
import { planRoadmap } from "@liftledger/use-cases/roadmap/plan-roadmap";
import { answerReadiness } from "@liftledger/use-cases/readiness/answer-readiness";
import { changeBenchmarkSet } from "@liftledger/use-cases/benchmarks/change-benchmark-set";
import { chooseBenchmarks } from "@liftledger/use-cases/benchmarks/choose-benchmarks";
import { createBenchmarkSet } from "@liftledger/use-cases/benchmarks/create-benchmark-set";
import { addCaseComment } from "@liftledger/use-cases/business-cases/add-case-comment";
import { addCaseVersion } from "@liftledger/use-cases/business-cases/add-case-version";
import { changeCaseVersion } from "@liftledger/use-cases/business-cases/change-case-version";
import { createCase } from "@liftledger/use-cases/business-cases/create-case";
import { setCaseSettings } from "@liftledger/use-cases/business-cases/set-case-settings";
import { withdrawCaseVersion } from "@liftledger/use-cases/business-cases/withdraw-case-version";
import { addBenefit } from "@liftledger/use-cases/benefits/add-benefit";
import type { Context } from "@liftledger/use-cases/context";
import { bookCostPool } from "@liftledger/use-cases/cost-pools/book-cost-pool";
import { createCostPool } from "@liftledger/use-cases/cost-pools/create-cost-pool";
import { addExchangeRates } from "@liftledger/use-cases/exchange-rates/add-exchange-rates";
import { openGateReview } from "@liftledger/use-cases/gates/open-gate-review";
import { setGateRules } from "@liftledger/use-cases/gates/set-gate-rules";
import { withdrawGateReview } from "@liftledger/use-cases/gates/withdraw-gate-review";
import { declareKillRule } from "@liftledger/use-cases/kill-rules/declare-kill-rule";
import { addHoldOut } from "@liftledger/use-cases/hold-outs/add-hold-out";
import { changeHoldOut } from "@liftledger/use-cases/hold-outs/change-hold-out";
import { createImport } from "@liftledger/use-cases/imports/create-import";
import { jobPlans } from "@liftledger/use-cases/jobs/job-plans";
import { runDueJobs } from "@liftledger/use-cases/jobs/run-due-jobs";
import { closePeriod } from "@liftledger/use-cases/periods/close-period";
import { reopenPeriod } from "@liftledger/use-cases/periods/reopen-period";
import { logSnapshots } from "@liftledger/use-cases/snapshots/log-snapshots";
import {
  exampleInitiative,
  makeInitiative,
  makeSeriesWithHistory,
} from "@liftledger/use-cases/testing/example-initiative";
import { makeExampleAlert, makeExampleDigest } from "@liftledger/use-cases/testing/example-alert";
import { saveView } from "@liftledger/use-cases/saved-views/save-view";
import { createTeam } from "@liftledger/use-cases/teams/create-team";
import { testRunner } from "@liftledger/use-cases/testing/job-runner";
import { textFile } from "@liftledger/use-cases/testing/text-file";
import { makeValuedInitiative } from "@liftledger/use-cases/testing/valued-initiative";
import { createValuePool } from "@liftledger/use-cases/value-pools/create-value-pool";

/** What the paths of the endpoint table are filled with, by parameter. */
export type LedgerIds = Record<
  | "initiativeId"
  | "benefitId"
  | "seriesId"
  | "holdOutId"
  | "kpiKey"
  | "period"
  | "setId"
  | "caseId"
  | "toolId"
  | "dataAssetId"
  | "reviewId"
  | "number",
  string
>;

/** Fills a ledger so that every list of the endpoint table has several rows; answers what they are lists of. */
export async function fillLedger(ctx: Context): Promise<LedgerIds> {
  const { initiativeId, benefitId, seriesId } = await makeValuedInitiative(ctx);
  await makeInitiative(ctx, "Churn alerts");
  const period = "2026-W20";
  for (const interventionStart of ["2026-W12", "2026-W13"]) {
    await draftBaseline(ctx, { seriesId, interventionStart });
  }
  await secondSource(ctx, seriesId);
  await logSnapshots(ctx, {
    snapshots: [{ seriesId, period, numerator: "29", denominator: "400" }],
    source: "shop system",
  });
  const holdOutId = await holdOuts(ctx, initiativeId);
  for (const name of ["New customers", "Renewals", "Leads"]) {
    await createValuePool(ctx, { name, series: [], kpiKeys: [] });
  }
  const rates = ["USD", "GBP"].flatMap((from) =>
    ["2026-05-29", "2026-06-01"].map((date) => ({ from, date, rate: "0.9", source: "central bank" })),
  );
  await addExchangeRates(ctx, { rates });
  await imports(ctx);
  for (const month of ["2026-04", "2026-05"]) {
    await closePeriod(ctx, { month });
    await reopenPeriod(ctx, { month, reason: "A late invoice" });
  }
  for (const from of ["2026-05-01", "2026-05-04"]) {
    await addAnnotation(ctx, { initiativeId, from, text: "A campaign" });
  }
  const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
  for (const version of [0, 1]) await setProductionFacts(ctx, { initiativeId, ...facts, version });
  const registered = await registers(ctx);
  const workflow = SetWorkflow.parse(examples.setWorkflow.body);
  for (const version of [0, 1]) await setWorkflow(ctx, { initiativeId, ...workflow, version });
  await learnings(ctx, initiativeId);
  await adoption(ctx, initiativeId);
  await whatIsAhead(ctx, initiativeId);
  await planRoadmap(ctx, { initiativeId, startsOn: "2026-06-01" });
  for (const score of [2, 4]) {
    const evidence = [{ kind: "file" as const, reference: "map.pdf" }];
    await answerReadiness(ctx, { initiativeId, question: "workflow", score, evidence });
  }
  for (const concerned of [initiativeId, null]) await makeExampleAlert(ctx, concerned);
  for (const week of ["2026-W19", "2026-W20"]) await makeExampleDigest(ctx, week);
  for (const name of ["By team", "By phase"]) {
    await saveView(ctx, { page: "portfolio", name, search: "group=team", isShared: false, isDefault: false });
  }
  await sharedCosts(ctx, initiativeId);
  await createTeam(ctx, { name: "Town" });
  const plans = jobPlans.filter(({ name }) => name === "clear-idempotency-keys");
  await runDueJobs(testRunner(ctx, ctx.now, { plans }));
  await changeOneKpi(ctx);
  const setId = await benchmarks(ctx, initiativeId);
  const caseId = await businessCases(ctx, initiativeId);
  const reviewId = await gates(ctx, initiativeId);
  const things = { ...registered, initiativeId, benefitId, seriesId, holdOutId, setId, caseId, reviewId };
  return { ...things, kpiKey: "conversion-rate", period, number: "2" };
}

/** A series that tells how far an initiative is used, and then none. */
async function adoption(ctx: Context, initiativeId: string): Promise<void> {
  const { seriesId } = await createSeries(ctx, { kpiKey: "tool-adoption", scope: "Sales" });
  for (const [version, named] of [seriesId, null].entries())
    await setAdoption(ctx, { initiativeId, version, seriesId: named, sameAsCase: false });
}

/** Two tools and data of two kinds, the first of each in two versions; answers those. */
async function registers(ctx: Context): Promise<{ toolId: string; dataAssetId: string }> {
  const made = [];
  for (const name of ["Lead scorer", "Copy writer"]) {
    const tool = ToolFields.parse({ ...(examples.createTool.body as object), name, uses: [] });
    const { toolId } = await createTool(ctx, tool);
    const alone = { name, seriesIds: [], initiativeIds: [] };
    const data = DataAssetFields.parse({ ...(examples.createDataAsset.body as object), ...alone });
    const { dataAssetId } = await createDataAsset(ctx, data);
    made.push({ toolId, dataAssetId });
    if (made.length > 1) continue;
    await changeTool(ctx, { ...tool, toolId, version: 1, note: "Scores once a day" });
    await changeDataAsset(ctx, { ...data, dataAssetId, version: 1, note: "By night" });
  }
  return onlyRow(made.slice(0, 1));
}

/** Reviews of a gate, what gates ask in two versions, and rules that end an initiative; answers a review. */
async function gates(ctx: Context, initiativeId: string): Promise<string> {
  const asked = { decision: "hold", reason: "Wait for the case", overrides: [] } as const;
  const { reviewId, version } = await openGateReview(ctx, { initiativeId, ...asked, overrides: [] });
  await withdrawGateReview(ctx, { reviewId, version, reason: "The case is there" });
  await openGateReview(ctx, { initiativeId, ...asked, overrides: [] });
  const { gates: wanted } = SetGateRules.parse(examples.setGateRules.body);
  for (const at of [0, 1]) {
    await setGateRules(ctx, { version: at, gates: wanted, source: "Board paper", approvedBy: "Grace" });
  }
  const rule = { measure: "spend", when: "above", limit: "50000", afterMonths: 0 } as const;
  for (const phase of ["scale", "transform"] as const)
    await declareKillRule(ctx, { initiativeId, phase, ...rule });
  return reviewId;
}

/** Two cases, and rules for them in two versions; answers the case whose version 2 is unlike version 1. */
async function businessCases(ctx: Context, initiativeId: string): Promise<string> {
  const { plan } = NewBusinessCase.parse(examples.createCase.body);
  await createCase(ctx, { initiativeId, name: "All at once", plan });
  const { caseId } = await createCase(ctx, { initiativeId, name: "Scored leads", plan });
  await withdrawCaseVersion(ctx, { caseId, number: 1, version: 1, reason: "Another offer" });
  await addCaseVersion(ctx, { caseId, from: 1 });
  const [licences, ...costs] = plan.costs;
  if (licences === undefined) throw new Error("the example has no costs");
  const dearer = { ...licences, amount: [{ from: 0, value: "7000" }] };
  // Begun already, so that there is something to hold against it.
  const changed = {
    ...plan,
    start: "2026-04",
    horizon: 4,
    costs: [dearer, ...costs],
    scenarios: plan.scenarios.slice(0, 1),
  };
  await changeCaseVersion(ctx, { caseId, number: 2, version: 1, plan: changed });
  for (const text of ["Which seats?", "Whose visits?"]) {
    await addCaseComment(ctx, { caseId, number: 2, lineId: licences.id, field: "amount", text });
  }
  for (const version of [0, 1]) {
    const rules = { discountRate: null, twoSignaturesFrom: null, onePageBelow: "5000" };
    await setCaseSettings(ctx, { version, ...rules, source: "Board paper", approvedBy: "Grace" });
  }
  return caseId;
}

/** Two things learned, and two initiatives that ended and of which nothing was written yet. */
async function learnings(ctx: Context, initiativeId: string): Promise<void> {
  for (const happened of ["9% more", "Nothing moved"]) {
    const learned = { ...(examples.addLearning.body as object), initiativeId, happened };
    await addLearning(ctx, NewLearning.parse(learned));
  }
  for (const name of ["Chat for shoppers", "Drafts by machine"]) {
    const { initiativeId: ended, version } = await makeInitiative(ctx, name);
    await changeInitiative(ctx, { initiativeId: ended, version, status: "retired" });
  }
}

/** Two candidates, two versions of who answers for what, and two rounds of the survey. */
async function whatIsAhead(ctx: Context, initiativeId: string): Promise<void> {
  for (const name of ["Next best offer", "Send times"]) {
    const { initiativeId: idea } = await createInitiative(ctx, {
      ...exampleInitiative,
      name,
      status: "candidate",
    });
    const estimate = { effortWeeks: "8", statedValue: null, seriesId: null, unitWorth: null };
    await setCandidateEstimate(ctx, { initiativeId: idea, version: 0, ...estimate });
  }
  const estimate = { effortWeeks: "8", statedValue: null, seriesId: null, unitWorth: null };
  for (const version of [0, 1]) await setCandidateEstimate(ctx, { initiativeId, version, ...estimate });
  const facts = SetResponsibility.parse(examples.setResponsibility.body);
  for (const version of [0, 1]) await setResponsibility(ctx, { initiativeId, ...facts, version });
  for (const week of ["2026-W20", "2026-W22"]) await openWorkSplitRound(ctx, { week });
}

async function sharedCosts(ctx: Context, initiativeId: string): Promise<void> {
  for (const name of ["Platform licence", "Data team"]) {
    const pool = { name, category: "licences", driver: "equal", unit: "seats" } as const;
    const { costPoolId } = await createCostPool(ctx, pool);
    for (const month of ["2026-04", "2026-05"]) {
      const booked = { month, kind: "actual", amount: "90", revision: 0, source: "ledger" } as const;
      await bookCostPool(ctx, { costPoolId, ...booked, quantities: [{ initiativeId, quantity: "1" }] });
    }
  }
}

async function secondSource(ctx: Context, seriesId: string): Promise<void> {
  const snapshots = ["2026-W16", "2026-W17", "2026-W18"].map((period) => ({
    seriesId,
    period,
    numerator: "28",
    denominator: "400",
  }));
  await logSnapshots(ctx, { snapshots, source: "web analytics" });
}

async function holdOuts(ctx: Context, initiativeId: string): Promise<string> {
  const ids = [];
  for (const scope of ["Town", "Country"]) {
    const seriesId = await makeSeriesWithHistory(ctx, 2, scope);
    const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, assumptions: { unitValue: "50" } });
    ids.push((await addHoldOut(ctx, { benefitId, ...terms("120") })).holdOutId);
  }
  const [holdOutId = ""] = ids;
  await changeHoldOut(ctx, { holdOutId, version: 1, ...terms("121") });
  return holdOutId;
}

const terms = (sum: string) =>
  NewHoldOut.parse({
    kind: "proportion",
    treated: { units: 1000, sum },
    heldOut: { units: 1000, sum: "100" },
    treatedShare: "1",
    startedOn: "2026-04-06",
    endedOn: "2026-05-31",
  });

/** Two sets, one of them in two versions, and two choices; answers the set of two versions. */
async function benchmarks(ctx: Context, initiativeId: string): Promise<string> {
  const { name, ...facts } = NewBenchmarkSet.parse({
    name: "Board",
    source: "Board paper",
    bands: { pilots: { floor: "0.2" } },
    validFrom: "2026-01-01",
    approvedBy: "Grace",
  });
  const { setId } = await createBenchmarkSet(ctx, { name, ...facts });
  await createBenchmarkSet(ctx, { name: "Group", ...facts });
  await changeBenchmarkSet(ctx, { setId, version: 1, ...facts, caveat: "Gross" });
  const choice = { initiativeId, judgedBy: "own", setId, reason: "", version: 0 } as const;
  await chooseBenchmarks(ctx, { ...choice, purpose: "verdict" });
  await chooseBenchmarks(ctx, { ...choice, purpose: "beside" });
  return setId;
}

async function imports(ctx: Context): Promise<void> {
  const { recipe } = examples.createImport.body as { recipe: string };
  for (const name of ["One", "Two"]) {
    const lines = ["Day,Visits,Orders", "2026-05-04,1200,31", "2026-05-11,1150,29"];
    const own = { ...(JSON.parse(recipe) as object), name, scope: `Shop ${name}` };
    await createImport(ctx, { file: textFile(`${name}.csv`, lines), recipe: JSON.stringify(own) });
  }
}

async function changeOneKpi(ctx: Context): Promise<void> {
  const { rows } = await getKpi(ctx, { kpiKey: "conversion-rate" });
  const [kpi] = rows;
  if (kpi === undefined) throw new Error("there is no conversion rate");
  const {
    key: kpiKey,
    source: _source,
    unitValueRule: _rule,
    retired: _retired,
    madeAt: _madeAt,
    madeBy: _madeBy,
    ...definition
  } = kpi;
  await changeKpi(ctx, { kpiKey, ...definition, minimumVolume: 40 });
}
