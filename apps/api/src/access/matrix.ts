import {
  endpointPaths,
  keyScopes,
  type EndpointName,
  type EndpointPath,
  type KeyScope,
} from "@liftledger/contracts/endpoint-paths";
import { retirementPaths } from "@liftledger/contracts/retirement-paths";
import { examples } from "@liftledger/contracts/examples";
import { mayActAs, type Role } from "@liftledger/use-cases/permissions";
import type { Hono } from "hono";
import {
  holdOut,
  importOf,
  type Headers,
  type MatrixLedger,
  type PrincipalName,
  type Things,
} from "./matrix-ledger.ts";

/** What each principal is, by the tables of roles and scopes; `team`: whether they are in the team of what is there. */
const principals: Record<
  PrincipalName,
  { role: Role; team?: true; scopes?: KeyScope[]; isElsewhere?: true }
> = {
  nobody: { role: "anyone" },
  viewer: { role: "viewer" },
  contributor: { role: "contributor", team: true },
  "contributor of another team": { role: "contributor" },
  finance: { role: "finance", team: true },
  admin: { role: "admin", team: true },
  "key to read": { role: "viewer", scopes: ["read"] },
  "key to log": { role: "contributor", scopes: ["log"], team: true },
  "key for all": { role: "finance", scopes: ["read", "log", "plan", "approve", "audit"], team: true },
  "another organisation's admin": { role: "admin", isElsewhere: true },
};

export const principalNames = Object.keys(principals) as PrincipalName[];

type Target = "own" | "other" | "missing";

function thingsOf({ own, other }: MatrixLedger, target: Target): Things {
  if (target !== "missing") return target === "own" ? own : other;
  const missing = "00000000-0000-7000-8000-000000000000";
  return Object.fromEntries(Object.keys(own).map((name) => [name, missing])) as Things;
}

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

/** What belongs to a team, the one of what is there: a contributor of another may not change it. */
const ofTheTeam = new Set<EndpointName>([
  "createInitiative",
  "changeInitiative",
  "addBenefit",
  "answerReadiness",
  "openGateReview",
  "changeGateReview",
  "withdrawGateReview",
  "declareKillRule",
  "withdrawKillRule",
  "planRoadmap",
  "addRoadmapTask",
  "changeRoadmapTask",
  "placeRoadmapTasks",
  "snoozeAlert",
  "unsnoozeAlert",
  "closeRoadmapTask",
  "reopenRoadmapTask",
  "removeRoadmapTask",
  "setProductionFacts",
  "setWorkflow",
  "setAdoption",
  "setCandidateEstimate",
  "setResponsibility",
  "addLearning",
  "changeLearning",
  "addAnnotation",
  "changeAnnotation",
  "retractAnnotation",
  "addHoldOut",
  "changeHoldOut",
  "retractHoldOut",
  "addCostLines",
  "retractCostLine",
  "logSnapshots",
  "draftBaseline",
  "retireSeries",
  "restoreSeries",
  "createCase",
  "renameCase",
  "addCaseVersion",
  "changeCaseVersion",
  "submitCaseVersion",
  "withdrawCaseVersion",
  "addCaseComment",
  "resolveCaseComment",
  "retireCase",
  "restoreCase",
  "createImport",
  "runImport",
]);

/** Asked by the body, not by the path: what is not there is a wrong field of the request. */
const asksInTheBody: readonly EndpointName[] = ["logSnapshots"];
/** Asked by the body, and answered with 404 where it is not there. */
const findsByTheBody: readonly EndpointName[] = [
  "draftBaseline",
  "addAnnotation",
  "addLearning",
  "createCase",
];
/** A KPI's key is the same in every organisation. */
const sharedKeys: readonly EndpointName[] = ["getKpi", "changeKpi", "retireKpi", "restoreKpi"];
/** For whoever began it, and for finance. */
const ofWhoBegan: readonly EndpointName[] = ["cancelImport"];
/** Of the person alone, whose own there is one a principal. */
const ofOneself: readonly EndpointName[] = ["revokeSession", "changeSavedView", "removeSavedView"];

