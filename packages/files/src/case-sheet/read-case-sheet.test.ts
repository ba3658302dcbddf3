import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ExchangeRate } from "@liftledger/finance/exchange-rate";
import { readCaseSheet } from "./read-case-sheet.ts";

const documented = readFileSync(join(import.meta.dirname, "../../../../docs/case-layout.md"), "utf8");
const example = /```csv\n([\s\S]+?)```/.exec(documented)?.[1] ?? "";

function read(
  text: string,
  {
    decimal = ".",
    start = "2027-01",
    rates = [],
  }: { decimal?: "." | ","; start?: string | null; rates?: readonly ExchangeRate[] } = {},
) {
  let ids = 0;
  async function* open() {
    yield Buffer.from(text);
  }
  const newId = () => `line-${(ids += 1)}`;
  return readCaseSheet({ open, decimal, start, currency: "EUR", rates, today: "2026-11-23", newId });
}

async function planOf(text: string, setting: Parameters<typeof read>[1] = {}) {
  const reading = await read(text, setting);
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading));
  return reading.plan;
}

async function refusalsOf(text: string, setting: Parameters<typeof read>[1] = {}) {
  const reading = await read(text, setting);
  return reading.kind === "refused"
    ? reading.problems.map(({ place, rule }) => `${place}: ${rule}`)
    : reading.kind;
}

