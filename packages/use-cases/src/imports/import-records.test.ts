import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listAuditEntries } from "@liftledger/database/audit-entries";
import { listTeams } from "@liftledger/database/teams";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { freshPortfolio, getPortfolio } from "../evaluation/get-portfolio.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { listInitiatives } from "../initiatives/list-initiatives.ts";
import { closePeriod } from "../periods/close-period.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { textFile } from "../testing/text-file.ts";
import { createImport } from "./create-import.ts";
import { listImports } from "./list-imports.ts";
import { previewImport } from "./preview-import.ts";

const inventory = {
  target: "initiatives",
  name: "Inventory",
  source: "AI inventory",
  fields: {
    name: { column: "Use case" },
    team: { column: "Unit" },
    owner: { value: "Ada" },
    useCasePattern: { value: "other" },
    phase: { column: "Stage", values: { "In operation": "scale" } },
    status: { value: "active" },
    startedOn: { column: "Since", format: "yyyy-MM-dd" },
  },
};
const uses = [
  "Use case,Unit,Stage,Since",
  "Chat,Sales,In operation,2026-01-05",
  "Chat,Sales,Pilots,2026-02-02",
  "Search,Web,Pilots,2026-02-02",
];

const costs = {
  target: "cost-lines",
  name: "Costs",
  source: "Ledger export",
  numbers: { decimal: ".", thousands: "" },
  fields: {
    initiative: { column: "Initiative" },
    category: { column: "Category" },
    month: { column: "Month" },
    amount: { column: "Amount" },
    currency: { value: "EUR" },
    kind: { value: "actual" },
  },
};
const costHeader = "Initiative,Category,Month,Amount";

function importLines(ctx: Context, recipe: object, lines: readonly string[]) {
  return createImport(ctx, { file: textFile("file.csv", lines), recipe: JSON.stringify(recipe) });
}