type Verdict = "sign-in-needed" | "forbidden" | "not-found" | "invalid-request" | "may";

function expected(name: EndpointName, principal: PrincipalName, target: Target): Verdict {
  const { role, scope, needs }: EndpointPath = endpointPaths[name];
  const { role: has, team, scopes, isElsewhere } = principals[principal];
  if (role === "anyone") return "may";
  if (has === "anyone") return "sign-in-needed";
  if (isElsewhere === true) return "not-found";
  if (scopes !== undefined && (scope === undefined || needs === "session" || !scopes.includes(scope))) {
    return "forbidden";
  }
  const acts = scopes === undefined ? has : keyScopes[scope ?? "read"];
  if (!mayActAs(acts, role)) return "forbidden";
  const isThere = target === "own" && !ofOneself.includes(name);
  if (!isThere && asksInTheBody.includes(name)) return "invalid-request";
  if (!isThere) return "not-found";
  if (ofWhoBegan.includes(name) && principal !== "contributor" && !mayActAs(acts, "finance")) {
    return "forbidden";
  }
  return ofTheTeam.has(name) && team !== true ? "forbidden" : "may";
}

/** Sends a request to the application, wherever it runs. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** The kind of refusal; "may" where it was not about who asks or what is there. */
async function asked(ask: Ask, name: EndpointName, carried: Headers, things: Things): Promise<string> {
  const { method, path }: EndpointPath = endpointPaths[name];
  const url = path
    .replace("{kpiKey}", "conversion-rate")
    .replace("{jobName}", "clear-idempotency-keys")
    .replace("{period}", "2026-W10")
    .replace("{number}", "1")
    .replace("/months/{month}", "/months/2026-05")
    .replaceAll(/\{(\w+)\}/g, (_, key: string) => things[key as keyof Things]);
  const response = await ask(url, {
    method,
    headers: headersOf(name, carried),
    ...bodyOf(name, things),
  });
  if (response.ok) {
    if (!isToldInEvents(name)) {
      await response.body?.cancel();
      return "may";
    }
    // The answer had begun before it was known.
    const [, problem] = (await response.text()).split("event: problem\ndata: ");
    return problem === undefined ? "may" : decisionOf(name, JSON.parse(problem));
  }
  return decisionOf(name, (await response.json()) as { type: string });
}

function isToldInEvents(name: EndpointName): boolean {
  const { answers }: EndpointPath = endpointPaths[name];
  return answers === "events";
}

function decisionOf(name: EndpointName, { type }: { type: string }): string {
  const kind = type.split("/").at(-1) ?? "";
  const decides = ["sign-in-needed", "sign-in-again", "forbidden", "not-found", "internal", "unavailable"];
  return decides.includes(kind) || asksInTheBody.includes(name) ? kind : "may";
}

function headersOf(name: EndpointName, carried: Headers): Headers {
  return isUpload(name) || endpointPaths[name].method === "GET"
    ? carried
    : { ...carried, "Content-Type": "application/json" };
}

/** What is uploaded other than numbers of a shop. */
const uploads: Partial<Record<EndpointName, string>> = {
  readCaseSheet: "Line,Kind,Category,2027\nLicences,cost,licences,6000\n",
};

