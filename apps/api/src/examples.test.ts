import { NewSavedView } from "@liftledger/contracts/saved-view";
import { saveView } from "@liftledger/use-cases/saved-views/save-view";
import { createClient } from "@liftledger/contracts/client";
import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import { csvListOf, nextCursorHeader } from "@liftledger/contracts/csv-lists";
import { endpointPaths } from "@liftledger/contracts/endpoint-paths";
import { endpoints } from "@liftledger/contracts/endpoints";
import { exampleIds, examples } from "@liftledger/contracts/examples";
import { NewHoldOut } from "@liftledger/contracts/hold-out";
import type { NewKpi } from "@liftledger/contracts/kpi";
import { openApiDocument } from "@liftledger/contracts/openapi";
import type { Context } from "@liftledger/use-cases/context";
import { draftBaseline } from "@liftledger/use-cases/baselines/draft-baseline";
import { createBenchmarkSet } from "@liftledger/use-cases/benchmarks/create-benchmark-set";
import { createCostPool } from "@liftledger/use-cases/cost-pools/create-cost-pool";
import { listCostLines } from "@liftledger/use-cases/cost-lines/list-cost-lines";
import { addAnnotation } from "@liftledger/use-cases/annotations/add-annotation";
import { addBenefit } from "@liftledger/use-cases/benefits/add-benefit";
import { addHoldOut } from "@liftledger/use-cases/hold-outs/add-hold-out";
import { makeSeriesWithHistory } from "@liftledger/use-cases/testing/example-initiative";
import { DataAssetFields } from "@liftledger/contracts/data-asset";
import { ToolFields } from "@liftledger/contracts/tool";
import { createDataAsset } from "@liftledger/use-cases/data-assets/create-data-asset";
import { createSeries } from "@liftledger/use-cases/series/create-series";
import { createTool } from "@liftledger/use-cases/tools/create-tool";
import { createValuePool } from "@liftledger/use-cases/value-pools/create-value-pool";
import { colleague } from "@liftledger/use-cases/testing/open-ledger";
import { makeExampleAlert } from "@liftledger/use-cases/testing/example-alert";
import { makeValuedInitiative } from "@liftledger/use-cases/testing/valued-initiative";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessPreparations } from "./testing/access-examples.ts";
import { casePreparations } from "./testing/case-examples.ts";
import { gatePreparations } from "./testing/gate-examples.ts";
import { governancePreparations } from "./testing/governance-examples.ts";
import { roadmapPreparations } from "./testing/roadmap-plays.ts";
import { openApp } from "./testing/open-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";
import { retirementPreparations } from "./testing/retirement-examples.ts";
import { workflowPreparations } from "./testing/workflow-examples.ts";
import { startSignInServer, type SignInServer } from "./testing/sign-in-server.ts";
import { testContext } from "./testing/test-deps.ts";

const names = Object.keys(endpointPaths) as EndpointName[];

