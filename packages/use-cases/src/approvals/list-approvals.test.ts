import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { beforeEach, expect, it } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { unfreezeBaseline } from "../baselines/unfreeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { withdrawBenefit } from "../benefits/withdraw-benefit.ts";
import { addCaseVersion } from "../business-cases/add-case-version.ts";
import { submitCaseVersion } from "../business-cases/submit-case-version.ts";
import { withdrawCaseVersion } from "../business-cases/withdraw-case-version.ts";
import type { Context } from "../context.ts";
import { makeSubmittedCase } from "../testing/example-case.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { join } from "../testing/join.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { listApprovals } from "./list-approvals.ts";

const interventionStart = "2026-W15";
const worth = { unitValue: "50", attribution: "0.8" };

describeOnEveryDatabase("listApprovals", (open) => {
  let ada: Context;
  let grace: Context;
  let vic: Context;
  let initiativeId: string;
  let seriesId: string;

  beforeEach(async () => {
    const ledger = await openLedger(open);
    ada = await join(ledger, "Ada", "admin");
    grace = await join(ledger, "Grace", "finance");
    vic = await join(ledger, "Vic", "viewer");
    ({ initiativeId } = await makeInitiative(ada));
    seriesId = await makeSeriesWithHistory(ada, 3);
  });

  const waiting = async (ctx: Context) => (await listApprovals(ctx, { limit: 100 })).rows;
  const waitingFor = async (ctx: Context) =>
    (await waiting(ctx)).map(({ kind, decision }) => `${kind}: ${decision}`);

  it("tells of drafts and of what benefits are worth, who asked, and whether the caller may decide", async () => {
    const draft = await draftBaseline(ada, { seriesId, interventionStart });
    const benefit = await addBenefit(grace, { initiativeId, seriesId, assumptions: worth });
    const shared = {
      businessCase: null,
      gateReview: null,
      guardrails: null,
      seriesId,
      kpiKey: "conversion-rate",
      initiativeId,
      initiative: "Lead scoring",
    };
    expect(await waiting(grace)).toEqual([
      {
        ...shared,
        kind: "baseline",
        objectId: draft.baselineId,
        version: 1,
        what: "Baseline of Conversion rate, Shop",
        askedBy: "Ada",
        askedAt: draft.draftedAt,
        decision: "yours",
        approvers: ["Grace"],
        baseline: {
          interventionStart,
          preFrom: "2026-W12",
          preTo: "2026-W14",
          rung: draft.rung,
          reasons: draft.reasons,
        },
        assumptions: null,
      },
      {
        ...shared,
        kind: "assumptions",
        objectId: benefit.benefitId,
        version: 1,
        what: "What Conversion rate, Shop is worth",
        askedBy: "Grace",
        askedAt: benefit.assumptionsRecordedAt,
        decision: "own",
        approvers: ["Ada"],
        baseline: null,
        assumptions: worth,
      },
    ]);
    expect(await waitingFor(ada)).toEqual(["baseline: own", "assumptions: yours"]);
    expect(await waitingFor(vic)).toEqual(["baseline: finance", "assumptions: finance"]);
    const mine = await listApprovals(ada, { limit: 100, decision: "yours" });
    expect(mine.rows.map(({ objectId }) => objectId)).toEqual([benefit.benefitId]);
  });

  it("lets go of a draft that is frozen, or that another took the place of, and takes up what is unfrozen", async () => {
    const first = await draftBaseline(ada, { seriesId, interventionStart });
    const second = await draftBaseline(ada, { seriesId, interventionStart });
    const told = async () => (await waiting(grace)).map(({ objectId }) => objectId);
    expect(await told()).toEqual([second.baselineId]);
    // The earlier draft says the same: with it, neither waits any more.
    const frozen = await freezeBaseline(grace, first);
    expect(await told()).toEqual([]);
    const redraft = await unfreezeBaseline(ada, { ...frozen, reason: "A promotion in the first week" });
    expect(await told()).toEqual([redraft.baselineId]);
    const other = await draftBaseline(ada, { seriesId, interventionStart: "2026-W14" });
    expect(await told()).toEqual([redraft.baselineId, other.baselineId]);
  });

  it("does not tell of a draft without a period, nor of a benefit with nothing to approve or none any more", async () => {
    const empty = await makeSeriesWithHistory(ada, 0, "Town");
    await draftBaseline(ada, { seriesId: empty, interventionStart });
    await addBenefit(ada, { initiativeId, seriesId: empty, assumptions: {} });
    const benefit = await addBenefit(ada, { initiativeId, seriesId, assumptions: worth });
    expect(await waitingFor(grace)).toEqual(["assumptions: yours"]);
    await withdrawBenefit(ada, { ...benefit, reason: "Measured elsewhere" });
    expect(await waitingFor(grace)).toEqual([]);
  });

  it("grows with what there is and never with how often it was asked for, since all of it is read at once", async () => {
    const { benefitId } = await addBenefit(ada, { initiativeId, seriesId, assumptions: worth });
    let draft = await makeSubmittedCase(ada);
    for (const round of [1, 2, 3, 4]) {
      // Drafts of the same start, another worth of the same benefit, another version of the same case.
      await draftBaseline(ada, { seriesId, interventionStart });
      await draftBaseline(ada, { seriesId, interventionStart, from: "2026-W13" });
      const assumptions = { ...worth, unitValue: String(50 + round) };
      await changeBenefit(ada, { benefitId, version: round, assumptions });
      const { caseId, number } = await withdrawCaseVersion(ada, { ...draft, reason: "One more look" });
      draft = await submitCaseVersion(ada, await addCaseVersion(ada, { caseId, from: number }));
    }
    // A draft a series and start, one a benefit, one a case; and of an initiative a review of its gate and its guardrails.
    expect((await waitingFor(grace)).toSorted()).toEqual([
      "assumptions: yours",
      "baseline: yours",
      "business-case: yours",
    ]);
  });

  it("lets whoever did not set a worth record it once more as approved, and nobody who set it", async () => {
    const { benefitId, version } = await addBenefit(ada, { initiativeId, seriesId, assumptions: worth });
    const approve = (ctx: Context, unitValue = "50.0") => {
      const assumptions = { ...worth, unitValue, approvedBy: ctx.actor.name };
      return changeBenefit(ctx, { benefitId, version, assumptions });
    };
    await expect(approve(ada)).rejects.toMatchObject({ kind: "own-approval" });
    // With another worth it is Grace's own.
    await expect(approve(grace, "60")).rejects.toMatchObject({
      kind: "own-approval",
      message: expect.stringContaining("Grace sets this one"),
    });
    await expect(
      changeBenefit(grace, { benefitId, version, assumptions: { ...worth, approvedBy: "Ada" } }),
    ).rejects.toThrow("Ada set this one. Name somebody else. Grace may.");
    expect(await approve(grace)).toMatchObject({ assumptions: { approvedBy: "Grace" } });
    expect(await waiting(grace)).toEqual([]);
  });
});
