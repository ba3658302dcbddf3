import { createReadStream } from "node:fs";
import { join } from "node:path";
import { answerImportQuestion } from "@liftledger/contracts/import-answer";
import { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { findBuiltInKpi } from "@liftledger/kpis/catalogue/catalogue";
import type { Kpi } from "@liftledger/kpis/kpi";
import { periodOf } from "@liftledger/kpis/period";
import { compareDecimals, numberToDecimal, roundHalfEven, sumDecimals } from "@liftledger/numerics/decimal";
import { describe, expect, it } from "vitest";
import type { ImportCell } from "./import-cells.ts";
import { readImport } from "./read-import.ts";
import { asRead, today } from "./testing/read-text.ts";
import { expectedOf, isSharedThere, ownRecipe, sharedFolder } from "./testing/shared-files.ts";

const why = isSharedThere ? "" : " (skipped: the data sets are not beside the repository)";

/** KPIs of the sets that the catalogue does not have, as a company would define them. */
function kpiLike(model: string, key: string): [string, Kpi] {
  return [key, { ...(findBuiltInKpi(model) as Kpi), key }];
}
const kpis: ReadonlyMap<string, Kpi> = new Map([
  ...["cost-per-acquisition", "retention-rate", "conversion-rate", "answer-rate", "handling-time"].map(
    (key) => kpiLike(key, key),
  ),
  kpiLike("organic-traffic", "organic-traffic"),
  kpiLike("cost-per-acquisition", "billed-share"),
  kpiLike("conversion-rate", "resolution-rate"),
  kpiLike("conversion-rate", "click-through-rate"),
  kpiLike("cost-per-acquisition", "cost-per-click"),
  kpiLike("value-per-lead", "satisfaction"),
  kpiLike("handling-time", "handling-seconds"),
]);

function read(recipe: object, folder: string, file: string) {
  return readImport({
    recipe: ImportRecipe.parse(recipe),
    kpis,
    today,
    main: () => createReadStream(join(sharedFolder, "data", folder, file)),
  });
}

async function readCells(recipe: object, folder: string, file: string) {
  const reading = asRead(await read(recipe, folder, file));
  return { reading, cells: [...reading.cells.cells()] };
}

function sumOf(cells: readonly ImportCell[], kpi?: string) {
  const own = kpi === undefined ? cells : cells.filter((cell) => cell.kpi === kpi);
  return {
    numerator: sumDecimals(own.map(({ numerator }) => numerator)),
    denominator: sumDecimals(own.map(({ denominator }) => denominator)),
  };
}

function ratio(parts: { numerator: string; denominator: string }): number {
  return Number((Number(parts.numerator) / Number(parts.denominator)).toFixed(6));
}

function expectToDigits(exact: string, published: number): void {
  const text = numberToDecimal(published);
  const places = text.split(".")[1]?.length ?? 0;
  expect(compareDecimals(roundHalfEven(exact, places), text), `${exact} is ${text}`).toBe(0);
}

const countOf = (column: string, text: string) => ({
  kind: "count-rows",
  where: { column, equals: [text] },
});

describe.skipIf(!isSharedThere)(`call_centre_xlsx${why}`, () => {
  const folder = "call_centre_xlsx";
  const own = isSharedThere ? ownRecipe(folder) : undefined;
  const answered = { column: "Answered (Y/N)", equals: ["Y"] };
  const recipe = {
    ...own,
    measures: [
      ...(own?.measures ?? []),
      {
        kpi: "resolution-rate",
        where: answered,
        numerator: countOf("Resolved", "Y"),
        denominator: { kind: "count-rows" },
      },
      {
        kpi: "handling-seconds",
        where: answered,
        numerator: { kind: "duration", column: "AvgTalkDuration", unit: "seconds" },
        denominator: { kind: "count-rows" },
      },
      {
        kpi: "satisfaction",
        where: answered,
        numerator: { kind: "sum", columns: ["Satisfaction rating"] },
        denominator: { kind: "count-rows" },
      },
    ],
  };
  const file = "01_Call-Center-Dataset.xlsx";

  it("gives calls, answers and resolutions of each week and agent", async () => {
    const { reading, cells } = await readCells(recipe, folder, file);
    expect(reading.dataRows).toBe(expectedOf(folder, "rows"));
    expect(reading.refusedCount).toBe(0);
    const weekly = expectedOf<Record<string, { calls: number; answered: number; resolved: number }>>(
      folder,
      "weekly",
    );
    expect(Object.keys(weekly)).toHaveLength(expectedOf(folder, "weeks"));
    for (const [monday, { calls, answered: answers, resolved }] of Object.entries(weekly)) {
      const week = cells.filter(({ period }) => period === periodOf(monday, "week"));
      expect(sumOf(week, "answer-rate")).toEqual({ numerator: String(answers), denominator: String(calls) });
      expect(sumOf(week, "resolution-rate")).toEqual({
        numerator: String(resolved),
        denominator: String(answers),
      });
    }
    const agents = expectedOf<Record<string, [number, number, number]>>(folder, "by_agent");
    for (const [agent, [calls, answers, resolved]] of Object.entries(agents)) {
      const of = cells.filter(({ scope }) => scope === agent);
      expect(sumOf(of, "answer-rate")).toEqual({ numerator: String(answers), denominator: String(calls) });
      expect(sumOf(of, "resolution-rate").numerator).toBe(String(resolved));
    }
  });

  it("gives talk time and satisfaction, times being durations and no dates", async () => {
    const { cells } = await readCells(recipe, folder, file);
    expect(ratio(sumOf(cells, "answer-rate"))).toBe(expectedOf(folder, "answer_rate"));
    expect(ratio(sumOf(cells, "resolution-rate"))).toBe(expectedOf(folder, "resolution_per_answered"));
    expect(ratio(sumOf(cells, "satisfaction"))).toBe(expectedOf(folder, "csat_mean"));
    const seconds = sumOf(cells, "handling-seconds");
    expect(ratio(seconds).toFixed(3)).toBe(String(expectedOf(folder, "aht_seconds_mean")));
    expect(Number(sumOf(cells, "handling-time").numerator) * 3600).toBeCloseTo(Number(seconds.numerator), 1);
  });
});

describe.skipIf(!isSharedThere)(`xlsx_serial_dates${why}`, () => {
  const folder = "xlsx_serial_dates";
  const file = "Sample_data.xlsx";
  const common = { name: "Billing", source: "billing workbook", segmentColumn: "CA Region", scope: "All" };
  const share = {
    kpi: "billed-share",
    numerator: { kind: "sum", columns: ["Net_Billed_INR"] },
    denominator: { kind: "sum", columns: ["Net_Billed_INR", "Unbilled_INR"] },
  };

  it("reads day numbers by their format, and refuses the rows without a date by line", async () => {
    const dated = { ...common, dateColumn: "Last_Created_On", period: "week", measures: [share] };
    const { reading, cells } = await readCells(dated, folder, file);
    expect(reading.dateFormat).toBe("yyyy-MM-dd");
    expect(reading.rowsRead).toBe(expectedOf(folder, "rows"));
    expect(reading.dataRows).toBe(expectedOf(folder, "serial_dates"));
    expect(reading.refusedCount).toBe(173);
    expect(reading.refusedRows[0]).toMatchObject({ column: "Last_Created_On", rule: "empty-cell" });
    const weeks = expectedOf<Record<string, { rows: number; net_billed: number }>>(folder, "weeks");
    for (const [monday, { rows, net_billed }] of Object.entries(weeks)) {
      const week = cells.filter(({ period }) => period === periodOf(monday, "week"));
      expect(week.reduce((sum, cell) => sum + cell.rows, 0)).toBe(rows);
      expectToDigits(sumOf(week).numerator, net_billed);
    }
    expect(new Set(cells.map(({ period }) => period)).size).toBe(Object.keys(weeks).length);
  });

  it("gives shares of all rows as of a day, a blank region apart", async () => {
    const billed = {
      kpi: "conversion-rate",
      numerator: countOf("Account Billing Status", "Billed"),
      denominator: { kind: "count-rows" },
    };
    const recipe = { ...common, period: "month", reportDate: "2025-02-28", measures: [share, billed] };
    const { cells } = await readCells(recipe, folder, file);
    const parts = sumOf(cells, "billed-share");
    expectToDigits(parts.numerator, expectedOf(folder, "net_billed_inr"));
    expect(ratio(parts)).toBe(expectedOf(folder, "billed_share"));
    expect(ratio(sumOf(cells, "conversion-rate"))).toBe(expectedOf(folder, "fully_billed_rate"));
    const regions = expectedOf<Record<string, number>>(folder, "by_region_share");
    for (const [region, published] of Object.entries(regions)) {
      const of = cells.filter(({ scope }) => scope === region);
      expect(ratio(sumOf(of, "billed-share"))).toBe(published);
    }
  });
});

describe.skipIf(!isSharedThere)(`ga4_multisection${why}`, () => {
  const folder = "ga4_multisection";
  const own = isSharedThere ? ownRecipe(folder) : undefined;

  it("gives the weeks of one of several tables, days counted from the start it states", async () => {
    const { reading, cells } = await readCells(own as object, folder, "data-export.csv");
    expect(reading.dataRows).toBe(28);
    const weeks = expectedOf<Record<string, number>>(folder, "views_weeks");
    expect(Object.fromEntries(cells.map(({ period, numerator }) => [period, Number(numerator)]))).toEqual(
      Object.fromEntries(Object.entries(weeks).map(([monday, views]) => [periodOf(monday, "week"), views])),
    );
    expectToDigits(sumOf(cells).numerator, expectedOf(folder, "views_total"));
    const [first, last] = expectedOf<[string, string]>(folder, "views_section_period");
    expect(reading.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining(`begins on ${first}`),
      expect.stringContaining(`ends on ${last}`),
    ]);
  });

  it("asks for the start of a table that has lost it, and takes the answer", async () => {
    const column = "Average engagement time";
    const measure = { ...own?.measures[0], numerator: { kind: "sum", columns: [column] } };
    const recipe = ImportRecipe.parse({ ...own, measures: [measure] });
    const asked = await read(recipe, folder, "data-export.csv");
    expect(asked).toMatchObject({ kind: "question", questions: [{ id: "start-date:Nth day" }] });
    const answered = answerImportQuestion(recipe, "start-date:Nth day", "2023-12-08");
    expect((await readCells(answered, folder, "data-export.csv")).reading.dataRows).toBe(28);
  });
});

