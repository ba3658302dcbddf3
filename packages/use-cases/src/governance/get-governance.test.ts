import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { getFindings } from "../findings/get-findings.ts";
import { planRoadmap } from "../roadmap/plan-roadmap.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { getPortfolio } from "../evaluation/get-portfolio.ts";
import { createInitiative } from "../initiatives/create-initiative.ts";
import { exampleInitiative, makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { getGovernance } from "./get-governance.ts";

describeOnEveryDatabase("getGovernance", (open) => {
  it("tells of each initiative what is found and planned, with most found first, as its own page does", async () => {
    const made = await openLedger(open);
    const { initiativeId } = await makeInitiative(made, "Bare");
    await makeValuedInitiative(made);
    await planRoadmap(made, { initiativeId, startsOn: "2026-06-01" });
    const ctx = at(made, secondAfter(made));

    // In Pilots since 6 April: after more than three months without a hand-over both are found.
    const until = "2026-07-20";
    const { initiatives, phases, abandoned } = await getGovernance(ctx, { until });
    expect(initiatives.map(({ name, phase }) => [name, phase])).toEqual([
      ["Lead scoring", "pilots"],
      ["Bare", "pilots"],
    ]);
    for (const one of initiatives) {
      const own = await getFindings(ctx, { initiativeId: one.initiativeId, until });
      expect(one.findings).toEqual(own.findings);
      expect(one.findings.map(({ mode }) => mode)).toContain("chasm");
    }
    const bare = initiatives.find(({ name }) => name === "Bare");
    expect(bare?.roadmap).toMatchObject({ done: 0, of: 10, late: 4, sentence: "0 of 10 done, 4 late." });
    expect(initiatives[0]?.roadmap).toBeNull();
    expect(phases.find(({ phase }) => phase === "pilots")).toMatchObject({
      now: 2,
      left: 0,
      shortest: 3,
      longest: 6,
    });
    expect(abandoned.sentence).toContain("0 of 2");
    const named = await explainFigure(ctx, { figureId: "governance/pilots-now", until });
    expect(named.figure).toMatchObject({ value: "2", until });
    expect(named.tree.inputs.map(({ label }) => label).toSorted()).toEqual(["Bare", "Lead scoring"]);
    const rate = await explainFigure(ctx, { figureId: "governance/abandoned", until });
    expect(rate.figure).toMatchObject({ value: "0", interval: abandoned.figure?.interval });
    await expect(
      explainFigure(ctx, { figureId: "governance/pilots-median-months", until }),
    ).rejects.toMatchObject({ kind: "not-found" });
    expect((await getGovernance(ctx, { until: "2026-04-05" })).initiatives).toEqual([]);
  });

  it("counts no idea that is not begun, neither among what is held up nor in a rate", async () => {
    const made = await openLedger(open);
    await makeValuedInitiative(made);
    await createInitiative(made, { ...exampleInitiative, name: "Idea", status: "candidate" });
    const ctx = at(made, secondAfter(made));
    const until = "2026-07-20";
    const { initiatives, phases, abandoned } = await getGovernance(ctx, { until });
    expect(initiatives.map(({ name }) => name)).toEqual(["Lead scoring"]);
    expect(phases.reduce((count, { now }) => count + now, 0)).toBe(1);
    expect(abandoned.sentence).toContain("0 of 1");
    for (const { funnel, counts, rows } of [
      await getPortfolio(ctx, {}),
      await getPortfolio(ctx, { until }),
    ]) {
      expect(rows.map(({ status }) => status).toSorted()).toEqual(["active", "candidate"]);
      expect(counts).toMatchObject({ initiatives: 2, candidates: 1 });
      expect(funnel.returnsAtScale.sentence).toContain("of 1 ");
    }
  });

  it("finds who does not log any more from who recorded the weeks before, and says what is not known", async () => {
    const made = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(made);
    const ctx = at(made, secondAfter(made));
    const keys = async (until: string) => {
      const { findings, notKnown } = await getFindings(ctx, { initiativeId, until });
      return [findings.flatMap(({ signals }) => signals.map(({ key }) => key)), notKnown.join(" ")] as const;
    };
    // All was recorded on 24 June: 28 days later it lies in the last four weeks still, a day later it does not.
    expect((await keys("2026-07-21"))[0]).not.toContain("contributors");
    expect((await keys("2026-07-21"))[1]).toContain("who is to log is not known");
    expect((await keys("2026-07-22"))[0]).toContain("contributors");
    expect((await keys("2026-07-22"))[1]).not.toContain("who is to log");
    expect((await keys("2026-07-22"))[1]).toContain("adoption is not judged");
    expect((await keys("2026-10-14"))[0]).not.toContain("contributors");
  });
});
