import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { changeBenefit } from "../benefits/change-benefit.ts";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { later } from "../testing/open-summer.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { previewClose } from "./preview-close.ts";

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
          {
            rule: "no-frozen-baseline",
            what: "A baseline of Conversion rate (Scoring) was drafted by Local administrator on 2026-06-24 and is not frozen yet: somebody else, of finance, freezes it.",
          },
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
