import { describe, expect, it } from "vitest";
import { answerImportQuestion } from "./import-answer.ts";
import { ImportRecipe, recipeColumns } from "./import-recipe.ts";

const recipe = {
  name: "Leads",
  source: "CRM export",
  dateColumn: "created",
  period: "week",
  segmentColumn: "origin",
  scope: "All origins",
  lookup: { on: "id", equals: "lead_id", name: "deals" },
  measures: [
    {
      kpi: "conversion-rate",
      numerator: { kind: "count-rows", where: { column: "deals.won", is: "filled" } },
      denominator: { kind: "count-rows" },
    },
    {
      kpi: "sales-cycle-length",
      where: { column: "deals.won", is: "filled" },
      numerator: { kind: "days-between", from: "created", to: "deals.won" },
      denominator: { kind: "count-rows" },
    },
  ],
};

/** The first thing wrong with the recipe once a part of it is replaced. */
function fault(change: object): string | undefined {
  const issue = ImportRecipe.safeParse({ ...recipe, ...change }).error?.issues[0];
  return issue && `${issue.path.join(".")}: ${issue.message}`;
}

describe("ImportRecipe", () => {
  it("takes a whole recipe", () => {
    expect(fault({})).toBeUndefined();
    expect(ImportRecipe.parse(recipe)).toEqual(recipe);
  });

  it.each([
    [{ collumn: "x" }, ': Unrecognized key: "collumn"'],
    [{ dateColumn: " " }, "dateColumn: name a column"],
    [{ scope: "" }, "scope: name the scope"],
    [{ measures: [] }, "measures: name at least one measure"],
    [
      { numbers: { decimal: ",", thousands: "," } },
      "numbers: the decimal and the thousands separator cannot be the same",
    ],
    [{ lookup: { on: "id", equals: "id", name: "my deals" } }, "lookup.name: letters, digits, - and _ only"],
  ])("names what is wrong with %j", (change, message) => {
    expect(fault(change)).toBe(message);
  });

  it("refuses a date format that is not declared, a numerator of periods, and two measures of one series", () => {
    expect(fault({ dateFormat: "d/M/yy" })).toMatch(/^dateFormat: /);
    const [measure] = recipe.measures;
    const periods = { kind: "periods" };
    expect(fault({ measures: [{ ...measure, numerator: periods }] })).toBe(
      'measures.0.numerator: the numerator cannot be "periods": nothing would be measured',
    );
    expect(fault({ measures: [measure, measure] })).toBe(
      "measures.1: measures 1 and 2 would feed the same series of conversion-rate; give one its own scope",
    );
    expect(fault({ measures: [measure, { ...measure, scope: "All" }] })).toBeUndefined();
  });
});

describe("recipeColumns", () => {
  it("names every column once", () => {
    expect(recipeColumns(ImportRecipe.parse(recipe))).toEqual(["created", "origin", "id", "deals.won"]);
  });
});

describe("answerImportQuestion", () => {
  const parsed = ImportRecipe.parse(recipe);

  it("sets the format of the date column, or of another date wherever it is counted from", () => {
    expect(answerImportQuestion(parsed, "date-format:created", "dd/MM/yyyy")).toEqual({
      ...parsed,
      dateFormat: "dd/MM/yyyy",
    });
    const answered = answerImportQuestion(parsed, "date-format:deals.won", "MM/dd/yyyy");
    expect(answered.measures[1]?.numerator).toMatchObject({ to: "deals.won", toFormat: "MM/dd/yyyy" });
    expect(answered.dateFormat).toBeUndefined();
  });

  it("sets how numbers are written and what repeats mean", () => {
    expect(answerImportQuestion(parsed, "numbers", "1.234,5").numbers).toEqual({
      decimal: ",",
      thousands: ".",
    });
    expect(answerImportQuestion(parsed, "repeated-rows", "add").repeatedRows).toBe("add");
  });

  it("puts the column that was meant everywhere the heading stands", () => {
    const answered = answerImportQuestion(parsed, "column:deals.won", "deals.won [column 4]");
    expect(recipeColumns(answered)).toEqual(["created", "origin", "id", "deals.won [column 4]"]);
  });

  it("refuses answers to questions nobody asked", () => {
    expect(() => answerImportQuestion(parsed, "numbers", "12")).toThrow(
      '"12" does not answer the question "numbers"',
    );
    expect(() => answerImportQuestion(parsed, "date-format:created", "soon")).toThrow("Invalid option");
  });
});
