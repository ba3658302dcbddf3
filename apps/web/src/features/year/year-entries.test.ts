import type { YearSheet } from "@liftledger/contracts/series";
import { describe, expect, it } from "vitest";
import {
  faultAt,
  faultyCells,
  fillYear,
  firstFault,
  linesOf,
  textAt,
  withoutSent,
  yearToSave,
  yearWithWritten,
  type TypedYear,
} from "./year-entries.ts";

const head = {
  kpiKey: "conversion-rate",
  kpiName: "Conversion rate",
  display: "percent",
  numeratorUnit: "conversion",
  denominatorUnit: "visit",
  proportion: true,
  currency: null,
  sourceOfRecord: null,
  initiatives: [],
} as const;
const pair = { numerator: "12.50", denominator: "400", revision: 1, source: "logged by hand" };
const period = (week: number, state: "open" | "closed" | "not-begun") => ({
  period: `2026-W0${week}`,
  firstDay: "2026-01-01",
  lastDay: "2026-01-07",
  state,
});

/** A ratio of the shop and a total of the newsletter over four weeks: the first is closed, the last has not begun. */
const sheet: YearSheet = {
  year: "2026",
  periods: [period(1, "closed"), period(2, "open"), period(3, "open"), period(4, "not-begun")],
  closedMonths: [],
  series: [
    {
      ...head,
      initiatives: [],
      seriesId: "shop",
      scope: "Shop",
      isTotal: false,
      logged: { "2026-W02": pair },
    },
    { ...head, initiatives: [], seriesId: "news", scope: "News", isTotal: true, logged: {} },
  ],
  total: 2,
};
const locale = "de-DE";
const shown = { asked: false, refused: new Map<string, string>(), locale };

describe("linesOf", () => {
  it("has two lines of a ratio and one of a total", () => {
    expect(linesOf(sheet.series).map(({ series, cell }) => [series.seriesId, cell])).toEqual([
      ["shop", "numerator"],
      ["shop", "denominator"],
      ["news", "numerator"],
    ]);
  });
});

describe("textAt", () => {
  it("shows what was typed, else what is logged as the reader writes it", () => {
    const [line] = linesOf(sheet.series);
    if (line === undefined) throw new Error("no line");
    expect(textAt(line, "2026-W02", undefined, locale)).toBe("12,5");
    expect(textAt(line, "2026-W02", { "2026-W02": { numerator: "13" } }, locale)).toBe("13");
  });
});

describe("fillYear", () => {
  it("fills from a cell to the right and down, and counts what is closed, not begun or outside", () => {
    const block = [
      ["1", "2", "3"],
      ["10", "20", "30"],
    ];
    const filled = fillYear(sheet, {}, block, { line: 0, column: 0 });
    expect(filled).toEqual({
      typed: {
        shop: {
          "2026-W02": { numerator: "2", denominator: "20" },
          "2026-W03": { numerator: "3", denominator: "30" },
        },
      },
      filled: 4,
      unplaced: 2,
      turned: false,
    });
    expect(fillYear(sheet, {}, [["1", "2"]], { line: 2, column: 2 })).toMatchObject({
      filled: 1,
      unplaced: 1,
    });
  });

  it("lays a block across whose rows are weeks", () => {
    const upright = [
      ["1", "10"],
      ["2", "20"],
      ["3", "30"],
      ["4", "40"],
    ];
    const filled = fillYear(sheet, {}, upright, { line: 0, column: 1 });
    expect(filled).toMatchObject({ filled: 4, unplaced: 4, turned: true });
    expect(filled.typed).toEqual({
      shop: {
        "2026-W02": { numerator: "1", denominator: "10" },
        "2026-W03": { numerator: "2", denominator: "20" },
      },
    });
  });
});

describe("yearToSave", () => {
  it("sends what is ready and differs from what is logged, a total without a denominator", () => {
    const typed: TypedYear = {
      shop: {
        "2026-W03": { numerator: "1.234,5", denominator: "400" },
        "2026-W02": { numerator: "12,5" },
      },
      news: { "2026-W02": { numerator: "7" } },
    };
    expect(yearToSave(sheet, typed, locale)).toEqual([
      { seriesId: "shop", period: "2026-W03", numerator: "1234.5", denominator: "400" },
      { seriesId: "news", period: "2026-W02", numerator: "7" },
    ]);
  });
});

describe("faultyCells", () => {
  it("finds what cannot be read and what misses its other half; the half is said once one asked to save", () => {
    const typed: TypedYear = {
      shop: { "2026-W02": { denominator: "many" }, "2026-W03": { numerator: "3" } },
    };
    expect(faultyCells(sheet, typed, locale)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
    ]);
    const [, denominators] = linesOf(sheet.series);
    if (denominators === undefined) throw new Error("no line");
    expect(faultAt(denominators, "2026-W02", typed["shop"], shown)).toBe("“many” is not a number");
    expect(faultAt(denominators, "2026-W03", typed["shop"], shown)).toBeUndefined();
    expect(faultAt(denominators, "2026-W03", typed["shop"], { ...shown, asked: true })).toBe(
      "The denominator is missing",
    );
    expect(firstFault(sheet, typed, shown)).toBe(
      "visits, Conversion rate, Shop, 5. Jan. – 11. Jan. 2026, week 2: “many” is not a number.",
    );
  });

  it("names a cell that the server refused", () => {
    const typed: TypedYear = { news: { "2026-W02": { numerator: "7" } } };
    const refused = new Map([["news 2026-W02 numerator", "more than was sold"]]);
    expect(firstFault(sheet, typed, { ...shown, refused })).toBe(
      "conversions, Conversion rate, News, 5. Jan. – 11. Jan. 2026, week 2: more than was sold.",
    );
  });
});

describe("yearWithWritten", () => {
  it("shows what was written, and not what was kept beside another source's number", () => {
    const row = (seriesId: string, result: "new" | "beside") =>
      ({ seriesId, period: "2026-W03", revision: 1, result, before: null }) as const;
    const sent = [
      { seriesId: "shop", period: "2026-W03", numerator: "1", denominator: "2" },
      { seriesId: "news", period: "2026-W03", numerator: "5" },
    ];
    const written = {
      new: 1,
      changed: 0,
      same: 0,
      beside: 1,
      rows: [row("shop", "beside"), row("news", "new")],
    };
    const { series } = yearWithWritten(sheet, written, sent);
    expect(series.map(({ logged }) => logged["2026-W03"]?.numerator)).toEqual([undefined, "5"]);
    expect(series[1]?.logged["2026-W03"]?.denominator).toBe("1");
  });
});

describe("withoutSent", () => {
  const week2 = { numerator: "12" };
  const typed: TypedYear = { shop: { "2026-W02": week2, "2026-W03": { numerator: "14" } } };
  const sent = [{ seriesId: "shop", period: "2026-W02" }];

  it("leaves what was not sent", () => {
    expect(withoutSent(typed, sent, typed)).toEqual({ shop: { "2026-W03": { numerator: "14" } } });
    expect(withoutSent({ shop: { "2026-W02": week2 } }, sent, typed)).toEqual({});
  });

  it("leaves what was typed on while that was under way", () => {
    const on = { shop: { "2026-W02": { numerator: "13" } } };
    expect(withoutSent(on, sent, typed)).toEqual(on);
  });
});