describe("readCaseSheet", () => {
  it("is documented by the sheet that the page hands out", () => {
    const handedOut = join(import.meta.dirname, "../../../../apps/web/public/case-layout.csv");
    expect(readFileSync(handedOut, "utf8")).toBe(example);
  });

  it("reads the documented sheet, each value where it stands", async () => {
    const reading = await read(example);
    expect(reading).toMatchObject({ kind: "read", rows: 10, totals: 1, formulaCells: 0 });
    const { benefits, costs, scenarios, ...basics } = await planOf(example);
    expect(basics).toMatchObject({ start: "2027-01", period: "year", horizon: 3, currency: "EUR" });
    expect(benefits.map(({ name, run, class: is }) => [name, is, run])).toEqual([
      ["More orders", "revenue-margin", { kind: "recurring", from: 1, to: null }],
      ["Fewer agency hours", "cost-avoidance", { kind: "recurring", from: 1, to: 2 }],
    ]);
    expect(benefits[0]).toMatchObject({
      owner: "Ada Vance",
      estimate: { kind: "triangular", low: "0.6", mode: "1", high: "1.3" },
      risk: { kind: "share", share: "0.15", reason: "Half of a year was measured" },
      value: {
        kind: "factors",
        lift: [
          { from: 1, value: "0.01" },
          { from: 2, value: "0.015" },
        ],
        volume: [{ from: 1, value: "62400" }],
        unitValue: [{ from: 1, value: "50" }],
        adoption: [
          { from: 1, value: "0.5" },
          { from: 2, value: "0.8" },
        ],
        attribution: [{ from: 1, value: "0.6" }],
      },
    });
    expect(costs.map(({ category, run, amount }) => [category, run, amount])).toEqual([
      [
        "licences",
        { kind: "recurring", from: 1, to: null },
        [
          { from: 1, value: "6000" },
          { from: 3, value: "6600" },
        ],
      ],
      ["integration", { kind: "one-off", column: 0 }, [{ from: 0, value: "8000" }]],
    ]);
    expect(scenarios).toEqual([
      {
        name: "Conservative",
        kind: "conservative",
        changes: [
          { lineId: "line-1", field: "lift", change: { times: "0.7" } },
          { lineId: null, field: "adoption", change: { plus: "-0.1" } },
        ],
      },
      {
        name: "Optimistic",
        kind: "optimistic",
        changes: [{ lineId: "line-1", field: "delay", change: { plus: "1" } }],
      },
    ]);
  });

  it("reads months, and years of the calendar, which say when the plan begins", async () => {
    const months = await planOf("Line,Kind,Category,2026-11,2026-12,2027-01\nSeats,cost,licences,5,5,6\n");
    expect(months).toMatchObject({ start: "2026-11", period: "month", horizon: 3 });
    const years = await planOf("Line;Kind;Category;Start;2027;2028\nSeats;cost;licences;1.000,50;;\n", {
      decimal: ",",
    });
    expect(years).toMatchObject({ start: "2027-01", period: "year", horizon: 2 });
    expect(years.costs[0]).toMatchObject({
      run: { kind: "one-off", column: 0 },
      amount: [{ from: 0, value: "1000.5" }],
    });
  });

  it("locks a rate for each other currency: the sheet's own, else the latest that is known", async () => {
    const sheet =
      "Line,Kind,Category,Currency,Budget rate,Year 1\nA,cost,other,usd,0.9,5\nB,cost,other,USD,,5\nC,cost,other,GBP,,5\nD,cost,other,EUR,,5\n";
    const known = (from: string, date: string, rate: string) => ({ from, to: "EUR", date, rate });
    const rates = [
      known("USD", "2026-11-20", "0.8"),
      known("GBP", "2026-10-30", "1.1"),
      known("GBP", "2026-11-20", "1.2"),
      known("GBP", "2026-11-24", "1.3"),
    ];
    const plan = await planOf(sheet, { rates });
    expect(plan.budgetRates).toEqual([
      { from: "USD", rate: "0.9", lockedOn: "2026-11-23" },
      { from: "GBP", rate: "1.2", lockedOn: "2026-11-23" },
    ]);
    expect(plan.costs.map(({ currency }) => currency)).toEqual(["USD", "USD", "GBP", "EUR"]);
    expect(await refusalsOf(sheet, { rates: rates.slice(0, 1) })).toEqual(["row 4, Budget rate: no-rate"]);
  });

  it("asks when the first period begins where the headings only count", async () => {
    const sheet = "Line,Kind,Category,Year 1\nSeats,cost,licences,5\n";
    expect(await refusalsOf(sheet, { start: null })).toEqual(["start: start-missing"]);
  });

  it.each([
    [
      "a column it does not know",
      "Line,Kind,Category,Colour,Year 1\nA,cost,other,red,5",
      'column "Colour": unknown-column',
    ],
    ["a column twice", "Line,Name,Kind,Year 1\nA,A,cost,5", 'column "Name": column-twice'],
    ["no kinds", "Line,Category,Year 1\nA,other,5", 'column "Kind": missing-column'],
    ["no periods", "Line,Kind,Category\nA,cost,other", "the headings: no-periods"],
    [
      "a missing period",
      "Line,Kind,Category,Year 1,Year 3\nA,cost,other,5,5",
      'column "Year 3": period-order',
    ],
    [
      "months among years",
      "Line,Kind,Category,2026,2027-01\nA,cost,other,5,5",
      'column "2027-01": period-order',
    ],
    [
      "counting from two",
      "Line,Kind,Category,Year 2,Year 3\nA,cost,other,5,5",
      'column "Year 2": period-order',
    ],
    ["a kind it does not know", "Line,Kind,Category,Year 1\nA,saving,other,5", "row 2, Kind: unknown-word"],
    [
      "a category it does not know",
      "Line,Kind,Category,Year 1\nA,cost,stationery,5",
      "row 2, Category: unknown-word",
    ],
    ["a row without a name", "Line,Kind,Category,Year 1\n,cost,other,5", "row 2, Line: no-name"],
    ["words for a number", "Line,Kind,Category,Year 1\nA,cost,other,about 5", "row 2, Year 1: not-a-number"],
    [
      "a decimal comma among points",
      'Line,Kind,Category,Year 1\nA,cost,other,"0,5"',
      "row 2, Year 1: not-a-number",
    ],
    [
      "a gap between amounts",
      "Line,Kind,Category,Year 1,Year 2,Year 3\nA,cost,other,5,,5",
      "row 2, Year 2: gap",
    ],
    [
      "a field twice",
      "Line,Kind,Category,Year 1\nA,cost,other,5\nA,cost,other,6",
      "row 3, Field: field-twice",
    ],
    [
      "a name for two kinds",
      "Line,Kind,Category,Year 1\nA,cost,other,5\nA,benefit,cash,6",
      "row 3, Kind: kind-changes",
    ],
    [
      "a lift of a cost",
      "Line,Kind,Category,Field,Year 1\nA,cost,other,lift,5",
      "row 2, Field: field-of-kind",
    ],
    [
      "amounts and factors",
      "Line,Kind,Class,Field,Year 1\nA,benefit,cash,,5\nA,,,lift,1",
      "row 2, Field: amount-and-factors",
    ],
    [
      "shares of nothing",
      "Line,Kind,Class,Field,Year 1\nA,benefit,cash,adoption,1",
      "row 2, Field: no-amounts",
    ],
    [
      "a share twice",
      "Line,Kind,Class,Field,Adoption,Year 1\nA,benefit,cash,,1,5\nA,,,adoption,,1",
      "row 3, Field: share-twice",
    ],
    [
      "a low without a high",
      "Line,Kind,Category,Low,Year 1\nA,cost,other,0.5,5",
      "row 2, High: half-an-estimate",
    ],
    [
      "a risk without a reason",
      "Line,Kind,Category,Risk,Year 1\nA,cost,other,10%,5",
      "row 2, Risk reason: half-a-risk",
    ],
    [
      "evidence without a source",
      "Line,Kind,Category,Evidence,Year 1\nA,cost,other,measured,5",
      "row 2, Source: no-source",
    ],
    [
      "a currency that is none",
      "Line,Kind,Category,Currency,Year 1\nA,cost,other,Euro,5",
      "row 2, Currency: no-currency",
    ],
    [
      "a currency whose worth nobody knows",
      "Line,Kind,Category,Currency,Year 1\nA,cost,other,USD,5\nB,cost,other,USD,5",
      "row 2, Budget rate: no-rate",
    ],
    [
      "two rates of one currency",
      "Line,Kind,Category,Currency,Budget rate,Year 1\nA,cost,other,USD,0.9,5\nB,cost,other,USD,0.91,5",
      "row 3, Budget rate: two-rates",
    ],
    [
      "a rate of the plan's own currency",
      "Line,Kind,Category,Currency,Budget rate,Year 1\nA,cost,other,EUR,1,5",
      "row 2, Budget rate: rate-of-own",
    ],
    [
      "a rate of nothing",
      "Line,Kind,Category,Currency,Budget rate,Year 1\nA,cost,other,USD,0,5",
      "row 2, Budget rate: rate-not-above-zero",
    ],
    [
      "a scenario of no line",
      "Line,Kind,Field,Change,Year 1\nA,optimistic,lift,70%,",
      "row 2, Line: unknown-line",
    ],
    [
      "a scenario of all amounts",
      "Line,Kind,Field,Change,Year 1\n,optimistic,,70%,",
      "row 2, Line: line-missing",
    ],
    ["no change", "Line,Kind,Field,Change,Year 1\n,optimistic,lift,more,", "row 2, Change: no-change"],
  ])("refuses %s, by its place", async (_, sheet, refusal) => {
    expect(await refusalsOf(`${sheet}\n`)).toEqual([refusal]);
  });

  it("tells of every cell, each once", async () => {
    const sheet = "Line,Kind,Category,Year 1,Year 2\nA,cost,other,x,y\nB,cost,nothing,1,z\n";
    expect(await refusalsOf(sheet)).toHaveLength(4);
    const factors = "Line,Kind,Class,Field,Year 1\nA,benefit,cash,lift,x\nA,,,volume,y\nA,,,adoption,z\n";
    expect(await refusalsOf(factors)).toHaveLength(3);
  });
});
