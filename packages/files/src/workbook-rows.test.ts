import { answerImportQuestion } from "@liftledger/contracts/import-answer";
import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { describe, expect, it } from "vitest";
import { readImport } from "./read-import.ts";
import { makeZip, rowsXml, workbookParts } from "./testing/make-workbook.ts";
import { asRead, cellLines, kpis, recipeWith, today } from "./testing/read-text.ts";

const headings = ["date", "spend", "customers"];
const recipe = recipeWith();

function read(parts: Readonly<Record<string, string>>, by: ImportRecipe = recipe) {
  const file = makeZip(parts);
  return readImport({
    recipe: by,
    kpis,
    today,
    main: async function* () {
      for (let start = 0; start < file.length; start += 99) yield file.subarray(start, start + 99);
    },
  });
}

const sheet = (...rows: (string | number)[][]) => rowsXml([headings, ...rows]);
const week2 = "customer-acquisition-cost All 2026-W02";

describe("readImport on a workbook", () => {
  it("finds the headings below titles, and passes empty rows and totals over", async () => {
    const rows =
      rowsXml([["Report"], ["", "made by hand"]]) +
      rowsXml([headings, ["2026-01-05", 10.5, 1], [], ["Total", 10.5, 1]], 4);
    const reading = asRead(await read(workbookParts({ S: rows })));
    expect(cellLines(reading)).toEqual([`${week2} 10.5/1`]);
    expect(reading.totalRowsSkipped).toEqual([{ line: 7, label: "Total" }]);
  });

  it("takes the only sheet that has the columns, and asks where several have", async () => {
    const good = sheet(["2026-01-05", 1, 1]);
    expect(cellLines(await read(workbookParts({ Notes: rowsXml([["read me"]]), Data: good })))).toEqual([
      `${week2} 1/1`,
    ]);
    const both = workbookParts({ First: good, Second: sheet(["2026-01-05", 2, 1]) });
    const asked = await read(both);
    expect(asked).toMatchObject({
      kind: "question",
      questions: [{ id: "sheet", choices: [{ value: "First" }, { value: "Second" }] }],
    });
    expect(cellLines(await read(both, answerImportQuestion(recipe, "sheet", "Second")))).toEqual([
      `${week2} 2/1`,
    ]);
  });

  it("names the sheets there are where the recipe's is none of them", async () => {
    const reading = await read(workbookParts({ Data: sheet() }), { ...recipe, sheet: "May" });
    expect(reading).toMatchObject({
      kind: "refused",
      problems: [{ rule: "missing-sheet", message: 'There is no sheet "May"; the workbook has "Data".' }],
    });
  });

  it("reads the values stored for formulas, counts them, and refuses errors by line", async () => {
    const formula =
      '<row r="2"><c t="inlineStr"><is><t>2026-01-05</t></is></c><c><f>1+1</f><v>2</v></c><c><v>1</v></c></row>';
    const error =
      '<row r="3"><c t="inlineStr"><is><t>2026-01-06</t></is></c><c t="e"><v>#DIV/0!</v></c><c><v>1</v></c></row>';
    const reading = asRead(await read(workbookParts({ S: sheet() + formula + error })));
    expect(cellLines(reading)).toEqual([`${week2} 2/1`]);
    expect(reading.warnings).toContainEqual({
      rule: "stored-formulas",
      message: "1 cell is a formula; the values stored in the workbook were read, nothing was calculated.",
    });
    expect(reading.refusedRows).toMatchObject([
      { line: 3, column: "spend", value: "#DIV/0!", rule: "error-cell" },
    ]);
  });

  it("reads only the table asked for of several below each other", async () => {
    const rows =
      sheet(["2026-01-05", 1, 1]) +
      rowsXml(
        [
          ["other", "table"],
          ["x", 5],
        ],
        5,
      );
    const reading = asRead(await read(workbookParts({ S: rows }), { ...recipe, tableEnd: "blank-line" }));
    expect(reading.rowsRead).toBe(1);
  });

  const good = workbookParts({ S: sheet(["2026-01-05", 1, 1]) });
  const wrong: [string, Record<string, string>, string][] = [
    ["macros", { ...good, "xl/vbaProject.bin": "x" }, "macros"],
    [
      "a type with macros",
      { ...good, "[Content_Types].xml": '<Types><Override ContentType="x.macroEnabled.main+xml"/></Types>' },
      "macros",
    ],
    ["another zip file", { "readme.txt": "hello" }, "not-a-workbook"],
    ["no types", { "xl/workbook.xml": "<workbook/>" }, "broken-workbook"],
    ["no sheets", { ...good, "xl/workbook.xml": "<workbook/>" }, "no-sheets"],
    ["a doctype", { ...good, "xl/worksheets/s0.xml": "<!DOCTYPE x><worksheet/>" }, "doctype"],
    ["an element never closed", { ...good, "xl/worksheets/s0.xml": "<worksheet><row" }, "broken-workbook"],
    ["a text that is not there", workbookParts({ S: '<row><c t="s"><v>7</v></c></row>' }), "broken-workbook"],
    [
      "rows out of order",
      workbookParts({ S: rowsXml([headings], 5) + rowsXml([["x"]], 2) }),
      "broken-workbook",
    ],
    ["a cell too long", workbookParts({ S: rowsXml([["x".repeat(32_768)]]) }), "cell-too-long"],
  ];
  it.each(wrong)("refuses a file with %s", async (_, parts, rule) => {
    expect(await read(parts)).toMatchObject({ kind: "refused", problems: [{ rule }] });
  });

  it("refuses a workbook that was cut short", async () => {
    const file = makeZip(good);
    for (const length of [4, 40, 400, file.length - 10]) {
      const reading = await readImport({
        recipe,
        kpis,
        today,
        main: async function* () {
          yield file.subarray(0, length);
        },
      });
      expect([length, reading.kind]).toEqual([length, "refused"]);
    }
  });
});