describe("the examples of the endpoints", () => {
  let ids: [string, string][];
  let app: Awaited<ReturnType<typeof openApp>>["app"];
  let preparations: ReturnType<typeof accessPreparations>;
  let signInServer: SignInServer;
  let remove = async () => {};

  beforeAll(async () => {
    const opened = await openSqlite();
    remove = opened.remove;
    const { app: made, deps } = await openApp(async () => opened.db);
    app = made;
    signInServer = await startSignInServer();
    preparations = {
      ...accessPreparations(app, deps, signInServer),
      ...casePreparations(testContext(deps)),
      ...gatePreparations(testContext(deps)),
      ...retirementPreparations(testContext(deps)),
      ...workflowPreparations(testContext(deps)),
      ...governancePreparations(testContext(deps)),
      ...roadmapPreparations(testContext(deps), () => Object.fromEntries(ids)["initiativeId"] ?? ""),
    };
    const fetch = async (url: string, init: RequestInit) => app.request(url, init);
    const client = createClient({ baseUrl: "", organisationId: "default", fetch });
    const { file, recipe } = examples.createImport.body as { file: string; recipe: string };
    const earlier = new File([file.replaceAll("2026-05", "2026-03")], "earlier.csv");
    const { importId } = await client.call("createImport", { body: { file: earlier, recipe } });
    const kpi = examples.createKpi.body as NewKpi;
    await client.call("createKpi", { body: { ...kpi, key: exampleIds.ownKpiKey } });
    const runId = deps.newId();
    deps.importRuns.begin(testContext(deps), runId);
    ids = Object.entries({ ...(await makeThings(testContext(deps))), importId: String(importId), runId });
  });
  afterAll(async () => {
    await signInServer.stop();
    await remove();
  });

  it.each(names)("%s runs, and stands in the OpenAPI document", async (name) => {
    const response = await ask(name);
    const answer = await response.text();
    expect([response.status, answer]).toEqual([endpoints[name].status, answer]);
    expect(shownFor(name)).toEqual(examples[name]);
  });

  it.each(names.filter((name) => csvListOf(name) !== undefined))(
    "%s answers its rows as CSV too, with the columns that are declared",
    async (name) => {
      const { columns } = csvListOf(name) ?? { columns: [] };
      const json = (await (await ask(name)).json()) as Record<string, unknown[]>;
      const response = await ask(name, { Accept: "text/csv, application/json;q=0.5" });
      expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
      const [head = [], ...rows] = parse(await response.text(), { relax_column_count: false });
      expect(head.slice(0, columns.length)).toEqual(columns);
      expect(rows).toHaveLength(json["rows"]?.length ?? -1);
    },
  );

  it("hands a page as CSV the cursor of the next, and escapes what a spreadsheet would run", async () => {
    const body = { ...(examples.createInitiative.body as object), name: '=HYPERLINK("http://x")' };
    const headers = { "Content-Type": "application/json" };
    await app.request("/api/v1/initiatives", { method: "POST", body: JSON.stringify(body), headers });
    const accept = { headers: { Accept: "text/csv" } };
    const first = await app.request("/api/v1/initiatives?limit=1", accept);
    const cursor = first.headers.get(nextCursorHeader);
    expect(cursor).not.toBeNull();
    const all = await app.request(`/api/v1/initiatives?cursor=${cursor}`, accept);
    expect(all.headers.get(nextCursorHeader)).toBeNull();
    expect(await all.text()).toContain(`,"'=HYPERLINK(""http://x"")",`);
  });

  async function ask(name: EndpointName, headers: Record<string, string> = {}): Promise<Response> {
    const { method, path } = endpointPaths[name];
    const prepared = (await preparations[name]?.()) ?? { ids: {} };
    const { params = {}, query = {}, body } = withIds(examples[name], Object.entries(prepared.ids));
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ""));
    const text = new URLSearchParams(
      Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
    );
    const cookie = prepared.cookie === undefined ? {} : { Cookie: prepared.cookie };
    const sent = bodyOf(name, body);
    return (prepared.app ?? app).request(`${filled}?${text}`, {
      method,
      ...sent,
      headers: { ...sent.headers, ...cookie, ...headers },
    });
  }

  function withIds(
    example: (typeof examples)[EndpointName],
    prepared: [string, string][],
  ): (typeof examples)[EndpointName] {
    let text = JSON.stringify(example);
    for (const [key, id] of [...ids, ...prepared])
      text = text.replaceAll(exampleIds[key as keyof typeof exampleIds], id);
    return JSON.parse(text);
  }
});

