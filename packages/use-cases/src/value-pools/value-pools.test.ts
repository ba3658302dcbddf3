import { listAuditEntries } from "@liftledger/database/audit-entries";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { listBenefits } from "../benefits/list-benefits.ts";
import { getSeriesClaims } from "../claims/get-series-claims.ts";
import type { Context } from "../context.ts";
import { onlyRow } from "../only-row.ts";
import { createSeries } from "../series/create-series.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { changeValuePool } from "./change-value-pool.ts";
import { createValuePool } from "./create-value-pool.ts";
import { listValuePools } from "./list-value-pools.ts";

const series = async (ctx: Context, kpiKey: string, scope = "Shop") =>
  (await createSeries(ctx, { kpiKey, scope })).seriesId;

/** What claims a series for an initiative of that name, and what makes a pool. */
function claimsAndPools(ctx: Context) {
  return {
    async claim(name: string, seriesId: string, attribution: string) {
      const { initiativeId } = await makeInitiative(ctx, name);
      return addBenefit(ctx, { initiativeId, seriesId, assumptions: { attribution } });
    },
    pool: (wanted: Partial<Parameters<typeof createValuePool>[1]>) =>
      createValuePool(ctx, { name: "New customers", series: [], kpiKeys: [], ...wanted }),
  };
}

/** Conversion and acquisition cost of the shop, which are the same money. */
async function makeSameMoney(ctx: Context) {
  const conversion = await series(ctx, "conversion-rate");
  const cost = await series(ctx, "customer-acquisition-cost");
  const both = [conversion, cost].map((seriesId) => ({ seriesId, segment: [] }));
  const { claim, pool } = claimsAndPools(ctx);
  return {
    conversion,
    cost,
    claim,
    pool: (wanted: Parameters<typeof pool>[0] = {}) => pool({ series: both, ...wanted }),
  };
}

describeOnEveryDatabase("value pools", (open) => {
  it("refuse the same money on another series of theirs, and tell what is left of it", async () => {
    const ctx = await openLedger(open);
    const { conversion, cost, claim, pool } = await makeSameMoney(ctx);
    await claim("Scoring", conversion, "0.7");
    const { poolId } = await pool();
    await expect(claim("Bidding", cost, "0.31")).rejects.toMatchObject({
      kind: "claims-exceeded",
      details: [
        {
          message: expect.stringMatching(
            /^New customers, 2026-W15 and later|^New customers, 2026-04-06 and later/,
          ),
        },
        { field: "proRata" },
      ],
    });
    expect(await getSeriesClaims(ctx, { seriesId: cost })).toMatchObject({
      pool: { poolId, name: "New customers", segment: [] },
      stretches: [{ held: [{ initiative: "Scoring", share: "0.7" }], unclaimed: "0.3" }],
    });
    const { benefitId } = await claim("Bidding", cost, "0.3");
    const more = { benefitId, version: 1, assumptions: { attribution: "0.4" } };
    await expect(changeBenefit(ctx, more)).rejects.toMatchObject({
      message: expect.stringContaining("Scoring 70%. 30% is left, 40% was asked for"),
    });
  });

  it("are refused over what is claimed already, or scale it pro rata, each with its reason", async () => {
    const ctx = await openLedger(open);
    const { conversion, cost, claim, pool } = await makeSameMoney(ctx);
    await claim("Scoring", conversion, "0.9");
    const { initiativeId } = await claim("Bidding", cost, "0.6");
    await expect(pool()).rejects.toMatchObject({
      kind: "claims-exceeded",
      message: expect.stringContaining("150% is claimed, Scoring 90%, Bidding 60%"),
    });
    expect(await listValuePools(ctx)).toMatchObject({ rows: [] });
    const made = await pool({ proRata: true });
    const bidding = onlyRow((await listBenefits(ctx, { initiativeId })).rows);
    const reason = expect.stringContaining("60% was claimed; together more than the whole of New customers");
    expect(bidding).toMatchObject({ assumptions: { attribution: "0.4" }, scaled: { asked: "0.6", reason } });
    const { rows } = await listAuditEntries(ctx.db.read, ctx.organisationId, { limit: 3 });
    expect(rows.map(({ action, noun }) => [action, noun])).toEqual([
      ["createValuePool", "value-pool"],
      ["createValuePool", "benefit"],
      ["createValuePool", "benefit"],
    ]);
    expect((await listValuePools(ctx)).rows).toEqual([made]);
  });

  it("keep segments apart, and hold a parent and a segment of it to one whole", async () => {
    const ctx = await openLedger(open);
    const [all, shop, app] = [
      await series(ctx, "conversion-rate", "All"),
      await series(ctx, "conversion-rate"),
      await series(ctx, "conversion-rate", "App"),
    ];
    const { claim, pool } = claimsAndPools(ctx);
    await pool({
      series: [
        { seriesId: all, segment: [] },
        { seriesId: shop, segment: ["Shop"] },
        { seriesId: app, segment: ["App"] },
      ],
    });
    await claim("Shop bot", shop, "0.6");
    await claim("App bot", app, "1");
    await expect(claim("All bots", all, "0.1")).rejects.toMatchObject({ kind: "claims-exceeded" });
    const stretches = (await getSeriesClaims(ctx, { seriesId: all })).stretches;
    expect(stretches).toMatchObject([{ unclaimed: "0" }]);
    expect((await getSeriesClaims(ctx, { seriesId: shop })).stretches).toMatchObject([{ unclaimed: "0.4" }]);
  });

  it("of KPIs hold every series of them on the segment of its scope, those made later too", async () => {
    const ctx = await openLedger(open);
    const { conversion, claim, pool } = await makeSameMoney(ctx);
    const kpiKeys = ["conversion-rate", "customer-acquisition-cost", "revenue-per-channel"];
    await pool({ series: [], kpiKeys });
    await claim("Scoring", conversion, "1");
    const revenue = await series(ctx, "revenue-per-channel");
    await expect(claim("Bidding", revenue, "0.1")).rejects.toMatchObject({ kind: "claims-exceeded" });
    await claim("Elsewhere", await series(ctx, "revenue-per-channel", "App"), "1");
  });

  it("take each series and each name once, and lose no update", async () => {
    const ctx = await openLedger(open);
    const { conversion, pool } = await makeSameMoney(ctx);
    const { poolId, version } = await pool();
    await expect(pool({ series: [] })).rejects.toMatchObject({ kind: "conflict" });
    const other = { name: "Leads", series: [{ seriesId: conversion, segment: [] }] };
    await expect(pool(other)).rejects.toThrow("draws on the pool New customers");
    const unknown = { name: "Leads", series: [{ seriesId: "none", segment: [] }], kpiKeys: ["none"] };
    await expect(pool(unknown)).rejects.toMatchObject({
      details: [{ field: "series.0.seriesId" }, { field: "kpiKeys.0" }],
    });
    const changed = await changeValuePool(ctx, { poolId, version, name: "Customers", series: [] });
    expect(changed).toMatchObject({ name: "Customers", series: [], version: 2 });
    await expect(changeValuePool(ctx, { poolId, version })).rejects.toMatchObject({
      name: "LostUpdateError",
    });
    await pool(other);
  });
});
