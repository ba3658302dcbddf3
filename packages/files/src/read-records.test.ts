import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { RecordsRecipe } from "@liftledger/contracts/records-recipe";
import { describe, expect, it } from "vitest";
import { readRecords, type RecordsReading } from "./read-records.ts";
import { expectedOf, isSharedThere, sharedFolder } from "./testing/shared-files.ts";

const costs = {
  target: "cost-lines",
  name: "Ledger export",
  source: "Finance",
  fields: {
    initiative: { column: "Project" },
    category: { column: "Account", values: { "Cloud invoices": "usage-and-tokens" } },
    month: { column: "Month" },
    amount: { column: "Amount" },
    currency: { value: "EUR" },
    kind: { value: "actual" },
  },
} as const;

function readLines(lines: readonly string[], change: object = {}): Promise<RecordsReading> {
  const recipe = RecordsRecipe.parse({ ...costs, ...change });
  const bytes = Buffer.from(`${lines.join("\n")}\n`);
  return readRecords({
    recipe,
    async *open() {
      yield bytes;
    },
  });
}

const header = "Project;Account;Month;Amount";

const holdOuts = {
  target: "hold-outs",
  name: "Tests",
  source: "Platform",
  fields: {
    initiative: { column: "Project" },
    kpi: { value: "conversion-rate" },
    kind: { value: "proportion" },
    startedOn: { value: "2026-04-06" },
    treatedShare: { column: "Share" },
    treatedUnits: { value: "10" },
    treatedSum: { value: "2" },
    heldOutUnits: { value: "10" },
    heldOutSum: { value: "1" },
  },
};

describe("readRecords of a part of a whole", () => {
  it("reads 0,8 and 80 % alike, and takes neither 80 nor 120 % for one", async () => {
    const shares = ["0,8", "80%", "12,5 %", "100 %", "80", "120 %", "-1 %", "most"];
    const reading = await readLines(["Project;Share", ...shares.map((share) => `Chat;${share}`)], holdOuts);
    if (reading.kind !== "read") throw new Error(`it is ${reading.kind}`);
    expect(reading.records.map(({ values }) => values["treatedShare"])).toEqual(["0.8", "0.8", "0.125", "1"]);
    expect(reading.refusedRows.map(({ value, rule }) => [value, rule])).toEqual([
      ["80", "not-a-share"],
      ["120 %", "not-a-share"],
      ["-1 %", "not-a-share"],
      ["most", "not-a-number"],
    ]);
  });
});

describe("readRecords", () => {
  it("spells fields the same however the file writes them", async () => {
    const reading = await readLines([
      header,
      "Chat  desk;cloud  INVOICES;31.01.2026;1.200,50",
      "Chat desk;Security and compliance;28.02.2026;(3,5)",
      "Total;;;1.197,00",
    ]);
    expect(reading).toMatchObject({ kind: "read", rowsRead: 3, totalRowsSkipped: 1, refusedCount: 0 });
    const values = { initiative: "Chat desk", currency: "EUR", kind: "actual" };
    expect(reading.kind === "read" && reading.records).toEqual([
      { line: 2, values: { ...values, category: "usage-and-tokens", month: "2026-01", amount: "1200.5" } },
      {
        line: 3,
        values: { ...values, category: "security-and-compliance", month: "2026-02", amount: "-3.5" },
      },
    ]);
  });

  it.each([
    ["missing-value", ";People;2026-01;1", "Project", "the cell is empty"],
    ["unknown-value", "Desk;Cake;2026-01;1", "Account", "the recipe does not say which"],
    ["not-a-date", "Desk;People;soon;1", "Month", "not a date"],
    ["impossible-date", "Desk;People;2026-13;1", "Month", "does not exist"],
    ["incomplete-date", "Desk;People;23-Aug;1", "Month", "which of them it does not say"],
    ["not-a-number", "Desk;People;2026-01;1 EUR", "Amount", "is not a number"],
    ["error-cell", "#REF!;People;2026-01;1", "Project", "the error #REF!"],
    ["text-too-long", `${"x".repeat(401)};People;2026-01;1`, "Project", "at most 400"],
    ["ragged-row", "Desk;People;2026-01", null, "3 of 4 fields"],
  ])("refuses a row by %s, with line, column and value", async (rule, row, column, words) => {
    const reading = await readLines([header, "Desk;People;2026-01;1", row]);
    expect(reading).toMatchObject({
      kind: "read",
      records: [{ line: 2 }],
      refusedCount: 1,
      refusedRows: [{ line: 3, column, rule, message: expect.stringContaining(words) }],
    });
  });

  it("takes a row whose cell the recipe has something else for, and reports the cell", async () => {
    const month = { column: "Month", empty: "2026-01", unreadable: "2026-02" };
    const rows = ["Desk;People;;1", "Desk;People;23-Aug;1", "Desk;Cake;23-Aug;1"];
    const reading = await readLines([header, ...rows], { fields: { ...costs.fields, month } });
    expect(reading).toMatchObject({
      kind: "read",
      records: [{ values: { month: "2026-01" } }, { values: { month: "2026-02" } }],
      unreadCount: 1,
      unreadCells: [{ line: 3, column: "Month", value: "23-Aug", rule: "incomplete-date" }],
      refusedCount: 1,
      warnings: [
        { rule: "empty-cells", message: "1 row has no month: taken as 2026-01, as the recipe says." },
      ],
    });
  });

  it("asks where the days of a column can be read in two ways, and where numbers can", async () => {
    const reading = await readLines([header, "Desk;People;03/04/2026;1.234"]);
    expect(reading).toMatchObject({
      kind: "question",
      questions: [{ id: "date-format:Month" }, { id: "numbers" }],
    });
  });

  it.each([
    ["no-data-rows", [header]],
    ["missing-column", ["Project;Account;Month", "Desk;People;2026-01"]],
    ["empty-file", [""]],
  ])("refuses a file by %s", async (rule, lines) => {
    expect(await readLines(lines)).toMatchObject({ kind: "refused", problems: [{ rule }] });
  });
});

