import { poolDecimals } from "@liftledger/kpis/ratio";
import { periodOf } from "@liftledger/kpis/period";
import { compareDecimals, numberToDecimal, roundHalfEven, sumDecimals } from "@liftledger/numerics/decimal";
import { describe, expect, it } from "vitest";
import type { ImportCell } from "./import-cells.ts";
import { expectedOf, isSharedThere, ownRecipe, readDataSet } from "./testing/shared-files.ts";

const why = isSharedThere ? "" : " (skipped: the data sets are not beside the repository)";

type Parts = { numerator: string; denominator: string };

/** Sums of the cells, grouped. Denominators of a total count once a period and are left out of these sets' checks. */
function sumBy(cells: readonly ImportCell[], keyOf: (cell: ImportCell) => string): Map<string, Parts> {
  const groups = new Map<string, ImportCell[]>();
  for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return new Map([...groups].map(([key, group]) => [key, sumOf(group)]));
}

function sumOf(cells: readonly ImportCell[]): Parts {
  return {
    numerator: sumDecimals(cells.map((cell) => cell.numerator)),
    denominator: sumDecimals(cells.map((cell) => cell.denominator)),
  };
}

/** The exact decimal agrees with a published one, to the digits it is published with. */
function expectToDigits(exact: string, published: number): void {
  const text = numberToDecimal(published);
  const places = text.split(".")[1]?.length ?? 0;
  expect(compareDecimals(roundHalfEven(exact, places), text)).toBe(0);
}

function ratio({ numerator, denominator }: Parts): number {
  return Number(numerator) / Number(denominator);
}

describe.skipIf(!isSharedThere)(`robyn_weekly.json${why}`, () => {
  const cellsOf = async (kpi: string) => {
    const reading = await readDataSet(ownRecipe("robyn_weekly"), "robyn_weekly", "dt_simulated_weekly.csv");
    expect(reading).toMatchObject({ refusedCount: 0, dataRows: 208, warnings: [] });
    return [...reading.cells.cells()].filter((cell) => cell.kpi === kpi);
  };

  it("gives 208 weeks of revenue and spend, and their pooled ROAS", async () => {
    const cells = await cellsOf("return-on-ad-spend");
    expect(cells).toHaveLength(208);
    expect(cells[0]?.period).toBe(periodOf("2015-11-23", "week"));
    expect(cells.at(-1)?.period).toBe(periodOf("2019-11-11", "week"));
    const total = sumOf(cells);
    expectToDigits(total.numerator, expectedOf("robyn_weekly", "revenue_sum"));
    expectToDigits(total.denominator, expectedOf("robyn_weekly", "spend_sum"));
    expect(ratio(total).toFixed(6)).toBe(String(expectedOf("robyn_weekly", "roas")));
    expect(cells.filter(({ denominator }) => denominator === "0")).toHaveLength(
      expectedOf("robyn_weekly", "zero_spend_weeks"),
    );
  });

  it("gives revenue as a total of each week, with the published mean and deviation of the first year", async () => {
    const cells = await cellsOf("revenue-per-channel");
    expect(cells.every(({ denominator }) => denominator === "1")).toBe(true);
    const firstYear = cells.slice(0, 52).map(({ numerator }) => Number(numerator));
    const mean = firstYear.reduce((sum, value) => sum + value, 0) / 52;
    const variance = firstYear.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 51;
    expect(mean.toFixed(2)).toBe(String(expectedOf("robyn_weekly", "baseline52_revenue_mean")));
    expect(Math.sqrt(variance).toFixed(2)).toBe(String(expectedOf("robyn_weekly", "baseline52_revenue_sd")));
  });
});

type Arm = {
  spend_complete_days: number;
  purchases: number;
  cost_per_purchase_complete_days: number;
  days_missing_metrics: number;
  weeks: Record<string, { spend: number; purchases: number; days: number }>;
};

describe.skipIf(!isSharedThere)(`ab_daily_campaigns.json${why}`, () => {
  it.each([
    ["control", "control_group.csv", "Control Campaign"],
    ["test", "test_group.csv", "Test Campaign"],
  ] as const)("gives the %s arm's weeks, the day without purchases left out", async (arm, file, scope) => {
    const expected = expectedOf<Record<string, Arm>>("ab_daily_campaigns", "arms")[arm] as Arm;
    const reading = await readDataSet(ownRecipe("ab_daily_campaigns"), "ab_daily_campaigns", file);
    const cells = [...reading.cells.cells()];
    const weeks = Object.entries(expected.weeks).map(([monday, { spend, purchases, days }]) => {
      const period = periodOf(monday, "week");
      return {
        kpi: "cost-per-acquisition",
        scope,
        period,
        numerator: String(spend),
        denominator: String(purchases),
        days,
      };
    });
    expect(cells).toMatchObject(weeks);
    expect(cells).toHaveLength(weeks.length);
    expect(sumOf(cells)).toEqual({
      numerator: String(expected.spend_complete_days),
      denominator: String(expected.purchases),
    });
    expect(ratio(sumOf(cells)).toFixed(6)).toBe(String(expected.cost_per_purchase_complete_days));
    expect(reading.refusedCount).toBe(expected.days_missing_metrics);
    expect(reading.warnings.map(({ rule }) => rule)).toEqual(["partial-first-period", "partial-last-period"]);
  });

  it("names the partial row", async () => {
    const reading = await readDataSet(
      ownRecipe("ab_daily_campaigns"),
      "ab_daily_campaigns",
      "control_group.csv",
    );
    expect(reading.refusedRows).toMatchObject([
      { line: 6, column: "of Purchase", value: "", rule: "empty-cell" },
    ]);
  });
});

