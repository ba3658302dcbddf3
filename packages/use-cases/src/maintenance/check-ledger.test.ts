import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { examplePlan } from "@liftledger/contracts/business-case-examples";
import { approveCaseVersion } from "../business-cases/approve-case-version.ts";
import { makeSubmittedCase } from "../testing/example-case.ts";
import { join } from "../testing/join.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { checkLedger } from "./check-ledger.ts";

describeOnEveryDatabase("checkLedger", (open) => {
  it("finds no fault in a sound ledger and adds each KPI up from its latest revisions", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(ctx);
    const snapshots = [{ seriesId, period: "2026-W15", numerator: "30.5", denominator: "400" }];
    await logSnapshots(ctx, { snapshots, source: "shop system" });
    const { faults, totals } = await checkLedger(ctx.db);
    expect(faults).toEqual([]);
    // 30 weeks before of 20, 21, 22, 23, 24 in turn: 660; 11 weeks since of 30: 330; half a one was added.
    expect(totals).toEqual([
      {
        organisationId: "default",
        kpiKey: "conversion-rate",
        series: 1,
        periods: 41,
        revisions: 42,
        numerator: "990.5",
        denominator: "16400",
      },
    ]);
  });

  it("names the first broken link of an audit chain", async () => {
    const ctx = await openLedger(open);
    await ctx.db.write.updateTable("audit_entries").set({ action: "x" }).where("sequence", "=", 1).execute();
    expect((await checkLedger(ctx.db)).faults).toEqual([
      { place: "audit chain of default", message: expect.stringContaining("Entry 1") },
    ]);
  });

  it("names a business case whose plan is not the one it was approved with", async () => {
    const ctx = await openLedger(open);
    const { caseId, number, version } = await makeSubmittedCase(ctx);
    await approveCaseVersion(await join(ctx, "Grace", "finance"), { caseId, number, version, comment: "" });
    expect((await checkLedger(ctx.db)).faults).toEqual([]);
    const fault = {
      place: `version 1 of business case ${caseId} of default`,
      message: expect.stringContaining("not those it was approved with"),
    };
    const plan = JSON.stringify({ ...examplePlan, horizon: 4 });
    for (const altered of [plan, "{}"]) {
      await ctx.db.write.updateTable("case_versions").set({ plan: altered }).execute();
      expect((await checkLedger(ctx.db)).faults).toEqual([fault]);
    }
  });

  it("names a missing revision, a number that is none, and a baseline whose revisions were altered", async () => {
    const ctx = await openLedger(open);
    const { seriesId, baselineId } = await makeValuedInitiative(ctx);
    const { write } = ctx.db;
    await write.updateTable("snapshots").set({ numerator: "19" }).where("period", "=", "2026-W10").execute();
    expect((await checkLedger(ctx.db)).faults).toEqual([
      { place: `baseline ${baselineId} of default`, message: expect.stringContaining("digest") },
    ]);
    await write.updateTable("snapshots").set({ revision: 3 }).where("period", "=", "2026-W16").execute();
    await write.updateTable("snapshots").set({ numerator: "1e3" }).where("period", "=", "2026-W17").execute();
    expect((await checkLedger(ctx.db)).faults.filter(({ place }) => place.startsWith("series"))).toEqual([
      {
        place: `series ${seriesId} of default`,
        message: "revision 3 of 2026-W16 stands where revision 1 belongs",
      },
      {
        place: `series ${seriesId} of default`,
        message: 'revision 1 of 2026-W17 holds "1e3", which is no plain decimal',
      },
    ]);
  });
});
