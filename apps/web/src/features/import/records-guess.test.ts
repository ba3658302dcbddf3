import type { FileInspection } from "@liftledger/contracts/import";
import { RecordsRecipe } from "@liftledger/contracts/records-recipe";
import { describe, expect, it } from "vitest";
import { guessTarget } from "./recipe-target.ts";
import { guessRecords } from "./records-guess.ts";
import { answerRecordQuestions, recordsMappingOf, recordsRecipeOf } from "./records-mapping.ts";

function fileWith(columns: Partial<FileInspection["columns"][number]>[]): FileInspection {
  const text = { name: "", looksLike: "text", dateFormats: [], examples: [], values: [] } as const;
  return {
    delimiter: ",",
    headerLine: 1,
    columns: columns.map((column) => ({ ...text, ...column })),
    sampleRows: [],
    questions: [],
    guess: { period: "week" },
  } as FileInspection;
}

const stages = ["Initiated", "Acquisition and/or Development", "Operation and Maintenance", "Retired"];
const inventory = fileWith([
  { name: "System Name" },
  { name: "Use Case Name" },
  { name: "Agency" },
  { name: "Stage of Development", values: stages },
  { name: "Date Initiated", looksLike: "date", dateFormats: ["MM/dd/yyyy"] },
]);
const costs = fileWith([
  { name: "Project" },
  { name: "Cost category", values: ["Licenses", "Cloud"] },
  { name: "Month", looksLike: "date", dateFormats: ["yyyy-MM"] },
  { name: "Amount", looksLike: "number" },
]);
const ofFile = { fileName: "inventory.csv", currency: "EUR" };

describe("guessRecords", () => {
  it("finds the columns of an inventory and what its stages mean", () => {
    const { fields } = guessRecords("initiatives", inventory, ofFile);
    expect(fields["name"]?.column).toBe("Use Case Name");
    expect(fields["team"]?.column).toBe("Agency");
    expect(Object.values(fields["phase"]?.values ?? {})).toEqual(["foundation", "pilots", "scale", "scale"]);
    expect(fields["status"]?.values["Retired"]).toBe("retired");
    expect(fields["startedOn"]).toMatchObject({ column: "Date Initiated", format: "MM/dd/yyyy" });
  });

  it("is a recipe as soon as what it cannot know is filled in", () => {
    const mapping = guessRecords("initiatives", inventory, ofFile);
    const open = recordsRecipeOf(mapping);
    expect(open).toEqual({
      kind: "unfinished",
      missing: { "fields.owner": "Choose where “Owner” comes from" },
    });
    const owner = { ...mapping.fields["name"], column: "", value: "Ada" };
    const filled = recordsRecipeOf({ ...mapping, fields: { ...mapping.fields, owner } as never });
    if (filled.kind !== "recipe") throw new Error("a field is missing");
    const recipe = RecordsRecipe.parse(filled.recipe);
    expect(recordsRecipeOf(recordsMappingOf(recipe))).toEqual({ kind: "recipe", recipe });
  });

  it("takes the ledger's currency for costs that name none", () => {
    const { fields } = guessRecords("cost-lines", costs, ofFile);
    expect(fields["currency"]).toMatchObject({ column: "", value: "EUR" });
    expect(fields["category"]?.values).toEqual({ Licenses: "licences", Cloud: "usage-and-tokens" });
  });
});

describe("guessTarget", () => {
  it("tells an inventory and a list of costs from figures by their headings", () => {
    const figures = fileWith([{ name: "Week" }, { name: "Visits", looksLike: "number" }]);
    expect([inventory, costs, figures].map(guessTarget)).toEqual(["initiatives", "cost-lines", "series"]);
  });
});

describe("answerRecordQuestions", () => {
  it("puts an answer into the fields of its column", () => {
    const mapping = guessRecords("cost-lines", costs, ofFile);
    const answered = answerRecordQuestions(mapping, {
      "date-format:Month": "yyyy-MM-dd",
      numbers: "1.234,5",
    });
    expect([answered.fields["month"]?.format, answered.numbers]).toEqual(["yyyy-MM-dd", "1.234,5"]);
  });
});
