import { accessPaths } from "@liftledger/contracts/access-paths";
import {
  endpointPaths,
  keyScopes,
  type EndpointName,
  type EndpointPath,
  type KeyScope,
} from "@liftledger/contracts/endpoint-paths";
import { examples } from "@liftledger/contracts/examples";
import { mayActAs, type Role } from "@liftledger/use-cases/permissions";
import { afterAll, describe, expect, it } from "vitest";
import { holdOut, importOf, openMatrixLedger, type Headers, type Things } from "./matrix-ledger.ts";

const { app, own, other, headers, renew, remove } = await openMatrixLedger();
afterAll(async () => remove());

/** What each principal is, by the tables of roles and scopes; `team`: whether they are in the team of what is there. */
const principals: Record<
  keyof typeof headers,
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

const targets = { own, other, missing: mapThings(() => "00000000-0000-7000-8000-000000000000") };
type Target = keyof typeof targets;

function mapThings(make: (name: string) => string): Things {
  return Object.fromEntries(Object.keys(own).map((name) => [name, make(name)])) as Things;
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
  addHoldOut: () => holdOut,
  changeHoldOut: () => ({ version: 99, ...holdOut }),
  changeBenchmarkSet: () => ({ ...(examples.changeBenchmarkSet.body as object), version: 99 }),
  retireBenchmarkSet: () => ({ version: 99 }),
  bookCostPool: () => ({ kind: "actual", amount: null, revision: 99 }),
  addCostLines: () => ({ costLines }),
  logSnapshots: ({ seriesId }) => ({
    snapshots: [{ seriesId, period: "2026-W10", numerator: "20", denominator: "400" }],
  }),
  setSourceOfRecord: () => ({ source: "test" }),
  changeValuePool: () => ({ version: 1, name: "Orders" }),
  draftBaseline: ({ seriesId }) => ({ seriesId, interventionStart: "2026-W15" }),
  changePerson: () => ({ version: 1, role: "viewer" }),
  renameTeam: () => ({ name: "Growth" }),
};

/** What belongs to a team, the one of what is there: a contributor of another may not change it. */
const ofTheTeam = new Set<EndpointName>([
  "createInitiative",
  "changeInitiative",
  "addBenefit",
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
  "createImport",
  "runImport",
]);

/** Asked by the body, not by the path: what is not there is a wrong field of the request. */
const asksInTheBody: readonly EndpointName[] = ["logSnapshots"];
/** Asked by the body, and answered with 404 where it is not there. */
const findsByTheBody: readonly EndpointName[] = ["draftBaseline", "addAnnotation"];
/** A KPI's key is the same in every organisation. */
const sharedKeys: readonly EndpointName[] = ["getKpi", "changeKpi"];
/** For whoever began it, and for finance. */
const ofWhoBegan: readonly EndpointName[] = ["cancelImport"];
/** Of the person alone, whose own there is one a principal. */
const ofOneself: readonly EndpointName[] = ["revokeSession"];

type Verdict = "sign-in-needed" | "forbidden" | "not-found" | "invalid-request" | "may";

function expected(name: EndpointName, principal: keyof typeof headers, target: Target): Verdict {
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

/** The kind of refusal; "may" where it was not about who asks or what is there. */
async function asked(name: EndpointName, carried: Headers, things: Things): Promise<string> {
  const { method, path }: EndpointPath = endpointPaths[name];
  const url = path
    .replace("{kpiKey}", "conversion-rate")
    .replace("{period}", "2026-W10")
    .replace("/months/{month}", "/months/2026-05")
    .replaceAll(/\{(\w+)\}/g, (_, key: string) => things[key as keyof Things]);
  const response = await app.request(url, {
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

function bodyOf(name: EndpointName, things: Things): { body?: string | FormData } {
  if (["GET", "DELETE"].includes(endpointPaths[name].method)) return {};
  if (isUpload(name)) {
    const form = new FormData();
    form.append("file", new File(["Day,Visits,Orders\n2026-03-04,400,21\n"], "shop.csv"));
    // The scope of the series that the team claims.
    if (name !== "inspectFile") form.append("recipe", importOf("Shop").recipe);
    return { body: form };
  }
  return { body: JSON.stringify(bodies[name]?.(things) ?? {}) };
}

function isUpload(name: EndpointName): boolean {
  return ["inspectFile", "previewImport", "createImport", "runImport"].includes(name);
}

function targetsOf(name: EndpointName): Target[] {
  const { path }: EndpointPath = endpointPaths[name];
  const isAskedOfAThing = /\{\w+Id\}/.test(path) && !sharedKeys.includes(name);
  const asks = isAskedOfAThing || asksInTheBody.includes(name) || findsByTheBody.includes(name);
  return asks ? ["own", "other", "missing"] : ["own"];
}

/** Those that take away what others are asked about come last, and signing out has the last word. */
const lastOnes: EndpointName[] = [
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

describe("the permission matrix", () => {
  it.each(Object.keys(headers) as (keyof typeof headers)[])(
    "of %s holds at every endpoint, for what is theirs, another organisation's and what is missing",
    async (principal) => {
      const wrong: string[] = [];
      await renew();
      for (const name of names) {
        for (const target of targetsOf(name)) {
          const is = await asked(name, headers[principal], targets[target]);
          const should = expected(name, principal, target);
          if (is !== should) wrong.push(`${name}, ${target}: is ${is}, should be ${should}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it("answers 404 to an admin who names another organisation, and to one that is not there", async () => {
    for (const organisation of ["other", "nowhere"]) {
      const asking = { ...headers.admin, "Liftledger-Organisation": organisation };
      // The demo is the server's own: whoever administrates the company may make and delete it from anywhere.
      const isOfTheServer = (name: EndpointName) => ["createDemo", "deleteDemo"].includes(name);
      const ofMembers = names.filter((name) => endpointPaths[name].role !== "anyone" && !isOfTheServer(name));
      for (const name of ofMembers) {
        expect([name, await asked(name, asking, other)]).toEqual([name, "not-found"]);
      }
    }
  });

  it("has every route of the application, and no route is beside it", () => {
    const declared = new Set(
      Object.values(endpointPaths).map(
        ({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
      ),
    );
    const middleware = ["ALL /*", "ALL /api/*", "GET /healthz", "GET *", "GET /*"];
    const routes = new Set(app.routes.map(({ method, path }) => `${method} ${path}`));
    expect([...routes].filter((route) => !declared.has(route) && !middleware.includes(route))).toEqual([]);
    expect([...declared].filter((route) => !routes.has(route))).toEqual([]);
    expect(Object.keys(accessPaths).every((name) => name in endpointPaths)).toBe(true);
  });
});
