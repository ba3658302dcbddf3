import type { Client } from "@liftledger/contracts/client";
import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import type { ImportEvent } from "@liftledger/contracts/import-run";
import type { Baseline } from "@liftledger/contracts/initiative";
import { expect } from "vitest";
import { type Play, makeSeries } from "./play.ts";
import { generatedFile } from "./weekly-file.ts";

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

async function makePool(client: Client) {
  const { seriesId } = await makeSeries(client);
  const body = { name: "New customers", series: [{ seriesId, segment: ["Shop"] }] };
  return { seriesId, ...(await client.call("createValuePool", { body })) };
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

/** One play for each changing endpoint of KPIs, series, snapshots and imports. */
export const measurePlays = {
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
} satisfies Partial<Record<EndpointName, Play>>;
