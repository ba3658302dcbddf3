import { describe, expect, it } from "vitest";
import { asRead, cac, cellLines, conversions, readText, recipeWith, segmented } from "./testing/read-text.ts";

describe("readImport", () => {
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
              'Lines 2 and 4 give two values for one period and segment, 1000/10 and 2000/10. If both are parts of one figure, say repeatedRows "add" in the recipe; otherwise correct the file.',
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
});
