import type { AuditEntry, AuditLine } from "@liftledger/contracts/audit";
import { createClient, type Client } from "@liftledger/contracts/client";
import { endpointPaths, type EndpointName } from "@liftledger/contracts/endpoint-paths";
import { endpoints } from "@liftledger/contracts/endpoints";
import type { ImportEvent } from "@liftledger/contracts/import-run";
import type { Baseline } from "@liftledger/contracts/initiative";
import type { retirementPaths } from "@liftledger/contracts/retirement-paths";
import { describeOnEveryDatabase, type OpenFreshDatabase } from "@liftledger/database/testing/databases";
import type { Context } from "@liftledger/use-cases/context";
import { examples } from "@liftledger/contracts/examples";
import { ChangeLearning, NewLearning } from "@liftledger/contracts/learning";
import { SetResponsibility } from "@liftledger/contracts/responsibility";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { retiredExamples, type RetiredExample } from "@liftledger/use-cases/testing/retired-examples";
import { expect, it } from "vitest";
import { alertPlays } from "./testing/alert-plays.ts";
import { casePlays } from "./testing/case-plays.ts";
import { gatePlays } from "./testing/gate-plays.ts";
import { registerPlays } from "./testing/register-plays.ts";
import { workflowPlays } from "./testing/workflow-plays.ts";
import { roadmapPlays } from "./testing/roadmap-plays.ts";
import type { createDocumentedApp } from "./testing/documented-app.ts";
import { openApp } from "./testing/open-app.ts";
import { signedIn } from "./testing/sign-in.ts";
import { testContext } from "./testing/test-deps.ts";
import { generatedFile } from "./testing/weekly-file.ts";

/** Endpoints that take a body to look at and write nothing. */
const looksOnly = [
  "inspectFile",
  "readCaseSheet",
  "previewImport",
  "cancelImport",
  "readAccessLink",
] as const;

/** What a person does to their own account, with a password: `access/access.test.ts` looks for these entries. */
const ofAccounts = [
  "setUp",
  "signIn",
  "verifySecondFactor",
  "beginSingleSignOn",
  "finishSingleSignOn",
  "signOut",
  "acceptInvitation",
  "resetPassword",
  "changePassword",
  "startTwoFactor",
  "confirmTwoFactor",
  "stopTwoFactor",
  "makeRecoveryCodes",
] as const;

type Changing = Exclude<
  {
    [Name in EndpointName]: (typeof endpointPaths)[Name]["method"] extends "GET" ? never : Name;
  }[EndpointName],
  (typeof looksOnly)[number] | (typeof ofAccounts)[number]
>;

/** Calls one endpoint, and says what its entry should hold. Somebody else approves, or is approved by the one. */
type Play = (client: Client, colleague: Client, ctx: Context) => Promise<Expected>;
type Expected = Partial<Pick<AuditEntry, "action" | "noun" | "objectId" | "before" | "after" | "reason">>;

async function clientOf(open: OpenFreshDatabase) {
  const { app, deps } = await openApp(open);
  await signedIn(deps.db, { personId: "local-administrator", role: "admin" });
  const colleague = async () =>
    clientFor(app, "default", {
      Cookie: await signedIn(deps.db, { personId: "colleague", role: "finance" }),
    });
  return { client: clientFor(app, "default"), colleague, app, ctx: testContext(deps) };
}

function clientFor(
  app: ReturnType<typeof createDocumentedApp>,
  organisationId: string,
  headers: Record<string, string> = {},
): Client {
  const fetch = async (url: string, init: RequestInit) => {
    const { method = "GET" } = init;
    if (!takesKey(method, url)) return app.request(url, init);
    return sentTwice(app, url, init);
  };
  return createClient({ baseUrl: "", organisationId, headers, fetch });
}

/** Whether a request goes to an endpoint that answers a repeat as it answered the first. */
function takesKey(method: string, url: string): boolean {
  const path = new URL(url, "http://here").pathname;
  return (Object.keys(endpointPaths) as EndpointName[]).some((name) => {
    const one = endpointPaths[name];
    const pattern = new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    return one.method === method && "idempotent" in endpoints[name] && pattern.test(path);
  });
}

/** Every write that takes a key is played with one, and played again: it answers the same and leaves one entry. */
async function sentTwice(
  app: ReturnType<typeof createDocumentedApp>,
  url: string,
  init: RequestInit,
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Idempotency-Key", crypto.randomUUID());
  const first = await app.request(url, { ...init, headers });
  if (!first.ok) return first;
  const entries = async () => {
    const listed = await app.request("/api/v1/audit-entries?limit=1", { headers: init.headers ?? {} });
    expect(listed.status).toBe(200);
    return listed.json();
  };
  const before: unknown = await entries();
  const again = await app.request(url, { ...init, headers });
  expect([again.status, await again.json()]).toEqual([first.status, await first.clone().json()]);
  expect(await entries()).toEqual(before);
  return first;
}

