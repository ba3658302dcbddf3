import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { listAuditEntries } from "../audit/list-audit-entries.ts";
import { insertCostLines } from "@liftledger/database/cost-lines";
import { InvalidCursorError } from "@liftledger/database/errors";
import { openDatabase } from "@liftledger/database/open-database";
import { listPeriodFigures } from "@liftledger/database/periods";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { subtractDecimals } from "@liftledger/numerics/decimal";
import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import { expect, it } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { listCostLines } from "../cost-lines/list-cost-lines.ts";
import { retractCostLine } from "../cost-lines/retract-cost-line.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { changeOnce } from "../idempotency.ts";
import { createImport } from "../imports/create-import.ts";
import { previewImport } from "../imports/preview-import.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { createSeries } from "../series/create-series.ts";
import { listSeries } from "../series/list-series.ts";
import { getLogSheet } from "../snapshots/get-log-sheet.ts";
import { listSnapshots } from "../snapshots/list-snapshots.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import type { LoggingTask } from "../testing/log-until-refused.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger } from "../testing/open-ledger.ts";
import { textFile } from "../testing/text-file.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { closePeriod } from "./close-period.ts";
import { listLedgerPeriods } from "./list-ledger-periods.ts";
import { listRestatements } from "./list-restatements.ts";
import { reopenPeriod } from "./reopen-period.ts";
import { previewClose } from "./preview-close.ts";
import { reopenPeriods } from "./reopen-periods.ts";

const line = {
  category: "people",
  amount: "70.10",
  currency: "EUR",
  kind: "actual",
  source: "late",
} as const;
const as = (ctx: Context, role: Context["actor"]["role"]): Context => ({
  ...ctx,
  actor: { ...ctx.actor, role },
});
/** So many hours after the ledger's noon. */
const later = (ctx: Context, hours: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + hours * 3_600_000).toISOString());

/** The example in August, logged and paid for up to the end of July. */
async function openSummer(open: Parameters<typeof openLedger>[0]) {
  const ctx = at(await openLedger(open), "2026-08-24T12:00:00.000Z");
  const valued = await makeValuedInitiative(ctx);
  for (let week = 26; week <= 32; week++) await log(ctx, valued.seriesId, `2026-W${week}`, "30");
  const costLines = ["2026-06", "2026-07"].map((month) => ({ ...line, month }));
  await addCostLines(ctx, { initiativeId: valued.initiativeId, costLines });
  return { ctx, ...valued };
}

function log(ctx: Context, seriesId: string, period: string, numerator = "5") {
  return logSnapshots(ctx, {
    snapshots: [{ seriesId, period, numerator, denominator: "400" }],
    source: "shop system",
  });
}

