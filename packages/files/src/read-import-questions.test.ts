import { answerImportQuestion } from "@liftledger/contracts/import-answer";
import { describe, expect, it } from "vitest";
import { asRead, cellLines, readText, recipeWith } from "./testing/read-text.ts";

describe("readImport", () => {
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
});
