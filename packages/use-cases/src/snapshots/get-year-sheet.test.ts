import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { closePeriod } from "../periods/close-period.ts";
import { createSeries } from "../series/create-series.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { getYearSheet } from "./get-year-sheet.ts";
import { logSnapshots } from "./log-snapshots.ts";
import { retractSnapshots } from "./retract-snapshots.ts";

const weeks2026 = { year: "2026", periodType: "week", limit: 8 } as const;

describeOnEveryDatabase("getYearSheet", (open) => {
  async function openTwoSeries() {
    const ctx = await openLedger(open);
    const leads = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
    await createSeries(ctx, { kpiKey: "revenue-per-channel", scope: "Newsletter" });
    return { ctx, seriesId: leads.seriesId };
  }

  it("has every week of the year by ISO 8601, each with what is logged and whether it can be", async () => {
    const { ctx, seriesId } = await openTwoSeries();
    const snapshots = ["2026-W01", "2026-W24"].map((period) => ({
      seriesId,
      period,
      numerator: "3",
      denominator: "40",
    }));
    await logSnapshots(ctx, { snapshots, source: "shop" });
    await retractSnapshots(ctx, {
      snapshots: [{ seriesId, period: "2026-W24", revision: 1 }],
      reason: "Another shop's",
      restore: false,
    });
    await closePeriod(ctx, { month: "2026-01" });
    const sheet = await getYearSheet(ctx, weeks2026);
    // 2026 begins on a Thursday, so that it has 53 weeks, the first of which began in December.
    expect(sheet.periods).toHaveLength(53);
    expect(sheet.periods[0]).toEqual({
      period: "2026-W01",
      firstDay: "2025-12-29",
      lastDay: "2026-01-04",
      state: "closed",
    });
    // The fifth lies over the end of January, the 26th has begun, the next has not.
    const stateOf = (period: string) => sheet.periods.find((one) => one.period === period)?.state;
    expect(["2026-W05", "2026-W06", "2026-W26", "2026-W27"].map(stateOf)).toEqual([
      "closed",
      "open",
      "open",
      "not-begun",
    ]);
    expect(sheet.closedMonths.map(({ month }) => month)).toEqual(["2026-01"]);
    expect(sheet.series.map(({ scope, logged }) => [scope, Object.keys(logged)])).toEqual([
      ["Shop", ["2026-W01"]],
      ["Newsletter", []],
    ]);
    expect(sheet.series[0]?.logged["2026-W01"]).toMatchObject({ numerator: "3", revision: 1 });
  });

  it("shows of many series the first that hold what was asked for, and says how many do", async () => {
    const { ctx } = await openTwoSeries();
    const scopes = async (asked: { q?: string; limit: number }) => {
      const { series, total } = await getYearSheet(ctx, { ...weeks2026, ...asked });
      return [series.map(({ scope }) => scope), total];
    };
    expect(await scopes({ limit: 1 })).toEqual([["Shop"], 2]);
    expect(await scopes({ q: " NEWS", limit: 8 })).toEqual([["Newsletter"], 1]);
    expect(await scopes({ q: "nothing", limit: 8 })).toEqual([[], 0]);
  });

  it("has the months of a year, and only series that are logged by the month", async () => {
    const { ctx } = await openTwoSeries();
    const sheet = await getYearSheet(ctx, { ...weeks2026, periodType: "month" });
    expect(sheet.periods.map(({ period }) => period)).toHaveLength(12);
    expect(sheet.series).toEqual([]);
  });
});