/** The things that the examples are about. */
async function makeThings(ctx: Context) {
  const valued = await makeValuedInitiative(ctx);
  const { rows: lines } = await listCostLines(ctx, valued);
  const unclaimedSeriesId = await makeSeriesWithHistory(ctx, 30, "Shop in town");
  const draft = await draftBaseline(colleague(ctx), {
    seriesId: unclaimedSeriesId,
    interventionStart: "2026-W15",
  });
  const pool = {
    name: "Token budget",
    category: "usage-and-tokens",
    driver: "usage",
    unit: "tokens",
  } as const;
  const { costPoolId } = await createCostPool(ctx, pool);
  const { setId } = await createBenchmarkSet(ctx, {
    name: "Sector survey",
    basis: "net",
    span: "cumulative",
    source: "survey",
    caveat: "",
    bands: { pilots: { floor: "0.25", ceiling: null }, scale: null, transform: null },
    validFrom: "2026-06-01",
    approvedBy: "Grace",
  });
  const { poolId } = await createValuePool(ctx, { name: "Renewals", series: [], kpiKeys: [] });
  const holdOut = NewHoldOut.parse(examples.addHoldOut.body);
  const { holdOutId } = await addHoldOut(ctx, { benefitId: valued.benefitId, ...holdOut });
  const untested = await addBenefit(ctx, { ...valued, assumptions: {} });
  const note = { initiativeId: valued.initiativeId, from: "2026-04-13", text: "Half of the visitors" };
  const { annotationId } = await addAnnotation(ctx, note);
  const { viewId } = await saveView(ctx, NewSavedView.parse(examples.saveView.body));
  const { alertId, hookId, messageId } = await makeExampleAlert(ctx);
  const tool = ToolFields.parse({ ...(examples.createTool.body as object), name: "Writer", uses: [] });
  const { toolId } = await createTool(ctx, tool);
  const unlinked = { name: "Orders", seriesIds: [], initiativeIds: [] };
  const data = DataAssetFields.parse({ ...(examples.createDataAsset.body as object), ...unlinked });
  const { dataAssetId } = await createDataAsset(ctx, data);
  const counted = await createSeries(ctx, { kpiKey: "tool-adoption", scope: "Sales" });
  return {
    adoptionSeriesId: counted.seriesId,
    alertId,
    hookId,
    messageId,
    toolId,
    dataAssetId,
    annotationId,
    viewId,
    holdOutId,
    untestedBenefitId: untested.benefitId,
    seriesId: valued.seriesId,
    initiativeId: valued.initiativeId,
    benefitId: valued.benefitId,
    costLineId: lines[0]?.costLineId ?? "",
    draftBaselineId: draft.baselineId,
    frozenBaselineId: valued.baselineId,
    unclaimedSeriesId,
    poolId,
    setId,
    costPoolId,
  };
}

function bodyOf(
  name: EndpointName,
  body: Record<string, unknown> | undefined,
): { body?: string | FormData; headers?: Record<string, string> } {
  if (body === undefined) return {};
  if (!("bodyKind" in endpoints[name])) {
    return { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
  }
  const form = new FormData();
  for (const [part, text] of Object.entries(body)) {
    form.append(part, part === "file" ? new File([String(text)], "weeks.csv") : String(text));
  }
  return { body: form };
}

interface Operation {
  parameters: { name: string; in: string; example?: string | number }[];
  requestBody?: { content: Record<string, { example?: Record<string, unknown> }> };
}

/** The example that a reader of the document finds. */
function shownFor(name: EndpointName): (typeof examples)[EndpointName] {
  const { method, path } = endpointPaths[name];
  const document = JSON.parse(JSON.stringify(openApiDocument("1"))) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const operation = document.paths[path]?.[method.toLowerCase()];
  const given = (place: string) =>
    Object.fromEntries(
      (operation?.parameters ?? [])
        .filter((one) => one.in === place && one.example !== undefined)
        .map((one) => [one.name, one.example]),
    ) as Record<string, string>;
  const [content] = Object.values(operation?.requestBody?.content ?? {});
  const shown = { params: given("path"), query: given("query"), body: content?.example };
  return Object.fromEntries(
    Object.entries(shown).filter(([, part]) => part !== undefined && Object.keys(part).length > 0),
  );
}
