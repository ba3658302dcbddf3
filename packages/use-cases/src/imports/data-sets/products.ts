import { expect } from "vitest";
import {
  type DataSet,
  own,
  expectedOf,
  sum,
  rows,
  rowsWhere,
  sumsBy,
  ofKpi,
  totalOf,
  ratioOf,
  expectToDigits,
  byWeek,
} from "./data-set.ts";

/** What the users of a product, a shop and a site did. */
export const productSets: DataSet[] = [
  {
    folder: "cookie_cats",
    file: "cookie_cats.csv",
    recipe: () => {
      const recipe = own("cookie_cats");
      const [week] = recipe.measures;
      const day = { kpi: "day-retention", numerator: rowsWhere("retention_1", "True"), denominator: rows };
      return { ...recipe, measures: [week, day] };
    },
    check: (kept) => {
      const arms = expectedOf<Record<string, { n: number; ret1: number; ret7: number }>>(
        "cookie_cats",
        "arms",
      );
      for (const [arm, { n, ret1, ret7 }] of Object.entries(arms)) {
        const ofArm = kept.filter(({ scope }) => scope === arm);
        expect(ofArm.map(({ denominator }) => denominator)).toEqual([String(n), String(n)]);
        expect(ratioOf(totalOf(ofArm, "day-retention"))).toBe(ret1);
        expect(ratioOf(totalOf(ofArm, "retention-rate"))).toBe(ret7);
      }
    },
  },
  {
    folder: "ga4_multisection",
    file: "data-export.csv",
    recipe: () => own("ga4_multisection"),
    check: (kept, { rows: read, warnings }) => {
      const folder = "ga4_multisection";
      const weeks = byWeek<number>(folder, "views_weeks", (views) => [views, 1]);
      expect(sumsBy(kept, ({ period }) => period)).toEqual(weeks);
      expectToDigits(totalOf(kept, "organic-traffic")[0], expectedOf(folder, "views_total"));
      const [first, last] = expectedOf<[string, string]>(folder, "views_section_period");
      expect(warnings.join(" ")).toMatch(new RegExp(`begins on ${first}.*ends on ${last}`));
      expect(read).toBe(28);
    },
  },
  ...[0, 1, 2, 3, 4, 5, 6].map(tableSet),
  {
    folder: "olist_funnel_dmy",
    file: "olist_marketing_qualified_leads_dataset.csv",
    lookup: "olist_closed_deals_dataset.csv",
    // The order of day and month is decided over the whole column.
    recipe: () => ({ ...own("olist_funnel_dmy"), dateFormat: undefined }),
    check: (kept, { rows: read, refused }) => {
      const folder = "olist_funnel_dmy";
      const deals = ofKpi(kept, "conversion-rate");
      expect([read, refused]).toEqual([expectedOf(folder, "mql"), 0]);
      expect(totalOf(kept, "conversion-rate")).toEqual(
        [expectedOf(folder, "deals"), expectedOf(folder, "mql")].map(String),
      );
      expect(ratioOf(totalOf(kept, "conversion-rate"))).toBe(expectedOf(folder, "conversion"));
      const weeks = byWeek<{ mql: number; deals: number }>(folder, "cohort_weeks", (week) => [
        week.deals,
        week.mql,
      ]);
      expect(sumsBy(deals, ({ period }) => period)).toEqual(weeks);
      expect(Object.keys(weeks)).toHaveLength(expectedOf(folder, "weeks"));
      const origins = expectedOf<Record<string, { mql: number; deals: number }>>(folder, "by_origin");
      expect(sumsBy(deals, ({ scope }) => scope)).toEqual(
        Object.fromEntries(
          Object.entries(origins).map(([origin, of]) => [origin, [String(of.deals), String(of.mql)]]),
        ),
      );
      const days = totalOf(kept, "sales-cycle-length");
      expect(days).toEqual(
        [expectedOf(folder, "cycle_days_sum"), expectedOf(folder, "deals_matched")].map(String),
      );
      expect(ratioOf(days)).toBe(expectedOf(folder, "cycle_days_mean"));
    },
  },
];

function tableSet(place: number): DataSet {
  const folder = "ga4_multisection";
  const section = () =>
    expectedOf<[[string, string], number][]>(folder, "sections")[place] as [[string, string], number];
  return {
    folder,
    file: "data-export.csv",
    of: `table ${place + 1} of 7`,
    recipe: () => {
      const [[by, counted]] = section();
      const isDaily = by === "Nth day";
      const { dateColumn, dateFormat, ...recipe } = own(folder);
      const measure = { kpi: "views-per-row", numerator: sum(counted), denominator: rows };
      const dated = isDaily
        ? { dateColumn, dateFormat, startDate: "2023-12-08" }
        : { reportDate: "2024-01-04" };
      return { ...recipe, ...dated, ...(isDaily ? {} : { segmentColumn: by }), measures: [measure] };
    },
    check: (kept, read) => {
      const [, count] = section();
      expect([read.rows, read.refused]).toEqual([count, 0]);
      expect(totalOf(kept, "views-per-row")[1]).toBe(String(count));
    },
  };
}
