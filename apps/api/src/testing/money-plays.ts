import type { Client } from "@liftledger/contracts/client";
import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import { expect } from "vitest";
import { type Play, makeInitiative } from "./play.ts";

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

async function makeCostLine(client: Client) {
  const { initiativeId } = await makeInitiative(client);
  const line = { category: "licences", month: "2026-05", amount: "12.34", currency: "EUR" } as const;
  const { rows } = await client.call("addCostLines", {
    params: { initiativeId },
    body: { costLines: [{ ...line, kind: "actual" }] },
  });
  return rows[0]?.costLineId ?? "";
}

/** One play for each changing endpoint of costs, rates, benchmarks and the months of the books. */
export const moneyPlays = {
  async createCostPool(client) {
    const { costPoolId } = await makeCostPool(client);
    return {
      noun: "cost-pool",
      objectId: costPoolId,
      before: null,
      after: expect.objectContaining({ costPoolId }),
    };
  },
  async renameCostPool(client) {
    const { costPoolId } = await makeCostPool(client);
    await client.call("renameCostPool", { params: { costPoolId }, body: { version: 1, name: "Tokens" } });
    const before = expect.objectContaining({ name: "Platform licence", version: 1 });
    const after = expect.objectContaining({ name: "Tokens", version: 2 });
    return { noun: "cost-pool", objectId: costPoolId, before, after };
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
  async chooseBenchmarks(client) {
    const { setId } = await makeBenchmarks(client);
    await client.call("chooseBenchmarks", { body: { judgedBy: "own", setId, version: 0 } });
    const after = expect.objectContaining({ judgedBy: "own", setId, position: 1 });
    return { noun: "benchmark-choice", objectId: "organisation", before: null, after };
  },
  async closePeriod(client) {
    await client.call("closePeriod", { params: { month: "2026-05" } });
    const after = expect.objectContaining({ month: "2026-05", kind: "closed", position: 1 });
    return { noun: "period", objectId: "2026-05", before: null, after };
  },
  async reopenPeriods(client) {
    await client.call("closePeriod", { params: { month: "2026-05" } });
    await client.call("reopenPeriods", { body: { from: "2026-04", reason: "An invoice came late" } });
    const before = expect.objectContaining({ kind: "closed", position: 1 });
    const after = expect.objectContaining({ kind: "reopened", position: 2 });
    return { noun: "period", objectId: "2026-05", before, after, reason: "An invoice came late" };
  },
  async reopenPeriod(client) {
    const params = { month: "2026-05" };
    await client.call("closePeriod", { params });
    await client.call("reopenPeriod", { params, body: { reason: "An invoice came late" } });
    const before = expect.objectContaining({ kind: "closed", position: 1 });
    const after = expect.objectContaining({ kind: "reopened", position: 2 });
    return { noun: "period", objectId: "2026-05", before, after, reason: "An invoice came late" };
  },
} satisfies Partial<Record<EndpointName, Play>>;
