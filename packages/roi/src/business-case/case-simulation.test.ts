import { describe, expect, it } from "vitest";
import { inPhaseBands, leadScoringPlan } from "../testing/example-case-plan.ts";
import type { CasePlan } from "./case-plan.ts";
import { caseSimulation } from "./case-simulation.ts";
import { caseLines } from "./case-lines.ts";
import { caseTotals } from "./case-totals.ts";
import { constantPath } from "./plan-path.ts";

const plan = leadScoringPlan();

function simulated(given: CasePlan, request: Partial<Parameters<typeof caseSimulation>[1]> = {}) {
  const answer = caseSimulation(given, { seed: 7, runs: 2000, ...request });
  if (answer.kind === "no-simulation" || answer.roi.kind === "no-value") throw new Error("no simulation");
  return { ...answer, roi: answer.roi };
}

describe("caseSimulation", () => {
  it("gives the chance of every phase's band at once, each adding up to 1", () => {
    const { roi, netBenefit } = simulated(plan);
    expect(roi.bands.map(({ name }) => name)).toEqual(["pilots", "scale", "transform"]);
    for (const { below, within, above } of roi.bands) expect(below + within + above).toBeCloseTo(1, 12);
    const [pilots, scale, transform] = roi.bands;
    // Transform begins where Scale ends, and nothing lies above it.
    expect(transform).toMatchObject({ within: scale?.above, above: 0 });
    expect(pilots?.below).toBeGreaterThanOrEqual(netBenefit.chanceOfLoss);
  });

  it("counts a loss by the bins that end at zero", () => {
    const costs = plan.costs.map((line) => ({ ...line, amount: constantPath("50000") }));
    const { chanceOfLoss, histogram } = simulated({ ...plan, costs }).netPresentValue;
    const lost = histogram.filter(({ to }) => to !== null && to <= 0);
    expect(chanceOfLoss).toBeGreaterThan(0);
    expect(lost.reduce((sum, { runs }) => sum + runs, 0)).toBe(Math.round(chanceOfLoss * 2000));
  });

  it("repeats by its seed, whatever the order of the lines on the page", () => {
    const turned = { ...plan, benefits: plan.benefits.toReversed(), costs: plan.costs.toReversed() };
    expect(simulated(turned)).toEqual(simulated(plan));
    expect(simulated(plan, { seed: 8 })).not.toEqual(simulated(plan));
  });

  it("stands on amounts before the risk of lines: the estimate allows for that", () => {
    const totals = caseTotals(plan, caseLines(plan), "cash");
    expect(totals.kind === "whole" && totals.unadjusted.netPresentValue).toBe(
      simulated(plan).baseNetPresentValue,
    );
  });

  it("follows a scenario", () => {
    const [conservative] = plan.scenarios;
    expect(simulated(plan, { scenario: conservative ?? null }).roi.p50).toBeLessThan(simulated(plan).roi.p50);
  });

  it("spreads further where costs and benefits go apart than where they go together", () => {
    const together = (coefficient: string) =>
      simulated({
        ...plan,
        correlations: [{ lines: ["licences", "leads"], coefficient, reason: "one team" }],
      });
    const spread = ({ netBenefit: { p10, p90 } }: ReturnType<typeof simulated>) => p90 - p10;
    expect(spread(together("-0.9"))).toBeGreaterThan(spread(together("0.9")));
  });

  it("does not simulate what is not valued, and names it", () => {
    const costs = plan.costs.map((line) => ({ ...line, amount: constantPath(null) }));
    expect(caseSimulation({ ...plan, costs }, { seed: 7 })).toEqual({
      kind: "no-simulation",
      reason:
        "Set-up is not valued yet: amount missing from Start. Licences is not valued yet: amount missing from 2026-01.",
    });
  });

  it("leaves out bands on another span, with which cumulative ROI is not comparable", () => {
    expect(simulated(plan, { benchmarks: inPhaseBands }).roi.bands.map(({ name }) => name)).toEqual([
      "scale",
      "transform",
    ]);
  });
});