const inventory = "us_ai_inventory_2024";
const why = isSharedThere ? "" : " (skipped: the data sets are not beside the repository)";

describe.skipIf(!isSharedThere)(`${inventory}.json${why}`, () => {
  const recipe = JSON.parse(
    readFileSync(join(import.meta.dirname, `../recipes/${inventory}.json`), "utf8"),
  ) as { fields: { startedOn: object } };
  const file = join(sharedFolder, "data", inventory, "2024_consolidated_ai_inventory_raw_v2.csv");
  const read = async (fields: object = {}) => {
    const parsed = RecordsRecipe.parse({ ...recipe, fields: { ...recipe.fields, ...fields } });
    const reading = await readRecords({ recipe: parsed, open: () => createReadStream(file) });
    if (reading.kind !== "read") throw new Error(JSON.stringify(reading));
    return reading;
  };
  const countsOf = (records: readonly { values: Readonly<Record<string, string>> }[], field: string) =>
    Object.fromEntries(
      [...Map.groupBy(records, ({ values }) => values[field] ?? "")].map(([value, group]) => [
        value,
        group.length,
      ]),
    );

  it("gives every row, by agency, stage and date as published, and reports the mangled dates", async () => {
    const nobodysDay = "1999-12-31";
    const { records, refusedCount, unreadCells, rowsRead } = await read({
      team: { column: "Agency Abbreviation" },
      startedOn: { ...recipe.fields.startedOn, empty: nobodysDay, unreadable: nobodysDay },
    });
    expect([rowsRead, records.length, refusedCount]).toEqual([expectedOf(inventory, "rows"), rowsRead, 0]);
    expect(countsOf(records, "team")).toMatchObject(expectedOf<object>(inventory, "rows_by_agency_top"));
    expect(countsOf(records, "status")["retired"]).toBe(expectedOf(inventory, "retired_stage"));
    const stages = expectedOf<Record<string, number>>(inventory, "stage_counts");
    const pilots =
      (stages["Acquisition and/or Development"] ?? 0) +
      (stages["Research or  Administrative Action Complete"] ?? 0);
    const early = ["Initiated", "Planned", "Ideation", ""].map((stage) => stages[stage] ?? 0);
    const foundation = early.reduce((sum, count) => sum + count);
    expect(countsOf(records, "phase")).toEqual({
      foundation,
      pilots,
      scale: records.length - foundation - pilots,
    });
    const dated = records.filter(({ values }) => values["startedOn"] !== nobodysDay);
    expect(dated).toHaveLength(expectedOf(inventory, "full_us_dates_initiated"));
    const mangled = unreadCells.filter(({ rule }) => rule === "incomplete-date");
    expect(mangled).toHaveLength(expectedOf(inventory, "mangled_dd_mon_initiated"));
    expect(mangled[0]).toMatchObject({
      column: "Date Initiated",
      value: expect.stringMatching(/^\d+-[A-Z]/),
    });
  });
});
