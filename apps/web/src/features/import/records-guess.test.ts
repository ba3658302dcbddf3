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
const holdOuts = fileWith([
  { name: "Initiative" },
  { name: "KPI", values: ["Conversion rate"] },
  { name: "Kind", values: ["conversions"] },
  { name: "Start date", looksLike: "date", dateFormats: ["yyyy-MM-dd"] },
  { name: "End date", looksLike: "date", dateFormats: ["yyyy-MM-dd"] },
  { name: "Treated units", looksLike: "number" },
  { name: "Treated sum", looksLike: "number" },
  { name: "Control units", looksLike: "number" },
  { name: "Control sum", looksLike: "number" },
  { name: "Treated share", looksLike: "text" },
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

describe("guessRecords of hold-outs", () => {
  it("finds both arms, by the names that tests give them", () => {
    const { fields } = guessRecords("hold-outs", holdOuts, ofFile);
    const filled = Object.entries(fields).filter(([, { column }]) => column !== "");
    expect(Object.fromEntries(filled.map(([name, { column }]) => [name, column]))).toEqual({
      initiative: "Initiative",
      kpi: "KPI",
      kind: "Kind",
      startedOn: "Start date",
      endedOn: "End date",
      treatedUnits: "Treated units",
      treatedSum: "Treated sum",
      heldOutUnits: "Control units",
      heldOutSum: "Control sum",
      treatedShare: "Treated share",
    });
    expect(fields["kind"]?.values).toEqual({ conversions: "proportion" });
    expect(guessRecords("hold-outs", costs, ofFile).fields["kind"]?.value).toBe("proportion");
  });
});

describe("guessTarget", () => {
  it("tells an inventory, a list of costs and one of hold-outs from figures by their headings", () => {
    const figures = fileWith([{ name: "Week" }, { name: "Visits", looksLike: "number" }]);
    expect([inventory, costs, holdOuts, figures].map(guessTarget)).toEqual([
      "initiatives",
      "cost-lines",
      "hold-outs",
      "series",
    ]);
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
