import { answerImportQuestion } from "@liftledger/contracts/import-answer";
import { periodOf } from "@liftledger/kpis/period";
import { expect } from "vitest";
import {
  type DataSet,
  type Kept,
  own,
  expectedOf,
  sum,
  rows,
  sumsBy,
  ofKpi,
  totalOf,
  ratioOf,
  expectToDigits,
  byWeek,
} from "./data-set.ts";

/** Reports of advertising. */
export const campaignSets: DataSet[] = [
  ...(["control", "test"] as const).map(armSet),
  {
    folder: "google_ads_en",
    file: "campaign_report_inr.csv",
    recipe: () => own("google_ads_campaigns"),
    check: (kept, { warnings }) => {
      const folder = "google_ads_en";
      expect(kept).toHaveLength(expectedOf(folder, "inr_data_rows"));
      const [first] = expectedOf<[string, string]>(folder, "inr_period");
      expect(kept.map(({ period }) => period)).toEqual(kept.map(() => first.slice(0, 7)));
      const total = totalOf(kept, "cost-per-acquisition");
      expectToDigits(total[0], expectedOf(folder, "inr_cost"));
      expectToDigits(total[1], expectedOf(folder, "inr_conversions"));
      expect(ratioOf(total).toFixed(2)).toBe(`${expectedOf(folder, "inr_cost_per_conversion")}`);
      expect(warnings.join(" ")).toContain("a difference of 0.01");
    },
  },
  {
    folder: "google_ads_en",
    file: "campaign_report_eur_all_zero_greek.csv",
    recipe: () => answerImportQuestion(own("google_ads_campaigns"), "report-date", "2026-04-23"),
    check: (kept) => {
      expect(kept.map(({ numerator, denominator }) => [numerator, denominator])).toEqual(
        kept.map(() => ["0", "0"]),
      );
      expect(kept.map(({ scope }) => scope)).toContain("Οδοντικά Εμφυτεύματα Αθήνα");
    },
  },
  {
    folder: "google_ads_en",
    file: "time_series_usd_weekday_dates.csv",
    recipe: () => googleClicks({ dateColumn: "Date", period: "week" }, "Impressions"),
    check: (kept) => {
      interface Week {
        clicks: number;
        impr: number;
        cost: number;
        cpc: number;
        ctr: number;
      }
      const folder = "google_ads_en";
      const ratios = (kpi: string) =>
        Object.entries(sumsBy(ofKpi(kept, kpi), ({ period }) => period)).map(([, pair]) => ratioOf(pair));
      const weeks = Object.values(expectedOf<Record<string, Week>>(folder, "usd_ts_weeks"));
      expect(sumsBy(ofKpi(kept, "cost-per-click"), ({ period }) => period)).toEqual(
        byWeek<Week>(folder, "usd_ts_weeks", ({ cost, clicks }) => [cost, clicks]),
      );
      expect(sumsBy(ofKpi(kept, "click-through"), ({ period }) => period)).toEqual(
        byWeek<Week>(folder, "usd_ts_weeks", ({ clicks, impr }) => [clicks, impr]),
      );
      expect([ratios("cost-per-click"), ratios("click-through")]).toEqual([
        weeks.map(({ cpc }) => cpc),
        weeks.map(({ ctr }) => ctr),
      ]);
    },
  },
  {
    folder: "google_ads_en",
    file: "search_keywords_usd.csv",
    recipe: () => googleClicks({ reportDate: "2026-02-10", period: "week" }),
    check: (kept, { rows: read }) => {
      const [cost, clicks] = expectedOf<[number, number]>("google_ads_en", "usd_kw_cost_clicks");
      expect(totalOf(kept, "cost-per-click")).toEqual([String(cost), String(clicks)]);
      expect(read).toBe(44);
    },
  },
  {
    folder: "kag_facebook_ads",
    file: "KAG_conversion_data.csv",
    recipe: () => {
      const recipe = own("kag_facebook_ads");
      const clicks = { kpi: "cost-per-click", numerator: sum("Spent"), denominator: sum("Clicks") };
      const through = { kpi: "click-through", numerator: sum("Clicks"), denominator: sum("Impressions") };
      const enquiries = { kpi: "enquiries", numerator: sum("Total_Conversion"), denominator: rows };
      return { ...recipe, measures: [...recipe.measures, clicks, through, enquiries] };
    },
    check: (kept, { rows: read, refused }) => {
      const folder = "kag_facebook_ads";
      const acquisition = "customer-acquisition-cost";
      expect([read, refused]).toEqual([expectedOf(folder, "rows"), 0]);
      const campaigns = expectedOf<Record<string, Record<string, number>>>(folder, "by_campaign");
      expect(Object.keys(sumsBy(kept, ({ scope }) => scope)).toSorted()).toEqual(
        Object.keys(campaigns).toSorted(),
      );
      for (const [campaign, published] of Object.entries(campaigns)) {
        const ofCampaign = kept.filter(({ scope }) => scope === campaign);
        const { spent = 0, clicks, impr, total_conv, approved, cac, cpc, ctr } = published;
        expectToDigits(totalOf(ofCampaign, acquisition)[0], spent);
        expect(totalOf(ofCampaign, acquisition)[1]).toBe(String(approved));
        expect(totalOf(ofCampaign, "click-through")).toEqual([String(clicks), String(impr)]);
        expect(totalOf(ofCampaign, "enquiries")[0]).toBe(String(total_conv));
        const kpis = [acquisition, "cost-per-click", "click-through"];
        expect(kpis.map((kpi) => ratioOf(totalOf(ofCampaign, kpi)))).toEqual([cac, cpc, ctr]);
      }
      const weeks = sumsBy(ofKpi(kept, acquisition), ({ period }) => period);
      const published = expectedOf<Record<string, { spent: number; approved: number }>>(folder, "weekly_cac");
      expect(Object.keys(weeks)).toHaveLength(Object.keys(published).length);
      for (const [monday, { spent, approved }] of Object.entries(published)) {
        const [numerator, denominator] = weeks[periodOf(monday, "week")] as [string, string];
        expectToDigits(numerator, spent);
        expect(denominator).toBe(String(approved));
      }
      expectToDigits(totalOf(kept, acquisition)[0], expectedOf(folder, "spent"));
      expect(ratioOf(totalOf(kept, acquisition))).toBe(expectedOf(folder, "cac"));
    },
  },
  {
    folder: "robyn_weekly",
    file: "dt_simulated_weekly.csv",
    recipe: () => own("robyn_weekly"),
    check: (kept) => {
      const folder = "robyn_weekly";
      const spend = ofKpi(kept, "return-on-ad-spend");
      expect(spend).toHaveLength(expectedOf(folder, "weeks"));
      expectToDigits(totalOf(kept, "return-on-ad-spend")[0], expectedOf(folder, "revenue_sum"));
      expectToDigits(totalOf(kept, "return-on-ad-spend")[1], expectedOf(folder, "spend_sum"));
      expect(ratioOf(totalOf(kept, "return-on-ad-spend"))).toBe(expectedOf(folder, "roas"));
      const isFree = ({ denominator }: Kept) => denominator === "0";
      expect(spend.filter(isFree)).toHaveLength(expectedOf(folder, "zero_spend_weeks"));
      const revenue = ofKpi(kept, "revenue-per-channel").map(({ numerator }) => Number(numerator));
      const year = (first: number) => revenue.slice(first, first + 52).reduce((all, week) => all + week, 0);
      expect((year(0) / 52).toFixed(2)).toBe(`${expectedOf(folder, "baseline52_revenue_mean")}`);
      const change = (later: number, earlier: number) =>
        Number((100 * (year(later) / year(earlier) - 1)).toFixed(6));
      expect(change(156, 0)).toBe(expectedOf(folder, "last52_vs_first52_pct"));
      expect(change(104, 52)).toBe(expectedOf(folder, "yoy_same_weeks_wk105_156_vs_53_104_pct"));
    },
  },
];

