import { listAuditEntries } from "@liftledger/database/audit-entries";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../../context.ts";
import { listCostLines } from "../../cost-lines/list-cost-lines.ts";
import { freshPortfolio, getPortfolio } from "../../evaluation/get-portfolio.ts";
import { changeInitiative } from "../../initiatives/change-initiative.ts";
import { listInitiatives } from "../../initiatives/list-initiatives.ts";
import { checkLedger } from "../../maintenance/check-ledger.ts";
import { closePeriod } from "../../periods/close-period.ts";
import { createSeries } from "../../series/create-series.ts";
import { listSnapshots } from "../../snapshots/list-snapshots.ts";
import { logSnapshots } from "../../snapshots/log-snapshots.ts";
import { listSourceComparisons } from "../../sources/list-source-comparisons.ts";
import { makeInitiative } from "../../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../../testing/open-ledger.ts";
import { textFile } from "../../testing/text-file.ts";
import { createImport } from "../create-import.ts";
import { listImports } from "../list-imports.ts";
import { undoImport } from "./undo-import.ts";

const sum = (column: string) => ({ kind: "sum", columns: [column] });
const weeks = (source: string) => ({
  name: "Weeks",
  source,
  dateColumn: "Week",
  dateFormat: "yyyy-Www",
  period: "week",
  scope: "Shop",
  measures: [{ kpi: "conversion-rate", numerator: sum("Orders"), denominator: sum("Visits") }],
});

/** Imports orders by week, of 400 visits each. */
async function importWeeks(ctx: Context, orders: Record<number, number>, source = "shop"): Promise<string> {
  const lines = Object.entries(orders).map(([week, count]) => `2026-W${week},400,${count}`);
  const file = textFile("weeks.csv", ["Week,Visits,Orders", ...lines]);
  return importedAs(await createImport(ctx, { file, recipe: JSON.stringify(weeks(source)) }));
}

function importedAs({ importId }: { importId: string | null }): string {
  if (importId === null) throw new Error("nothing was imported");
  return importId;
}

const undo = (ctx: Context, importId: string) =>
  undoImport(ctx, { importId, reason: "the file of another shop" });

async function counted(ctx: Context, seriesId: string, asOf?: string) {
  const { rows } = await listSnapshots(ctx, { seriesId, asOf });
  return Object.fromEntries(
    rows.map(({ period, numerator }) => [Number(period.slice(-2)), Number(numerator)]),
  );
}

const minutes = (ctx: Context, count: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 60_000).toISOString());

async function openSeries(open: Parameters<typeof openLedger>[0]) {
  const ctx = await openLedger(open);
  const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Shop" });
  const log = (week: number, numerator: number, source = "shop") =>
    logSnapshots(ctx, {
      snapshots: [{ seriesId, period: `2026-W${week}`, numerator: String(numerator), denominator: "400" }],
      source,
    });
  return { ctx, seriesId, log };
}

