import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asRead, cac, cellLines, readText, recipeWith, segmented } from "./testing/read-text.ts";

describe("readImport", () => {
  it("adds the days of a week up, by segment, and says what each cell stands on", async () => {
    const file = [
      "date,segment,spend,customers",
      "2026-01-05,B,10.10,1",
      "2026-01-06,A,0.1,0",
      "2026-01-07,A,0.2,3",
      "2026-01-12,A,5,1",
      "2026-01-18,,7,2",
    ].join("\n");
    const reading = asRead(await readText(segmented, file));
    expect([...reading.cells.cells()]).toEqual([
      { ...cellOf("(blank)", "2026-W03", "7", "2"), rows: 1, days: 1, firstLine: 6, lastLine: 6 },
      { ...cellOf("A", "2026-W02", "0.3", "3"), rows: 2, days: 2, firstLine: 3, lastLine: 4 },
      { ...cellOf("A", "2026-W03", "5", "1"), rows: 1, days: 1, firstLine: 5, lastLine: 5 },
      { ...cellOf("B", "2026-W02", "10.1", "1"), rows: 1, days: 1, firstLine: 2, lastLine: 2 },
    ]);
    expect(reading.cells.count).toBe(4);
    expect(reading).toMatchObject({
      rowsRead: 5,
      dataRows: 5,
      refusedCount: 0,
      warnings: [],
      dateFormat: "yyyy-MM-dd",
    });
    expect(
      reading.totals.map(({ scope, periods, numerator, denominator }) => [
        scope,
        periods,
        numerator,
        denominator,
      ]),
    ).toEqual([
      ["(blank)", 1, "7", "2"],
      ["A", 2, "5.3", "4"],
      ["B", 1, "10.1", "1"],
    ]);
    expect(reading.totals[1]).toMatchObject({ firstPeriod: "2026-W02", lastPeriod: "2026-W03" });
    expect(reading.files).toEqual([
      {
        role: "main",
        formulaCells: 0,
        bytes: file.length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
  });

  it("keeps a blank segment apart from one named unknown", async () => {
    const file = "date,segment,spend,customers\n2026-01-05,unknown,1,1\n2026-01-05, ,2,1\n";
    expect(cellLines(await readText(segmented, file))).toEqual([
      "customer-acquisition-cost (blank) 2026-W02 2/1",
      "customer-acquisition-cost unknown 2026-W02 1/1",
    ]);
  });

  it("feeds several KPIs from one file, by segment and over all", async () => {
    const recipe = recipeWith({
      segmentColumn: "segment",
      period: "month",
      measures: [
        cac,
        { ...cac, scope: "All segments" },
        {
          kpi: "marketing-operating-cost",
          scope: "All segments",
          numerator: { kind: "sum", columns: ["spend", "fees"] },
          denominator: { kind: "periods" },
        },
      ],
    });
    const file =
      "date,segment,spend,fees,customers\n2026-01-05,A,1,0.5,1\n2026-01-05,B,2,0.25,1\n2026-02-05,B,4,0,2\n";
    expect(cellLines(await readText(recipe, file))).toEqual([
      "customer-acquisition-cost A 2026-01 1/1",
      "customer-acquisition-cost B 2026-01 2/1",
      "customer-acquisition-cost B 2026-02 4/2",
      "customer-acquisition-cost All segments 2026-01 3/2",
      "customer-acquisition-cost All segments 2026-02 4/2",
      "marketing-operating-cost All segments 2026-01 3.75/1",
      "marketing-operating-cost All segments 2026-02 4/1",
    ]);
  });

  it("joins a second file on its id and counts calendar days between two columns", async () => {
    const recipe = recipeWith({
      lookup: { on: "id", equals: "lead", name: "deals" },
      measures: [
        {
          kpi: "conversion-rate",
          numerator: { kind: "count-rows", where: { column: "deals.won", is: "filled" } },
          denominator: { kind: "count-rows" },
        },
        {
          kpi: "sales-cycle-length",
          where: { column: "Deals.Won", is: "filled" },
          numerator: { kind: "days-between", from: "date", to: "deals.won", toFormat: "dd-MM-yyyy" },
          denominator: { kind: "count-rows" },
        },
      ],
    });
    const leads = "id,date\n1,2026-01-05\n2,2026-01-06\n3,2026-01-07\n";
    const deals = "lead,won\n3,05-01-2026 23:59\n1,04-02-2026 00:01\n9,01-01-2026 10:00\n";
    const reading = await readText(recipe, leads, deals);
    expect(cellLines(reading)).toEqual([
      "conversion-rate All 2026-W02 2/3",
      // 30 days from 5 January to 4 February, and 2 days back from 7 to 5 January.
      "sales-cycle-length All 2026-W02 28/2",
    ]);
    expect(asRead(reading).files.map(({ role }) => role)).toEqual(["main", "lookup"]);
    expect(asRead(reading).warnings).toContainEqual({
      rule: "lookup-unmatched",
      message: "1 row of the second file matches no row of the first.",
    });
    const twice = `${deals}1,05-02-2026 00:01\n`;
    expect(await readText(recipe, leads, twice)).toMatchObject({
      kind: "refused",
      problems: [
        {
          rule: "repeated-id",
          message: 'Lines 3 and 5 of the deals file have the same id "1" and differ; either could be meant.',
        },
      ],
    });
  });

  it("gives the same cells whatever the order of the rows", async () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom("A", "B", "", "C"),
      fc.integer({ min: -5_000, max: 500_000 }),
      fc.integer({ min: 0, max: 9 }),
    );
    const shuffled = fc
      .array(row, { minLength: 1, maxLength: 25 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    const text = (rows: [number, string, number, number][]) =>
      [
        "date,segment,spend,customers",
        ...rows.map(([day, segment, cents, customers]) => {
          const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
          return `${date},${segment},${cents / 100},${customers}`;
        }),
      ].join("\n");
    const recipe = recipeWith({ segmentColumn: "segment", repeatedRows: "add" });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([rows, others]) => {
        expect(cellLines(await readText(recipe, text(others)))).toEqual(
          cellLines(await readText(recipe, text(rows))),
        );
      }),
    );
  });

  it("stores zero denominators", async () => {
    const file = "date,spend,customers\n2026-01-05,1000,0\n2026-01-12,0,0\n";
    expect(cellLines(await readText(recipeWith(), file))).toEqual([
      "customer-acquisition-cost All 2026-W02 1000/0",
      "customer-acquisition-cost All 2026-W03 0/0",
    ]);
  });

  it("reads whole periods, and says that a month is not a week", async () => {
    const weeks = "date,spend,customers\n2026-W02,1,1\n2026-W54,1,1\n";
    const reading = asRead(await readText(recipeWith({ dateFormat: undefined }), weeks));
    expect(cellLines(reading)).toEqual(["customer-acquisition-cost All 2026-W02 1/1"]);
    expect(reading.dateFormat).toBe("yyyy-Www");
    const months = asRead(
      await readText(recipeWith({ dateFormat: "yyyy-MM" }), "date,spend,customers\n2026-03,1,1\n"),
    );
    expect(months.refusedRows).toMatchObject([
      {
        rule: "other-period",
        message: 'Line 2, column "date": "2026-03" is a month, and the recipe counts by week.',
      },
    ]);
  });

  it("names the first and last week of a daily file when they are partial, and leaves weekly files alone", async () => {
    const daily = "date,spend,customers\n2026-01-08,1,1\n2026-01-09,1,1\n2026-01-16,1,1\n";
    expect(asRead(await readText(recipeWith(), daily)).warnings).toEqual([
      {
        rule: "partial-first-period",
        message: "The file begins on 2026-01-08, within 2026-W02: that week is partial.",
      },
      {
        rule: "partial-last-period",
        message: "The file ends on 2026-01-16, within 2026-W03: that week is partial.",
      },
    ]);
    const weekly = "date,spend,customers\n2026-01-08,1,1\n2026-01-15,1,1\n";
    expect(asRead(await readText(recipeWith(), weekly)).warnings).toEqual([]);
  });

  it("takes headings that differ only in case when each is named exactly", async () => {
    const recipe = recipeWith({
      measures: [{ ...cac, numerator: { kind: "sum", columns: ["Cost", "cost"] } }],
    });
    const file = "date,Cost,cost,customers\n2026-01-05,1,20,3\n";
    expect(cellLines(await readText(recipe, file))).toEqual(["customer-acquisition-cost All 2026-W02 21/3"]);
  });

  it("reads a column twice when it is named in two spellings", async () => {
    const recipe = recipeWith({ measures: [{ ...cac, denominator: { kind: "sum", columns: ["SPEND"] } }] });
    expect(cellLines(await readText(recipe, "date,spend\n2026-01-05,7\n"))).toEqual([
      "customer-acquisition-cost All 2026-W02 7/7",
    ]);
  });
});

function cellOf(scope: string, period: string, numerator: string, denominator: string) {
  return { kpi: "customer-acquisition-cost", scope, period, numerator, denominator };
}