describeOnEveryDatabase("closePeriod", (open) => {
  it("refuses what would change the month, and says since when, by whom and who can reopen it", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId } = await makeValuedInitiative(ctx);
    expect(await closePeriod(as(ctx, "finance"), { month: "2026-05" })).toMatchObject({
      status: "closed",
      closedAt: expect.stringMatching(/^2026-06-24T12:00:00\.\d{3}Z$/),
      closedBy: "Local administrator",
    });
    const sentence =
      "2026-W20 has days in 2026-05, which was closed by Local administrator on 2026-06-24. Somebody with the role finance or admin can reopen 2026-05, with a reason.";
    await expect(log(ctx, seriesId, "2026-W20")).rejects.toMatchObject({
      kind: "period-closed",
      message: sentence,
      details: [{ row: 0, field: "snapshots[0].period", message: sentence, seen: "2026-W20" }],
    });
    const costLines = [
      { ...line, month: "2026-06" },
      { ...line, month: "2026-05" },
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
    await expect(log(ctx, seriesId, "2026-W18")).rejects.toMatchObject({ kind: "period-closed" });
    await expect(log(ctx, seriesId, "2026-W14")).rejects.toMatchObject({ kind: "period-closed" });
    expect(await log(ctx, seriesId, "2026-W19")).toMatchObject({ changed: 1 });
    expect(await log(ctx, seriesId, "2026-W13")).toMatchObject({ changed: 1 });
  });

  it("takes again what the month holds already", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(ctx);
    await closePeriod(ctx, { month: "2026-05" });
    expect(await log(ctx, seriesId, "2026-W20", "30.0")).toMatchObject({ same: 1, changed: 0 });
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

  it("is for finance, once, of a month that has ended", async () => {
    const ctx = await openLedger(open);
    const close = (role: Context["actor"]["role"], month: string) => closePeriod(as(ctx, role), { month });
    await expect(close("contributor", "2026-05")).rejects.toMatchObject({ kind: "forbidden" });
    await expect(close("finance", "2026-06")).rejects.toMatchObject({
      message: "2026-06 has not ended: it can be closed from the day after 2026-06-30.",
    });
    await close("finance", "2026-05");
    await expect(close("finance", "2026-05")).rejects.toMatchObject({ kind: "conflict" });
    const reopening = reopenPeriod(as(ctx, "contributor"), { month: "2026-05", reason: "why not" });
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

describeOnEveryDatabase("previewClose", (open) => {
  it("says before a month is closed which benefits are not valued in it and why, and of whom nothing is left", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId } = await makeValuedInitiative(ctx, "Scoring");
    expect((await previewClose(ctx, { month: "2026-05" })).notValued).toEqual([]);
    const drafted = await makeInitiative(ctx, "Chat");
    const draft = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W15" });
    const claim = { initiativeId: drafted.initiativeId, seriesId, baselineId: draft.baselineId };
    const added = await addBenefit(ctx, {
      ...claim,
      assumptions: { attribution: "0.1", validFrom: "2026-W18" },
    });
    const { period, notValued } = await previewClose(later(ctx, 1), { month: "2026-05" });
    expect(period).toMatchObject({ month: "2026-05", status: "open" });
    expect(notValued).toMatchObject([
      {
        initiativeId: drafted.initiativeId,
        initiative: "Chat",
        benefitId: added.benefitId,
        kpiName: "Conversion rate",
        scope: "Scoring",
        reasons: [
          { rule: "no-frozen-baseline", what: "Freeze the drafted baseline of Conversion rate (Scoring)." },
          { rule: "not-valued", what: expect.stringContaining("is not valued yet: say ") },
        ],
      },
    ]);
    // It is claimed from the last days of April on, so that March has nothing of it.
    const reasonsIn = async (month: string) =>
      (await previewClose(later(ctx, 1), { month })).notValued.flatMap(({ reasons }) => reasons.length);
    expect([await reasonsIn("2026-03"), await reasonsIn("2026-04")]).toEqual([[], [2]]);
    // What is worth something that nobody stands for is named as well.
    const worth = { unitValue: "50", attribution: "0.1", confidence: "1" };
    const realisation = { accepted: "0", redeployed: "0", cashed: "1" };
    const assumptions = { ...worth, realisation, validFrom: "2026-W18" };
    await changeBenefit(later(ctx, 2), { benefitId: added.benefitId, version: 1, assumptions });
    const [unapproved] = (await previewClose(later(ctx, 3), { month: "2026-05" })).notValued;
    expect(unapproved?.reasons.map(({ rule }) => rule)).toEqual(["no-frozen-baseline", "not-approved"]);
    expect(initiativeId).not.toBe(unapproved?.initiativeId);
    // Whoever is retired is asked for nothing.
    const { version } = await getInitiative(ctx, drafted);
    await changeInitiative(later(ctx, 4), {
      initiativeId: drafted.initiativeId,
      version,
      status: "retired",
    });
    expect((await previewClose(later(ctx, 5), { month: "2026-05" })).notValued).toEqual([]);
  });
});

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

describeOnEveryDatabase("listLedgerPeriods", (open) => {
  it("lists the months of the ledger, latest first, with what each lacks", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId } = await makeValuedInitiative(ctx);
    const { rows, nextCursor } = await listLedgerPeriods(ctx, { limit: 3 });
    expect(rows.map(({ month, status, hasEnded }) => [month, status, hasEnded])).toEqual([
      ["2026-06", "open", false],
      ["2026-05", "open", true],
      ["2026-04", "open", true],
    ]);
    // Logged up to 2026-W25, which ended on 21 June; costs of April and May.
    expect(rows.map(({ missingLogs }) => missingLogs.flatMap(({ periods }) => periods))).toEqual([
      ["2026-W26", "2026-W27"],
      [],
      [],
    ]);
    expect(rows[0]?.missingLogs[0]).toMatchObject({
      seriesId,
      kpiName: "Conversion rate",
      scope: "Lead scoring",
    });
    expect(rows.map(({ missingCosts }) => missingCosts)).toEqual([
      [{ initiativeId, name: "Lead scoring" }],
      [],
      [],
    ]);
    const rest = await listLedgerPeriods(ctx, { limit: 100, cursor: nextCursor ?? "" });
    // 30 weeks before 2026-W15: the first is 2025-W37, from 8 September.
    expect(rest.rows.at(-1)?.month).toBe("2025-09");
    expect([rest.rows[0]?.month, rest.nextCursor]).toEqual(["2026-03", null]);
  });

  it("asks for no series that nobody has logged for three months, and refuses a cursor that is none", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: "Old" });
    await log(ctx, seriesId, "2025-W40");
    const { rows } = await listLedgerPeriods(ctx, { limit: 24 });
    const asking = rows.filter(({ missingLogs }) => missingLogs.length > 0).map(({ month }) => month);
    expect(asking).toEqual(["2026-01", "2025-12", "2025-11", "2025-10"]);
    await expect(listLedgerPeriods(ctx, { limit: 3, cursor: "May" })).rejects.toThrow(InvalidCursorError);
  });
});