describe.skipIf(!isSharedThere)(`olist_funnel_dmy.json${why}`, () => {
  const read = async () => {
    const [main, lookup] = ["olist_marketing_qualified_leads_dataset.csv", "olist_closed_deals_dataset.csv"];
    const recipe = ownRecipe("olist_funnel_dmy");
    const reading = await readDataSet(recipe, "olist_funnel_dmy", main, lookup);
    // Left out, the format is decided over the column to be the same.
    const { dateFormat: _, ...open } = recipe;
    expect((await readDataSet(open, "olist_funnel_dmy", main, lookup)).dateFormat).toBe("dd-MM-yyyy");
    expect(reading.refusedCount).toBe(0);
    return [...reading.cells.cells()];
  };

  it("gives deals and leads by the cohort's week and by origin, blank apart from unknown", async () => {
    const cells = (await read()).filter(({ kpi }) => kpi === "conversion-rate");
    const weeks = expectedOf<Record<string, { mql: number; deals: number }>>(
      "olist_funnel_dmy",
      "cohort_weeks",
    );
    const expectedWeeks = Object.entries(weeks).map(([monday, { mql, deals }]) => [
      periodOf(monday, "week"),
      { numerator: String(deals), denominator: String(mql) },
    ]);
    expect([...sumBy(cells, ({ period }) => period)].toSorted()).toEqual(expectedWeeks.toSorted());
    const origins = expectedOf<Record<string, { mql: number; deals: number; conv: number }>>(
      "olist_funnel_dmy",
      "by_origin",
    );
    const byOrigin = sumBy(cells, ({ scope }) => scope);
    expect([...byOrigin.keys()].toSorted()).toEqual(Object.keys(origins).toSorted());
    for (const [origin, { mql, deals, conv }] of Object.entries(origins)) {
      const parts = byOrigin.get(origin) as Parts;
      expect(parts).toEqual({ numerator: String(deals), denominator: String(mql) });
      expect(Number(ratio(parts).toFixed(6))).toBe(conv);
    }
    expect(ratio(sumOf(cells))).toBe(expectedOf("olist_funnel_dmy", "conversion"));
  });

  it("gives the calendar days from first contact to deal, the one deal won before it included", async () => {
    const cells = (await read()).filter(({ kpi }) => kpi === "sales-cycle-length");
    const total = sumOf(cells);
    expect(total.numerator).toBe(String(expectedOf("olist_funnel_dmy", "cycle_days_sum")));
    expect(total.denominator).toBe(String(expectedOf("olist_funnel_dmy", "deals_matched")));
    expect(Number(ratio(total).toFixed(6))).toBe(expectedOf("olist_funnel_dmy", "cycle_days_mean"));
  });
});

describe.skipIf(!isSharedThere)(`kag_facebook_ads.json${why}`, () => {
  it("gives spend and customers by campaign and week, exactly", async () => {
    const reading = await readDataSet(
      ownRecipe("kag_facebook_ads"),
      "kag_facebook_ads",
      "KAG_conversion_data.csv",
    );
    const cells = [...reading.cells.cells()];
    expect(reading).toMatchObject({ refusedCount: 0, dataRows: expectedOf("kag_facebook_ads", "rows") });
    const campaigns = expectedOf<Record<string, { spent: number; approved: number; cac: number }>>(
      "kag_facebook_ads",
      "by_campaign",
    );
    const byCampaign = sumBy(cells, ({ scope }) => scope);
    expect([...byCampaign.keys()].toSorted()).toEqual(Object.keys(campaigns).toSorted());
    for (const [campaign, { spent, approved, cac }] of Object.entries(campaigns)) {
      const parts = byCampaign.get(campaign) as Parts;
      expectToDigits(parts.numerator, spent);
      expect(parts.denominator).toBe(String(approved));
      expect(Number(ratio(parts).toFixed(6))).toBe(cac);
    }
    const weeks = expectedOf<Record<string, { spent: number; approved: number }>>(
      "kag_facebook_ads",
      "weekly_cac",
    );
    const byWeek = sumBy(cells, ({ period }) => period);
    for (const [monday, { spent, approved }] of Object.entries(weeks)) {
      const parts = byWeek.get(periodOf(monday, "week")) as Parts;
      expectToDigits(parts.numerator, spent);
      expect(parts.denominator).toBe(String(approved));
    }
    expect(byWeek.size).toBe(Object.keys(weeks).length);
    const pooled = poolDecimals(cells);
    expectToDigits(pooled.numerator, expectedOf("kag_facebook_ads", "spent"));
    expect(pooled.denominator).toBe(String(expectedOf("kag_facebook_ads", "approved")));
  });
});
