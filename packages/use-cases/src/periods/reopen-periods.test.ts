import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import { expect, it } from "vitest";
import { listAuditEntries } from "../audit/list-audit-entries.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { lateCost, later, logPeriod, openSummer } from "../testing/open-summer.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { closePeriod } from "./close-period.ts";
import { listLedgerPeriods } from "./list-ledger-periods.ts";
import { listRestatements } from "./list-restatements.ts";
import { reopenPeriod } from "./reopen-period.ts";
import { reopenPeriods } from "./reopen-periods.ts";

describeOnEveryDatabase("reopenPeriods", (open) => {
  it("opens every closed month from one on, each with its own entry and restatement, and is idempotent", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    for (const month of ["2026-02", "2026-03", "2026-05"]) await closePeriod(ctx, { month });
    const wanted = { from: "2026-03", reason: "The baseline is to be frozen anew" };
    const { rows } = await reopenPeriods(later(ctx, 1), wanted);
    expect(rows.map(({ month, status, reopened }) => [month, status, reopened])).toEqual([
      ["2026-03", "open", 1],
      ["2026-05", "open", 1],
    ]);
    expect(await reopenPeriods(later(ctx, 2), wanted)).toEqual({ rows: [] });
    const entries = (await listAuditEntries(ctx, { limit: 3 })).rows;
    expect(entries.map(({ action, objectId, reason }) => [action, objectId, reason])).toEqual([
      ["reopenPeriods", "2026-05", wanted.reason],
      ["reopenPeriods", "2026-03", wanted.reason],
      ["closePeriod", "2026-05", null],
    ]);
    const restated = (await listRestatements(ctx, { limit: 10 })).rows;
    expect(restated.map(({ month, reason, closedAgainAt }) => [month, reason, closedAgainAt])).toEqual([
      ["2026-05", wanted.reason, null],
      ["2026-03", wanted.reason, null],
    ]);
    const states = (await listLedgerPeriods(ctx, { limit: 5 })).rows;
    expect(states.map(({ month, status }) => [month, status])).toEqual([
      ["2026-06", "open"],
      ["2026-05", "open"],
      ["2026-04", "open"],
      ["2026-03", "open"],
      ["2026-02", "closed"],
    ]);
  });

  it("is for finance", async () => {
    const ctx = await openLedger(open);
    const contributor = { ...ctx, actor: { ...ctx.actor, role: "contributor" as const } };
    const reopening = reopenPeriods(contributor, { from: "2026-03", reason: "I would like to" });
    await expect(reopening).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describeOnEveryDatabase("a report as of a close", (open) => {
  it("comes out to the minor unit, whatever was corrected since", async () => {
    const { ctx, seriesId, initiativeId } = await openSummer(open);
    await closePeriod(later(ctx, 1), { month: "2026-07" });
    const clocks = { until: "2026-07-31", asOf: later(ctx, 1).now };
    const reported = await getPortfolio(later(ctx, 1), clocks);
    expect(Number(reported.figures.realisedValue.value)).toBeGreaterThan(0);
    await reopenPeriod(later(ctx, 2), { month: "2026-07", reason: "to be corrected" });
    let hours = 2;
    const week = integer({ min: 10, max: 30 }).map((number) => `2026-W${String(number).padStart(2, "0")}`);
    const correction = record({ period: week, numerator: integer({ min: 0, max: 400 }).map(String) });
    const cost = record({
      month: constantFrom("2026-04", "2026-07"),
      cents: integer({ min: 1, max: 999_999 }),
    });
    const law = asyncProperty(
      array(correction, { maxLength: 4 }),
      cost,
      async (corrections, { month, cents }) => {
        const now = later(ctx, ++hours);
        for (const { period, numerator } of corrections) await logPeriod(now, seriesId, period, numerator);
        const costLines = [{ ...lateCost, month, amount: (cents / 100).toFixed(2) }];
        const { rows } = await addCostLines(now, { initiativeId, costLines });
        expect(await getPortfolio(now, clocks)).toEqual(reported);
        await retractCostLine(later(ctx, ++hours), { costLineId: rows[0]?.costLineId ?? "" });
        expect(await getPortfolio(later(ctx, hours), clocks)).toEqual(reported);
      },
    );
    await assert(law, { numRuns: 6 });
    // The draws may all have been of the frozen weeks; this one is not.
    await logPeriod(later(ctx, ++hours), seriesId, "2026-W20", "7");
    expect(await getPortfolio(later(ctx, hours), clocks)).toEqual(reported);
    const now = await getPortfolio(later(ctx, hours), { until: "2026-07-31" });
    expect(now.figures.realisedValue.value).not.toBe(reported.figures.realisedValue.value);
  });
});
