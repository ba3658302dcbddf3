import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answerImportQuestion } from "@liftledger/contracts/import-answer";
import { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { NewHoldOut } from "@liftledger/contracts/hold-out";
import type { Database } from "@liftledger/database/open-database";
import { describeOnSqlite } from "@liftledger/database/testing/databases";
import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import { periodOf } from "@liftledger/kpis/period";
import { compareDecimals, numberToDecimal, roundHalfEven, sumDecimals } from "@liftledger/numerics/decimal";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import type { Context } from "../context.ts";
import { addHoldOut } from "../hold-outs/add-hold-out.ts";
import { createKpi } from "../kpis/create-kpi.ts";
import { listSeries } from "../series/list-series.ts";
import { listSnapshots } from "../snapshots/list-snapshots.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { createImport } from "./create-import.ts";

/** A period of a series as the ledger keeps it. */
interface Kept {
  kpi: string;
  scope: string;
  period: string;
  numerator: string;
  denominator: string;
}

type Measure = ImportRecipe["measures"][number];
interface DataSet {
  folder: string;
  file: string;
  lookup?: string;
  /** How the file is read, with what a person answers; its own recipe where it is left out. */
  recipe: () => object;
  /** What is read of a file that is read in more than one way. */
  of?: string;
  /** What expected.json says, of the periods that the ledger keeps and of the rows that were read. */
  check: (
    kept: readonly Kept[],
    read: { rows: number; refused: number; warnings: readonly string[] },
  ) => void;
}

const repository = join(import.meta.dirname, "../../../..");
const data = join(repository, "../shared/data");
const isThere = existsSync(data);
const why = isThere ? "" : " (skipped: the data sets are not beside the repository)";

function own(name: string): ImportRecipe {
  const text = readFileSync(join(repository, "packages/files/recipes", `${name}.json`), "utf8");
  return ImportRecipe.parse(JSON.parse(text));
}

function expectedOf<Value>(folder: string, id: string): Value {
  const { checks } = JSON.parse(readFileSync(join(data, folder, "expected.json"), "utf8")) as {
    checks: { id: string; value: unknown }[];
  };
  const found = checks.find((check) => check.id === id);
  if (found === undefined) throw new Error(`${folder} has no check "${id}"`);
  return found.value as Value;
}

const sum = (...columns: string[]) => ({ kind: "sum", columns }) as const;
const rows = { kind: "count-rows" } as const;
const rowsWhere = (column: string, ...equals: string[]) =>
  ({ kind: "count-rows", where: { column, equals } }) as const;

function sumsBy(kept: readonly Kept[], keyOf: (one: Kept) => string): Record<string, [string, string]> {
  const groups = Map.groupBy(kept, keyOf);
  return Object.fromEntries(
    [...groups].map(([key, group]) => [
      key,
      [sumDecimals(group.map((one) => one.numerator)), sumDecimals(group.map((one) => one.denominator))],
    ]),
  );
}

const ofKpi = (kept: readonly Kept[], kpi: string) => kept.filter((one) => one.kpi === kpi);
const totalOf = (kept: readonly Kept[], kpi: string) =>
  sumsBy(ofKpi(kept, kpi), () => "all")["all"] as [string, string];
const ratioOf = ([numerator, denominator]: readonly [string, string]) =>
  Number((Number(numerator) / Number(denominator)).toFixed(6));

/** The exact decimal is the published one, to the digits it is published with. */
function expectToDigits(exact: string, published: number): void {
  const text = numberToDecimal(published);
  const places = text.split(".")[1]?.length ?? 0;
  expect(compareDecimals(roundHalfEven(exact, places), text), `${exact} is ${text}`).toBe(0);
}

/** Published weeks by their Mondays, as what the ledger keeps of them. */
function byWeek<Week>(folder: string, id: string, pair: (week: Week) => [unknown, unknown]) {
  const weeks = Object.entries(expectedOf<Record<string, Week>>(folder, id));
  return Object.fromEntries(
    weeks.map(([monday, week]) => [periodOf(monday, "week"), pair(week).map(String)]),
  );
}

const sets: DataSet[] = [
  ...(["control", "test"] as const).map(armSet),
  {
    folder: "call_centre_xlsx",
    file: "01_Call-Center-Dataset.xlsx",
    recipe: () => {
      const recipe = own("call_centre_xlsx");
      const where = { column: "Answered (Y/N)", equals: ["Y"] };
      return {
        ...recipe,
        measures: [
          ...recipe.measures,
          { kpi: "resolution", where, numerator: rowsWhere("Resolved", "Y"), denominator: rows },
          { kpi: "rating", where, numerator: sum("Satisfaction rating"), denominator: rows },
          {
            kpi: "seconds",
            where,
            numerator: { kind: "duration", column: "AvgTalkDuration", unit: "seconds" },
            denominator: rows,
          },
        ],
      };
    },
    check: (kept, read) => {
      const folder = "call_centre_xlsx";
      interface Week {
        calls: number;
        answered: number;
        resolved: number;
      }
      expect(read).toMatchObject({ rows: expectedOf(folder, "rows"), refused: 0 });
      const week = ({ period }: Kept) => period;
      const agent = ({ scope }: Kept) => scope;
      const answers = ofKpi(kept, "answer-rate");
      const resolutions = ofKpi(kept, "resolution");
      expect(sumsBy(answers, week)).toEqual(
        byWeek<Week>(folder, "weekly", ({ answered, calls }) => [answered, calls]),
      );
      expect(sumsBy(resolutions, week)).toEqual(
        byWeek<Week>(folder, "weekly", ({ resolved, answered }) => [resolved, answered]),
      );
      const agents = expectedOf<Record<string, [number, number, number]>>(folder, "by_agent");
      expect(sumsBy(answers, agent)).toEqual(
        Object.fromEntries(
          Object.entries(agents).map(([name, [all, some]]) => [name, [`${some}`, `${all}`]]),
        ),
      );
      expect(sumsBy(resolutions, agent)).toEqual(
        Object.fromEntries(
          Object.entries(agents).map(([name, [, all, some]]) => [name, [`${some}`, `${all}`]]),
        ),
      );
      expect(new Set(answers.map(week)).size).toBe(expectedOf(folder, "weeks"));
      expect(totalOf(kept, "answer-rate")[0]).toBe(String(expectedOf(folder, "answered")));
      expect(ratioOf(totalOf(kept, "answer-rate"))).toBe(expectedOf(folder, "answer_rate"));
      expect(totalOf(kept, "resolution")[0]).toBe(String(expectedOf(folder, "resolved")));
      expect(ratioOf(totalOf(kept, "resolution"))).toBe(expectedOf(folder, "resolution_per_answered"));
      expect(ratioOf(totalOf(kept, "rating"))).toBe(expectedOf(folder, "csat_mean"));
      expect(ratioOf(totalOf(kept, "seconds")).toFixed(3)).toBe(`${expectedOf(folder, "aht_seconds_mean")}`);
    },
  },
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
  ...(["month", "contact"] as const).map(callSet),
  {
    folder: "us_ai_inventory_2024",
    file: "2024_consolidated_ai_inventory_raw_v2.csv",
    of: "uses, and those that bear on rights or safety,",
    recipe: () => ({
      name: "Uses by agency",
      source: "AI inventory",
      encoding: "windows-1252",
      reportDate: "2024-12-16",
      period: "month",
      segmentColumn: "Agency Abbreviation",
      scope: "All",
      measures: [
        {
          kpi: "conversion-rate",
          numerator: rowsWhere(
            "Is the AI use case rights-impacting, safety-impacting, both, or neither?",
            "Both",
            "Rights-Impacting",
            "Safety-impacting",
            "Safety-Impacting",
          ),
          denominator: rows,
        },
      ],
    }),
    check: (kept, { rows: read }) => {
      const folder = "us_ai_inventory_2024";
      expect(read).toBe(expectedOf(folder, "rows"));
      expect(totalOf(kept, "conversion-rate")[0]).toBe(
        String(expectedOf(folder, "rights_or_safety_impacting")),
      );
      const byAgency = sumsBy(kept, ({ scope }) => scope);
      const agencies = expectedOf<Record<string, number>>(folder, "rows_by_agency_top");
      expect(Object.keys(agencies).map((agency) => Number(byAgency[agency]?.[1]))).toEqual(
        Object.values(agencies),
      );
    },
  },
  {
    folder: "xlsx_serial_dates",
    file: "Sample_data.xlsx",
    of: "weeks by day numbers",
    recipe: () => billing({ dateColumn: "Last_Created_On", period: "week" }),
    check: (kept, { rows: read, refused }) => {
      const folder = "xlsx_serial_dates";
      expect([read, read - refused]).toEqual([
        expectedOf(folder, "rows"),
        expectedOf(folder, "serial_dates"),
      ]);
      const weeks = expectedOf<Record<string, { rows: number; net_billed: number }>>(folder, "weeks");
      const share = sumsBy(ofKpi(kept, "billed-share"), ({ period }) => period);
      const accounts = sumsBy(ofKpi(kept, "fully-billed"), ({ period }) => period);
      expect(Object.keys(share)).toHaveLength(Object.keys(weeks).length);
      for (const [monday, { rows: count, net_billed }] of Object.entries(weeks)) {
        const week = periodOf(monday, "week");
        expectToDigits(share[week]?.[0] ?? "", net_billed);
        expect(accounts[week]?.[1]).toBe(String(count));
      }
    },
  },
  {
    folder: "xlsx_serial_dates",
    file: "Sample_data.xlsx",
    of: "shares as of a day",
    recipe: () => billing({ reportDate: "2025-02-28", period: "month" }),
    check: (kept) => {
      const folder = "xlsx_serial_dates";
      expectToDigits(totalOf(kept, "billed-share")[0], expectedOf(folder, "net_billed_inr"));
      expectToDigits(totalOf(kept, "unbilled")[0], expectedOf(folder, "unbilled_inr"));
      expect(ratioOf(totalOf(kept, "billed-share"))).toBe(expectedOf(folder, "billed_share"));
      expect(ratioOf(totalOf(kept, "fully-billed"))).toBe(expectedOf(folder, "fully_billed_rate"));
      const regions = sumsBy(ofKpi(kept, "billed-share"), ({ scope }) => scope);
      expect(
        Object.fromEntries(Object.entries(regions).map(([region, pair]) => [region, ratioOf(pair)])),
      ).toEqual(expectedOf(folder, "by_region_share"));
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

function callSet(segmentColumn: "month" | "contact"): DataSet {
  return {
    folder: "uci_bank_semicolon",
    file: "bank-additional.csv",
    of: `calls by ${segmentColumn}`,
    recipe: () => ({
      ...answerImportQuestion(own("uci_bank_semicolon"), "report-date", "2010-11-30"),
      segmentColumn,
    }),
    check: (kept, { rows: read }) => {
      const folder = "uci_bank_semicolon";
      expect(read).toBe(expectedOf(folder, "rows"));
      expect(totalOf(kept, "conversion-rate")[0]).toBe(String(expectedOf(folder, "yes")));
      expect(ratioOf(totalOf(kept, "conversion-rate"))).toBe(expectedOf(folder, "conversion"));
      const published =
        segmentColumn === "contact"
          ? Object.entries(expectedOf<Record<string, [number, number]>>(folder, "by_contact"))
          : Object.entries(expectedOf<Record<string, { n: number; yes: number }>>(folder, "by_month")).map(
              ([month, { n, yes }]) => [month, [n, yes]] as const,
            );
      expect(sumsBy(kept, ({ scope }) => scope)).toEqual(
        Object.fromEntries(published.map(([scope, [all, yes]]) => [scope, [String(yes), String(all)]])),
      );
    },
  };
}

function googleClicks(when: object, impressions?: string): object {
  const perClick = { kpi: "cost-per-click", numerator: sum("Cost"), denominator: sum("Clicks") };
  const through = { kpi: "click-through", numerator: sum("Clicks"), denominator: sum(impressions ?? "") };
  const measures = impressions === undefined ? [perClick] : [perClick, through];
  return { name: "Clicks", source: "Google Ads", currencySign: "US$", scope: "All", ...when, measures };
}

function billing(when: object): object {
  const net = sum("Net_Billed_INR");
  const measures = [
    { kpi: "billed-share", numerator: net, denominator: sum("Net_Billed_INR", "Unbilled_INR") },
    { kpi: "unbilled", numerator: sum("Unbilled_INR"), denominator: rows },
    { kpi: "fully-billed", numerator: rowsWhere("Account Billing Status", "Billed"), denominator: rows },
  ];
  return { name: "Billing", source: "Workbook", segmentColumn: "CA Region", scope: "All", ...when, measures };
}

/** KPIs of the sets that the catalogue does not have, as a company would define them, by the one they are like. */
const ownKpis: Record<string, string> = {
  resolution: "conversion-rate",
  rating: "value-per-lead",
  seconds: "handling-time",
  "day-retention": "retention-rate",
  "views-per-row": "value-per-lead",
  "cost-per-click": "cost-per-acquisition",
  "click-through": "conversion-rate",
  enquiries: "value-per-lead",
  "billed-share": "cost-per-acquisition",
  unbilled: "cost-per-acquisition",
  "fully-billed": "conversion-rate",
};

async function makeOwnKpis(ctx: Context, measures: readonly Measure[]): Promise<void> {
  for (const { kpi } of measures) {
    const model = ownKpis[kpi];
    if (model === undefined) continue;
    const found = findBuiltInKpi(model);
    if (found === undefined) throw new Error(`there is no KPI ${model}`);
    const { version: _version, ...definition } = found;
    await createKpi(ctx, { ...definition, key: kpi, name: kpi });
  }
}

async function keptBy(ctx: Context): Promise<Kept[]> {
  const { rows: series } = await listSeries(ctx, { limit: 500 });
  const kept: Kept[] = [];
  for (const { seriesId, kpiKey, scope } of series) {
    for (const { period, numerator, denominator } of (await listSnapshots(ctx, { seriesId })).rows) {
      kept.push({ kpi: kpiKey, scope, period, numerator, denominator });
    }
  }
  return kept;
}

async function importSet(open: () => Promise<Database>, { folder, file, lookup, recipe }: DataSet) {
  const ctx = at(await openLedger(open), "2026-11-22T12:00:00.000Z");
  const source = (name: string) => ({ name, open: () => createReadStream(join(data, folder, name)) });
  const read = ImportRecipe.parse(recipe());
  await makeOwnKpis(ctx, read.measures);
  const { summary } = await createImport(ctx, {
    file: source(file),
    lookup: lookup === undefined ? undefined : source(lookup),
    recipe: JSON.stringify(read),
  });
  return { ctx, summary, kept: await keptBy(ctx) };
}

describeOnSqlite(`createImport of each data set${why}`, (open) => {
  it.skipIf(!isThere).each(sets.map((set) => ({ of: "the figures", ...set })))(
    "keeps $of of $folder/$file as expected.json says",
    async (set) => {
      const { summary, kept } = await importSet(open, set);
      const { rowsRead, refusedCount, warnings } = summary;
      set.check(kept, { rows: rowsRead, refused: refusedCount, warnings });
    },
  );

  it.skipIf(!isThere)(
    "compares the arms of cookie_cats, logged as a hold-out, as expected.json does",
    async () => {
      const folder = "cookie_cats";
      const set = sets.find((one) => one.folder === folder) as DataSet;
      const { ctx, kept } = await importSet(open, set);
      const { rows: series } = await listSeries(ctx, { limit: 10 });
      const { initiativeId } = await makeInitiative(ctx);
      for (const [kpi, id] of [
        ["day-retention", "ret1_test"],
        ["retention-rate", "ret7_test"],
      ] as const) {
        const { seriesId = "" } = series.find((one) => one.kpiKey === kpi && one.scope === "gate_40") ?? {};
        const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
        const [heldOut, treated] = ["gate_30", "gate_40"].map((arm) => {
          const [sum, units] = totalOf(
            kept.filter(({ scope }) => scope === arm),
            kpi,
          );
          return { sum, units: Number(units) };
        });
        const days = { startedOn: "2017-01-01", endedOn: "2017-01-31" };
        const terms = { kind: "proportion", treated, heldOut, treatedShare: "1", ...days };
        const { result } = await addHoldOut(ctx, { benefitId, ...NewHoldOut.parse(terms) });
        const { diff, p } = expectedOf<{ diff: number; p: number }>(folder, id);
        expect(Number(result?.difference.toFixed(6))).toBe(diff);
        expect(result?.pValue).toBeCloseTo(p, 4);
      }
    },
  );
});