describeOnEveryDatabase("createImport of initiatives", (open) => {
  it("makes each row an initiative without an outcome, as previewed, told to the audit chain once and shown in the portfolio", async () => {
    const ctx = await openLedger(open);
    const request = { file: textFile("file.csv", uses), recipe: JSON.stringify(inventory) };
    const preview = await previewImport(ctx, request);
    expect((await getPortfolio(ctx, {})).rows).toEqual([]);
    const { importId, summary } = await createImport(ctx, request);
    expect(preview).toEqual({ kind: "preview", summary });
    expect(summary).toMatchObject({
      target: "initiatives",
      records: { new: 3, same: 0 },
      refusedCount: 0,
      tallies: [
        { field: "phase", value: "pilots", rows: 2 },
        { field: "phase", value: "scale", rows: 1 },
        { field: "status", value: "active", rows: 3 },
      ],
      firstNew: [{ line: 2, text: "Chat (Sales): scale, active, from 2026-01-05" }, {}, {}],
    });
    const { rows } = await listInitiatives(ctx, { limit: 10 });
    expect(rows.map(({ name, team, phase, startedOn }) => [name, team, phase, startedOn])).toEqual([
      ["Chat", "Sales", "scale", "2026-01-05"],
      ["Chat", "Sales", "pilots", "2026-02-02"],
      ["Search", "Web", "pilots", "2026-02-02"],
    ]);
    expect(rows[0]).toMatchObject({ owner: "Ada", outcome: null, sentence: "No outcome is stated yet." });
    expect((await listImports(ctx, { limit: 10 })).rows).toMatchObject([
      { target: "initiatives", recordsNew: 3, recordsSame: 0, periodsNew: 0 },
    ]);
    const ids = rows.map(({ initiativeId }) => initiativeId);
    const entries = (await listAuditEntries(ctx.db.read, ctx.organisationId, { noun: "import", limit: 10 }))
      .rows;
    expect(entries).toMatchObject([{ action: "importFile", objectId: importId }]);
    expect(JSON.parse(entries[0]?.after ?? "{}")).toMatchObject({ initiativeIds: ids, recordsNew: 3 });
    const kept = await getPortfolio(ctx, {});
    expect(kept.rows.map(({ initiativeId }) => initiativeId).toSorted()).toEqual(ids);
    expect(kept).toEqual(await freshPortfolio(ctx, {}));
  });

  it("refuses a contributor the rows of teams they are not in, of initiatives and of costs", async () => {
    const ctx = await openLedger(open);
    await importLines(ctx, inventory, uses.slice(0, 2));
    const [sales] = await listTeams(ctx.db.read, ctx.organisationId);
    const actor = { ...ctx.actor, role: "contributor", teamIds: [sales?.teamId ?? ""] } as const;
    const { summary } = await importLines({ ...ctx, actor }, inventory, uses);
    expect(summary).toMatchObject({
      records: { new: 1, same: 1 },
      refusedRows: [{ line: 4, rule: "not-your-team", value: "Web" }],
    });
    const elsewhere = { ...ctx, actor: { ...actor, teamIds: [] } };
    await importLines(ctx, inventory, uses);
    const cost = await importLines(elsewhere, costs, [costHeader, "Search,licences,2026-05,12.50"]);
    expect(cost).toMatchObject({
      importId: null,
      summary: { refusedRows: [{ line: 2, rule: "not-your-team" }] },
    });
  });

  it("adds nothing when the file comes again, whatever an initiative is called by then, only what is new, and nothing that was entered by hand", async () => {
    const ctx = await openLedger(open);
    await importLines(ctx, inventory, uses);
    const [first] = (await listInitiatives(ctx, { limit: 10 })).rows;
    const { initiativeId = "", version = 0 } = first ?? {};
    await changeInitiative(ctx, { initiativeId, version, name: "Chat for sellers" });
    expect(await importLines(ctx, inventory, uses)).toMatchObject({
      importId: null,
      summary: { records: { new: 0, same: 3 } },
    });
    const more = [...uses, "Chat,Sales,Pilots,2026-03-02"];
    expect((await importLines(ctx, inventory, more)).summary.records).toEqual({ new: 1, same: 3 });
    expect((await listInitiatives(ctx, { limit: 10 })).rows).toHaveLength(4);
    const { name, team } = await makeInitiative(ctx, "Lead scoring");
    const byHand = [uses[0] ?? "", `${name},${team},Pilots,2026-02-02`];
    expect((await importLines(ctx, inventory, byHand)).summary.records).toEqual({ new: 0, same: 1 });
  });
});

