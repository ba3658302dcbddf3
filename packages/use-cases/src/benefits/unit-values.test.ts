import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { createSeries } from "../series/create-series.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { join } from "../testing/join.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { addBenefit } from "./add-benefit.ts";
import { changeBenefit } from "./change-benefit.ts";
import { listUnitValues } from "./list-unit-values.ts";
import { withdrawBenefit } from "./withdraw-benefit.ts";

const rowsOf = async (ctx: Context, query: { state?: "proposed" } = {}) =>
  (await listUnitValues(ctx, { limit: 100, ...query })).rows;

describeOnEveryDatabase("listUnitValues", (open) => {
  it("says of every benefit who proposed its worth as it stands, who approved it or who may", async () => {
    const ledger = await openLedger(open);
    const [ada, grace] = [await join(ledger, "Ada", "admin"), await join(ledger, "Grace", "finance")];
    const { initiativeId } = await makeInitiative(ada);
    const seriesId = await makeSeriesWithHistory(ada, 3);
    const { benefitId, version } = await addBenefit(ada, { initiativeId, seriesId, assumptions: {} });
    const about = {
      benefitId,
      initiative: "Lead scoring",
      kpiName: "Conversion rate",
      scope: "Shop",
      currency: "EUR",
    };
    expect(await rowsOf(ada)).toMatchObject([{ ...about, state: "unset", proposedBy: null, decision: null }]);

    const assumptions = { unitValue: "50", attribution: "0.8" };
    const proposed = await changeBenefit(grace, { benefitId, version, assumptions });
    const waits = {
      ...about,
      state: "proposed",
      proposedBy: "Grace",
      approvedBy: null,
      assumptionsVersion: 2,
    };
    expect(await rowsOf(grace)).toMatchObject([{ ...waits, decision: "own", approvers: ["Ada"] }]);
    expect(await rowsOf(ada, { state: "proposed" })).toMatchObject([{ ...waits, decision: "yours" }]);

    const approval = { version: proposed.version, assumptions: { ...assumptions, approvedBy: "Ada" } };
    const approved = await changeBenefit(ada, { benefitId, ...approval });
    const stands = { ...about, state: "approved", proposedBy: "Grace", approvedBy: "Ada", decision: null };
    expect(await rowsOf(grace)).toMatchObject([stands]);
    expect(await rowsOf(ada, { state: "proposed" })).toEqual([]);

    await withdrawBenefit(ada, { benefitId, version: approved.version, reason: "Not ours" });
    expect(await rowsOf(ada)).toEqual([]);
  });

  it("tells what carries no money apart from what nobody has set", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const { seriesId } = await createSeries(ctx, { kpiKey: "complaint-rate", scope: "Shop" });
    await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
    expect(await rowsOf(ctx)).toMatchObject([{ state: "no-money", approvedBy: null, decision: null }]);
  });
});
