import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { addPeriods } from "@liftledger/kpis/period";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { verifyAudit } from "../audit/verify-audit.ts";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { listApprovals } from "../approvals/list-approvals.ts";
import { getSeriesClaims } from "../claims/get-series-claims.ts";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { onlyRow } from "../only-row.ts";
import { closePeriod } from "../periods/close-period.ts";
import { reopenPeriod } from "../periods/reopen-period.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, colleague, openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { createValuePool } from "../value-pools/create-value-pool.ts";
import { addBenefit } from "./add-benefit.ts";
import { changeBenefit } from "./change-benefit.ts";
import { listBenefits } from "./list-benefits.ts";
import { withdrawBenefit } from "./withdraw-benefit.ts";

const minutes = (ctx: Context, count: number): Context =>
  at(ctx, new Date(Date.parse(ctx.now) + count * 60_000).toISOString());

/** A valued initiative of which April and May are closed: W22 ends with May, W23 is the first open week. */
async function openClosed(open: Parameters<typeof openLedger>[0]) {
  const ctx = await openLedger(open);
  const valued = await makeValuedInitiative(ctx, "Scoring");
  const other = await makeInitiative(ctx, "Chat");
  // So that the money of June counts as well.
  const june = { category: "licences", month: "2026-06", amount: "400", currency: "EUR" } as const;
  const costLines = [{ ...june, kind: "actual" as const, source: "ledger" }];
  await addCostLines(ctx, { initiativeId: valued.initiativeId, costLines });
  await closePeriod(minutes(ctx, 1), { month: "2026-04" });
  await closePeriod(minutes(ctx, 2), { month: "2026-05" });
  let passed = 2;
  const benefitOf = async (initiativeId = valued.initiativeId) =>
    onlyRow((await listBenefits(ctx, { initiativeId })).rows);
  const { assumptions: first } = await benefitOf();
  return {
    ...valued,
    ctx,
    other,
    first,
    benefitOf,
    next: () => minutes(ctx, ++passed),
    async change(
      changes: Partial<Parameters<typeof changeBenefit>[1]>,
      by: (of: Context) => Context = (of) => of,
    ) {
      const { benefitId, version } = await benefitOf();
      return changeBenefit(by(minutes(ctx, ++passed)), { benefitId, version, ...changes });
    },
    /** What the closed months are worth when they are valued anew, as everything is known now. */
    closed: async () => {
      const now = minutes(ctx, passed + 1);
      const figures = [];
      for (const until of ["2026-04-30", "2026-05-31"]) {
        const { figures: own } = await evaluateInitiative(now, { initiativeId: valued.initiativeId, until });
        const { figures: all } = await getPortfolio(now, { until, asOf: now.now });
        // When it is asked is all that may differ.
        figures.push(
          [own, all].map((group) =>
            Object.values(group).map((figure) => (figure === null ? null : { ...figure, asOf: "" })),
          ),
        );
      }
      return figures;
    },
  };
}

const refusedBy = (field: string, message = /2026-0[45] was closed by .* can reopen/) => ({
  kind: "period-closed",
  message: expect.stringMatching(message),
  details: [{ field }],
});

