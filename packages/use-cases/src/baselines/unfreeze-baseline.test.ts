import { listAuditEntries } from "../audit/list-audit-entries.ts";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { checkLedger } from "../maintenance/check-ledger.ts";
import { closePeriod } from "../periods/close-period.ts";
import { listRestatements } from "../periods/list-restatements.ts";
import { reopenPeriod } from "../periods/reopen-period.ts";
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

  it("names the closed months since its start, whose signed figures stay, and which a restatement tells of", async () => {
    const { ctx, initiativeId, baselineId } = await openValued(open);
    for (const month of ["2026-03", "2026-04"]) await closePeriod(ctx, { month });
    const closed = secondAfter(ctx);
    const valued = { initiativeId, until: "2026-04-30" };
    const signed = await evaluateInitiative(ctx, { ...valued, asOf: closed });
    const frozen = await getBaseline(ctx, { baselineId });
    expect(frozen.closedMonths).toEqual(["2026-04"]);
    const now = hours(ctx, 1);
    await unfreezeBaseline(now, { ...frozen, reason });
    expect((await evaluateInitiative(now, { ...valued, asOf: closed })).figures).toEqual(signed.figures);
    await reopenPeriod(hours(ctx, 2), { month: "2026-04", reason: "The baseline was unfrozen" });
    await closePeriod(hours(ctx, 3), { month: "2026-04" });
    expect((await getBaseline(ctx, { baselineId })).closedMonths).toEqual(["2026-04"]);
    const [restated] = (await listRestatements(ctx, {})).rows;
    expect(restated?.initiatives[0]).toMatchObject({ initiativeId, before: {}, after: {} });
    expect(restated?.initiatives[0]?.after?.inputDigest).not.toBe(
      restated?.initiatives[0]?.before?.inputDigest,
    );
  });
});