describe.skipIf(!isSharedThere)(`google_ads_en${why}`, () => {
  const folder = "google_ads_en";
  const campaigns = isSharedThere ? ownRecipe("google_ads_campaigns") : undefined;

  it("reads a campaign report into the month its title states, totals left out and compared", async () => {
    const { reading, cells } = await readCells(campaigns as object, folder, "campaign_report_inr.csv");
    expect(reading.dataRows).toBe(expectedOf(folder, "inr_data_rows"));
    const [first] = expectedOf<[string, string]>(folder, "inr_period");
    expect(new Set(cells.map(({ period }) => period))).toEqual(new Set([first.slice(0, 7)]));
    const total = sumOf(cells);
    expectToDigits(total.numerator, expectedOf(folder, "inr_cost"));
    expectToDigits(total.denominator, expectedOf(folder, "inr_conversions"));
    expect(ratio(total).toFixed(2)).toBe(String(expectedOf(folder, "inr_cost_per_conversion")));
    expect(reading.totalRowsSkipped).toHaveLength(4);
    expect(reading.warnings.map(({ rule }) => rule)).toEqual(["partial-first-period", "total-disagrees"]);
    expect(reading.warnings[1]?.message).toContain("a difference of 0.01");
  });

  it("asks for the day of a report over two months, and keeps zero over zero", async () => {
    const file = "campaign_report_eur_all_zero_greek.csv";
    const asked = await read(campaigns as object, folder, file);
    expect(asked).toMatchObject({ kind: "question", questions: [{ id: "report-date" }] });
    const answered = answerImportQuestion(campaigns as ImportRecipe, "report-date", "2026-04-23");
    const { cells } = await readCells(answered, folder, file);
    expect(cells.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).toEqual([
      "0/0",
      "0/0",
      "0/0",
    ]);
    expect(cells.map(({ scope }) => scope)).toContain("Οδοντικά Εμφυτεύματα Αθήνα");
  });

  it("refuses a report of headings alone", async () => {
    const measure = {
      kpi: "cost-per-acquisition",
      numerator: { kind: "sum", columns: ["Budget"] },
      denominator: { kind: "count-rows" },
    };
    const reading = await read(
      { ...campaigns, measures: [measure] },
      folder,
      "campaign_report_header_only.csv",
    );
    expect(reading).toMatchObject({ kind: "refused", problems: [{ rule: "no-data-rows" }] });
  });

  it("reads weekdays before dates and a currency before numbers", async () => {
    const recipe = {
      name: "Days",
      source: "time series",
      dateColumn: "Date",
      period: "week",
      currencySign: "US$",
      scope: "All",
      measures: [
        {
          kpi: "cost-per-click",
          numerator: { kind: "sum", columns: ["Cost"] },
          denominator: { kind: "sum", columns: ["Clicks"] },
        },
        {
          kpi: "click-through-rate",
          numerator: { kind: "sum", columns: ["Clicks"] },
          denominator: { kind: "sum", columns: ["Impressions"] },
        },
      ],
    };
    const { cells } = await readCells(recipe, folder, "time_series_usd_weekday_dates.csv");
    const weeks = expectedOf<
      Record<string, { clicks: number; impr: number; cost: number; cpc: number; ctr: number }>
    >(folder, "usd_ts_weeks");
    for (const [monday, { clicks, impr, cost, cpc, ctr }] of Object.entries(weeks)) {
      const week = cells.filter(({ period }) => period === periodOf(monday, "week"));
      expectToDigits(sumOf(week, "cost-per-click").numerator, cost);
      expect(sumOf(week, "click-through-rate")).toEqual({
        numerator: String(clicks),
        denominator: String(impr),
      });
      expect(ratio(sumOf(week, "cost-per-click"))).toBe(cpc);
      expect(ratio(sumOf(week, "click-through-rate"))).toBe(ctr);
    }
    const keywords = {
      ...recipe,
      dateColumn: undefined,
      reportDate: "2026-02-10",
      measures: [recipe.measures[0]],
    };
    const report = await readCells(keywords, folder, "search_keywords_usd.csv");
    expect(report.reading.dataRows).toBe(44);
    const [cost, clicks] = expectedOf<[number, number]>(folder, "usd_kw_cost_clicks");
    expect(sumOf(report.cells)).toEqual({ numerator: String(cost), denominator: String(clicks) });
  });
});

