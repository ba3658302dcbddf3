import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { array, assert, asyncProperty, constantFrom, integer, oneof, record, constant } from "fast-check";
import { expect, it } from "vitest";
import { getBaseline } from "../baselines/get-baseline.ts";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { freshPortfolio, getPortfolio } from "../evaluation/get-portfolio.ts";
import { verifyAudit } from "../audit/verify-audit.ts";
import { listAuditEntries } from "../audit/list-audit-entries.ts";
import { checkLedger } from "../maintenance/check-ledger.ts";
import { closePeriod } from "../periods/close-period.ts";
import { createSeries } from "../series/create-series.ts";
import { getSeries } from "../series/get-series.ts";
import { listSourceComparisons } from "../sources/list-source-comparisons.ts";
import { nameSource } from "../testing/name-source.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { getLogSheet } from "./get-log-sheet.ts";
import { listSnapshotRevisions } from "./list-snapshot-revisions.ts";
import { listSnapshots } from "./list-snapshots.ts";
import { logSnapshots } from "./log-snapshots.ts";
import { retractSnapshots } from "./retract-snapshots.ts";

const period = "2026-W20";
const week = (number: number) => `2026-W${number}`;

async function openSeries(open: Parameters<typeof openLedger>[0], scope = "Shop") {
  const ctx = await openLedger(open);
  return { ctx, ...(await createSeries(ctx, { kpiKey: "conversion-rate", scope })) };
}

function log(ctx: Context, seriesId: string, numerator: string, source = "shop", of = period) {
  return logSnapshots(ctx, {
    snapshots: [{ seriesId, period: of, numerator, denominator: "400" }],
    source,
  });
}

function retract(
  ctx: Context,
  seriesId: string,
  revision: number,
  more: { restore?: boolean; beside?: string; of?: string } = {},
) {
  const { restore = false, beside, of = period } = more;
  const row = { seriesId, period: of, revision, ...(beside === undefined ? {} : { beside }) };
  return retractSnapshots(ctx, { snapshots: [row], restore, reason: "logged on the wrong series" });
}

const counted = async (ctx: Context, seriesId: string, asOf?: string) =>
  (await listSnapshots(ctx, { seriesId, asOf })).rows.map((row) => [row.period, row.source, row.numerator]);

const minutes = (ctx: Context, count: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 60_000).toISOString());

