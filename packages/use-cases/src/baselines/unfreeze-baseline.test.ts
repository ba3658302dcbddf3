import { listAuditEntries } from "../audit/list-audit-entries.ts";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { checkLedger } from "../maintenance/check-ledger.ts";
import { closePeriod } from "../periods/close-period.ts";
import { listRestatements } from "../periods/list-restatements.ts";
import { reopenPeriods } from "../periods/reopen-periods.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { at, colleague, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { freezeBaseline } from "./freeze-baseline.ts";
import { getBaseline } from "./get-baseline.ts";
import { listBaselines } from "./list-baselines.ts";
import { unfreezeBaseline } from "./unfreeze-baseline.ts";

const reason = "The shop corrected its visits";
const until = "2026-06-24";

const hours = (ctx: Context, count: number) =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 3_600_000).toISOString());

async function openValued(open: Parameters<typeof openLedger>[0]) {
  const ctx = await openLedger(open);
  const valued = await makeValuedInitiative(ctx);
  const { initiativeId, seriesId, baselineId } = valued;
  const correct = (now: Context) =>
    logSnapshots(now, {
      snapshots: [{ seriesId, period: "2026-W10", numerator: "300", denominator: "400" }],
      source: "shop system",
    });
  const evaluated = (now: Context, asOf = secondAfter(now)) =>
    evaluateInitiative(now, { initiativeId, until, asOf });
  return { ctx, ...valued, correct, evaluated, frozen: await getBaseline(ctx, { baselineId }) };
}

