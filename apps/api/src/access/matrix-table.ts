import {
  endpointPaths,
  keyScopes,
  type EndpointName,
  type EndpointPath,
  type KeyScope,
} from "@liftledger/contracts/endpoint-paths";
import { mayActAs, type Role } from "@liftledger/use-cases/permissions";
import type { PrincipalName } from "./matrix-ledger.ts";

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

/** Whose the thing is that is asked about. */
export type Target = "own" | "other" | "missing";

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
export const asksInTheBody: readonly EndpointName[] = ["logSnapshots"];
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

/** What the tables of roles, scopes and teams say that an endpoint answers a principal. */
export function expected(name: EndpointName, principal: PrincipalName, target: Target): Verdict {
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

/** Whose things an endpoint is asked about. */
export function targetsOf(name: EndpointName): Target[] {
  const { path }: EndpointPath = endpointPaths[name];
  const isAskedOfAThing = /\{\w+Id\}/.test(path) && !sharedKeys.includes(name);
  const asks = isAskedOfAThing || asksInTheBody.includes(name) || findsByTheBody.includes(name);
  return asks ? ["own", "other", "missing"] : ["own"];
}