describeOnEveryDatabase("undoImport of figures", (open) => {
  it("puts back what stood before, leaves and names what was corrected since, and does nothing again", async () => {
    const { ctx, seriesId, log } = await openSeries(open);
    await log(20, 10);
    const importId = await importWeeks(ctx, { 20: 11, 21: 12, 22: 13 });
    await log(22, 14);
    const later = minutes(ctx, 1);
    const undone = await undo(later, importId);
    expect(undone).toMatchObject({
      import: { importId, undoneBy: "Local administrator", undoReason: "the file of another shop" },
      periods: { emptied: 1, restored: 1, beside: 0 },
      stayed: [{ what: "Conversion rate, Shop, 2026-W22", why: expect.stringContaining("revision 2") }],
      stayedCount: 1,
    });
    expect(await counted(ctx, seriesId)).toEqual({ 20: 10, 22: 14 });
    expect(await counted(ctx, seriesId, secondAfter(ctx))).toEqual({ 20: 11, 21: 12, 22: 14 });
    const again = await undo(minutes(ctx, 2), importId);
    expect(again).toMatchObject({ periods: { emptied: 0, restored: 0 }, stayedCount: 0 });
    expect(again.import).toEqual(undone.import);
    const { rows } = await listAuditEntries(ctx.db.read, ctx.organisationId, { noun: "import", limit: 9 });
    expect(rows.map(({ action }) => action)).toEqual(["undoImport", "importFile"]);
    expect((await listImports(ctx, { limit: 9 })).rows).toMatchObject([{ undoneAt: expect.any(String) }]);
    expect((await checkLedger(ctx.db)).faults).toEqual([]);
    // The same file may come again.
    await importWeeks(minutes(ctx, 3), { 21: 12 });
    expect(await counted(ctx, seriesId)).toEqual({ 20: 10, 21: 12, 22: 14 });
  });

  it("brings back nothing of an import that was undone before it, in whichever order they go", async () => {
    const { ctx, seriesId, log } = await openSeries(open);
    await log(20, 10);
    const first = await importWeeks(ctx, { 20: 11, 21: 1 });
    const second = await importWeeks(ctx, { 20: 12, 21: 2 });
    expect(await undo(ctx, first)).toMatchObject({ stayedCount: 2, periods: { emptied: 0, restored: 0 } });
    expect(await counted(ctx, seriesId)).toEqual({ 20: 12, 21: 2 });
    await undo(ctx, second);
    expect(await counted(ctx, seriesId)).toEqual({ 20: 10 });
    const third = await importWeeks(ctx, { 20: 13 });
    const fourth = await importWeeks(ctx, { 20: 14 });
    await undo(ctx, fourth);
    expect(await counted(ctx, seriesId)).toEqual({ 20: 13 });
    await undo(ctx, third);
    expect(await counted(ctx, seriesId)).toEqual({ 20: 10 });
  });

  it("takes back what it said beside another source, and leaves that one alone", async () => {
    const { ctx, seriesId, log } = await openSeries(open);
    await log(20, 10, "by hand");
    const importId = await importWeeks(ctx, { 20: 11 });
    expect(await undo(ctx, importId)).toMatchObject({ periods: { emptied: 0, restored: 0, beside: 1 } });
    expect((await listSourceComparisons(ctx, { limit: 9 })).rows).toEqual([]);
    expect(await counted(ctx, seriesId)).toEqual({ 20: 10 });
  });

  it("is refused as a whole in a closed month, for who may not log, and where there is none", async () => {
    const { ctx, seriesId } = await openSeries(open);
    const importId = await importWeeks(ctx, { 19: 11, 24: 12 });
    await closePeriod(ctx, { month: "2026-05" });
    await expect(undo(ctx, importId)).rejects.toMatchObject({
      kind: "period-closed",
      details: [{ field: "importId", seen: "2026-W19" }],
    });
    expect(await counted(ctx, seriesId)).toEqual({ 19: 11, 24: 12 });
    const viewer = { ...ctx, actor: { ...ctx.actor, role: "viewer" as const } };
    await expect(undo(viewer, importId)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(undo(ctx, "none")).rejects.toThrow("none");
  });
});

const costs = {
  target: "cost-lines",
  name: "Costs",
  source: "Ledger export",
  numbers: { decimal: ".", thousands: "" },
  fields: {
    initiative: { column: "Initiative" },
    category: { value: "licences" },
    month: { column: "Month" },
    amount: { column: "Amount" },
    currency: { value: "EUR" },
    kind: { value: "actual" },
  },
};
const inventory = {
  target: "initiatives",
  name: "Inventory",
  source: "AI inventory",
  fields: {
    name: { column: "Use case" },
    team: { value: "Sales" },
    owner: { value: "Ada" },
    useCasePattern: { value: "other" },
    phase: { value: "pilots" },
    status: { value: "active" },
    startedOn: { column: "Since", format: "yyyy-MM-dd" },
  },
};
const importLines = async (ctx: Context, recipe: object, lines: readonly string[]) =>
  importedAs(await createImport(ctx, { file: textFile("file.csv", lines), recipe: JSON.stringify(recipe) }));

describeOnEveryDatabase("undoImport of things", (open) => {
  it("takes cost lines back, and the same file brings them again", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const lines = ["Initiative,Month,Amount", "Lead scoring,2026-04,10", "Lead scoring,2026-05,11"];
    const importId = await importLines(ctx, costs, lines);
    expect(await undo(ctx, importId)).toMatchObject({ records: 2, stayedCount: 0 });
    expect((await listCostLines(ctx, { initiativeId })).rows).toEqual([]);
    expect(await getPortfolio(ctx, {})).toEqual(await freshPortfolio(ctx, {}));
    const again = await importLines(ctx, costs, lines);
    expect((await listCostLines(ctx, { initiativeId })).rows).toHaveLength(2);
    await closePeriod(ctx, { month: "2026-04" });
    await expect(undo(ctx, again)).rejects.toMatchObject({ kind: "period-closed" });
    expect((await listCostLines(ctx, { initiativeId })).rows).toHaveLength(2);
  });

  it("retires initiatives that nothing was made of, and names the others", async () => {
    const ctx = await openLedger(open);
    const lines = ["Use case,Since", "Chat,2026-01-05", "Search,2026-02-02", "Sorting,2026-02-03"];
    const importId = await importLines(ctx, inventory, lines);
    const { rows } = await listInitiatives(ctx, { limit: 9 });
    await changeInitiative(ctx, { initiativeId: rows[0]?.initiativeId ?? "", version: 1, status: "on-hold" });
    await importLines(ctx, costs, ["Initiative,Month,Amount", "Search,2026-04,10"]);
    expect(await undo(ctx, importId)).toMatchObject({
      records: 1,
      stayed: [
        { what: "Chat", why: "it was changed since" },
        { what: "Search", why: "it has costs" },
      ],
    });
    const after = (await listInitiatives(ctx, { limit: 9 })).rows;
    expect(after.map(({ name, status }) => [name, status])).toEqual([
      ["Chat", "on-hold"],
      ["Search", "active"],
      ["Sorting", "retired"],
    ]);
    expect(await getPortfolio(ctx, {})).toEqual(await freshPortfolio(ctx, {}));
  });
});
