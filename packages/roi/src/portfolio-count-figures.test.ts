import { describe, expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { evaluateExplanation } from "./explanation.ts";
import { funnelFigures, portfolioCountFigures } from "./portfolio-count-figures.ts";
import { portfolioFunnel } from "./portfolio-funnel.ts";
import { needsDecision, pooledPortfolio } from "./portfolio.ts";
import { exampleInitiative, monthlyCosts } from "./testing/example-initiative.ts";

const context = {
  until: "2025-06-30",
  asOf: "2025-07-05T09:00:00.000Z",
  grade: null,
  currency: "EUR",
  places: 2,
};
const dear = evaluateInitiative(exampleInitiative());
const cheap = evaluateInitiative(exampleInitiative({ costs: monthlyCosts("2025-01", [100_000]) }));
const parts = [
  { initiativeId: "dear", name: "Dear", result: dear },
  {
    initiativeId: "cheap",
    name: "Cheap",
    result: { ...cheap, verdict: { ...cheap.verdict, status: "on-track" as const } },
  },
];

describe("portfolioCountFigures", () => {
  it("counts by name what meets its benchmark and what needs a decision", () => {
    const deciding = needsDecision(parts);
    const pooled = pooledPortfolio(parts, context, 7);
    const found = portfolioCountFigures(parts, { begun: ["dear"], deciding }, pooled, context);
    expect(deciding).toContain("dear");
    expect(found.needsDecision.figure.value).toBe(String(deciding.length));
    expect(found.needsDecision.tree.inputs.map(({ label }) => label)).toContain("Dear");
    expect(found.meetingBenchmark.tree.inputs.map(({ label }) => label)).toEqual(["Cheap"]);
    expect(found.initiatives.tree.inputs.map(({ label }) => label)).toEqual(["Dear"]);
    // Whom it counts is led to, and why it is judged as it is stands beside it.
    expect(found.initiatives.tree.inputs.map(({ source }) => source)).toEqual([
      { kind: "measured", text: `its verdict, “${dear.verdict.headline}”`, initiativeId: "dear" },
    ]);
    expect(found.judged.figure.value).toBe(String(pooled.counted.length));
    expect(found.judged.tree.inputs.map(({ label }) => label)).toEqual(["Dear"]);
    expect(found.tooEarly.figure.value).toBe("0");
    expect(Number(found.medianRoi.figure.value)).toBe(pooled.medianRoi);
    expect(found.lowerQuartile.figure).toMatchObject({
      value: null,
      reason: expect.stringContaining("fewer than four"),
    });
    for (const { figure, tree } of Object.values(found)) expect(evaluateExplanation(tree)).toBe(figure.value);
  });

  it("counts nothing of nothing", () => {
    const found = portfolioCountFigures([], { begun: [], deciding: [] }, { quantiles: null }, context);
    expect(found.needsDecision.figure.value).toBe("0");
    expect(found.medianRoi.figure.value).toBeNull();
  });
});

describe("funnelFigures", () => {
  it("gives each rate its Wilson interval, and none where there is no rate", () => {
    const pilots = [{ phase: "pilots" as const, enteredOn: "2025-01-06" }];
    const scaled = [...pilots, { phase: "scale" as const, enteredOn: "2025-04-07" }];
    const one = { initiativeId: "chat", name: "Chat", endedOn: null, hasMeasuredReturn: true };
    const initiatives = [pilots, pilots, pilots, scaled].map((phaseHistory) => ({ ...one, phaseHistory }));
    const { reachedScale, scrapped } = funnelFigures(portfolioFunnel(initiatives, "2025-06-30"), context);
    expect(reachedScale?.figure).toMatchObject({ value: "0.25", unit: "ratio", interval: { level: 0.8 } });
    // Wilson by hand, z = 1.2816, z²/n = 0.4106: (0.4553 − 1.2816 × √(0.046875 + 0.025663)) ÷ 1.4106.
    expect(Number(reachedScale?.figure.interval?.low)).toBeCloseTo(0.0781, 4);
    expect(scrapped?.figure.value).toBe("0");
    expect(funnelFigures(portfolioFunnel([], "2025-06-30"), context).reachedScale).toBeNull();
  });
});