describeOnEveryDatabase("listRestatements", (open) => {
  it("sets the figures of the close beside those of the next, with the difference and the reason", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId } = await makeValuedInitiative(ctx);
    const { closedAt } = await closePeriod(ctx, { month: "2026-05" });
    expect((await listRestatements(ctx, { limit: 10 })).rows).toEqual([]);
    await reopenPeriod(later(ctx, 1), { month: "2026-05", reason: "An invoice was missing" });
    await log(later(ctx, 2), seriesId, "2026-W20", "10");
    await addCostLines(later(ctx, 2), { initiativeId, costLines: [{ ...line, month: "2026-05" }] });
    const [pending] = (await listRestatements(later(ctx, 3), { limit: 10 })).rows;
    expect(pending).toMatchObject({ reason: "An invoice was missing", closedAgainAt: null });
    expect(pending?.portfolio).toMatchObject({ after: null, difference: { cost: null } });

    await closePeriod(later(ctx, 4), { month: "2026-05" });
    const [restated, ...others] = (await listRestatements(later(ctx, 5), { limit: 10 })).rows;
    expect(others).toEqual([]);
    expect(restated).toMatchObject({ month: "2026-05", closedAt, closedAgainAt: later(ctx, 4).now });
    const [one] = restated?.initiatives ?? [];
    expect(one).toMatchObject({ initiativeId, name: "Lead scoring", difference: { cost: "70.1" } });
    const clocks = { initiativeId, until: "2026-05-31" };
    const before = await evaluateInitiative(later(ctx, 5), { ...clocks, asOf: closedAt ?? "" });
    const after = await evaluateInitiative(later(ctx, 5), clocks);
    expect(one?.before).toMatchObject({ realisedValue: before.figures.realisedValue.value });
    expect(one?.after).toMatchObject({ realisedValue: after.figures.realisedValue.value });
    expect(one?.difference.realisedValue).toBe(
      subtractDecimals(after.figures.realisedValue.value ?? "", before.figures.realisedValue.value ?? ""),
    );
    expect(Number(one?.difference.realisedValue)).toBeLessThan(0);
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
        for (const { period, numerator } of corrections) await log(now, seriesId, period, numerator);
        const costLines = [{ ...line, month, amount: (cents / 100).toFixed(2) }];
        const { rows } = await addCostLines(now, { initiativeId, costLines });
        expect(await getPortfolio(now, clocks)).toEqual(reported);
        await retractCostLine(later(ctx, ++hours), { costLineId: rows[0]?.costLineId ?? "" });
        expect(await getPortfolio(later(ctx, hours), clocks)).toEqual(reported);
      },
    );
    await assert(law, { numRuns: 6 });
    // The draws may all have been of the frozen weeks; this one is not.
    await log(later(ctx, ++hours), seriesId, "2026-W20", "7");
    expect(await getPortfolio(later(ctx, hours), clocks)).toEqual(reported);
    const now = await getPortfolio(later(ctx, hours), { until: "2026-07-31" });
    expect(now.figures.realisedValue.value).not.toBe(reported.figures.realisedValue.value);
  });
});