describeOnEveryDatabase("unfreezeBaseline", (open) => {
  it("leaves the benefit on a draft of the numbers as they are, and the frozen one as it was", async () => {
    const { ctx, initiativeId, seriesId, baselineId, frozen, correct, evaluated } = await openValued(open);
    const signed = await evaluated(ctx);
    expect(signed.benefits[0]).toMatchObject({ notJudged: null, baseline: { status: "frozen" } });
    await correct(hours(ctx, 1));
    const now = hours(ctx, 2);
    const draft = await unfreezeBaseline(now, { baselineId, version: frozen.version, reason });
    expect(draft).toMatchObject({
      status: "draft",
      version: 1,
      redraftOf: baselineId,
      interventionStart: "2026-W15",
      preFrom: frozen.preFrom,
      draftedBy: "Local administrator",
      correctedSince: [],
    });
    const provisional = await evaluated(now);
    expect(provisional.benefits[0]?.baseline).toMatchObject({ baselineId: draft.baselineId });
    expect(provisional.benefits[0]?.notJudged).toMatchObject({ rule: expect.stringContaining("baseline") });
    const portfolio = await getPortfolio(now, {});
    expect(portfolio.rows[0]?.verdict).toEqual((await evaluateInitiative(now, { initiativeId })).verdict);

    const { rows } = await listBaselines(now, { seriesId });
    expect(rows[0]).toMatchObject({
      baselineId,
      status: "superseded",
      digest: frozen.digest,
      frozenAt: frozen.frozenAt,
      prePeriods: 30,
      superseded: { by: "Local administrator", unfreezeReason: reason },
    });
    const then = await evaluated(now, secondAfter(ctx));
    expect(then.figures).toEqual(signed.figures);
    expect(then.benefits).toEqual(signed.benefits);
    expect(await checkLedger(ctx.db)).toMatchObject({ faults: [] });
  });

  it("can be frozen again by somebody else, on the numbers as corrected, as often as need be", async () => {
    const { ctx, seriesId, baselineId, frozen, correct, evaluated } = await openValued(open);
    const signed = await evaluated(ctx);
    await correct(hours(ctx, 1));
    const { version } = frozen;
    const draft = await unfreezeBaseline(hours(ctx, 2), { baselineId, version, reason });
    await expect(freezeBaseline(hours(ctx, 3), draft)).rejects.toMatchObject({ kind: "own-approval" });
    const again = await freezeBaseline(colleague(hours(ctx, 3)), draft);
    expect(again).toMatchObject({ status: "frozen", version: 2, frozenBy: "colleague" });
    expect(again.digest).not.toBe(frozen.digest);
    const now = await evaluated(hours(ctx, 3));
    expect(now.benefits[0]).toMatchObject({ notJudged: null, baseline: { baselineId: again.baselineId } });
    expect(now.figures.measuredValue.value).not.toBe(signed.figures.measuredValue.value);
    const third = await unfreezeBaseline(colleague(hours(ctx, 4)), { ...again, reason });
    await freezeBaseline(hours(ctx, 5), third);
    const { rows } = await listBaselines(ctx, { seriesId });
    expect(rows.map((row) => [row.status, row.redraftOf])).toEqual([
      ["superseded", null],
      ["superseded", baselineId],
      ["frozen", again.baselineId],
    ]);
    expect((await evaluated(hours(ctx, 5), secondAfter(ctx))).figures).toEqual(signed.figures);
  });

  it("is told in the chain with its reason, before and after", async () => {
    const { ctx, baselineId, frozen } = await openValued(open);
    const { baselineId: draftId } = await unfreezeBaseline(ctx, { ...frozen, reason });
    const { rows } = await listAuditEntries(ctx, { limit: 3 });
    expect(rows).toMatchObject([
      {
        action: "unfreezeBaseline",
        objectId: baselineId,
        reason,
        before: { status: "frozen", digest: frozen.digest },
        after: { status: "superseded", unfreezeReason: reason, digest: frozen.digest },
      },
      { action: "unfreezeBaseline", noun: "benefit", after: { baselineId: draftId } },
      { action: "unfreezeBaseline", objectId: draftId, before: null, after: { redraftOf: baselineId } },
    ]);
  });

  it("is refused to who is not of finance, from another version than the last, and of what is not frozen", async () => {
    const { ctx, frozen } = await openValued(open);
    const contributor = { ...ctx, actor: { ...ctx.actor, role: "contributor" as const } };
    const wanted = { ...frozen, reason };
    await expect(unfreezeBaseline(contributor, wanted)).rejects.toMatchObject({ kind: "forbidden" });
    const stale = unfreezeBaseline(ctx, { ...wanted, version: 1 });
    await expect(stale).rejects.toMatchObject({ name: "LostUpdateError", foundVersion: 2 });
    const draft = await unfreezeBaseline(ctx, wanted);
    for (const one of [wanted, { ...draft, reason }]) {
      await expect(unfreezeBaseline(ctx, one)).rejects.toMatchObject({ kind: "conflict" });
    }
  });

  it("is refused while closed months count it, and restates them once they were reopened at once", async () => {
    const { ctx, initiativeId, baselineId, correct } = await openValued(open);
    for (const month of ["2026-02", "2026-04", "2026-05"]) await closePeriod(ctx, { month });
    const closed = secondAfter(ctx);
    const valued = { initiativeId, until: "2026-05-31" };
    const signed = await evaluateInitiative(ctx, { ...valued, asOf: closed });
    const frozen = await getBaseline(ctx, { baselineId });
    expect(frozen.closedMonths).toEqual(["2026-04", "2026-05"]);
    const refused = {
      kind: "period-closed",
      message: expect.stringMatching(
        /^This would change the figures of the closed months 2026-04 to 2026-05 \(2\), in which Lead scoring is judged by this baseline\. 2026-04 was closed by Local administrator on 2026-06-24\. Somebody with the role finance or admin can reopen 2026-04, with a reason\. Reopen all from 2026-04 on at once, do this again, and close them again: /,
      ),
      details: [{ field: "baselineId", seen: "2026-04" }],
    };
    const chain = (await listAuditEntries(ctx, { limit: 1 })).rows;
    await expect(unfreezeBaseline(hours(ctx, 1), { ...frozen, reason })).rejects.toMatchObject(refused);
    expect((await listAuditEntries(ctx, { limit: 1 })).rows).toEqual(chain);
    expect(await getBaseline(ctx, { baselineId })).toEqual(frozen);
    // February lies before the start, and stays closed.
    const reopened = await reopenPeriods(hours(ctx, 2), { from: "2026-04", reason: "A wrong baseline" });
    expect(reopened.rows.map(({ month, status }) => [month, status])).toEqual([
      ["2026-04", "open"],
      ["2026-05", "open"],
    ]);
    await correct(hours(ctx, 3));
    const draft = await unfreezeBaseline(hours(ctx, 3), { ...frozen, reason });
    // It is frozen before the months are closed again, or not at all.
    await freezeBaseline(colleague(hours(ctx, 4)), draft);
    for (const month of ["2026-04", "2026-05"]) await closePeriod(hours(ctx, 5), { month });
    const again = await evaluateInitiative(hours(ctx, 6), { ...valued, asOf: closed });
    expect(again.figures).toEqual(signed.figures);
    expect(again.benefits).toEqual(signed.benefits);
    const restated = (await listRestatements(ctx, {})).rows;
    expect(restated.map(({ month }) => month).toSorted()).toEqual(["2026-04", "2026-05"]);
    for (const { reason: why, initiatives } of restated) {
      expect(why).toBe("A wrong baseline");
      expect(initiatives[0]?.initiativeId).toBe(initiativeId);
      expect(initiatives[0]?.after?.realisedValue).not.toBe(initiatives[0]?.before?.realisedValue);
    }
  });

  it("is refused of a draft that was left over a close, and not where all of its periods are open", async () => {
    const { ctx, baselineId, frozen } = await openValued(open);
    const draft = await unfreezeBaseline(hours(ctx, 1), { ...frozen, reason });
    await closePeriod(hours(ctx, 2), { month: "2026-03" });
    const again = await freezeBaseline(colleague(hours(ctx, 3)), draft);
    const { baselineId: next } = await unfreezeBaseline(hours(ctx, 4), { ...again, reason });
    await closePeriod(hours(ctx, 5), { month: "2026-04" });
    const late = freezeBaseline(colleague(hours(ctx, 6)), { baselineId: next });
    await expect(late).rejects.toMatchObject({
      kind: "period-closed",
      message: expect.stringMatching(/figures of 2026-04, in which .* Reopen it, do this again, and close/),
    });
    await reopenPeriods(hours(ctx, 7), { from: "2026-01", reason: "The baseline waited for a colleague" });
    expect(await freezeBaseline(colleague(hours(ctx, 8)), { baselineId: next })).toMatchObject({
      status: "frozen",
    });
    expect((await getBaseline(ctx, { baselineId })).status).toBe("superseded");
  });
});