describeOnEveryDatabase("createImport of cost lines", (open) => {
  it("adds costs to initiatives by name, repeated rows as often as they stand, and none twice", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx, "Chat");
    const lines = [
      costHeader,
      "Chat,licences,2026-05,12.50",
      "Chat,licences,2026-05,12.5",
      "Chat,people,2026-04,900",
    ];
    const { summary } = await importLines(ctx, costs, lines);
    expect(summary).toMatchObject({ records: { new: 3, same: 0 }, refusedCount: 0 });
    expect(summary.tallies).toEqual([
      { field: "actual", value: "licences", rows: 2, amount: { amount: "25", currency: "EUR" } },
      { field: "actual", value: "people", rows: 1, amount: { amount: "900", currency: "EUR" } },
    ]);
    const kept = (await listCostLines(ctx, { initiativeId })).rows;
    expect(kept.map(({ month, amount, source }) => [month, amount, source])).toEqual([
      ["2026-04", "900.00", "Ledger export"],
      ["2026-05", "12.50", "Ledger export"],
      ["2026-05", "12.50", "Ledger export"],
    ]);
    expect((await importLines(ctx, costs, lines)).importId).toBeNull();
    await retractCostLine(ctx, { costLineId: kept[0]?.costLineId ?? "" });
    expect((await importLines(ctx, costs, lines)).summary.records).toEqual({ new: 1, same: 2 });
  });

  it("refuses by line, column and rule what no cost line may be, and new rows of a closed month", async () => {
    const ctx = await openLedger(open);
    await makeInitiative(ctx, "Chat");
    const wrong = [
      "Nobody,licences,2026-05,1",
      "Chat,licences,2026-05,-1",
      "Chat,licences,2026-05,1.005",
      "Chat,licences,2026-12,1",
    ];
    const { summary } = await importLines(ctx, costs, [costHeader, "Chat,people,2026-05,1", ...wrong]);
    expect(summary).toMatchObject({ records: { new: 1, same: 0 }, refusedCount: 4 });
    expect(summary.refusedRows.map(({ line, column, value, rule }) => [line, column, value, rule])).toEqual([
      [3, "Initiative", "Nobody", "unknown-initiative"],
      [4, "Amount", "-1", "negative-cost"],
      [5, "Amount", "1.005", "wrong-cost"],
      [6, "Month", "2026-12", "wrong-cost"],
    ]);
    const april = [costHeader, "Chat,people,2026-04,900"];
    await importLines(ctx, costs, april);
    await closePeriod(ctx, { month: "2026-04" });
    const lines = [...april, "Chat,licences,2026-04,5", "Chat,licences,2026-05,5"];
    const closed = (await importLines(ctx, costs, lines)).summary;
    expect(closed).toMatchObject({
      records: { new: 1, same: 1 },
      refusedRows: [{ line: 3, column: "Month", value: "2026-04", rule: "period-closed" }],
    });
    expect(closed.refusedRows[0]?.message).toContain("can reopen 2026-04");
  });
});

const repository = join(import.meta.dirname, "../../../..");
const shared = join(repository, "../shared/data/us_ai_inventory_2024");
const isSharedThere = existsSync(shared);
const why = isSharedThere ? "" : " (skipped: the data sets are not beside the repository)";

/** The published stages as phases, as the recipe says what each means. */
function phasesOf(recipe: string) {
  const { fields } = JSON.parse(recipe) as {
    fields: { phase: { empty: string; values: Record<string, string> } };
  };
  const { checks } = JSON.parse(readFileSync(join(shared, "expected.json"), "utf8")) as {
    checks: { id: string; value: unknown }[];
  };
  const stages = checks.find(({ id }) => id === "stage_counts")?.value as Record<string, number>;
  const counts = new Map<string, number>();
  for (const [stage, rows] of Object.entries(stages)) {
    const phase = fields.phase.values[stage.replaceAll("  ", " ")] ?? fields.phase.empty;
    counts.set(phase, (counts.get(phase) ?? 0) + rows);
  }
  return [...counts]
    .map(([value, rows]) => ({ field: "phase", value, rows, amount: null }))
    .toSorted((one, other) => other.rows - one.rows);
}

describeOnEveryDatabase(`createImport of the inventory of use cases${why}`, (open, kind) => {
  it.skipIf(!isSharedThere || kind === "postgres")(
    "brings 2,133 initiatives in, and none when it comes again",
    async () => {
      const ctx = await openLedger(open);
      const recipe = readFileSync(
        join(repository, "packages/files/recipes/us_ai_inventory_2024.json"),
        "utf8",
      );
      const name = "2024_consolidated_ai_inventory_raw_v2.csv";
      const request = { file: { name, open: () => createReadStream(join(shared, name)) }, recipe };
      const { summary } = await createImport(ctx, request);
      expect(summary).toMatchObject({ rowsRead: 2133, records: { new: 2133, same: 0 }, refusedCount: 0 });
      expect(summary.tallies.filter(({ field }) => field === "phase")).toEqual(phasesOf(recipe));
      const mangled = summary.unreadCells.filter(({ rule }) => rule === "incomplete-date");
      expect([mangled.length, summary.unreadCount]).toEqual([28, 52]);
      expect(await createImport(ctx, request)).toMatchObject({
        importId: null,
        summary: { records: { new: 0, same: 2133 } },
      });
    },
  );
});
