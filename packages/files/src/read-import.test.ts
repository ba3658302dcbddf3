import { answerImportQuestion } from "@liftledger/contracts/import-answer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImport } from "./read-import.ts";
import { asRead, cac, cellLines, kpis, readText, recipeWith, today } from "./testing/read-text.ts";

const segmented = recipeWith({ segmentColumn: "segment" });
const conversions = recipeWith({
  measures: [
    {
      kpi: "conversion-rate",
      numerator: { kind: "sum", columns: ["won"] },
      denominator: { kind: "sum", columns: ["visits"] },
    },
  ],
});

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

  describe("wrong rows", () => {
    const cases: [
      what: string,
      row: string,
      column: string | null,
      value: string | null,
      rule: string,
      message: string,
    ][] = [
      ["a ragged row", "2026-01-12,A,1", null, null, "ragged-row", "Line 3: the row has 3 of 4 fields."],
      [
        "a row too long",
        "2026-01-12,A,1,1,1",
        null,
        null,
        "ragged-row",
        "Line 3: the row has 5 of 4 fields.",
      ],
      [
        "an empty cell",
        "2026-01-12,A,1,",
        "customers",
        "",
        "empty-cell",
        'Line 3, column "customers": the cell is empty, and a partial row is not read as zeros.',
      ],
      [
        "a word",
        "2026-01-12,A,n/a,1",
        "spend",
        "n/a",
        "not-a-number",
        'Line 3, column "spend": "n/a" is not a number with "." before decimals.',
      ],
      ["an empty date", ",A,1,1", "date", "", "empty-cell", 'Line 3, column "date": the date is empty.'],
      [
        "another format",
        "12/01/2026,A,1,1",
        "date",
        "12/01/2026",
        "not-a-date",
        'Line 3, column "date": "12/01/2026" is not a date written as yyyy-MM-dd.',
      ],
      [
        "a day that never was",
        "2026-02-30,A,1,1",
        "date",
        "2026-02-30",
        "impossible-date",
        'Line 3, column "date": "2026-02-30" is a day that does not exist.',
      ],
      [
        "the future",
        "2026-11-30,A,1,1",
        "date",
        "2026-11-30",
        "future-date",
        'Line 3, column "date": "2026-11-30" lies more than 7 days after today, 2026-11-22.',
      ],
      [
        "an endless segment",
        `2026-01-12,${"x".repeat(201)},1,1`,
        "segment",
        "x".repeat(200),
        "segment-too-long",
        'Line 3, column "segment": the segment is longer than 200 characters.',
      ],
    ];
    it.each(cases)(
      "lists %s by line, column, value and rule",
      async (_, row, column, value, rule, message) => {
        const reading = asRead(
          await readText(
            segmented,
            `date,segment,spend,customers\n2026-01-05,A,1,1\n${row}\n2026-11-29,A,2,1\n`,
          ),
        );
        expect(reading.refusedRows).toEqual([{ line: 3, column, value, rule, message }]);
        expect(reading).toMatchObject({ rowsRead: 3, dataRows: 2, refusedCount: 1 });
        expect(reading.cells.count).toBe(2);
      },
    );

    it("keeps the first thousand by name and counts them all", async () => {
      const reading = asRead(
        await readText(segmented, `date,segment,spend,customers\n${"2026-01-05,A,x,1\n".repeat(1_500)}`),
      );
      expect(reading.refusedRows).toHaveLength(1_000);
      expect(reading).toMatchObject({ refusedCount: 1_500, rowsRead: 1_500, dataRows: 0 });
    });

    it("refuses a row for every measure when it breaks one, unless that measure leaves it out", async () => {
      const total: typeof cac = {
        kpi: "marketing-operating-cost",
        numerator: { kind: "sum", columns: ["spend"] },
        denominator: { kind: "periods" },
      };
      const file = "date,kind,spend,customers\n2026-01-05,ad,1,1\n2026-01-06,ad,2,\n";
      expect(cellLines(await readText(recipeWith({ measures: [cac, total] }), file))).toEqual([
        "customer-acquisition-cost All 2026-W02 1/1",
        "marketing-operating-cost All 2026-W02 1/1",
      ]);
      const where = { column: "customers", is: "filled" } as const;
      expect(cellLines(await readText(recipeWith({ measures: [{ ...cac, where }, total] }), file))).toEqual([
        "customer-acquisition-cost All 2026-W02 1/1",
        "marketing-operating-cost All 2026-W02 3/1",
      ]);
    });

    it("refuses a share over 100% or under 0, and every row of its period", async () => {
      const file =
        "date,won,visits\n2026-01-05,12,10\n2026-01-12,10,10\n2026-01-19,-1,10\n2026-01-27,9,5\n2026-01-26,3,5\n";
      const reading = asRead(await readText(conversions, file));
      expect(cellLines(reading)).toEqual(["conversion-rate All 2026-W03 10/10"]);
      expect(reading.refusedRows.map(({ message }) => message)).toEqual([
        'Line 2, column "won": 12 of 10 in its period: a share cannot be over 100%.',
        'Line 4, column "won": -1 of 10 in its period: a share cannot be negative.',
        'Line 5, column "won": 12 of 10 in its period: a share cannot be over 100%.',
        'Line 6, column "won": 12 of 10 in its period: a share cannot be over 100%.',
      ]);
    });
  });

  it("stores zero denominators", async () => {
    const file = "date,spend,customers\n2026-01-05,1000,0\n2026-01-12,0,0\n";
    expect(cellLines(await readText(recipeWith(), file))).toEqual([
      "customer-acquisition-cost All 2026-W02 1000/0",
      "customer-acquisition-cost All 2026-W03 0/0",
    ]);
  });

  describe("total rows", () => {
    const body = "date,segment,spend,customers\n2026-01-05,A,1661.67,0\n2026-01-05,B,904.26,15\n";
    it("are not data, and one that disagrees is reported", async () => {
      const reading = asRead(await readText(segmented, `${body}Total: Account,,2565.92,15\n`));
      expect(reading.totalRowsSkipped).toEqual([{ line: 4, label: "Total: Account" }]);
      expect(reading).toMatchObject({ rowsRead: 3, dataRows: 2, refusedCount: 0 });
      expect(reading.warnings).toEqual([
        {
          rule: "total-disagrees",
          message:
            'The total on line 4 ("Total: Account") states 2565.92 for spend, but the rows read add up to 2565.93, a difference of 0.01.',
        },
      ]);
    });

    it.each([",Grand Total,2565.93,15", "Summe,,2565.93,15", "2026-01-05,Totals,2565.93,15", "Total"])(
      "are found in %j",
      async (row) => {
        const reading = asRead(await readText(segmented, `${body}${row}\n`));
        expect(reading.totalRowsSkipped).toHaveLength(1);
        expect(reading).toMatchObject({ dataRows: 2, refusedCount: 0, warnings: [] });
      },
    );

    it("are not a customer named Total Wine", async () => {
      expect(asRead(await readText(segmented, `${body}2026-01-05,Total Wine,1,1\n`)).dataRows).toBe(3);
    });
  });

  describe("rows of one date and segment", () => {
    const head = "date,segment,spend,customers\n";
    const weeks = "2026-01-05,A,1000,10\n2026-01-12,A,1000,10\n";
    it("count once when they are identical in a file of one row a date", async () => {
      const reading = asRead(await readText(segmented, `${head}${weeks}2026-01-05,A,1000.0,10\n`));
      expect(reading.totals[0]).toMatchObject({ numerator: "2000", denominator: "20" });
      expect(reading.refusedRows.map(({ rule, message }) => [rule, message])).toEqual([
        [
          "duplicate-row",
          "Line 4: the row repeats line 2, the same period, segment and values; it counts once.",
        ],
      ]);
    });

    it("refuse the file when they differ there", async () => {
      expect(await readText(segmented, `${head}${weeks}2026-01-05,A,2000,10\n`)).toEqual({
        kind: "refused",
        problems: [
          {
            place: "line 4",
            rule: "conflicting-rows",
            message:
              'Lines 2 and 4 give two values for one period and segment. If both are parts of one figure, say repeatedRows "add" in the recipe; otherwise correct the file.',
          },
        ],
      });
    });

    it("add up where the file repeats most dates, or the recipe says so", async () => {
      const ads =
        "2026-01-05,A,1,1\n2026-01-05,A,1,1\n2026-01-05,A,2,1\n2026-01-06,A,4,1\n2026-01-06,A,4,1\n";
      const reading = asRead(await readText(segmented, head + ads));
      expect(reading.totals[0]).toMatchObject({ numerator: "12", denominator: "5" });
      expect(reading.warnings.map(({ rule }) => rule)).toContain("rows-added-up");
      const adding = recipeWith({ segmentColumn: "segment", repeatedRows: "add" });
      expect(
        asRead(await readText(adding, `${head}${weeks}2026-01-05,A,2000,10\n`)).totals[0]?.numerator,
      ).toBe("4000");
    });

    it("add up where rows are counted, and are duplicates where the recipe says so", async () => {
      const leads = recipeWith({
        measures: [
          { kpi: "closed-deals", numerator: { kind: "count-rows" }, denominator: { kind: "periods" } },
        ],
      });
      const file = "date\n2026-01-05\n2026-01-05\n2026-01-06\n";
      expect(asRead(await readText(leads, file)).totals[0]?.numerator).toBe("3");
      expect(asRead(await readText({ ...leads, repeatedRows: "refuse" }, file)).totals[0]?.numerator).toBe(
        "2",
      );
    });
  });

  describe("questions", () => {
    it("asks which order the dates have, and reads on with the answer", async () => {
      const recipe = recipeWith({ dateFormat: undefined });
      const file = "date,spend,customers\n03/04/2026,1,1\n05/04/2026,2,1\n";
      const reading = await readText(recipe, file);
      expect(reading).toEqual({
        kind: "question",
        questions: [
          {
            id: "date-format:date",
            text: 'Every date of column "date" can be read in more than one way. Which day is "03/04/2026"?',
            where: 'column "date"',
            choices: [
              { value: "dd/MM/yyyy", label: "03/04/2026 is 2026-04-03 (dd/MM/yyyy)" },
              { value: "MM/dd/yyyy", label: "03/04/2026 is 2026-03-04 (MM/dd/yyyy)" },
            ],
          },
        ],
      });
      const answered = answerImportQuestion(recipe, "date-format:date", "MM/dd/yyyy");
      expect(cellLines(await readText(answered, file))).toEqual([
        "customer-acquisition-cost All 2026-W10 1/1",
        "customer-acquisition-cost All 2026-W19 2/1",
      ]);
    });

    it("does not ask when one date of the column settles it, even the last", async () => {
      const file = `date,spend,customers\n${"03/04/2026,1,1\n".repeat(3)}25/04/2026,2,1\n`;
      const reading = asRead(await readText(recipeWith({ dateFormat: undefined }), file));
      expect(reading.dateFormat).toBe("dd/MM/yyyy");
    });

    it("asks what 1.234 is, and reads on with the answer", async () => {
      const recipe = recipeWith({ numbers: undefined });
      const file = "date;spend;customers\n2026-01-05;1.234;7\n";
      const reading = await readText(recipe, file);
      expect(reading).toMatchObject({
        kind: "question",
        questions: [
          {
            id: "numbers",
            choices: [
              { value: "1,234.5", label: "1.234 is 1.234" },
              { value: "1.234,5", label: "1.234 is 1234" },
            ],
          },
        ],
      });
      const answered = answerImportQuestion(recipe, "numbers", "1.234,5");
      expect(cellLines(await readText(answered, file))).toEqual([
        "customer-acquisition-cost All 2026-W02 1234/7",
      ]);
    });

    it("asks which column is meant, and reads on with the answer", async () => {
      const file = "date,spend,spend,customers\n2026-01-05,1,2,3\n";
      expect(await readText(recipeWith(), file)).toEqual({
        kind: "question",
        questions: [
          {
            id: "column:spend",
            text: '2 columns are headed "spend". Which one is meant?',
            where: "line 1",
            choices: [
              { value: "spend [column 2]", label: "Column 2" },
              { value: "spend [column 3]", label: "Column 3" },
            ],
          },
        ],
      });
      const answered = answerImportQuestion(recipeWith(), "column:spend", "spend [column 3]");
      expect(cellLines(await readText(answered, file))).toEqual([
        "customer-acquisition-cost All 2026-W02 2/3",
      ]);
    });

    it("asks the same of a second file, and reads on with the answer", async () => {
      const recipe = recipeWith({
        lookup: { on: "id", equals: "id", name: "deals" },
        measures: [
          {
            kpi: "conversion-rate",
            numerator: { kind: "count-rows", where: { column: "deals.won", is: "filled" } },
            denominator: { kind: "count-rows" },
          },
        ],
      });
      const [leads, deals] = ["id,date\n1,2026-01-05\n", "id,won,won\n1,,yes\n"];
      expect(await readText(recipe, leads, deals)).toMatchObject({
        kind: "question",
        questions: [{ id: "column:deals.won", choices: [{ value: "deals.won [column 2]" }, {}] }],
      });
      const answered = answerImportQuestion(recipe, "column:deals.won", "deals.won [column 3]");
      expect(cellLines(await readText(answered, leads, deals))).toEqual(["conversion-rate All 2026-W02 1/1"]);
    });

    it("asks before it takes plain numbers for a spreadsheet's dates", async () => {
      const recipe = recipeWith({ dateFormat: undefined });
      const file = "date,spend,customers\n45698,1,1\n60,1,1\n";
      expect(await readText(recipe, file)).toMatchObject({
        kind: "question",
        questions: [{ id: "date-format:date" }],
      });
      const reading = asRead(
        await readText(answerImportQuestion(recipe, "date-format:date", "excel-serial"), file),
      );
      expect(cellLines(reading)).toEqual(["customer-acquisition-cost All 2025-W07 1/1"]);
      expect(reading.refusedRows).toMatchObject([{ line: 3, value: "60", rule: "impossible-date" }]);
    });

    it("asks for the parts of a percentage", async () => {
      const file = "date,spend,customers\n2026-01-05,6.55%,1\n";
      expect(await readText(recipeWith(), file)).toMatchObject({
        kind: "question",
        questions: [{ id: "percentage:spend", where: 'column "spend"' }],
      });
    });

    it("asks about a file whose lines are one quoted cell each", async () => {
      const file = '"date,spend,customers"\n"2026-01-05,1,1"\n';
      expect(await readText(recipeWith(), file)).toMatchObject({
        kind: "question",
        questions: [{ id: "nested-csv" }],
      });
    });
  });

  it("refuses a file without rows, without dates, and a recipe that fits no KPI", async () => {
    const head = "date,spend,customers\n";
    expect(await readText(recipeWith(), head)).toMatchObject({
      kind: "refused",
      problems: [{ rule: "no-data-rows", message: "The file has headings but no rows below them." }],
    });
    expect(await readText(recipeWith({ dateFormat: undefined }), `${head}soon,1,1\n`)).toMatchObject({
      problems: [
        { rule: "no-dates", message: 'Column "date" has no date that can be read: "soon" is none.' },
      ],
    });
    const periods = { kind: "periods" } as const;
    const wrong = recipeWith({
      measures: [
        { ...cac, kpi: "no-such-kpi" },
        { ...cac, denominator: periods },
      ],
    });
    expect(await readText(wrong, head)).toMatchObject({
      problems: [
        { place: "measure 1", rule: "unknown-kpi", message: 'There is no KPI "no-such-kpi".' },
        { place: "measure 2", rule: "denominator-kind" },
      ],
    });
  });

  it("refuses two measures that would write one series", async () => {
    const recipe = recipeWith({ segmentColumn: "segment", measures: [cac, { ...cac, scope: "A" }] });
    expect(await readText(recipe, "date,segment,spend,customers\n2026-01-05,A,1,1\n")).toMatchObject({
      kind: "refused",
      problems: [{ place: 'scope "A"', rule: "same-series" }],
    });
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
        message: "The first week, 2026-W02, is partial: the file begins on 2026-01-08.",
      },
      {
        rule: "partial-last-period",
        message: "The last week, 2026-W03, is partial: the file ends on 2026-01-16.",
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

  it("answers whatever is done to a good file, and never throws", async () => {
    const file = [
      "date,segment,spend,customers",
      '2026-01-05,"A, ""x""",1.50,1',
      "2026-01-06,B,0.1,0",
      "2026-01-07,é,(2),3",
      "Total,,3.6,4",
    ].join("\n");
    const good = Buffer.from(file);
    const mutation = fc.tuple(
      fc.constantFrom("flip", "insert", "delete", "repeat"),
      fc.nat({ max: good.length - 1 }),
      fc.oneof(fc.constantFrom(...Buffer.from('",\n\r;\0 (-.9T')), fc.nat({ max: 255 })),
    );
    const open = recipeWith({ dateFormat: undefined, numbers: undefined, segmentColumn: "segment" });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
        const bytes = mutations.reduce<number[]>(
          (current, [kind, at, byte]) => mutated(current, kind, at, byte),
          [...good],
        );
        const request = { kpis, today, main: () => once(Buffer.from(bytes)) };
        for (const recipe of [segmented, open]) {
          const reading = await readImport({ ...request, recipe });
          expect(["read", "question", "refused"]).toContain(reading.kind);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("refuses a file that changes between two looks at it", async () => {
    let opened = 0;
    async function* main() {
      opened += 1;
      yield Buffer.from(`date,won,visits\n2026-01-05,12,10\n2026-01-12,${opened},10\n`);
    }
    expect(await readImport({ recipe: conversions, kpis, today, main })).toMatchObject({
      kind: "refused",
      problems: [{ rule: "file-changed" }],
    });
  });
});

function cellOf(scope: string, period: string, numerator: string, denominator: string) {
  return { kpi: "customer-acquisition-cost", scope, period, numerator, denominator };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function mutated(bytes: number[], kind: string, at: number, byte: number): number[] {
  if (kind === "flip") return bytes.with(Math.min(at, bytes.length - 1), byte);
  if (kind === "insert") return bytes.toSpliced(at, 0, byte);
  if (kind === "delete") return bytes.toSpliced(at, 1 + (byte % 4));
  return bytes.concat(bytes.slice(at));
}