/** Of every kind of thing: retired with its reason, and restored. */
function retirementPlays() {
  const reason = "Counted elsewhere";
  const playOf = (kind: string, example: RetiredExample, verb: "retire" | "restore"): Play => {
    return async (client, _colleague, ctx) => {
      const id = await example.make(ctx, "to-retire");
      const call = (name: string, body: object) =>
        client.call(name as "retireSeries", {
          params: { [example.param]: id } as { seriesId: string },
          body: body as never,
        });
      await call(`retire${kind}`, { version: 1, reason });
      if (verb === "restore") await call(`restore${kind}`, { version: 1 });
      const retired = expect.objectContaining({ retired: expect.objectContaining({ reason }) });
      const standing = expect.objectContaining({ retired: null });
      return verb === "retire"
        ? { objectId: id, before: standing, after: retired, reason }
        : { objectId: id, before: retired, after: standing, reason: null };
    };
  };
  const plays = Object.entries(retiredExamples).flatMap(([kind, example]) => [
    [`retire${kind}`, playOf(kind, example, "retire")] as const,
    [`restore${kind}`, playOf(kind, example, "restore")] as const,
  ]);
  return Object.fromEntries(plays) as Record<keyof typeof retirementPaths, Play>;
}

const makeSeries = (client: Client) =>
  client.call("createSeries", { body: { kpiKey: "conversion-rate", scope: "Shop" } });

async function ownKpi(client: Client) {
  const { rows } = await client.call("getKpi", { params: { kpiKey: "conversion-rate" }, query: {} });
  const [kpi] = rows;
  if (kpi === undefined) throw new Error("there should be the KPI conversion-rate");
  const {
    key: _key,
    version: _version,
    source: _source,
    unitValueRule: _rule,
    retired: _retired,
    madeAt: _madeAt,
    madeBy: _madeBy,
    ...rest
  } = kpi;
  return { ...rest, name: "Calls kept" };
}

const makeInitiative = (client: Client) =>
  client.call("createInitiative", {
    body: {
      name: "Lead scoring",
      outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" },
      owner: "Ada",
      team: "Growth",
      useCasePattern: "predictive-lead-scoring",
      phase: "pilots",
      startedOn: "2026-04-06",
    },
  });

const makeCostPool = (client: Client) =>
  client.call("createCostPool", {
    body: { name: "Platform licence", category: "licences", driver: "usage", unit: "seats" },
  });

const version = (number: number) => expect.objectContaining({ version: number });

const benchmarks = {
  name: "Board hurdles",
  source: "board paper 7",
  bands: { pilots: { floor: "0.2" } },
  validFrom: "2026-06-01",
  approvedBy: "Grace",
};
const makeBenchmarks = (client: Client) => client.call("createBenchmarkSet", { body: benchmarks });

async function makeBenefit(client: Client) {
  const { seriesId } = await makeSeries(client);
  const { initiativeId } = await makeInitiative(client);
  return client.call("addBenefit", { params: { initiativeId }, body: { seriesId, assumptions: {} } });
}

async function makeNote(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const note = { initiativeId, from: "2026-05-04", text: "All visitors see it" };
  return client.call("addAnnotation", { body: note });
}

async function makeLearning(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const body = NewLearning.parse({ ...(examples.addLearning.body as object), initiativeId });
  return client.call("addLearning", { body });
}

const view = { page: "portfolio" as const, name: "By team", search: "group=team", isShared: true };

const arm = (sum: string) => ({ units: 1000, sum });
const terms = (treated: string) => ({
  kind: "proportion" as const,
  treated: arm(treated),
  heldOut: arm("100"),
  startedOn: "2026-04-06",
  endedOn: "2026-05-31",
  treatedShare: "1",
});

async function makeHoldOut(client: Client) {
  const { benefitId } = await makeBenefit(client);
  return client.call("addHoldOut", { params: { benefitId }, body: terms("120") });
}

async function makePool(client: Client) {
  const { seriesId } = await makeSeries(client);
  const body = { name: "New customers", series: [{ seriesId, segment: ["Shop"] }] };
  return { seriesId, ...(await client.call("createValuePool", { body })) };
}

async function makeCostLine(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const line = { category: "licences", month: "2026-05", amount: "12.34", currency: "EUR" } as const;
  const { rows } = await client.call("addCostLines", {
    params: { initiativeId },
    body: { costLines: [{ ...line, kind: "actual" }] },
  });
  return rows[0]?.costLineId ?? "";
}

async function makeDraft(client: Client) {
  const { seriesId } = await makeSeries(client);
  const snapshots = ["2026-W10", "2026-W11", "2026-W12", "2026-W13"].map((period) => ({
    seriesId,
    period,
    numerator: "20",
    denominator: "400",
  }));
  await client.call("logSnapshots", { body: { snapshots } });
  return client.call("draftBaseline", { body: { seriesId, interventionStart: "2026-W15" } });
}

