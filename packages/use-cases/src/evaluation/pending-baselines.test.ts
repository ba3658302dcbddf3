import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { unfreezeBaseline } from "../baselines/unfreeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import type { Context } from "../context.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { at, colleague, openLedger } from "../testing/open-ledger.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";

const interventionStart = "2026-W15";

/** A benefit on 30 weeks of history that stands on no baseline. */
async function makeClaim(ctx: Context) {
  const { initiativeId } = await makeInitiative(ctx);
  const seriesId = await makeSeriesWithHistory(ctx, 30);
  const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
  return { initiativeId, seriesId, benefitId };
}

/** What an initiative says of the baseline of its one benefit, as of an instant where given. */
async function said(ctx: Context, initiativeId: string, asOf?: string) {
  const { verdict, benefits } = await evaluateInitiative(ctx, { initiativeId, asOf });
  const missing = verdict.missing.find(({ rule }) => rule === "no-frozen-baseline");
  return { what: missing?.what ?? null, pending: benefits[0]?.pendingBaseline ?? null };
}

describeOnEveryDatabase("the baseline that waits for somebody", (open) => {
  it("is the draft that was saved beside a benefit, by whom and since when, until it is frozen and in use", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId, benefitId } = await makeClaim(ctx);
    expect(await said(ctx, initiativeId)).toEqual({
      what: "Draft and freeze a baseline for Conversion rate (Shop).",
      pending: null,
    });
    const next = at(ctx, "2026-06-25T09:00:00.000Z");
    const draft = await draftBaseline(next, { seriesId, interventionStart });
    const drafted = {
      what: "A baseline of Conversion rate (Shop) was drafted by Local administrator on 2026-06-25 and is not frozen yet: somebody else, of finance, freezes it and takes it into use.",
      pending: {
        baselineId: draft.baselineId,
        status: "draft",
        by: "Local administrator",
        at: draft.draftedAt,
      },
    };
    expect(await said(next, initiativeId)).toEqual(drafted);
    const third = at(ctx, "2026-06-26T09:00:00.000Z");
    const frozen = await freezeBaseline(colleague(third), draft);
    expect(await said(third, initiativeId)).toEqual({
      what: "A baseline of Conversion rate (Shop) was frozen by colleague on 2026-06-26 and is not in use here: take it into use, or draft another.",
      pending: { baselineId: draft.baselineId, status: "frozen", by: "colleague", at: frozen.frozenAt },
    });
    // What was known on the day of the draft comes out again, although the row says frozen by now.
    expect(await said(third, initiativeId, "2026-06-25T23:00:00.000Z")).toEqual(drafted);
    expect((await said(third, initiativeId, "2026-06-24T23:00:00.000Z")).pending).toBeNull();
    const { baselineId } = draft;
    await changeBenefit(third, { benefitId, version: 1, baselineId });
    expect(await said(third, initiativeId)).toEqual({ what: null, pending: null });
  });

  it("is a later draft rather than what is frozen, and no draft that was frozen past", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId } = await makeClaim(ctx);
    await draftBaseline(ctx, { seriesId, interventionStart });
    const second = await draftBaseline(ctx, { seriesId, interventionStart, from: "2026-W01" });
    await freezeBaseline(colleague(at(ctx, "2026-06-24T13:00:00.000Z")), second);
    const frozen = await said(ctx, initiativeId);
    expect(frozen.pending).toMatchObject({ baselineId: second.baselineId, status: "frozen" });
    const after = at(ctx, "2026-06-24T14:00:00.000Z");
    const third = await draftBaseline(after, { seriesId, interventionStart });
    expect((await said(after, initiativeId)).pending).toMatchObject({
      baselineId: third.baselineId,
      status: "draft",
    });
  });

  it("is the draft that a benefit stands on once its baseline was unfrozen", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId, benefitId } = await makeClaim(ctx);
    const draft = await draftBaseline(ctx, { seriesId, interventionStart });
    const { baselineId, version } = await freezeBaseline(colleague(ctx), draft);
    await changeBenefit(ctx, { benefitId, version: 1, baselineId });
    const next = at(ctx, "2026-06-25T09:00:00.000Z");
    const again = await unfreezeBaseline(next, { baselineId, version, reason: "a promotion is in it" });
    expect(await said(next, initiativeId)).toEqual({
      what: "A baseline of Conversion rate (Shop) was drafted by Local administrator on 2026-06-25 and is not frozen yet: somebody else, of finance, freezes it.",
      pending: {
        baselineId: again.baselineId,
        status: "draft",
        by: "Local administrator",
        at: again.draftedAt,
      },
    });
  });

  it("is none where nothing was logged before the start, and none of another series", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const seriesId = await makeSeriesWithHistory(ctx, 0);
    await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
    await draftBaseline(ctx, { seriesId, interventionStart });
    const other = await makeSeriesWithHistory(ctx, 30, "Elsewhere");
    await draftBaseline(ctx, { seriesId: other, interventionStart });
    expect(await said(ctx, initiativeId)).toEqual({
      what: "Draft and freeze a baseline for Conversion rate (Shop).",
      pending: null,
    });
  });
});