describeOnEveryDatabase("a close racing with a write of its month", (open, kind) => {
  it("is not known of by a write that began before it and was committed after it", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const other = openDatabase(ctx.db.location);
    const begun = Promise.withResolvers<void>();
    const closing = Promise.withResolvers<void>();
    // It adds a cost in April, which is open, and is about to be committed when May is closed.
    const late = changeOnce({ ...ctx, db: other }, async (tx, audit, { organisationId, now }) => {
      const by = { recordedAt: now, recordedBy: "person-1", costLineId: "late", initiativeId };
      const cost = { ...by, ...line, month: "2026-04", amountMinor: 100_000n };
      await insertCostLines(tx, organisationId, [cost]);
      audit({ action: "addCostLines", noun: "cost-line", id: "late", before: null, after: by });
      begun.resolve();
      await closing.promise;
      return { recordedAt: now };
    });
    await begun.promise;
    const close = closePeriod(later(ctx, 1), { month: "2026-05" });
    // On SQLite the close waits for the other; on PostgreSQL it overtakes it, which then begins again.
    if (kind === "postgres") await close;
    closing.resolve();
    const [{ recordedAt }, { closedAt }] = await Promise.all([late, close]);
    await other.close();
    expect(recordedAt > (closedAt ?? "")).toBe(kind === "postgres");
    const clocks = { initiativeId, until: "2026-05-31" };
    const { figures } = await evaluateInitiative(ctx, { ...clocks, asOf: closedAt ?? "" });
    const kept = await listPeriodFigures(ctx.db.read, ctx.organisationId, ["2026-05"]);
    const closed = kept.find(({ subject }) => subject === initiativeId);
    expect([figures.cost.value, figures.netRoi.value]).toEqual([closed?.cost, closed?.netRoi]);
    const { cost } = (await evaluateInitiative(ctx, clocks)).figures;
    expect(Number(cost.value) - Number(figures.cost.value)).toBe(kind === "postgres" ? 1000 : 0);
  });

  it("has the write in its figures, or the write is refused: never both, on two connections", async () => {
    const ctx = await openLedger(open);
    const { seriesId, initiativeId } = await makeValuedInitiative(ctx);
    const other = openDatabase(ctx.db.location);
    try {
      for (let round = 1; round <= 8; round++) {
        // The write bears the later instant in one half of the rounds, the earlier in the other.
        const write = { ...later(ctx, 3 * round + (round % 2)), db: other };
        const close = later(ctx, 3 * round + 0.5);
        const costLines = [{ ...line, month: "2026-05" }];
        const [logged, paid, closed] = await Promise.allSettled([
          log(write, seriesId, "2026-W20", String(round)),
          addCostLines({ ...write, newId: () => `race-${round}` }, { initiativeId, costLines }),
          closePeriod(close, { month: "2026-05" }),
        ]);
        expect(closed.status).toBe("fulfilled");
        const refusals = [logged, paid].flatMap((one) =>
          one.status === "rejected" ? [one.reason.kind] : [],
        );
        expect(refusals.filter((kind) => kind !== "period-closed")).toEqual([]);
        const closedAt = closed.status === "fulfilled" ? (closed.value.closedAt ?? "") : "";
        const clocks = { initiativeId, until: "2026-05-31" };
        const present = later(ctx, 3 * round + 2);
        const known = await evaluateInitiative(present, { ...clocks, asOf: closedAt });
        expect((await evaluateInitiative(present, clocks)).figures.cost.value).toBe(known.figures.cost.value);
        const { rows } = await listSnapshots(present, { seriesId, from: "2026-W20", to: "2026-W20" });
        const asClosed = await listSnapshots(present, {
          seriesId,
          from: "2026-W20",
          to: "2026-W20",
          asOf: closedAt,
        });
        expect(rows).toEqual(asClosed.rows);
        expect(rows[0]?.numerator === String(round)).toBe(logged.status === "fulfilled");
        await reopenPeriod(present, { month: "2026-05", reason: "the next round" });
      }
    } finally {
      await other.close();
    }
  });

  it("knows every number that another process was told is kept, and refuses the next", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(ctx);
    const { lines, ended } = logInAnotherProcess({
      location: ctx.db.location,
      seriesId,
      period: "2026-W20",
    });
    const said: string[] = [];
    let closing: ReturnType<typeof closePeriod> | undefined;
    for await (const line of lines) {
      said.push(line);
      if (line === "3") closing = closePeriod(at(ctx, new Date().toISOString()), { month: "2026-05" });
    }
    await ended;
    const { closedAt } = (await closing) ?? { closedAt: null };
    expect(said.at(-1)).toBe("period-closed");
    const range = { seriesId, from: "2026-W20", to: "2026-W20" };
    const { rows } = await listSnapshots(ctx, range);
    expect(rows[0]?.numerator).toBe(said.at(-2));
    expect((await listSnapshots(ctx, { ...range, asOf: closedAt ?? "" })).rows).toEqual(rows);
  });

  it("lets one of two closes at once win", async () => {
    const ctx = await openLedger(open);
    await makeValuedInitiative(ctx);
    const other = openDatabase(ctx.db.location);
    const closes = await Promise.allSettled(
      [ctx, { ...ctx, db: other }].map((one) => closePeriod(one, { month: "2026-05" })),
    );
    await other.close();
    expect(closes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(closes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict" },
    });
  });
});

function logInAnotherProcess(task: LoggingTask) {
  const program = join(import.meta.dirname, "../testing/log-until-refused.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { lines: createInterface(child.stdout), ended: once(child, "exit") };
}