const draftBy = (author: Client, { seriesId, interventionStart }: Baseline) =>
  author.call("draftBaseline", { body: { seriesId, interventionStart } });

const newKey = { name: "nightly", scopes: ["log" as const], days: 30 };

const invite = (client: Client) =>
  client.call("invitePerson", { body: { name: "Vic", email: "vic@example.test", role: "viewer" } });

/** One play for each changing endpoint: an endpoint without one does not compile. */
const plays: Record<Changing, Play> = {
  ...casePlays,
  ...gatePlays,
  async revokeSession(client) {
    const { rows } = await client.call("listSessions", { query: {} });
    const spare = rows.find((session) => !session.isThisOne)?.sessionId ?? "";
    await client.call("revokeSession", { params: { sessionId: spare } });
    return { noun: "session", objectId: spare, before: { sessionId: spare }, after: null };
  },
  async setReading(client) {
    const body = { language: "de", locale: "de-CH" };
    await client.call("setReading", { body });
    const before = { language: null, locale: null };
    return { noun: "member", objectId: "local-administrator", before, after: body };
  },
  async revokeOtherSessions(client) {
    await client.call("revokeOtherSessions", {});
    return { noun: "account", objectId: "local-administrator", after: { sessionsEnded: 1 } };
  },
  async invitePerson(client) {
    const { person } = await invite(client);
    const after = { personId: person.personId, role: "viewer", teamIds: [] };
    return { noun: "member", objectId: person.personId, before: null, after };
  },
  async changePerson(client) {
    const { personId, version } = (await invite(client)).person;
    const body = { version, role: "finance" } as const;
    await client.call("changePerson", { params: { personId }, body });
    const holding = (role: string) => expect.objectContaining({ role });
    return { noun: "member", objectId: personId, before: holding("viewer"), after: holding("finance") };
  },
  async removePerson(client) {
    const { personId } = (await invite(client)).person;
    await client.call("removePerson", { params: { personId } });
    const holding = (removedAt: unknown) => expect.objectContaining({ removedAt });
    const after = holding(expect.any(String));
    return { noun: "member", objectId: personId, before: holding(null), after };
  },
  async erasePerson(client) {
    const { personId } = (await invite(client)).person;
    await client.call("erasePerson", { params: { personId } });
    return { noun: "person", objectId: personId, before: { personId }, after: { personId } };
  },
  async makeAccessLink(client) {
    const { personId } = (await invite(client)).person;
    const { expiresAt } = await client.call("makeAccessLink", { params: { personId } });
    return {
      noun: "access-link",
      objectId: personId,
      before: null,
      after: { kind: "invitation", expiresAt },
    };
  },
  async removeSecondFactor(client) {
    const { personId } = (await invite(client)).person;
    await client.call("removeSecondFactor", { params: { personId } });
    return { noun: "account", objectId: personId, after: { twoFactor: false, sessionsEnded: 0 } };
  },
  async runJob(client) {
    await client.call("runJob", { params: { jobName: "evaluate-portfolio" } });
    const due = { jobName: "evaluate-portfolio", nextDueAt: expect.any(String), attempts: 0 };
    return { noun: "job", objectId: "evaluate-portfolio", before: due, after: due };
  },
  async createTeam(client) {
    const team = await client.call("createTeam", { body: { name: "Growth" } });
    return { noun: "team", objectId: team.teamId, before: null, after: team };
  },
  async renameTeam(client) {
    const team = await client.call("createTeam", { body: { name: "Growth" } });
    const { teamId } = team;
    const after = await client.call("renameTeam", {
      params: { teamId },
      body: { version: 1, name: "Brand" },
    });
    return { noun: "team", objectId: teamId, before: team, after };
  },
  async createServiceKey(client) {
    const { serviceKey, key } = await client.call("createServiceKey", { body: newKey });
    expect(key).toMatch(/^llkey_/);
    // Neither the key nor its digest.
    const after = expect.not.objectContaining({ digest: expect.anything() });
    return { noun: "service-key", objectId: serviceKey.keyId, before: null, after };
  },
  async revokeServiceKey(client) {
    const { keyId } = (await client.call("createServiceKey", { body: newKey })).serviceKey;
    await client.call("revokeServiceKey", { params: { keyId } });
    const after = { revokedAt: expect.any(String) };
    return { noun: "service-key", objectId: keyId, before: { revokedAt: null }, after };
  },
  async createDemo(client) {
    await client.call("createDemo", {});
    return {
      noun: "organisation",
      objectId: "demo",
      before: null,
      after: expect.objectContaining({ kind: "demo" }),
    };
  },
  async deleteDemo(client) {
    await client.call("deleteDemo", {});
    return {
      noun: "organisation",
      objectId: "demo",
      before: expect.objectContaining({ kind: "demo" }),
      after: null,
    };
  },
  async createKpi(client) {
    await client.call("createKpi", { body: { ...(await ownKpi(client)), key: "calls-kept" } });
    const after = expect.objectContaining({ kpiKey: "calls-kept", version: 1, source: "own" });
    return { noun: "kpi", objectId: "calls-kept", before: null, after };
  },
  async changeKpi(client) {
    await client.call("changeKpi", {
      params: { kpiKey: "conversion-rate" },
      body: { ...(await ownKpi(client)), version: 1 },
    });
    const before = expect.objectContaining({ version: 1, source: "built-in" });
    const after = expect.objectContaining({ version: 2, source: "own" });
    return { noun: "kpi", objectId: "conversion-rate", before, after };
  },
  async createSeries(client) {
    const { seriesId } = await makeSeries(client);
    return {
      noun: "series",
      objectId: seriesId,
      before: null,
      after: expect.objectContaining({ scope: "Shop" }),
    };
  },
  async logSnapshots(client) {
    const { seriesId } = await makeSeries(client);
    const one = { seriesId, period: "2026-W20", denominator: "100" };
    await client.call("logSnapshots", { body: { snapshots: [{ ...one, numerator: "1" }] } });
    await client.call("logSnapshots", { body: { snapshots: [{ ...one, numerator: "2" }] } });
    const revision = (number: number, numerator: string) => ({
      snapshots: [expect.objectContaining({ period: "2026-W20", revision: number, numerator })],
    });
    return { noun: "snapshots", objectId: seriesId, before: revision(1, "1"), after: revision(2, "2") };
  },
  async retractSnapshots(client) {
    const { seriesId } = await makeSeries(client);
    const one = { seriesId, period: "2026-W20" };
    const snapshots = [{ ...one, numerator: "1", denominator: "100" }];
    await client.call("logSnapshots", { body: { snapshots } });
    await client.call("retractSnapshots", {
      body: { snapshots: [{ ...one, revision: 1 }], reason: "logged twice" },
    });
    const revision = (facts: object) => ({ snapshots: [expect.objectContaining(facts)] });
    return {
      noun: "snapshots",
      objectId: seriesId,
      before: revision({ revision: 1, numerator: "1" }),
      after: revision({ revision: 2, retraction: "logged twice" }),
    };
  },
  async addAnnotation(client) {
    const { annotationId } = await makeNote(client);
    const after = expect.objectContaining({ text: "All visitors see it", version: 1 });
    return { noun: "annotation", objectId: annotationId, before: null, after };
  },
  async changeAnnotation(client) {
    const { annotationId } = await makeNote(client);
    const body = { version: 1, from: "2026-05-05", text: "Half of them" };
    await client.call("changeAnnotation", { params: { annotationId }, body });
    const before = expect.objectContaining({ from: "2026-05-04", version: 1 });
    const after = expect.objectContaining({ from: "2026-05-05", text: "Half of them", version: 2 });
    return { noun: "annotation", objectId: annotationId, before, after };
  },
  async retractAnnotation(client) {
    const { annotationId } = await makeNote(client);
    await client.call("retractAnnotation", { params: { annotationId } });
    const before = expect.objectContaining({ version: 1 });
    const after = expect.objectContaining({ retractedAt: expect.any(String) });
    return { noun: "annotation", objectId: annotationId, before, after };
  },
  async setProductionFacts(client) {
    const { initiativeId } = await makeInitiative(client);
    const body = SetProductionFacts.parse(examples.setProductionFacts.body);
    await client.call("setProductionFacts", { params: { initiativeId }, body });
    const after = expect.objectContaining({ initiativeId, version: 1 });
    return { noun: "production-facts", objectId: initiativeId, before: null, after };
  },
  ...workflowPlays,
  async setAdoption(client) {
    const { initiativeId } = await makeInitiative(client);
    const body = { kpiKey: "tool-adoption", scope: "Sales" };
    const { seriesId } = await client.call("createSeries", { body });
    await client.call("setAdoption", { params: { initiativeId }, body: { version: 0, seriesId } });
    const after = expect.objectContaining({ initiativeId, version: 1, seriesId });
    return { noun: "adoption", objectId: initiativeId, before: null, after };
  },
  async setCandidateEstimate(client) {
    const { initiativeId } = await makeInitiative(client);
    const estimate = { effortWeeks: "8", statedValue: null, seriesId: null, unitWorth: null };
    await client.call("setCandidateEstimate", {
      params: { initiativeId },
      body: { version: 0, ...estimate },
    });
    const after = expect.objectContaining({ initiativeId, version: 1 });
    return { noun: "candidate-estimate", objectId: initiativeId, before: null, after };
  },
  async setResponsibility(client) {
    const { initiativeId } = await makeInitiative(client);
    const body = SetResponsibility.parse(examples.setResponsibility.body);
    await client.call("setResponsibility", { params: { initiativeId }, body });
    const after = expect.objectContaining({ initiativeId, version: 1 });
    return { noun: "responsibility", objectId: initiativeId, before: null, after };
  },
  async addLearning(client) {
    const { learningId } = await makeLearning(client);
    const after = expect.objectContaining({ kpiKeys: ["conversion-rate"], version: 1 });
    return { noun: "learning", objectId: learningId, before: null, after };
  },
  async changeLearning(client) {
    const { learningId } = await makeLearning(client);
    const body = ChangeLearning.parse(examples.changeLearning.body);
    await client.call("changeLearning", { params: { learningId }, body });
    const before = expect.objectContaining({ version: 1 });
    const after = expect.objectContaining({ contradicting: "", version: 2 });
    return { noun: "learning", objectId: learningId, before, after };
  },
  async openWorkSplitRound(client) {
    const { roundId } = await client.call("openWorkSplitRound", { body: { week: "2026-W22" } });
    const after = expect.objectContaining({ roundId, teamId: null, week: "2026-W22" });
    return { noun: "work-split-round", objectId: roundId, before: null, after };
  },
  async closeWorkSplitRound(client) {
    const { roundId } = await client.call("openWorkSplitRound", { body: { week: "2026-W22" } });
    await client.call("closeWorkSplitRound", { params: { roundId }, body: { version: 1 } });
    const before = expect.not.objectContaining({ mechanicalHours: expect.anything() });
    const after = expect.objectContaining({ roundId, answers: 0, version: 2 });
    return { noun: "work-split-round", objectId: roundId, before, after };
  },
  async answerWorkSplit(client) {
    const { roundId } = await client.call("openWorkSplitRound", { body: { week: "2026-W22" } });
    const body = { mechanicalHours: "26", strategicHours: "14" };
    await client.call("answerWorkSplit", { params: { roundId }, body });
    // That somebody answered, never what.
    return { noun: "work-split-round", objectId: roundId, before: null, after: { roundId, answers: 1 } };
  },
  ...roadmapPlays,
  ...registerPlays,
  async answerReadiness(client) {
    const { initiativeId } = await makeInitiative(client);
    const evidence = [{ kind: "file" as const, reference: "map.pdf" }];
    const body = { question: "workflow" as const, score: 4, evidence };
    const { answerId } = await client.call("answerReadiness", { params: { initiativeId }, body });
    const after = expect.objectContaining({ initiativeId, question: "workflow", score: 4, evidence });
    return { noun: "readiness-answer", objectId: answerId, before: null, after };
  },
  async saveView(client) {
    const { viewId } = await client.call("saveView", { body: view });
    const after = expect.objectContaining({ name: "By team", isShared: true, version: 1 });
    return { noun: "saved-view", objectId: viewId, before: null, after };
  },
  async changeSavedView(client) {
    const { viewId } = await client.call("saveView", { body: view });
    const { page: _page, ...anew } = { ...view, name: "By phase", isDefault: true, version: 1 };
    await client.call("changeSavedView", { params: { viewId }, body: anew });
    const before = expect.objectContaining({ name: "By team", isDefault: false, version: 1 });
    const after = expect.objectContaining({ name: "By phase", isDefault: true, version: 2 });
    return { noun: "saved-view", objectId: viewId, before, after };
  },
  async removeSavedView(client) {
    const { viewId } = await client.call("saveView", { body: view });
    await client.call("removeSavedView", { params: { viewId } });
    const before = expect.objectContaining({ name: "By team", version: 1 });
    return { noun: "saved-view", objectId: viewId, before, after: null };
  },
  async addHoldOut(client) {
    const { holdOutId, initiativeId } = await makeHoldOut(client);
    const after = expect.objectContaining({ initiativeId, revision: 1, retractedAt: null });
    return { noun: "hold-out", objectId: holdOutId, before: null, after };
  },
  async changeHoldOut(client) {
    const { holdOutId } = await makeHoldOut(client);
    await client.call("changeHoldOut", { params: { holdOutId }, body: { version: 1, ...terms("130") } });
    const [before, after] = [
      { revision: 1, terms: expect.objectContaining({ treated: arm("120") }) },
      { revision: 2, terms: expect.objectContaining({ treated: arm("130") }) },
    ].map((one) => expect.objectContaining(one));
    return { noun: "hold-out", objectId: holdOutId, before, after };
  },
  async retractHoldOut(client) {
    const { holdOutId } = await makeHoldOut(client);
    await client.call("retractHoldOut", { params: { holdOutId } });
    const before = expect.objectContaining({ retractedAt: null });
    const after = expect.objectContaining({ retractedAt: expect.any(String) });
    return { noun: "hold-out", objectId: holdOutId, before, after };
  },
  async createCostPool(client) {
    const { costPoolId } = await makeCostPool(client);
    return {
      noun: "cost-pool",
      objectId: costPoolId,
      before: null,
      after: expect.objectContaining({ costPoolId }),
    };
  },
  async bookCostPool(client) {
    const { costPoolId } = await makeCostPool(client);
    const { initiativeId } = await makeInitiative(client);
    const params = { costPoolId, month: "2026-05" };
    const quantities = [{ initiativeId, quantity: "3" }];
    const booking = { kind: "actual", amount: "10", quantities } as const;
    await client.call("bookCostPool", { params, body: { ...booking, revision: 0 } });
    await client.call("bookCostPool", { params, body: { ...booking, amount: "12", revision: 1 } });
    const [before, after] = ["1000", "1200"].map((amountMinor) => expect.objectContaining({ amountMinor }));
    return { noun: "cost-pool-month", objectId: `${costPoolId} 2026-05 actual`, before, after };
  },
  async createBenchmarkSet(client) {
    const { setId } = await makeBenchmarks(client);
    return { noun: "benchmark-set", objectId: setId, before: null, after: version(1) };
  },
  async changeBenchmarkSet(client) {
    const { setId } = await makeBenchmarks(client);
    const { name: _name, ...facts } = benchmarks;
    await client.call("changeBenchmarkSet", { params: { setId }, body: { ...facts, version: 1 } });
    return { noun: "benchmark-set", objectId: setId, before: version(1), after: version(2) };
  },
  ...retirementPlays(),
  ...alertPlays,
  async changeOrganisation(client) {
    const params = { organisationId: "default" };
    const { name } = await client.call("changeOrganisation", { params, body: { version: 1, name: "New" } });
    const before = expect.objectContaining({ name: "Example", version: 1 });
    const after = expect.objectContaining({ name, version: 2 });
    return { noun: "organisation", objectId: "default", before, after };
  },
  async renameCostPool(client) {
    const { costPoolId } = await makeCostPool(client);
    await client.call("renameCostPool", { params: { costPoolId }, body: { version: 1, name: "Tokens" } });
    const before = expect.objectContaining({ name: "Platform licence", version: 1 });
    const after = expect.objectContaining({ name: "Tokens", version: 2 });
    return { noun: "cost-pool", objectId: costPoolId, before, after };
  },
  async retractExchangeRate(client) {
    const rate = { from: "USD", date: "2026-05-29" };
    await client.call("addExchangeRates", { body: { rates: [{ ...rate, rate: "9.2", source: "bank" }] } });
    const reason = "A slip of the comma";
    await client.call("retractExchangeRate", { body: { ...rate, revision: 1, reason } });
    return {
      noun: "exchange-rate",
      objectId: "USD EUR 2026-05-29",
      before: expect.objectContaining({ rate: "9.2" }),
      after: expect.objectContaining({ rate: "9.2", retractReason: reason }),
      reason,
    };
  },
  async chooseBenchmarks(client) {
    const { setId } = await makeBenchmarks(client);
    await client.call("chooseBenchmarks", { body: { judgedBy: "own", setId, version: 0 } });
    const after = expect.objectContaining({ judgedBy: "own", setId, position: 1 });
    return { noun: "benchmark-choice", objectId: "organisation", before: null, after };
  },
  async addExchangeRates(client) {
    const rate = { from: "USD", date: "2026-05-29", source: "central bank" };
    await client.call("addExchangeRates", { body: { rates: [{ ...rate, rate: "0.92" }] } });
    await client.call("addExchangeRates", { body: { rates: [{ ...rate, rate: "0.93" }] } });
    return {
      noun: "exchange-rate",
      objectId: "USD EUR 2026-05-29",
      before: expect.objectContaining({ revision: 1, rate: "0.92" }),
      after: expect.objectContaining({ revision: 2, rate: "0.93" }),
    };
  },
  async setSourceOfRecord(client) {
    const { seriesId } = await makeSeries(client);
    await client.call("setSourceOfRecord", {
      params: { seriesId },
      body: { version: 1, source: "shop export" },
    });
    return {
      noun: "series",
      objectId: seriesId,
      before: expect.objectContaining({ sourceOfRecord: null }),
      after: expect.objectContaining({ sourceOfRecord: "shop export" }),
    };
  },
  async undoImport(client) {
    const { name, text, recipe } = generatedFile();
    const { importId } = await client.call("createImport", {
      body: { file: new File([text], name), recipe: JSON.stringify(recipe) },
    });
    const objectId = importId ?? "";
    await client.call("undoImport", { params: { importId: objectId }, body: { reason: "another shop's" } });
    const before = expect.objectContaining({ importId, undoneAt: null });
    const after = expect.objectContaining({ importId, undoReason: "another shop's" });
    return { noun: "import", objectId, before, after };
  },
  async createImport(client) {
    const { name, text, recipe } = generatedFile();
    const { importId, summary } = await client.call("createImport", {
      body: { file: new File([text], name), recipe: JSON.stringify(recipe) },
    });
    const { fileDigest, rowsRead, periods } = summary;
    const after = {
      importId,
      fileDigest,
      rowsRead,
      periodsNew: periods.new,
      seriesMade: 2,
      recipeVersion: 1,
    };
    return { action: "importFile", noun: "import", before: null, after: expect.objectContaining(after) };
  },
  async runImport(client) {
    const { name, text, recipe } = generatedFile();
    const body = { file: new File([text], name), recipe: JSON.stringify(recipe) };
    let last: ImportEvent | undefined;
    for await (const event of await client.call("runImport", { body })) last = event;
    if (last?.kind !== "imported") throw new Error(`the import ended as ${last?.kind}`);
    const after = { importId: last.importId, fileDigest: last.summary.fileDigest, seriesMade: 2 };
    return { action: "importFile", noun: "import", before: null, after: expect.objectContaining(after) };
  },
  async saveImportRecipe(client) {
    const recipe = generatedFile().recipe as { name: string };
    await client.call("saveImportRecipe", { body: recipe as never });
    const body = { ...recipe, source: "another" } as never;
    const { recipeId } = await client.call("saveImportRecipe", { body });
    const before = expect.objectContaining({ version: 1 });
    return {
      noun: "import-recipe",
      objectId: recipeId,
      before,
      after: expect.objectContaining({ version: 2 }),
    };
  },
  async createInitiative(client) {
    const { initiativeId } = await makeInitiative(client);
    const phases = [{ phase: "pilots", enteredOn: "2026-04-06" }];
    return {
      noun: "initiative",
      objectId: initiativeId,
      before: null,
      after: expect.objectContaining({ phases }),
    };
  },
  async changeInitiative(client) {
    const { initiativeId } = await makeInitiative(client);
    const body = { version: 1, name: "Renamed" };
    await client.call("changeInitiative", { params: { initiativeId }, body });
    const before = expect.objectContaining({ name: "Lead scoring", version: 1 });
    const after = expect.objectContaining({ name: "Renamed", version: 2 });
    return { noun: "initiative", objectId: initiativeId, before, after };
  },
  async addBenefit(client) {
    const { benefitId } = await makeBenefit(client);
    const after = expect.objectContaining({
      version: 1,
      assumptions: expect.objectContaining({ version: 1 }),
    });
    return { noun: "benefit", objectId: benefitId, before: null, after };
  },
  async changeBenefit(client) {
    const { benefitId } = await makeBenefit(client);
    const body = { version: 1, assumptions: { attribution: "0.5" } };
    await client.call("changeBenefit", { params: { benefitId }, body });
    const holding = (attribution: string | null) =>
      expect.objectContaining({ assumptions: expect.objectContaining({ attribution }) });
    return { noun: "benefit", objectId: benefitId, before: holding(null), after: holding("0.5") };
  },
  async withdrawBenefit(client) {
    const { benefitId } = await makeBenefit(client);
    const body = { version: 1, reason: "Claimed twice" };
    const { withdrawnAt } = await client.call("withdrawBenefit", { params: { benefitId }, body });
    const before = expect.objectContaining({ version: 1, withdrawnAt: null });
    const after = expect.objectContaining({ version: 2, withdrawnAt });
    return { noun: "benefit", objectId: benefitId, before, after };
  },
  async createValuePool(client) {
    const { poolId, seriesId } = await makePool(client);
    const after = expect.objectContaining({ series: [{ seriesId, segment: ["Shop"] }], version: 1 });
    return { noun: "value-pool", objectId: poolId, before: null, after };
  },
  async changeValuePool(client) {
    const { poolId } = await makePool(client);
    const body = { version: 1, kpiKeys: ["conversion-rate"] };
    await client.call("changeValuePool", { params: { poolId }, body });
    const before = expect.objectContaining({ kpiKeys: [], version: 1 });
    const after = expect.objectContaining({ kpiKeys: ["conversion-rate"], version: 2 });
    return { noun: "value-pool", objectId: poolId, before, after };
  },
  async addCostLines(client) {
    const costLineId = await makeCostLine(client);
    const after = expect.objectContaining({ amountMinor: "1234", currency: "EUR" });
    return { noun: "cost-line", objectId: costLineId, before: null, after };
  },
  async retractCostLine(client) {
    const costLineId = await makeCostLine(client);
    await client.call("retractCostLine", { params: { costLineId } });
    const before = expect.objectContaining({ amountMinor: "1234", retractedAt: null });
    const after = expect.objectContaining({ amountMinor: "1234", retractedAt: expect.any(String) });
    return { noun: "cost-line", objectId: costLineId, before, after };
  },
  async closePeriod(client) {
    await client.call("closePeriod", { params: { month: "2026-05" } });
    const after = expect.objectContaining({ month: "2026-05", kind: "closed", position: 1 });
    return { noun: "period", objectId: "2026-05", before: null, after };
  },
  async reopenPeriod(client) {
    const params = { month: "2026-05" };
    await client.call("closePeriod", { params });
    await client.call("reopenPeriod", { params, body: { reason: "An invoice came late" } });
    const before = expect.objectContaining({ kind: "closed", position: 1 });
    const after = expect.objectContaining({ kind: "reopened", position: 2 });
    return { noun: "period", objectId: "2026-05", before, after, reason: "An invoice came late" };
  },
  async draftBaseline(client) {
    const { baselineId } = await makeDraft(client);
    const after = expect.objectContaining({ status: "draft" });
    return { noun: "baseline", objectId: baselineId, before: null, after };
  },
  async freezeBaseline(client, colleague) {
    const { baselineId } = await draftBy(colleague, await makeDraft(client));
    const { digest } = await client.call("freezeBaseline", { params: { baselineId } });
    const before = expect.objectContaining({ status: "draft", digest: null });
    const after = expect.objectContaining({ status: "frozen", digest });
    return { noun: "baseline", objectId: baselineId, before, after };
  },
  async unfreezeBaseline(client, colleague) {
    const params = { baselineId: (await makeDraft(client)).baselineId };
    const { digest, version: read } = await colleague.call("freezeBaseline", { params });
    const reason = "A week was counted twice";
    await client.call("unfreezeBaseline", { params, body: { version: read, reason } });
    const before = expect.objectContaining({ status: "frozen", digest });
    const after = expect.objectContaining({ status: "superseded", digest, unfreezeReason: reason });
    return { noun: "baseline", objectId: params.baselineId, before, after };
  },
};

