import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addDays } from "@liftledger/kpis/iso-date";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { planRoadmap } from "../roadmap/plan-roadmap.ts";
import { logSnapshots } from "../snapshots/log-snapshots.ts";
import { exampleInitiative, makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { digestFacts } from "./digest-facts.ts";
import { getDigest } from "./get-digest.ts";

describeOnEveryDatabase("what a digest tells", (open) => {
  it("names whose task comes next: two roadmaps are made of the same questions", async () => {
    const ctx = await openLedger(open);
    for (const name of ["Lead scoring", "Reply drafts"]) {
      const { initiativeId } = await makeInitiative(ctx, name);
      await planRoadmap(ctx, { initiativeId, startsOn: ctx.today });
    }
    // Its gate is due in twenty days, after the first tasks and before others.
    const third = { ...exampleInitiative, name: "Third", startedOn: addDays(ctx.today, -163) };
    await createInitiative(ctx, third);
    const { coming } = await digestFacts(ctx, "weekly", "2026-W25");
    expect(coming).toContainEqual(expect.stringMatching(/^Third: its gate is due on/));
    const days = coming.map((line) => /\d{4}-\d\d-\d\d/.exec(line)?.[0]);
    expect(days).toEqual(days.toSorted());
    const tasks = coming.filter((line) => line.includes("“"));
    expect(tasks.length).toBeGreaterThan(3);
    expect(new Set(tasks).size).toBe(tasks.length);
    for (const name of ["Lead scoring", "Reply drafts"])
      expect(tasks.filter((line) => line.startsWith(`${name}: “`))).toHaveLength(tasks.length / 2);
  });

  it("says the change of a week as it is, 10 → 7 as −30%", async () => {
    const made = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(made);
    const week = (period: string, numerator: string) => ({ seriesId, period, numerator, denominator: "100" });
    const snapshots = [week("2026-W23", "10"), week("2026-W24", "7")];
    await logSnapshots(made, { snapshots, source: "shop system" });
    const { sections } = await getDigest(at(made, secondAfter(made)), { kind: "weekly", period: "2026-W24" });
    expect(sections[0]?.lines).toEqual([expect.stringMatching(/: 10.0% → 7.00% \(−30%, worse\)$/)]);
  });
});
