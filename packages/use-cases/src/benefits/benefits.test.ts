import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { createSeries } from "../series/create-series.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { addBenefit } from "./add-benefit.ts";
import { changeBenefit } from "./change-benefit.ts";
import { listBenefits } from "./list-benefits.ts";

describeOnEveryDatabase("addBenefit", (open) => {
  it("keeps every assumption as it was given, with the approver by name", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const seriesId = await makeSeriesWithHistory(ctx, 3);
    const assumptions = {
      unitValue: "80.5",
      attribution: "0.5",
      confidence: "0.9",
      confidenceReason: "the site moves in May",
      realisation: { accepted: "0.2", redeployed: "0.1", cashed: "0.3" },
      approvedBy: "Grace",
    };
    const made = await addBenefit(ctx, { initiativeId, seriesId, assumptions });
    expect(made).toMatchObject({ initiativeId, seriesId, baselineId: null, version: 1, assumptions });
    expect((await listBenefits(ctx, { initiativeId })).rows).toEqual([made]);
  });

  it("refuses claims of more than the whole and names who holds what", async () => {
    const ctx = await openLedger(open);
    const [first, second] = [await makeInitiative(ctx, "Scoring"), await makeInitiative(ctx, "Chat")];
    const seriesId = await makeSeriesWithHistory(ctx, 3);
    await addBenefit(ctx, {
      initiativeId: first.initiativeId,
      seriesId,
      assumptions: { attribution: "0.7" },
    });
    const claim = { initiativeId: second.initiativeId, seriesId };
    await expect(addBenefit(ctx, { ...claim, assumptions: { attribution: "0.31" } })).rejects.toMatchObject({
      kind: "claims-exceeded",
      message: expect.stringContaining("Scoring 70%. 30% is left, 31% was asked for"),
    });
    await addBenefit(ctx, { ...claim, assumptions: { attribution: "0.3" } });
  });

  it("lets only one of two claims that do not fit together stand, however they race", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const seriesId = await makeSeriesWithHistory(ctx, 3);
    const claim = () => addBenefit(ctx, { initiativeId, seriesId, assumptions: { attribution: "0.6" } });
    const outcomes = await Promise.allSettled([claim(), claim(), claim()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listBenefits(ctx, { initiativeId })).rows).toHaveLength(1);
  });

  it("refuses the baseline of another series, and a series in another currency", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const seriesId = await makeSeriesWithHistory(ctx, 3);
    const other = await makeSeriesWithHistory(ctx, 3, "App");
    const { baselineId } = await draftBaseline(ctx, { seriesId: other, interventionStart: "2026-W15" });
    await expect(addBenefit(ctx, { initiativeId, seriesId, baselineId, assumptions: {} })).rejects.toThrow(
      "The baseline belongs to another series",
    );
    const dollars = { kpiKey: "revenue-per-channel", scope: "US", currency: "USD" };
    const { seriesId: inDollars } = await createSeries(ctx, dollars);
    await expect(addBenefit(ctx, { initiativeId, seriesId: inDollars, assumptions: {} })).rejects.toThrow(
      "there is no exchange rate yet",
    );
    expect((await listBenefits(ctx, { initiativeId })).rows).toEqual([]);
  });

  it("refuses a time KPI where review hours are charged as a cost already, and the other way round", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const { seriesId } = await createSeries(ctx, { kpiKey: "hours-per-asset", scope: "Studio" });
    const review = {
      category: "review-and-rework",
      month: "2026-05",
      amount: "100",
      currency: "EUR",
      kind: "actual",
      source: "test",
    } as const;
    await addCostLines(ctx, { initiativeId, costLines: [review] });
    await expect(addBenefit(ctx, { initiativeId, seriesId, assumptions: {} })).rejects.toThrow("count twice");
    const { initiativeId: other } = await makeInitiative(ctx, "Drafting");
    await addBenefit(ctx, { initiativeId: other, seriesId, assumptions: {} });
    await expect(addCostLines(ctx, { initiativeId: other, costLines: [review] })).rejects.toThrow(
      "count twice",
    );
  });

  it("refuses a cost line of working media beside a KPI that holds the spend", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const { seriesId } = await createSeries(ctx, { kpiKey: "customer-acquisition-cost", scope: "Search" });
    await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
    const media = {
      category: "working-media",
      month: "2026-05",
      amount: "100",
      currency: "EUR",
      kind: "actual",
      source: "test",
    } as const;
    await expect(addCostLines(ctx, { initiativeId, costLines: [media] })).rejects.toThrow(
      "Working media would count twice",
    );
  });
});

describeOnEveryDatabase("changeBenefit", (open) => {
  it("makes a new version of the assumptions that takes the place of the old as a whole", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const seriesId = await makeSeriesWithHistory(ctx, 3);
    const assumptions = { unitValue: "80", attribution: "1" };
    const { benefitId } = await addBenefit(ctx, { initiativeId, seriesId, assumptions });
    // Its own earlier share does not count against it.
    const changed = await changeBenefit(ctx, { benefitId, version: 1, assumptions: { attribution: "0.9" } });
    expect(changed).toMatchObject({ version: 2, assumptionsVersion: 2, assumptions: { attribution: "0.9" } });
    expect(changed.assumptions).not.toHaveProperty("unitValue");
    await expect(changeBenefit(ctx, { benefitId, version: 1, assumptions: {} })).rejects.toMatchObject({
      name: "LostUpdateError",
    });
  });
});