function armSet(arm: "control" | "test"): DataSet {
  interface Arm {
    days: number;
    days_missing_metrics: number;
    spend_complete_days: number;
    purchases: number;
    clicks: number;
    cost_per_purchase_complete_days: number;
    weeks: Record<string, { spend: number; purchases: number }>;
  }
  return {
    folder: "ab_daily_campaigns",
    file: `${arm}_group.csv`,
    recipe: () => own("ab_daily_campaigns"),
    check: (kept, read) => {
      const expected = expectedOf<Record<string, Arm>>("ab_daily_campaigns", "arms")[arm] as Arm;
      const weeks = Object.entries(expected.weeks).map(([monday, { spend, purchases }]) => [
        periodOf(monday, "week"),
        [String(spend), String(purchases)],
      ]);
      expect(sumsBy(kept, ({ period }) => period)).toEqual(Object.fromEntries(weeks));
      const total = totalOf(kept, "cost-per-acquisition");
      expect(total).toEqual([String(expected.spend_complete_days), String(expected.purchases)]);
      expect(ratioOf(total)).toBe(expected.cost_per_purchase_complete_days);
      expect([read.rows, read.refused]).toEqual([expected.days, expected.days_missing_metrics]);
    },
  };
}

function googleClicks(when: object, impressions?: string): object {
  const perClick = { kpi: "cost-per-click", numerator: sum("Cost"), denominator: sum("Clicks") };
  const through = { kpi: "click-through", numerator: sum("Clicks"), denominator: sum(impressions ?? "") };
  const measures = impressions === undefined ? [perClick] : [perClick, through];
  return { name: "Clicks", source: "Google Ads", currencySign: "US$", scope: "All", ...when, measures };
}
