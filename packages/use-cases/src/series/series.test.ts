import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { createSeries } from "./create-series.ts";
import { getSeries } from "./get-series.ts";
import { listSeries } from "./list-series.ts";

describeOnEveryDatabase("createSeries", (open) => {
  it("gives money the organisation's currency unless another is asked for, and counts none", async () => {
    const ctx = await openLedger(open);
    const currencyOf = async (kpiKey: string, scope: string, currency?: string) =>
      (await createSeries(ctx, { kpiKey, scope, ...(currency === undefined ? {} : { currency }) })).currency;
    expect(await currencyOf("revenue-per-channel", "Shop")).toBe("EUR");
    expect(await currencyOf("cost-per-acquisition", "Shop", "USD")).toBe("USD");
    expect(await currencyOf("conversion-rate", "Shop")).toBeNull();
  });

  it("refuses a currency where there is no money, and one that does not exist", async () => {
    const ctx = await openLedger(open);
    await expect(
      createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop", currency: "EUR" }),
    ).rejects.toThrow("not money: leave the currency out");
    await expect(
      createSeries(ctx, { kpiKey: "revenue-per-channel", scope: "Shop", currency: "EUX" }),
    ).rejects.toThrow('"EUX" is no currency of ISO 4217');
  });

  it("refuses a second series of one KPI and scope, and a KPI that is not in the catalogue", async () => {
    const ctx = await openLedger(open);
    await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
    await expect(createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" })).rejects.toMatchObject({
      kind: "conflict",
    });
    await expect(createSeries(ctx, { kpiKey: "likes", scope: "Shop" })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "kpiKey", seen: "likes" }],
    });
  });
});

describeOnEveryDatabase("listSeries", (open) => {
  it("pages, filters by KPI, and says which periods a series has", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
    await createSeries(ctx, { kpiKey: "churn-rate", scope: "App" });
    const snapshot = { seriesId, numerator: "1", denominator: "2" };
    const snapshots = ["2026-W20", "2026-W22"].map((period) => ({ ...snapshot, period }));
    await logSnapshots(ctx, { snapshots, source: "test" });
    const first = await listSeries(ctx, { limit: 1 });
    expect(first.rows[0]).toMatchObject({ firstPeriod: "2026-W20", lastPeriod: "2026-W22", periods: 2 });
    const second = await listSeries(ctx, { limit: 1, cursor: first.nextCursor ?? "" });
    expect(second.rows[0]).toMatchObject({ kpiKey: "churn-rate", firstPeriod: null, periods: 0 });
    expect(second.nextCursor).toBeNull();
    const filtered = await listSeries(ctx, { limit: 10, kpiKey: "churn-rate" });
    expect(filtered.rows.map((row) => row.scope)).toEqual(["App"]);
  });

  it("shows nothing of another organisation", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
    const elsewhere = { ...ctx, organisationId: "demo" };
    await expect(getSeries(elsewhere, { seriesId })).rejects.toMatchObject({ name: "NotFoundError" });
    expect((await listSeries(elsewhere, { limit: 10 })).rows).toEqual([]);
  });
});
