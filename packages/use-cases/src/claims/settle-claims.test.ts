import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { listAuditEntries } from "@liftledger/database/audit-entries";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { listBenefits } from "../benefits/list-benefits.ts";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { onlyRow } from "../only-row.ts";
import type { ClaimingTask } from "../testing/claim-on-word.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { getSeriesClaims } from "./get-series-claims.ts";

/** Two initiatives that began in 2026-W15, and a series for both. */
async function makeTwo(ctx: Context) {
  const first = await makeInitiative(ctx, "Scoring");
  const second = await makeInitiative(ctx, "Chat");
  const seriesId = await makeSeriesWithHistory(ctx, 3);
  const claim = ({ initiativeId }: { initiativeId: string }, assumptions: object, proRata?: true) =>
    addBenefit(ctx, { initiativeId, seriesId, assumptions, proRata });
  return { first, second, seriesId, claim };
}

const contributor = (ctx: Context): Context => ({
  ...ctx,
  actor: { personId: "ada", name: "Ada", role: "contributor" },
});

describeOnEveryDatabase("claims of a series", (open) => {
  it("can be taken over in the period after the last that is claimed, and not before", async () => {
    const ctx = await openLedger(open);
    const { first, second, seriesId, claim } = await makeTwo(ctx);
    const { benefitId } = await claim(first, { attribution: "1", claimUntil: "2026-W20" });
    await expect(claim(second, { attribution: "0.4" })).rejects.toMatchObject({
      kind: "claims-exceeded",
      message: expect.stringContaining(
        "Scoring 100%. 0% is left, 40% was asked for. In 2026-W15 to 2026-W20.",
      ),
      details: [
        {
          field: "assumptions.attribution",
          message:
            "Conversion rate (Shop), 2026-W15 to 2026-W20: 140% is claimed, Scoring 100%, Chat 40%. 0% is left.",
        },
        { field: "proRata", message: expect.stringContaining("Scoring 71.4285714286% instead of 100%") },
      ],
    });
    const { baselineId } = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W21" });
    const later = { seriesId, baselineId, assumptions: { attribution: "0.4" } };
    const { benefitId: taken } = await addBenefit(ctx, { ...later, initiativeId: second.initiativeId });
    expect((await getSeriesClaims(ctx, { seriesId })).stretches).toMatchObject([
      { label: "2026-W15 to 2026-W20", claimed: "1", unclaimed: "0" },
      { label: "2026-W21 and later", held: [{ initiative: "Chat", share: "0.4" }], unclaimed: "0.6" },
    ]);
    // No end any more, or an earlier start: both claim periods that are somebody else's.
    const open1 = { benefitId, version: 1, assumptions: { attribution: "1" } };
    await expect(changeBenefit(ctx, open1)).rejects.toMatchObject({ kind: "claims-exceeded" });
    const earlier = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W20" });
    const moved = { benefitId: taken, version: 1, baselineId: earlier.baselineId };
    await expect(changeBenefit(ctx, moved)).rejects.toMatchObject({ kind: "claims-exceeded" });
    expect((await changeBenefit(ctx, { ...moved, proRata: true })).assumptions.attribution).toBe(
      "0.285714285714",
    );
  });

  it("end in a period of the series, and not before they begin", async () => {
    const ctx = await openLedger(open);
    const { first, claim } = await makeTwo(ctx);
    const wrong = { "2026-05": "no week", "2026-W14": "begins in 2026-W15", "2025-W53": "no period" };
    for (const [claimUntil, words] of Object.entries(wrong)) {
      await expect(claim(first, { claimUntil })).rejects.toMatchObject({
        kind: "invalid-request",
        details: [{ field: "assumptions.claimUntil", message: expect.stringContaining(words) }],
      });
    }
  });

  it("are scaled pro rata when finance asks for it, and say so wherever they are read", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId, benefitId } = await makeValuedInitiative(ctx, "Scoring");
    const { initiativeId: second } = await makeInitiative(ctx, "Chat");
    const chat = { initiativeId: second, seriesId, assumptions: { attribution: "0.4" } };
    await expect(addBenefit(contributor(ctx), { ...chat, proRata: true })).rejects.toMatchObject({
      kind: "forbidden",
    });
    const later = at(ctx, "2026-06-24T13:00:00.000Z");
    const granted = await addBenefit({ ...later, newId: () => "chat" }, { ...chat, proRata: true });
    expect(granted).toMatchObject({
      assumptions: { attribution: "0.333333333333" },
      scaled: {
        asked: "0.4",
        reason: expect.stringContaining("40% was claimed; together more than the whole"),
      },
    });
    const scoring = onlyRow((await listBenefits(ctx, { initiativeId })).rows);
    const reason = expect.stringContaining("80% was claimed");
    expect(scoring).toMatchObject({
      version: 2,
      assumptionsVersion: 2,
      assumptions: { attribution: "0.666666666667", unitValue: "50", approvedBy: "Grace" },
      scaled: { asked: "0.8", reason },
    });
    const { rows } = await listAuditEntries(ctx.db.read, ctx.organisationId, { limit: 2 });
    expect(rows).toMatchObject([
      { action: "addBenefit", objectId: "chat", reason: expect.stringContaining("40% was claimed") },
      { action: "addBenefit", objectId: benefitId, reason },
    ]);
    const figureId = `benefit/${benefitId}/measured-value`;
    const explained = JSON.stringify((await explainFigure(later, { figureId })).tree);
    expect(explained).toContain("80% was claimed; together more than the whole of Conversion rate (Scoring)");
    expect(explained).toContain("0.666666666667");
    // What was known before is as it was; so is the report of it.
    const before = await evaluateInitiative(ctx, { initiativeId, asOf: secondAfter(ctx) });
    expect(before.benefits[0]).toMatchObject({ assumptions: { attribution: "0.8" }, scaled: null });
    expect(before.benefits[0]?.claims.stretches).toMatchObject([{ claimed: "0.8", unclaimed: "0.2" }]);
    const now = await evaluateInitiative(later, { initiativeId });
    expect(now.benefits[0]?.claims.stretches).toMatchObject([{ claimed: "1", unclaimed: "0" }]);
  });

  it("count no period after their end, neither in money nor as due", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, benefitId } = await makeValuedInitiative(ctx);
    const whole = await evaluateInitiative(ctx, { initiativeId });
    const { assumptions } = onlyRow((await listBenefits(ctx, { initiativeId })).rows);
    const ended = { ...assumptions, claimUntil: "2026-W22" };
    await changeBenefit(at(ctx, "2026-06-24T13:00:00.000Z"), { benefitId, version: 1, assumptions: ended });
    const later = at(ctx, "2026-06-24T13:00:00.000Z");
    const evaluated = await evaluateInitiative(later, { initiativeId });
    const [benefit] = evaluated.benefits;
    expect([whole.benefits[0]?.maturePeriods, benefit?.maturePeriods]).toEqual([10, 8]);
    expect(evaluated.coverage.benefit).toBe(1);
    // The units are those of the day on which the last claimed week counted.
    const then = await evaluateInitiative(ctx, { initiativeId, until: "2026-06-07", asOf: secondAfter(ctx) });
    expect(benefit?.incrementalUnits?.value).toBe(then.benefits[0]?.incrementalUnits?.value);
    expect(benefit?.incrementalUnits?.value).toBeLessThan(whole.benefits[0]?.incrementalUnits?.value ?? 0);
  });

  it("are won by one of two processes that race for the last 40%", async () => {
    const ctx = await openLedger(open);
    const { first, second, seriesId, claim } = await makeTwo(ctx);
    await claim(first, { attribution: "0.6" });
    const location = ctx.db.location;
    const task = { location, initiativeId: second.initiativeId, seriesId, attribution: "0.4" };
    const racers = ["one", "two"].map((prefix) => claimInAnotherProcess({ ...task, prefix }));
    const lines = racers.map((racer) => createInterface(racer.stdout)[Symbol.asyncIterator]());
    const said = () => Promise.all(lines.map(async (line) => (await line.next()).value as string));
    expect(await said()).toEqual(["ready", "ready"]);
    for (const racer of racers) racer.stdin.write("now\n");
    expect((await said()).toSorted()).toEqual(["claimed", "claims-exceeded"]);
    const { stretches } = await getSeriesClaims(ctx, { seriesId });
    expect(stretches).toMatchObject([{ claimed: "1", unclaimed: "0" }]);
    expect(stretches[0]?.held).toHaveLength(2);
  });
});

function claimInAnotherProcess(task: ClaimingTask) {
  const program = join(import.meta.dirname, "../testing/claim-on-word.ts");
  return spawn(process.execPath, [program, JSON.stringify(task)], { stdio: ["pipe", "pipe", "inherit"] });
}
