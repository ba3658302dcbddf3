import { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "./mapping-answer.ts";
import { mappedColumns, mappingOf, recipeOf } from "./mapping-recipe.ts";
import { emptyMeasure } from "./mapping.ts";

const funnel: ImportRecipe = {
  name: "Funnel",
  source: "CRM export",
  dateColumn: "first_contact_date",
  dateFormat: "dd-MM-yyyy",
  period: "week",
  numbers: { decimal: ",", thousands: "." },
  delimiter: ";",
  headerLine: 3,
  segmentColumn: "origin",
  scope: "All channels",
  lookup: { on: "mql_id", equals: "mql_id", name: "deals" },
  repeatedRows: "add",
  measures: [
    {
      kpi: "lead-conversion-rate",
      numerator: { kind: "count-rows", where: { column: "deals.won_date", is: "filled" } },
      denominator: { kind: "count-rows" },
    },
    {
      kpi: "sales-cycle-length",
      scope: "Europe",
      where: { column: "region", equals: ["DE", "FR"] },
      numerator: {
        kind: "days-between",
        from: "first_contact_date",
        to: "deals.won_date",
        toFormat: "dd-MM-yyyy",
      },
      denominator: { kind: "sum", columns: ["deals", "renewals"] },
    },
    {
      kpi: "revenue-per-channel",
      numerator: { kind: "sum", columns: ["revenue"] },
      denominator: { kind: "periods" },
    },
  ],
};

describe("recipeOf", () => {
  it("says back every recipe that the form was filled from", () => {
    expect(recipeOf(mappingOf(funnel))).toEqual({ kind: "recipe", recipe: funnel });
  });
  it.each([
    { decimal: ".", thousands: "" },
    { decimal: ",", thousands: "" },
    { decimal: ".", thousands: "'" },
    { decimal: ",", thousands: " " },
  ] as const)("keeps the number style %j", (numbers) => {
    expect(recipeOf(mappingOf({ ...funnel, numbers }))).toMatchObject({ recipe: { numbers } });
  });
  it("makes recipes the server's schema takes", () => {
    const made = recipeOf(mappingOf(funnel));
    expect(made.kind === "recipe" && ImportRecipe.safeParse(made.recipe).success).toBe(true);
  });
  it("names what is still to be chosen by its field", () => {
    const mapping = { ...mappingOf(funnel), dateColumn: "", measures: [emptyMeasure()] };
    expect(recipeOf(mapping)).toEqual({
      kind: "unfinished",
      missing: {
        dateColumn: "Choose the column with the date",
        "measures.0.kpi": "Choose the KPI",
        "measures.0.numerator": "Choose a column",
        "measures.0.denominator": "Choose a column",
      },
    });
  });
});

describe("mappedColumns", () => {
  it("lists each column once, those of the second file by their full name", () => {
    expect(mappedColumns(mappingOf(funnel))).toEqual([
      "first_contact_date",
      "origin",
      "mql_id",
      "deals.won_date",
      "region",
      "deals",
      "renewals",
      "revenue",
    ]);
  });
});

describe("answerQuestion", () => {
  const open = mappingOf({ ...funnel, dateFormat: undefined } as ImportRecipe);
  it("puts the format of the date column into its field", () => {
    expect(answerQuestion(open, "date-format:First_Contact_Date", "MM-dd-yyyy").dateFormat).toBe(
      "MM-dd-yyyy",
    );
  });
  it("puts the format of another day to the quantity that reads it", () => {
    const answered = answerQuestion(open, "date-format:deals.won_date", "yyyy-MM-dd");
    expect(answered.measures[1]?.numerator).toMatchObject({ toFormat: "yyyy-MM-dd", fromFormat: "" });
    expect(answered.dateFormat).toBe("");
  });
  it("answers how numbers are written and what repeated rows mean", () => {
    expect(answerQuestion(open, "numbers", "1,234.5").numbers).toBe("1,234.5");
    expect(answerQuestion(open, "repeated-rows", "refuse").repeatedRows).toBe("refuse");
  });
  it("names one of two columns with the same heading everywhere it is used", () => {
    const answered = answerQuestion(open, "column:revenue", "revenue [column 4]");
    expect(mappedColumns(answered)).toContain("revenue [column 4]");
    expect(mappedColumns(answered)).not.toContain("revenue");
  });
  it("leaves the mapping alone when it does not know the question", () => {
    expect(answerQuestion(open, "percentage:rate", "x")).toBe(open);
  });
});
