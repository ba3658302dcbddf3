import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { createImport } from "../imports/create-import.ts";
import { previewImport } from "../imports/preview-import.ts";
import { listSeries } from "../series/list-series.ts";
import { getLogSheet } from "../snapshots/get-log-sheet.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { inRole, lateCost, later, logPeriod, openSummer } from "../testing/open-summer.ts";
import { textFile } from "../testing/text-file.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { closePeriod } from "./close-period.ts";
import { reopenPeriod } from "./reopen-period.ts";

const recipe = {
  name: "Shop",
  source: "shop export",
  dateColumn: "Day",
  dateFormat: "yyyy-MM-dd",
  period: "week",
  numbers: { decimal: ".", thousands: "" },
  segmentColumn: "Channel",
  scope: "All channels",
  measures: [
    {
      kpi: "conversion-rate",
      numerator: { kind: "sum", columns: ["Orders"] },
      denominator: { kind: "sum", columns: ["Visits"] },
    },
  ],
};
const fileDays = [
  "2026-05-11,100,5,Search",
  "2026-05-12,50,2,Search",
  "2026-05-13,40,4,Mail",
  "2026-06-08,80,8,Search",
];

describeOnEveryDatabase("closePeriod", (open) => {
  it("refuses what would change the month, and says since when, by whom and who can reopen it", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId } = await makeValuedInitiative(ctx);
    expect(await closePeriod(inRole(ctx, "finance"), { month: "2026-05" })).toMatchObject({
      status: "closed",
      closedAt: expect.stringMatching(/^2026-06-24T12:00:00\.\d{3}Z$/),
      closedBy: "Local administrator",
    });
    const sentence =
      "2026-W20 has days in 2026-05, which was closed by Local administrator on 2026-06-24. Somebody with the role finance or admin can reopen 2026-05, with a reason.";
    await expect(logPeriod(ctx, seriesId, "2026-W20")).rejects.toMatchObject({
      kind: "period-closed",
      message: sentence,
      details: [{ row: 0, field: "snapshots[0].period", message: sentence, seen: "2026-W20" }],
    });
    const costLines = [
      { ...lateCost, month: "2026-06" },
      { ...lateCost, month: "2026-05" },
    ];
    await expect(addCostLines(ctx, { initiativeId, costLines })).rejects.toMatchObject({
      kind: "period-closed",
      details: [{ row: 1, field: "costLines[1].month", seen: "2026-05" }],
    });
    const { rows } = await listCostLines(ctx, { initiativeId });
    const may = rows.find(({ month }) => month === "2026-05")?.costLineId ?? "";
    await expect(retractCostLine(ctx, { costLineId: may })).rejects.toMatchObject({ kind: "period-closed" });
    expect((await listCostLines(ctx, { initiativeId })).rows).toEqual(rows);
  });

  it("refuses a week that has a day in the month, and takes the weeks beside it", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(ctx);
    await closePeriod(ctx, { month: "2026-04" });
    // 27 April to 3 May; 30 March to 5 April.
    await expect(logPeriod(ctx, seriesId, "2026-W18")).rejects.toMatchObject({ kind: "period-closed" });
    await expect(logPeriod(ctx, seriesId, "2026-W14")).rejects.toMatchObject({ kind: "period-closed" });
    expect(await logPeriod(ctx, seriesId, "2026-W19")).toMatchObject({ changed: 1 });
    expect(await logPeriod(ctx, seriesId, "2026-W13")).toMatchObject({ changed: 1 });
  });

  it("takes again what the month holds already", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(ctx);
    await closePeriod(ctx, { month: "2026-05" });
    expect(await logPeriod(ctx, seriesId, "2026-W20", "30.0")).toMatchObject({ same: 1, changed: 0 });
  });

  it("refuses the rows of a file that would change it, keeps the others, and makes no series of nothing", async () => {
    const ctx = await openLedger(open);
    await closePeriod(ctx, { month: "2026-05" });
    const request = {
      file: textFile("shop.csv", ["Day,Visits,Orders,Channel", ...fileDays]),
      recipe: JSON.stringify(recipe),
    };
    const preview = await previewImport(ctx, request);
    const { summary } = await createImport(ctx, request);
    expect(preview).toMatchObject({ kind: "preview", summary: { refusedCount: 3 } });
    expect(summary).toMatchObject({ periods: { new: 1, changed: 0, same: 0 }, refusedCount: 3 });
    expect(summary.refusedRows[0]).toMatchObject({ line: 2, value: "2026-W20", rule: "period-closed" });
    expect(summary.refusedRows[0]?.message).toMatch(
      /^Lines 2 to 3: 2026-W20 has days in 2026-05, which was closed/,
    );
    const series = await listSeries(ctx, { limit: 10 });
    expect(series.rows.map(({ scope, periods }) => [scope, periods])).toEqual([["Search", 1]]);
    await reopenPeriod(ctx, { month: "2026-05", reason: "late file" });
    expect((await createImport(ctx, request)).summary).toMatchObject({
      periods: { new: 2, same: 1 },
      refusedCount: 0,
    });
    await closePeriod(ctx, { month: "2026-05" });
    expect((await createImport(ctx, request)).summary).toMatchObject({
      periods: { same: 3 },
      refusedCount: 0,
    });
  });

  it("counts and names a row once that several KPIs are read from", async () => {
    const ctx = await openLedger(open);
    await closePeriod(ctx, { month: "2026-05" });
    const { denominator } = recipe.measures[0] ?? {};
    const total = { kpi: "organic-traffic", numerator: denominator, denominator: { kind: "periods" } };
    const { summary } = await createImport(ctx, {
      file: textFile("shop.csv", ["Day,Visits,Orders,Channel", ...fileDays]),
      recipe: JSON.stringify({ ...recipe, measures: [...recipe.measures, total] }),
    });
    expect(summary).toMatchObject({ rowsRead: 4, periods: { new: 2 }, refusedCount: 3 });
    expect(summary.refusedRows.map(({ line, message }) => [line, message.slice(0, 32)])).toEqual([
      [2, "Lines 2 to 3: 2026-W20 has days "],
      [4, "2026-W20 has days in 2026-05, wh"],
    ]);
  });

  it("is for finance, once, of a month that has ended", async () => {
    const ctx = await openLedger(open);
    const close = (role: Context["actor"]["role"], month: string) =>
      closePeriod(inRole(ctx, role), { month });
    await expect(close("contributor", "2026-05")).rejects.toMatchObject({ kind: "forbidden" });
    await expect(close("finance", "2026-06")).rejects.toMatchObject({
      message: "2026-06 has not ended: it can be closed from the day after 2026-06-30.",
    });
    await close("finance", "2026-05");
    await expect(close("finance", "2026-05")).rejects.toMatchObject({ kind: "conflict" });
    const reopening = reopenPeriod(inRole(ctx, "contributor"), { month: "2026-05", reason: "why not" });
    await expect(reopening).rejects.toMatchObject({ kind: "forbidden" });
    await expect(reopenPeriod(ctx, { month: "2026-04", reason: "why not" })).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  it("is shown on the log sheet of a week that touches the month", async () => {
    const ctx = await openLedger(open);
    const { closedAt } = await closePeriod(ctx, { month: "2026-05" });
    const closed = [{ month: "2026-05", closedAt, closedBy: "Local administrator" }];
    expect((await getLogSheet(ctx, { period: "2026-W22" })).closedMonths).toEqual(closed);
    expect((await getLogSheet(ctx, { period: "2026-W23" })).closedMonths).toEqual([]);
  });

  it("ends provisional with the third closed month of the phase, not for one who asks as of before", async () => {
    const { ctx, initiativeId } = await openSummer(open);
    const isProvisional = async (asOf?: string) => {
      const { verdict } = await evaluateInitiative(later(ctx, 9), {
        initiativeId,
        until: "2026-07-31",
        asOf,
      });
      return verdict.qualifiers.some(({ text }) => text.startsWith("Provisional"));
    };
    // The phase began on 6 April: April is no whole month of it.
    for (const [hours, month] of ["2026-04", "2026-05", "2026-06"].entries())
      await closePeriod(later(ctx, hours + 1), { month });
    expect(await isProvisional()).toBe(true);
    await closePeriod(later(ctx, 4), { month: "2026-07" });
    expect([await isProvisional(), await isProvisional(later(ctx, 3).now)]).toEqual([false, true]);
  });
});
