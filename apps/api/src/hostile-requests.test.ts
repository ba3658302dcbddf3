import { endpointPaths, type EndpointName } from "@liftledger/contracts/endpoint-paths";
import { endpoints, type EndpointSchema } from "@liftledger/contracts/endpoints";
import { examples } from "@liftledger/contracts/examples";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { readPart } from "@liftledger/use-cases/read-part";
import { expect, it } from "vitest";
import { withValueAt } from "./testing/commands/body-places.ts";
import { openApp } from "./testing/open-app.ts";

/** What a field may hold that nobody meant. */
const nasty: readonly unknown[] = [
  null,
  "",
  "x".repeat(5000),
  "a\0b",
  "\ud800",
  "'; drop table series; --",
  "<script>alert(1)</script>",
  "=1+1",
  "1e999",
  "-0",
  "٣",
  -1,
  0.5,
  2 ** 31 - 1,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  1e300,
  true,
  [],
  {},
  [[[[]]]],
];

type Path = (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))];
}

/** A request that would be taken as it is. */
interface SoundCall {
  name: EndpointName;
  path: string;
  body: unknown;
}

/** Whether a body comes through to the use-case: what is refused before it asks no database anything. */
function isReadable(name: EndpointName, body: unknown): boolean {
  const { body: schema }: EndpointSchema = endpoints[name];
  if (schema === undefined) return false;
  try {
    readPart(schema, body, "body");
    return true;
  } catch {
    return false;
  }
}