describeOnEveryDatabase("retractSnapshots", (open) => {
  it("leaves no value, keeps what was known before, and the next number is the next revision", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await log(ctx, seriesId, "12.50");
    const told = await retract(minutes(ctx, 1), seriesId, 1);
    expect(told.rows).toEqual([{ seriesId, period, revision: 2, beside: null, now: null }]);
    expect(await counted(ctx, seriesId)).toEqual([]);
    expect(await counted(ctx, seriesId, secondAfter(ctx))).toEqual([[period, "shop", "12.5"]]);
    expect(await getSeries(ctx, { seriesId })).toMatchObject({ periods: 0, lastPeriod: null });
    expect((await getLogSheet(ctx, { period })).rows[0]).toMatchObject({
      current: null,
      takenBack: { reason: "logged on the wrong series", recordedBy: "Local administrator" },
    });
    const again = await log(minutes(ctx, 2), seriesId, "12.5", "by hand");
    expect(again.rows[0]).toMatchObject({ result: "new", revision: 3, before: null });
    const { rows } = await listSnapshotRevisions(ctx, { seriesId, period });
    expect(rows.map((row) => [row.revision, row.numerator, row.ratio, row.retraction])).toEqual([
      [1, "12.5", 0.03125, null],
      [2, null, null, "logged on the wrong series"],
      [3, "12.5", 0.03125, null],
    ]);
    expect(await getSeries(ctx, { seriesId })).toMatchObject({ periods: 1, lastPeriod: period });
    expect((await checkLedger(ctx.db)).faults).toEqual([]);
  });

  it("brings back what stood before where it is asked to, and says so in the audit chain", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await log(ctx, seriesId, "12");
    await log(ctx, seriesId, "13");
    const told = await retract(ctx, seriesId, 2, { restore: true });
    expect(told.rows[0]).toMatchObject({ revision: 3, now: { numerator: "12", source: "shop" } });
    expect(await retract(ctx, seriesId, 3, { restore: true })).toMatchObject({
      rows: [{ now: { numerator: "13" } }],
    });
    const { rows } = await listAuditEntries(ctx, { limit: 1 });
    expect(rows[0]).toMatchObject({
      action: "retractSnapshots",
      noun: "snapshots",
      objectId: seriesId,
      reason: "logged on the wrong series",
      before: { snapshots: [{ revision: 3, numerator: "12" }] },
      after: { snapshots: [{ revision: 4, numerator: "13" }] },
    });
    expect(await verifyAudit(ctx, {})).toMatchObject({ kind: "whole" });
  });

  it("takes back all of the rows or none, and refuses what somebody changed meanwhile", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await log(ctx, seriesId, "12");
    await log(ctx, seriesId, "9", "shop", week(21));
    await log(ctx, seriesId, "13");
    const rows = [
      { seriesId, period: week(21), revision: 1 },
      { seriesId, period, revision: 1 },
      { seriesId, period: week(22), revision: 1 },
    ];
    const refused = retractSnapshots(ctx, { snapshots: rows, restore: false, reason: "twice" });
    await expect(refused).rejects.toMatchObject({
      kind: "conflict",
      details: [
        { row: 1, message: expect.stringContaining("is at revision 2 by Local administrator"), seen: "1" },
        { row: 2, message: "Nothing was logged for 2026-W22.", seen: "1" },
      ],
    });
    expect(await counted(ctx, seriesId)).toHaveLength(2);
    await retract(ctx, seriesId, 2);
    await expect(retract(ctx, seriesId, 3)).rejects.toMatchObject({
      details: [{ message: expect.stringContaining("was taken back by Local administrator") }],
    });
  });

  it("refuses a closed month, who is only a viewer, and another organisation's series", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await log(ctx, seriesId, "12", "shop", week(19));
    await closePeriod(ctx, { month: "2026-05" });
    await expect(retract(ctx, seriesId, 1, { of: week(19) })).rejects.toMatchObject({
      kind: "period-closed",
      details: [{ field: "snapshots[0].period", seen: week(19) }],
    });
    const viewer = { ...ctx, actor: { ...ctx.actor, role: "viewer" as const } };
    await expect(retract(viewer, seriesId, 1)).rejects.toMatchObject({ kind: "forbidden" });
    const elsewhere = { ...ctx, organisationId: "demo" };
    await expect(retract(elsewhere, seriesId, 1)).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "snapshots[0].seriesId" }],
    });
  });

  it("leaves a second source alone, and takes back what one says beside", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await log(ctx, seriesId, "12");
    await log(ctx, seriesId, "11", "export");
    await log(ctx, seriesId, "10", "export");
    await retract(ctx, seriesId, 2, { beside: "export", restore: true });
    const beside = async () =>
      (await listSourceComparisons(ctx, { limit: 9 })).rows.flatMap((row) =>
        row.beside.map(({ source, numerator }) => [source, numerator]),
      );
    expect(await beside()).toEqual([["export", "11"]]);
    await retract(ctx, seriesId, 1);
    expect(await counted(ctx, seriesId)).toEqual([]);
    expect(await beside()).toEqual([["export", "11"]]);
    await log(ctx, seriesId, "12", "by hand");
    expect(await beside()).toEqual([["export", "11"]]);
    await retract(ctx, seriesId, 3, { beside: "export" });
    expect(await beside()).toEqual([]);
    expect((await log(ctx, seriesId, "9", "export")).rows[0]).toMatchObject({
      result: "beside",
      revision: 5,
    });
    expect(await counted(ctx, seriesId)).toEqual([[period, "by hand", "12"]]);
  });

  it("undoes what took another source's place, and naming a source brings back nothing of it", async () => {
    const { ctx, seriesId } = await openSeries(open);
    await log(ctx, seriesId, "12");
    await log(ctx, seriesId, "11", "export");
    await nameSource(ctx, { seriesId, source: "export" });
    expect(await counted(ctx, seriesId)).toEqual([[period, "export", "11"]]);
    await log(ctx, seriesId, "10", "export");
    await retract(ctx, seriesId, 3, { restore: true });
    expect(await counted(ctx, seriesId)).toEqual([[period, "export", "11"]]);
    await retract(ctx, seriesId, 4);
    await nameSource(ctx, { seriesId, source: null });
    await nameSource(ctx, { seriesId, source: "export" });
    expect(await counted(ctx, seriesId)).toEqual([]);
    // The other one's number stands beside still, and counts as soon as it is named.
    expect(await nameSource(ctx, { seriesId, source: "shop" })).toMatchObject({ taken: [period] });
    expect(await counted(ctx, seriesId)).toEqual([[period, "shop", "12"]]);
  });

  it("takes the period out of the figures, tells the frozen baseline, and what was known stays known", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId, baselineId } = await makeValuedInitiative(ctx);
    const before = await evaluateInitiative(ctx, { initiativeId, asOf: secondAfter(ctx) });
    await getPortfolio(ctx, {});
    const later = minutes(ctx, 1);
    await retract(later, seriesId, 1, { of: "2026-W16" });
    await retract(later, seriesId, 1, { of: "2026-W10" });
    const now = await evaluateInitiative(later, { initiativeId });
    const weeks = (evaluation: typeof now) =>
      evaluation.benefits[0]?.points.filter(({ side }) => side === "after").map((point) => point.period);
    expect(weeks(before)).toContain("2026-W16");
    expect(weeks(now)).not.toContain("2026-W16");
    expect(now.figures.measuredValue.value).not.toBe(before.figures.measuredValue.value);
    expect(await getBaseline(later, { baselineId })).toMatchObject({ correctedSince: ["2026-W10"] });
    const known = await evaluateInitiative(later, { initiativeId, asOf: secondAfter(ctx) });
    expect(known.figures).toEqual(before.figures);
    expect(weeks(known)).toEqual(weeks(before));
    expect(await getPortfolio(later, {})).toEqual(await freshPortfolio(later, {}));
  });

  it("shows the last deed, and at any instant what was known then, whatever the order", async () => {
    const ctx = await openLedger(open);
    let made = 0;
    const deed = record({
      week: integer({ min: 20, max: 21 }),
      what: oneof(
        record({ do: constant("log" as const), numerator: integer({ min: 1, max: 3 }) }),
        record({ do: constantFrom("retract" as const, "undo" as const) }),
      ),
    });
    await assert(
      asyncProperty(array(deed, { minLength: 2, maxLength: 9 }), async (deeds) => {
        const { seriesId } = await createSeries(ctx, { kpiKey: "conversion-rate", scope: `Shop ${made++}` });
        const known = new Map<string, (string | null)[]>();
        const refusals: [was: boolean, wanted: boolean][] = [];
        const states: [string, string[][]][] = [];
        for (const [place, { week: number, what }] of deeds.entries()) {
          const then = at(ctx, new Date(Date.parse(ctx.now) + (made * 60 + place) * 1000).toISOString());
          const of = week(number);
          const values = known.get(of) ?? [];
          const last = values.at(-1) ?? null;
          if (what.do === "log") {
            await log(then, seriesId, String(what.numerator), "shop", of);
            if (last !== String(what.numerator)) values.push(String(what.numerator));
          } else {
            const restore = what.do === "undo";
            const answer = retract(then, seriesId, values.length, { of, restore });
            const isRefused = await answer.then(
              () => false,
              () => true,
            );
            refusals.push([isRefused, last === null]);
            if (last !== null) values.push(restore ? (values.at(-2) ?? null) : null);
          }
          known.set(of, values);
          const shown = [...known].toSorted(([a], [b]) => (a < b ? -1 : 1));
          const state = shown.flatMap(([name, all]) => {
            const value = all.at(-1) ?? null;
            return value === null ? [] : [[name, "shop", value]];
          });
          expect(await counted(ctx, seriesId)).toEqual(state);
          states.push([new Date(Date.parse(then.now) + 500).toISOString(), state]);
        }
        expect(refusals.every(([was, wanted]) => was === wanted)).toBe(true);
        for (const [instant, state] of states) expect(await counted(ctx, seriesId, instant)).toEqual(state);
      }),
      { numRuns: 15 },
    );
    expect((await checkLedger(ctx.db)).faults).toEqual([]);
  });
});