function bodyOf(name: EndpointName, things: Things): { body?: string | FormData } {
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

function isUpload(name: EndpointName): boolean {
  return ["inspectFile", "readCaseSheet", "previewImport", "createImport", "runImport"].includes(name);
}

function targetsOf(name: EndpointName): Target[] {
  const { path }: EndpointPath = endpointPaths[name];
  const isAskedOfAThing = /\{\w+Id\}/.test(path) && !sharedKeys.includes(name);
  const asks = isAskedOfAThing || asksInTheBody.includes(name) || findsByTheBody.includes(name);
  return asks ? ["own", "other", "missing"] : ["own"];
}

/** Those that take away what others are asked about come last, and signing out has the last word. */
const lastOnes: EndpointName[] = [
  "removeWebhook",
  "retractCostLine",
  "retractHoldOut",
  "retractAnnotation",
  "freezeBaseline",
  "deleteDemo",
  "removePerson",
  "erasePerson",
];
const names = (Object.keys(endpointPaths) as EndpointName[])
  .filter((name) => name !== "signOut" && name !== "revokeOtherSessions")
  .toSorted((one, two) => lastOnes.indexOf(one) - lastOnes.indexOf(two));

/** How often it was asked, and which answers are not what the table says. */
export interface MatrixFound {
  asked: number;
  wrong: string[];
}

/**
 * Asks every endpoint as a principal, for what is theirs, another organisation's and what is missing. `before` is done
 * before each, where something must be under way.
 */
export async function tryPrincipal(
  ask: Ask,
  ledger: MatrixLedger,
  principal: PrincipalName,
  before: (name: EndpointName, target: Target) => Promise<void> = async () => {},
): Promise<MatrixFound> {
  const found: MatrixFound = { asked: 0, wrong: [] };
  await ledger.renew();
  for (const name of names) {
    for (const target of targetsOf(name)) {
      await before(name, target);
      const is = await asked(ask, name, ledger.headers[principal], thingsOf(ledger, target));
      const should = expected(name, principal, target);
      found.asked += 1;
      if (is !== should) found.wrong.push(`${principal}, ${name}, ${target}: is ${is}, should be ${should}`);
    }
  }
  return found;
}

/** Asks every endpoint as an admin who names another organisation, and one that is not there: all is "not-found". */
export async function tryOtherOrganisations(
  ask: Ask,
  { headers, other }: MatrixLedger,
): Promise<MatrixFound> {
  const found: MatrixFound = { asked: 0, wrong: [] };
  // The demo is the server's own: whoever administrates the company may make and delete it from anywhere.
  const isOfTheServer = (name: EndpointName) => ["createDemo", "deleteDemo"].includes(name);
  const ofMembers = names.filter((name) => endpointPaths[name].role !== "anyone" && !isOfTheServer(name));
  for (const organisation of ["other", "nowhere"]) {
    const asking = { ...headers.admin, "Liftledger-Organisation": organisation };
    for (const name of ofMembers) {
      const is = await asked(ask, name, asking, other);
      found.asked += 1;
      if (is !== "not-found") found.wrong.push(`admin in ${organisation}, ${name}: is ${is}`);
    }
  }
  return found;
}

/** The routes of an application that the endpoint table does not have, and those it has that are not mounted. */
export function undeclaredRoutes(app: Hono): { undeclared: string[]; missing: string[] } {
  const declared = new Set(
    Object.values(endpointPaths).map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    ),
  );
  const middleware = ["ALL /*", "ALL /api/*", "GET /healthz", "GET *", "GET /*"];
  const routes = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
  return {
    undeclared: [...routes].filter((route) => !declared.has(route) && !middleware.includes(route)),
    missing: [...declared].filter((route) => !routes.has(route)),
  };
}

/** Asks every path of the table by the methods it does not have there: nothing answers. */
export async function undeclaredVerbs(ask: Ask, headers: Headers): Promise<MatrixFound> {
  const byPath = Map.groupBy(Object.values(endpointPaths) as EndpointPath[], ({ path }) => path);
  const found: MatrixFound = { asked: 0, wrong: [] };
  for (const [path, endpointsThere] of byPath) {
    const there = new Set(endpointsThere.map(({ method }) => String(method)));
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].filter(
      (one) => !there.has(one),
    )) {
      // A path with a name in it may be that of one with a parameter there.
      const mayBeAnother = [...byPath].some(
        ([other, all]) => other !== path && matches(other, path) && all.some((one) => one.method === method),
      );
      if (mayBeAnother) continue;
      const { status } = await ask(path.replaceAll(/\{\w+\}/g, "x"), { method, headers });
      found.asked += 1;
      if (status !== 404) found.wrong.push(`${method} ${path}: ${status}`);
    }
  }
  return found;
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);
}