describeOnEveryDatabase("assumptions and closed months", (open) => {
  it("leave what a closed month is worth as it was, in every way that is allowed", async () => {
    const { ctx, change, closed, first, other, seriesId, initiativeId, next, benefitOf, benefitId } =
      await openClosed(open);
    const before = await closed();
    expect(
      Number(before[1]?.[0]?.find((figure) => figure?.figureId.endsWith("/realised-value"))?.value),
    ).toBeGreaterThan(0);
    const june = async () => (await evaluateInitiative(next(), { initiativeId })).figures.realisedValue.value;
    const inJune = await june();
    const same = async () => expect(await closed()).toEqual(before);
    // Once more the same, with another who stands for it.
    const { approvedBy: _approvedBy, ...unapproved } = first;
    await change({ assumptions: unapproved });
    await same();
    await change({ assumptions: { ...unapproved, approvedBy: "colleague" } }, colleague);
    await same();
    expect(await june()).toBe(inJune);
    const validFrom = "2026-W23";
    const ways = [
      { unitValue: "70" },
      { attribution: "0.3" },
      { confidence: "0.5", confidenceReason: "seasonal" },
      { realisation: { accepted: "0.5", redeployed: "0.25", cashed: "0.25" } },
      { unitValue: "90" },
      { claimUntil: "2026-W22" },
      {},
    ];
    const worth = new Set([inJune]);
    for (const way of ways) {
      await change({ assumptions: { ...unapproved, validFrom, ...way } });
      await same();
      worth.add(await june());
    }
    // Each of them moved June but the last, which says again what was said first.
    expect(worth.size).toBe(ways.length);
    expect(await june()).toBe(inJune);
    // Two stretches, the later of them anew, and nothing from then on.
    await change({ assumptions: { ...unapproved, validFrom: "2026-W24", unitValue: "60" } });
    await change({ assumptions: { validFrom: "2026-W25" } });
    await same();
    expect((await benefitOf()).stretches.map(({ from, until }) => [from, until])).toEqual([
      [null, "2026-W22"],
      ["2026-W23", "2026-W23"],
      ["2026-W24", "2026-W24"],
      ["2026-W25", null],
    ]);
    await change({ assumptions: { ...unapproved, validFrom, unitValue: "60" } });
    // Another claims the same lift from now on, and both shrink from then on.
    const chat = { initiativeId: other.initiativeId, seriesId };
    const added = await addBenefit(next(), {
      ...chat,
      assumptions: { ...unapproved, attribution: "0.4", validFrom },
      proRata: true,
    });
    await same();
    expect(added.assumptions).toMatchObject({ attribution: "0.333333333333", validFrom });
    expect(
      (await benefitOf()).stretches.map(({ from, assumptions }) => [from, assumptions.attribution]),
    ).toEqual([
      [null, "0.8"],
      ["2026-W23", "0.666666666667"],
    ]);
    expect((await getSeriesClaims(next(), { seriesId })).stretches).toMatchObject([
      { label: "2026-W15 to 2026-W22", claimed: "0.8" },
      { label: "2026-W23 and later", claimed: "1", unclaimed: "0" },
    ]);
    await withdrawBenefit(next(), {
      benefitId: added.benefitId,
      version: added.version,
      reason: "a mistake",
    });
    await same();
    // A contributor's draft of a claim, not valued yet, blocks no month before it.
    await addBenefit(next(), { ...chat, assumptions: { validFrom } });
    await same();
    const explained = await explainFigure(next(), { figureId: `benefit/${benefitId}/measured-value` });
    const text = JSON.stringify(explained.tree);
    expect(text).toContain("counts up to 2026-W22, approved by colleague");
    expect(text).toContain("counts from 2026-W23, not approved");
    expect(await verifyAudit(ctx)).toMatchObject({ kind: "whole" });
  });

  it("refuse what would change a closed month, and say from when on it may count", async () => {
    const { change, closed, first, other, seriesId, next, benefitOf } = await openClosed(open);
    const before = await closed();
    const { approvedBy: _approvedBy, ...terms } = first;
    const dearer = { ...terms, unitValue: "70" };
    const wrong: [object, string][] = [
      [{ ...terms, unitValue: "70" }, "assumptions.validFrom"],
      [{ ...terms, attribution: "0.3" }, "assumptions.validFrom"],
      [{ ...terms, confidence: "0.9", confidenceReason: "seasonal" }, "assumptions.validFrom"],
      [{ ...terms, realisation: { accepted: "1", redeployed: "0", cashed: "0" } }, "assumptions.validFrom"],
      [{}, "assumptions.validFrom"],
      [{ ...dearer, validFrom: "2026-W22" }, "assumptions.validFrom"],
      [{ ...dearer, validFrom: "2026-W10" }, "assumptions.validFrom"],
      [{ ...terms, claimUntil: "2026-W21" }, "assumptions.claimUntil"],
      [{ ...terms, claimUntil: "2026-W16", validFrom: "2026-W23" }, "assumptions.claimUntil"],
    ];
    for (const [assumptions, field] of wrong)
      await expect(change({ assumptions })).rejects.toMatchObject(refusedBy(field));
    await expect(change({ assumptions: { ...terms, unitValue: "70" } })).rejects.toThrow(
      "Or let it count from 2026-W23 on, the first week that is open: set validFrom.",
    );
    const later = await draftBaseline(next(), { seriesId, interventionStart: "2026-W20" });
    await expect(change({ baselineId: later.baselineId })).rejects.toMatchObject({ kind: "period-closed" });
    const chat = { initiativeId: other.initiativeId, seriesId };
    for (const assumptions of [{}, { attribution: "0.1" }, { validFrom: "2026-W22" }])
      await expect(addBenefit(next(), { ...chat, assumptions })).rejects.toMatchObject(
        refusedBy("assumptions.validFrom"),
      );
    const { benefitId, version } = await benefitOf();
    await expect(withdrawBenefit(next(), { benefitId, version, reason: "a mistake" })).rejects.toMatchObject({
      kind: "period-closed",
    });
    await expect(change({ assumptions: { validFrom: "2026-07" } })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "assumptions.validFrom", message: expect.stringContaining("is no week") }],
    });
    expect(await closed()).toEqual(before);
    expect(await benefitOf()).toMatchObject({ version: 1, assumptionsVersion: 1 });
    // Opened again it may, and the next close says what that did.
    await reopenPeriod(next(), { month: "2026-05", reason: "a better unit value" });
    await expect(change({ assumptions: { ...terms, unitValue: "70" } })).rejects.toMatchObject(
      refusedBy("assumptions.validFrom", /^This would change what 2026-04 is worth/),
    );
    await change({ assumptions: { ...terms, unitValue: "70", validFrom: "2026-W19" } });
    const after = await closed();
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).not.toEqual(before[1]);
  });

  it("do not take up again a claim that ended, nor scale what is claimed twice in a closed month", async () => {
    const ctx = await openLedger(open);
    const { initiativeId, seriesId } = await makeValuedInitiative(ctx, "Scoring");
    const { seriesId: second } = await makeValuedInitiative(ctx, "Chat");
    const { benefitId, assumptions } = onlyRow((await listBenefits(ctx, { initiativeId })).rows);
    const ended = { ...assumptions, claimUntil: "2026-W18" };
    await changeBenefit(minutes(ctx, 1), { benefitId, version: 1, assumptions: ended });
    for (const month of ["2026-04", "2026-05"]) await closePeriod(minutes(ctx, 2), { month });
    const again = { benefitId, version: 2, assumptions: { ...assumptions, validFrom: "2026-W23" } };
    await expect(changeBenefit(minutes(ctx, 3), again)).rejects.toMatchObject({
      kind: "period-closed",
      details: [
        { field: "assumptions.claimUntil", message: expect.stringContaining("add the benefit anew") },
      ],
    });
    const both = [seriesId, second].map((id) => ({ seriesId: id, segment: [] }));
    const pool = { name: "Money", series: both, kpiKeys: [] };
    await expect(createValuePool(minutes(ctx, 4), pool)).rejects.toMatchObject({ kind: "claims-exceeded" });
    await expect(createValuePool(minutes(ctx, 4), { ...pool, proRata: true })).rejects.toMatchObject({
      kind: "period-closed",
      message: expect.stringMatching(/Shares of a closed month are not scaled\. 2026-04 was closed by/),
    });
  });

  it("are approved at the period they were proposed from, also once its month was closed", async () => {
    const { ctx, change, first, benefitOf } = await openClosed(open);
    const { approvedBy: _approvedBy, ...terms } = first;
    await change({ assumptions: { ...terms, unitValue: "70", validFrom: "2026-W23" } });
    const july = at(ctx, "2026-07-20T12:00:00.000Z");
    await closePeriod(july, { month: "2026-06" });
    const waiting = (await listApprovals(colleague(at(ctx, "2026-07-21T12:00:00.000Z")), { limit: 10 })).rows;
    const asked = waiting.find(({ kind }) => kind === "assumptions");
    const { benefitId, version } = await benefitOf();
    expect(asked?.assumptions).toMatchObject({ unitValue: "70", validFrom: "2026-W23" });
    const approved = await changeBenefit(colleague(at(ctx, "2026-07-21T12:00:00.000Z")), {
      benefitId,
      version,
      assumptions: { ...asked?.assumptions, approvedBy: "colleague" },
    });
    expect(approved.stretches).toMatchObject([
      { from: null, until: "2026-W22", version: 1 },
      { from: "2026-W23", until: null, assumptions: { unitValue: "70", approvedBy: "colleague" } },
    ]);
  });

  it("keep every closed month to the letter through any sequence of changes", async () => {
    const decimal = fc.integer({ min: 0, max: 20 }).map((part) => String(part / 20));
    const step = fc.record({
      from: fc.option(fc.integer({ min: -9, max: 4 })),
      until: fc.option(fc.integer({ min: -9, max: 4 })),
      unitValue: fc.option(fc.integer({ min: 0, max: 90 }).map(String)),
      attribution: fc.option(decimal),
      cashed: decimal,
      kind: fc.constantFrom("change", "change", "change", "add", "withdraw"),
      proRata: fc.boolean(),
    });
    const week = (weeks: number) => addPeriods("2026-W23", weeks);
    const { closed, initiativeId, other, seriesId, next } = await openClosed(open);
    const before = await closed();
    let accepted = 0;
    const steps = fc.sample(step, { numRuns: 60, seed: 20260531 });
    for (const { from, until, unitValue, attribution, cashed, kind, proRata } of steps) {
      const assumptions = {
        confidence: "1",
        realisation: { accepted: "0", redeployed: "0", cashed },
        ...(unitValue === null ? {} : { unitValue }),
        ...(attribution === null ? {} : { attribution }),
        ...(from === null ? {} : { validFrom: week(from) }),
        ...(until === null ? {} : { claimUntil: week(until) }),
      };
      const now = next();
      const claimed = (await listBenefits(now, { initiativeId })).rows;
      const others = (await listBenefits(now, { initiativeId: other.initiativeId })).rows;
      const [benefit] = others.length > 0 && attribution === "0.5" ? others : claimed;
      const deed =
        kind === "add" || benefit === undefined
          ? addBenefit(now, { initiativeId: other.initiativeId, seriesId, assumptions, proRata })
          : kind === "withdraw"
            ? withdrawBenefit(now, {
                benefitId: (others[0] ?? benefit).benefitId,
                version: (others[0] ?? benefit).version,
                reason: "tried",
              })
            : changeBenefit(now, {
                benefitId: benefit.benefitId,
                version: benefit.version,
                assumptions,
                proRata,
              });
      const outcome = await deed.then(
        () => "accepted",
        (error: { kind?: string }) => error.kind ?? String(error),
      );
      if (outcome === "accepted") accepted += 1;
      expect(["accepted", "period-closed", "claims-exceeded", "invalid-request"]).toContain(outcome);
      expect(await closed()).toEqual(before);
    }
    expect(accepted).toBeGreaterThan(10);
  });
});