describe.skipIf(!isSharedThere)(`cookie_cats${why}`, () => {
  it("gives players and those kept, by arm", async () => {
    const own = ownRecipe("cookie_cats");
    for (const [column, field] of [
      ["retention_1", "ret1"],
      ["retention_7", "ret7"],
    ] as const) {
      const measures = [{ ...own.measures[0], numerator: countOf(column, "True") }];
      const { cells } = await readCells({ ...own, measures }, "cookie_cats", "cookie_cats.csv");
      const arms = expectedOf<Record<string, { n: number; ret1: number; ret7: number }>>(
        "cookie_cats",
        "arms",
      );
      expect(cells.map(({ scope }) => scope)).toEqual(Object.keys(arms));
      for (const cell of cells) {
        expect(cell.denominator).toBe(String(arms[cell.scope]?.n));
        expect(ratio(cell)).toBe(arms[cell.scope]?.[field]);
      }
    }
  });
});

describe.skipIf(!isSharedThere)(`uci_bank_semicolon${why}`, () => {
  const folder = "uci_bank_semicolon";
  const file = "bank-additional.csv";

  it("asks which month the calls are from, since no year is stated, and then reads them", async () => {
    const own = ownRecipe(folder);
    expect(await read(own, folder, file)).toMatchObject({
      kind: "question",
      questions: [{ id: "report-date", choices: [] }],
    });
    const answered = answerImportQuestion(own, "report-date", "2010-11-30");
    const { reading, cells } = await readCells(answered, folder, file);
    expect(reading.dataRows).toBe(expectedOf(folder, "rows"));
    expect(sumOf(cells).numerator).toBe(String(expectedOf(folder, "yes")));
    expect(ratio(sumOf(cells))).toBe(expectedOf(folder, "conversion"));
    const months = expectedOf<Record<string, { n: number; yes: number; conv: number }>>(folder, "by_month");
    expect(cells).toHaveLength(Object.keys(months).length);
    for (const cell of cells) {
      expect([cell.denominator, cell.numerator, ratio(cell)]).toEqual([
        String(months[cell.scope]?.n),
        String(months[cell.scope]?.yes),
        months[cell.scope]?.conv,
      ]);
    }
    const contacts = await readCells({ ...answered, segmentColumn: "contact" }, folder, file);
    const byContact = expectedOf<Record<string, [number, number]>>(folder, "by_contact");
    expect(
      Object.fromEntries(
        contacts.cells.map(({ scope, numerator, denominator }) => [
          scope,
          [Number(denominator), Number(numerator)],
        ]),
      ),
    ).toEqual(byContact);
  });
});
