import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import type { Context } from "../context.ts";
import { evaluateInitiative } from "../evaluation/evaluate-initiative.ts";
import { closePeriod } from "../periods/close-period.ts";
import { at, colleague, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { addBenefit } from "./add-benefit.ts";
import { changeBenefit } from "./change-benefit.ts";
import { listBenefits } from "./list-benefits.ts";
import { withdrawBenefit } from "./withdraw-benefit.ts";

const reason = "claimed by mistake";
const dayLater = (ctx: Context, days = 1): Context =>
  at(ctx, new Date(Date.parse(ctx.now) + days * 86_400_000).toISOString());

async function openValued(open: Parameters<typeof openLedger>[0]) {
  const ctx = await openLedger(open);
  const { initiativeId, seriesId } = await makeValuedInitiative(ctx);
  const [benefit] = (await listBenefits(ctx, { initiativeId })).rows;
  if (benefit === undefined) throw new Error("the example has no benefit");
  const figuresAsOf = async (asOf: string) => {
    const { benefits } = await evaluateInitiative(dayLater(ctx, 9), {
      initiativeId,
      until: "2026-05-31",
      asOf,
    });
    return benefits;
  };
  return { ctx, initiativeId, seriesId, benefit, figuresAsOf };
}

describeOnEveryDatabase("withdrawBenefit", (open) => {
  it("claims nothing from then on, frees the share, and still counts in what was known before", async () => {
    const { ctx, initiativeId, seriesId, benefit, figuresAsOf } = await openValued(open);
    const { benefitId, version } = benefit;
    const before = await figuresAsOf(secondAfter(ctx));
    expect(before.map((one) => one.benefitId)).toEqual([benefitId]);
    const next = dayLater(ctx);
    const withdrawn = await withdrawBenefit(next, { benefitId, version, reason });
    expect(withdrawn).toMatchObject({ withdrawnAt: next.now, version: version + 1 });
    expect((await listBenefits(next, { initiativeId })).rows).toEqual([]);
    expect(await figuresAsOf(secondAfter(next))).toEqual([]);
    expect(await figuresAsOf(secondAfter(ctx))).toEqual(before);
    await addBenefit(next, { initiativeId, seriesId, assumptions: { attribution: "1" } });
  });

  it("refuses a benefit that somebody changed since, and one that is withdrawn already", async () => {
    const { ctx, benefit } = await openValued(open);
    const { benefitId, version } = benefit;
    await expect(withdrawBenefit(ctx, { benefitId, version: version + 1, reason })).rejects.toMatchObject({
      name: "LostUpdateError",
    });
    await withdrawBenefit(ctx, { benefitId, version, reason });
    const refusal = { kind: "conflict", message: expect.stringContaining("was withdrawn on 2026-06-24") };
    const again = { benefitId, version: version + 1 };
    await expect(withdrawBenefit(ctx, { ...again, reason })).rejects.toMatchObject(refusal);
    await expect(changeBenefit(ctx, { ...again, assumptions: {} })).rejects.toMatchObject(refusal);
  });

  it("leaves what a closed month counted, and says how its claim ends; a later one can go", async () => {
    const { ctx, initiativeId, seriesId, benefit } = await openValued(open);
    const { benefitId, version, assumptions } = benefit;
    await closePeriod(ctx, { month: "2026-05" });
    await expect(withdrawBenefit(ctx, { benefitId, version, reason })).rejects.toMatchObject({
      kind: "period-closed",
      message: expect.stringMatching(/^The figures of 2026-05 count this benefit\..*set claimUntil/),
    });
    const next = dayLater(ctx);
    const validFrom = "2026-W23";
    const smaller = { ...assumptions, attribution: "0.1", validFrom };
    await changeBenefit(next, { benefitId, version, assumptions: smaller });
    const claim = { attribution: "0.1", validFrom };
    const added = await addBenefit(next, { initiativeId, seriesId, assumptions: claim });
    const after = { benefitId: added.benefitId, version: added.version, reason };
    expect(await withdrawBenefit(next, after)).toMatchObject({ withdrawnAt: expect.any(String) });
  });

  it("reads the baseline a benefit stood on, though it moved to one of another start since", async () => {
    const { ctx, seriesId, benefit, figuresAsOf } = await openValued(open);
    const other = await draftBaseline(ctx, { seriesId, interventionStart: "2026-W18" });
    await freezeBaseline(colleague(ctx), { baselineId: other.baselineId });
    const before = await figuresAsOf(secondAfter(ctx));
    const { benefitId, version } = benefit;
    const next = dayLater(ctx);
    await changeBenefit(next, { benefitId, version, baselineId: other.baselineId });
    expect(await figuresAsOf(secondAfter(ctx))).toEqual(before);
    expect(await figuresAsOf(secondAfter(next))).not.toEqual(before);
  });
});