async function soundCalls(send: Awaited<ReturnType<typeof openApp>>["send"]): Promise<SoundCall[]> {
  const post = (path: string, body: unknown) => ({ method: "POST", path, body });
  const outcome = { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" };
  const initiative = {
    name: "Scoring",
    outcome,
    owner: "Ada",
    team: "Growth",
    useCasePattern: "other",
    phase: "pilots",
    startedOn: "2026-04-06",
  };
  const series = await send(post("/api/v1/series", { kpiKey: "conversion-rate", scope: "Shop" }));
  const { seriesId } = series.body;
  const { initiativeId } = (await send(post("/api/v1/initiatives", initiative))).body;
  const benefits = `/api/v1/initiatives/${initiativeId}/benefits`;
  const { benefitId } = (await send(post(benefits, { seriesId }))).body;
  const assumptions = { unitValue: "80", attribution: "0.1", approvedBy: "Grace" };
  const snapshot = { seriesId, period: "2026-W20", numerator: "1", denominator: "2" };
  const costLine = { category: "people", month: "2026-05", amount: "10", currency: "EUR", kind: "actual" };
  const own = (await send({ path: "/api/v1/kpis/lead-conversion-rate" })).body.rows[0];
  const {
    key: _key,
    version: _version,
    source: _source,
    unitValueRule: _rule,
    retired: _retired,
    madeAt: _madeAt,
    madeBy: _madeBy,
    ...definition
  } = own;
  const recipe = {
    name: "r",
    source: "s",
    dateColumn: "Day",
    period: "week",
    scope: "Shop",
    measures: [
      {
        kpi: "conversion-rate",
        numerator: { kind: "sum", columns: ["a"] },
        denominator: { kind: "count-rows" },
      },
    ],
  };
  return [
    { name: "createSeries", path: "/api/v1/series", body: { kpiKey: "churn-rate", scope: "App" } },
    { name: "logSnapshots", path: "/api/v1/snapshots", body: { snapshots: [snapshot], source: "hand" } },
    { name: "createInitiative", path: "/api/v1/initiatives", body: initiative },
    {
      name: "changeInitiative",
      path: `/api/v1/initiatives/${initiativeId}`,
      body: { version: 1, team: "A", outcome },
    },
    { name: "addBenefit", path: benefits, body: { seriesId, assumptions } },
    { name: "changeBenefit", path: `/api/v1/benefits/${benefitId}`, body: { version: 1, assumptions } },
    {
      name: "addCostLines",
      path: `/api/v1/initiatives/${initiativeId}/cost-lines`,
      body: { costLines: [costLine] },
    },
    {
      name: "draftBaseline",
      path: "/api/v1/baselines",
      body: { seriesId, interventionStart: "2026-W15", from: "2026-W01" },
    },
    { name: "changeKpi", path: "/api/v1/kpis/lead-conversion-rate", body: definition },
    { name: "saveImportRecipe", path: "/api/v1/import-recipes", body: recipe },
    ...(await callsWithSecrets(send)),
  ];
}

/** What answers with something made by chance, which the random sequences of two ledgers cannot compare. */
async function callsWithSecrets(send: Awaited<ReturnType<typeof openApp>>["send"]): Promise<SoundCall[]> {
  const sound = (name: EndpointName, path: string): SoundCall => ({
    name,
    path: `/api/v1${path}`,
    body: withoutTeam(examples[name].body),
  });
  const hook = sound("createWebhook", "/webhooks");
  const { hookId } = (await send({ ...hook, method: "POST" })).body.webhook;
  const invited = sound("invitePerson", "/people");
  const { personId } = (await send({ ...invited, method: "POST" })).body.person;
  return [
    hook,
    sound("changeWebhook", `/webhooks/${hookId}`),
    sound("createServiceKey", "/service-keys"),
    { ...invited, body: { ...(invited.body as object), email: "eve@okoro.example" } },
    sound("changePerson", `/people/${personId}`),
  ];
}

/** The examples name a team that is not there. */
function withoutTeam(body: unknown): unknown {
  return { ...(body as object), ...("teamIds" in (body as object) ? { teamIds: [] } : {}) };
}

describeOnEveryDatabase("hostile requests", (open, kind) => {
  it("are answered without a failure of our own, whatever a field holds", async () => {
    const { send, failures } = await openApp(open);
    const wrong: string[] = [];
    let asked = 0;
    for (const { name, path, body } of await soundCalls(send)) {
      const { method } = endpointPaths[name];
      for (const place of leavesOf(body)) {
        for (const value of nasty) {
          const hostile = withValueAt(body, place, value) ?? "null";
          // Most go no further than the schema, which one database shows; the rest has to be kept by both.
          if (kind === "postgres" && !isReadable(name, hostile)) continue;
          const { status } = await send({ method, path, body: hostile });
          asked += 1;
          if (status >= 500) wrong.push(`${path} ${place.join(".")} = ${JSON.stringify(value)}: ${status}`);
        }
      }
    }
    expect(asked).toBeGreaterThan(kind === "postgres" ? 100 : 1500);
    expect(wrong).toEqual([]);
    expect(failures).toEqual([]);
  });

  it("are refused where they are nested without end, before anything walks them", async () => {
    const { send, failures } = await openApp(open);
    for (const depth of [101, 20_000, 100_000]) {
      const body = `${'{"name":'.repeat(depth)}1${"}".repeat(depth)}`;
      expect(await send({ path: "/api/v1/teams", body })).toMatchObject({
        status: 400,
        body: {
          details: [{ field: "body", message: "has more than 100 lists and objects within each other" }],
        },
      });
    }
    expect(await send({ path: "/api/v1/teams", body: '["Growth"]' })).toMatchObject({
      status: 422,
      body: { details: [{ field: "body", message: "must be an object" }] },
    });
    expect(failures).toEqual([]);
  });

  it("are answered so in their addresses and headers as well", async () => {
    const { send, failures } = await openApp(open);
    const texts = ["%00", "%ff", "..", "%2e%2e%2f", "'", "x".repeat(3000), "-1", "9".repeat(400)];
    for (const text of texts) {
      for (const path of [
        `/api/v1/series/${text}`,
        `/api/v1/series/${text}/snapshots/2026-W20/revisions`,
        `/api/v1/kpis/${text}`,
        `/api/v1/series?cursor=${text}`,
        `/api/v1/imports?limit=${text}`,
        `/api/v1/initiatives?phase=${text}`,
        `/api/v1/log-sheet?period=${text}`,
        `/api/v1/portfolio?until=${text}`,
        `/api/v1/portfolio?asOf=${text}`,
        `/api/v1/explanations?figureId=${text}`,
      ]) {
        const { status } = await send({ path });
        expect([path, status < 500]).toEqual([path, true]);
      }
    }
    expect((await send({ path: "/api/v1/kpis", organisation: "x".repeat(5000) })).status).toBe(404);
    // Of two phases asked for, neither is left out without a word.
    expect(await send({ path: "/api/v1/initiatives?phase=pilots&phase=scale" })).toMatchObject({
      status: 400,
      body: { details: [{ field: "phase", seen: "pilots, scale" }] },
    });
    expect(failures).toEqual([]);
  });
});