// Made once, for all that is asked of it: it takes longer than the rest together.
const { createDemo, deleteDemo, ...quickPlays } = plays;

async function expectEntry(
  client: Client,
  name: string,
  play: Play,
  { ctx, colleague = client }: { ctx: Context; colleague?: Client },
): Promise<void> {
  const expected = await play(client, colleague, ctx);
  const [newest] = (await client.call("listAuditEntries", { query: { limit: 1 } })).rows;
  expect(newest).toMatchObject({ action: name, actorId: "local-administrator", ...expected });
  expect(newest?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(await client.call("verifyAudit", { query: {} })).toMatchObject({ kind: "whole" });
}

describeOnEveryDatabase("the audit chain", (open) => {
  it.each(Object.entries(quickPlays))(
    "has an entry of %s with what was before and after",
    async (name, play) => {
      const { client, colleague, ctx } = await clientOf(open);
      await expectEntry(client, name, play, { ctx, colleague: await colleague() });
    },
  );

  it("has a play for every endpoint of the table that is no question", () => {
    const names = Object.keys(endpointPaths) as EndpointName[];
    const changing = names.filter((name) => endpointPaths[name].method !== "GET");
    expect(changing.toSorted()).toEqual([...Object.keys(plays), ...looksOnly, ...ofAccounts].toSorted());
  });

  it("is written by no question, and by no look at a file", async () => {
    const { client } = await clientOf(open);
    const { name, text, recipe } = generatedFile();
    const file = new File([text], name);
    const before = await client.call("verifyAudit", { query: {} });
    await client.call("inspectFile", { body: { file } });
    await client.call("previewImport", { body: { file, recipe: JSON.stringify(recipe) } });
    await client.call("getPortfolio", { query: {} });
    expect(await client.call("verifyAudit", { query: {} })).toEqual(before);
  });

  it("is exported line by line as it is listed", async () => {
    const { client } = await clientOf(open);
    await makeBenefit(client);
    const { rows } = await client.call("listAuditEntries", { query: { limit: 500 } });
    const hashes = rows.map(({ hash }) => hash).toReversed();
    expect((await exported(client)).map(({ hash }) => hash)).toEqual(hashes);
  });

  it("has entries of createDemo and deleteDemo; of the demo it is its own, long, exported whole and goes with it", async () => {
    const { client, app, ctx } = await clientOf(open);
    await expectEntry(client, "createDemo", createDemo, { ctx });
    const demo = clientFor(app, "demo");
    const verified = await demo.call("verifyAudit", { query: {} });
    const lines = await exported(demo);
    expect(verified).toMatchObject({ kind: "whole", entries: lines.length });
    expect(lines.length).toBeGreaterThan(1000);
    expect(new Set(lines.map(({ organisationId }) => organisationId))).toEqual(new Set(["demo"]));
    await expectEntry(client, "deleteDemo", deleteDemo, { ctx });
    const { rows } = await client.call("listAuditEntries", { query: { objectId: "demo" } });
    expect(rows.map(({ action }) => action)).toEqual(["deleteDemo", "createDemo"]);
    await expect(demo.call("verifyAudit", { query: {} })).rejects.toMatchObject({ problem: { status: 404 } });
  });
});

async function exported(client: Client): Promise<AuditLine[]> {
  const lines: AuditLine[] = [];
  for await (const line of await client.call("exportAudit", {})) lines.push(line);
  return lines;
}
