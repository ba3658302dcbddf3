import { endpointPaths, type EndpointName } from "@liftledger/contracts/endpoint-paths";
import { examples } from "@liftledger/contracts/examples";
import { retirementPaths } from "@liftledger/contracts/retirement-paths";
import { holdOut, importOf, type Things } from "./matrix-ledger.ts";

const initiative = {
  name: "Another",
  outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" },
  owner: "Ada",
  team: "Growth",
  useCasePattern: "predictive-lead-scoring",
  phase: "pilots",
  startedOn: "2026-04-06",
};
const costLines = [{ category: "licences", month: "2026-05", amount: "1", currency: "EUR", kind: "actual" }];

/**
 * What is sent where it matters whose the thing is; everything else is sent an empty object, which is refused only
 * after it was decided who may.
 */
const bodies: Partial<Record<EndpointName, (things: Things) => object>> = {
  createInitiative: () => initiative,
  changeInitiative: () => ({ version: 1, name: "Lead scoring" }),
  addBenefit: ({ seriesId }) => ({ seriesId, assumptions: {} }),
  changeBenefit: () => ({ version: 1, assumptions: { attribution: "0.5" } }),
  withdrawBenefit: () => ({ version: 99, reason: "A version that is not there" }),
  addAnnotation: ({ initiativeId }) => ({ initiativeId, from: "2026-05-04", text: "All visitors see it" }),
  changeAnnotation: () => ({ version: 99, from: "2026-05-04", text: "Half of them" }),
  setProductionFacts: () => ({ ...(examples.setProductionFacts.body as object), version: 99 }),
  changeTool: () => ({ ...(examples.createTool.body as object), uses: [], version: 99 }),
  changeDataAsset: () => ({
    ...(examples.createDataAsset.body as object),
    seriesIds: [],
    initiativeIds: [],
    version: 99,
  }),
  createTool: () => ({ ...(examples.createTool.body as object), uses: [] }),
  approveGuardrails: () => ({ version: 99 }),
  setAdoption: () => ({ version: 99, seriesId: null, sameAsCase: false }),
  setWorkflow: () => ({ ...(examples.setWorkflow.body as object), version: 99 }),
  openGateReview: () => ({ decision: "hold", reason: "Of the matrix" }),
  changeGateReview: () => ({ version: 99, decision: "hold", reason: "Of the matrix" }),
  signGateReview: () => ({ version: 99, seen: "0".repeat(64) }),
  withdrawGateReview: () => ({ version: 99, reason: "Of the matrix" }),
  declareKillRule: () => ({ phase: "transform", measure: "spend", when: "above", limit: "1" }),
  withdrawKillRule: () => ({ version: 99, reason: "Of the matrix" }),
  setCandidateEstimate: () => ({ ...(examples.setCandidateEstimate.body as object), version: 99 }),
  setResponsibility: () => ({ ...(examples.setResponsibility.body as object), version: 99 }),
  addLearning: ({ initiativeId }) => ({ ...(examples.addLearning.body as object), initiativeId }),
  changeLearning: () => ({ ...(examples.changeLearning.body as object), version: 99 }),
  openWorkSplitRound: () => ({ week: "2026-W22" }),
  closeWorkSplitRound: () => ({ version: 99 }),
  answerWorkSplit: () => ({ mechanicalHours: "26", strategicHours: "14" }),
  planRoadmap: () => ({ startsOn: "2026-06-01" }),
  addRoadmapTask: () => examples.addRoadmapTask.body as object,
  changeRoadmapTask: () => ({ version: 99, title: "Another" }),
  placeRoadmapTasks: ({ taskId }) => ({
    tasks: [{ taskId, version: 99, startsOn: "2026-06-08", dueOn: "2026-06-21" }],
  }),
  closeRoadmapTask: () => ({ ...(examples.closeRoadmapTask.body as object), version: 99 }),
  reopenRoadmapTask: () => ({ version: 99, reason: "Of the matrix" }),
  removeRoadmapTask: () => ({ version: 99, reason: "Of the matrix" }),
  answerReadiness: () => ({ question: "use", score: 0 }),
  markAlert: () => ({ read: true }),
  snoozeAlert: () => ({ backOn: "2026-07-06", reason: "Of the matrix" }),
  changeWebhook: () => ({ ...(examples.changeWebhook.body as object), version: 99 }),
  changeSavedView: () => ({ ...(examples.changeSavedView.body as object), version: 99 }),
  addHoldOut: () => holdOut,
  changeHoldOut: () => ({ version: 99, ...holdOut }),
  changeBenchmarkSet: () => ({ ...(examples.changeBenchmarkSet.body as object), version: 99 }),
  createCase: ({ initiativeId }) => ({ ...(examples.createCase.body as object), initiativeId }),
  renameCase: () => ({ version: 99, name: "Another" }),
  addCaseVersion: () => ({ from: 99 }),
  changeCaseVersion: () => ({ ...(examples.changeCaseVersion.body as object), version: 99 }),
  submitCaseVersion: () => ({ version: 99 }),
  returnCaseVersion: () => ({ version: 99, comment: "Which seats?" }),
  approveCaseVersion: () => ({ version: 99 }),
  withdrawCaseVersion: () => ({ version: 99, reason: "Of the matrix" }),
  addCaseComment: () => ({ text: "Which seats?" }),
  resolveCaseComment: () => ({ version: 99, isResolved: true }),
  ...Object.fromEntries(Object.keys(retirementPaths).map((name) => [name, () => retirementOfNone(name)])),
  changeOrganisation: () => ({ version: 99, name: "Another" }),
  renameCostPool: () => ({ version: 99, name: "Another" }),
  retractExchangeRate: () => ({ from: "USD", date: "2026-05-29", revision: 99, reason: "A slip" }),
  bookCostPool: () => ({ kind: "actual", amount: null, revision: 99 }),
  addCostLines: () => ({ costLines }),
  logSnapshots: ({ seriesId }) => ({
    snapshots: [{ seriesId, period: "2026-W10", numerator: "20", denominator: "400" }],
  }),
  undoImport: () => ({ reason: "The file of another shop" }),
  setSourceOfRecord: () => ({ version: 1, source: "test" }),
  changeValuePool: () => ({ version: 1, name: "Orders" }),
  unfreezeBaseline: () => ({ version: 99, reason: "A version that is not there" }),
  draftBaseline: ({ seriesId }) => ({ seriesId, interventionStart: "2026-W15" }),
  changePerson: () => ({ version: 1, role: "viewer" }),
  renameTeam: () => ({ version: 1, name: "Growth" }),
};

/** From a version that is not there, so that nothing is retired. */
function retirementOfNone(name: string): object {
  return name.startsWith("restore") ? { version: 99 } : { version: 99, reason: "Of the matrix" };
}

/** What is uploaded other than numbers of a shop. */
const uploads: Partial<Record<EndpointName, string>> = {
  readCaseSheet: "Line,Kind,Category,2027\nLicences,cost,licences,6000\n",
};

/** What a request to an endpoint carries: JSON, or a file that is uploaded. */
export function bodyOf(name: EndpointName, things: Things): { body?: string | FormData } {
  if (["GET", "DELETE"].includes(endpointPaths[name].method)) return {};
  if (isUpload(name)) {
    const form = new FormData();
    form.append("file", new File([uploads[name] ?? "Day,Visits,Orders\n2026-03-04,400,21\n"], "shop.csv"));
    // The scope of the series that the team claims.
    if (name.endsWith("Import")) form.append("recipe", importOf("Shop").recipe);
    return { body: form };
  }
  return { body: JSON.stringify(bodies[name]?.(things) ?? {}) };
}

export function isUpload(name: EndpointName): boolean {
  return ["inspectFile", "readCaseSheet", "previewImport", "createImport", "runImport"].includes(name);
}
