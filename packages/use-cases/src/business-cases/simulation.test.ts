import { enginePlan } from "@liftledger/contracts/case-plan-people";
import { CaseSimulationQuery } from "@liftledger/contracts/case-simulation";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { caseSimulation } from "@liftledger/roi/business-case/case-simulation";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { explainFigure } from "../evaluation/explain-figure.ts";
import { reckonHere } from "../reckoning/reckon-here.ts";
import { exampleCasePlan, makeCase } from "../testing/example-case.ts";
import { openLedger } from "../testing/open-ledger.ts";
import type { CasePlace } from "./open-case.ts";
import { simulateCaseVersion } from "./simulate-case-version.ts";

const simulated = (ctx: Context, place: CasePlace, asked: object = {}) =>
  simulateCaseVersion(ctx, { ...place, ...CaseSimulationQuery.parse(asked) }, reckonHere);

describeOnEveryDatabase("the simulation of a version", (open) => {
  it("is the engine's with the same seed, and says with which", async () => {
    const ctx = await openLedger(open);
    const { caseId, number, plan } = await makeCase(ctx);
    const answer = await simulated(ctx, { caseId, number }, { seed: "7", runs: "500" });
    const engine = caseSimulation(enginePlan(plan), { seed: 7, runs: 500 });
    if (engine.kind === "no-simulation" || engine.roi.kind === "no-value") throw new Error("no simulation");
    const { netPresentValue, netBenefit, baseNetPresentValue, roi } = engine;
    expect(answer).toMatchObject({ seed: 7, runs: 500, scenario: "Base", basis: "cash", currency: "EUR" });
    expect(answer.uncertainLines).toEqual([{ lineId: "more-orders", name: "More orders" }]);
    expect(answer.outcome).toMatchObject({ netPresentValue, netBenefit, baseNetPresentValue });
    const { p10, p50, p90, chanceOfLoss, histogram } = roi;
    expect(answer.outcome).toMatchObject({ roi: { p10, p50, p90, chanceOfLoss, histogram } });
    const [pilots] = roi.bands;
    const { name: _name, ...chances } = pilots ?? { name: "" };
    expect(answer.outcome).toMatchObject({
      roi: { bands: [{ phase: "pilots", floor: 0.3, ceiling: 0.7, ...chances }, {}, {}] },
    });
  });

  it("explains each of its figures by an id that holds seed and runs, in a thread of its own or here", async () => {
    const ctx = await openLedger(open);
    const { caseId, number } = await makeCase(ctx);
    const { outcome } = await simulated(
      ctx,
      { caseId, number },
      { seed: "7", runs: "500", scenario: "Optimistic" },
    );
    if (outcome.kind !== "simulation" || outcome.roi.kind !== "value") throw new Error("no simulation");
    const { netPresentValue, netBenefit, roi } = outcome;
    const keys = ["mean", "p10", "p50", "p90", "chanceOfLoss"] as const;
    const shown = [
      ...[netPresentValue, netBenefit, roi].flatMap((of) =>
        keys.map((key) => [of.figureIds[key], of[key]] as const),
      ),
      ...roi.bands.flatMap((band) =>
        (["below", "within", "above"] as const).map((key) => [band.figureIds[key], band[key]] as const),
      ),
    ];
    for (const [figureId, value] of shown) {
      const { figure, tree, sentence } = await explainFigure(ctx, { figureId }, reckonHere);
      expect([figureId, evaluateExplanation(tree)]).toEqual([figureId, figure.value]);
      expect(Number(figure.value)).toBeCloseTo(value, figure.unit === "EUR" ? 2 : 9);
      expect(sentence).toContain("over 500 runs with the seed 7");
    }
    expect(shown).toHaveLength(3 * 5 + 3 * 3);
    const first = shown[0]?.[0] ?? "";
    expect(await explainFigure(ctx, { figureId: first })).toEqual(
      await explainFigure(ctx, { figureId: first }, reckonHere),
    );
    const none = first.replace("/simulation/2/", "/simulation/9/");
    await expect(explainFigure(ctx, { figureId: none })).rejects.toMatchObject({ kind: "not-found" });
  });

  it("draws all cases by one seed unless told, and follows a scenario", async () => {
    const ctx = await openLedger(open);
    const { caseId, number } = await makeCase(ctx);
    const [base, low] = [
      await simulated(ctx, { caseId, number }, { runs: 200 }),
      await simulated(ctx, { caseId, number }, { runs: 200, scenario: "Conservative" }),
    ];
    expect([base.seed, low.seed]).toEqual([ctx.seed, ctx.seed]);
    const p50 = ({ outcome }: typeof base) =>
      outcome.kind === "simulation" ? outcome.netPresentValue.p50 : Number.NaN;
    expect(p50(low)).toBeLessThan(p50(base));
    await expect(simulated(ctx, { caseId, number }, { scenario: "Rosy" })).rejects.toMatchObject({
      details: [{ field: "scenario" }],
    });
  });

  it("says what is missing, and which lines go together", async () => {
    const ctx = await openLedger(open);
    const plan = exampleCasePlan();
    const correlations = [{ lines: ["more-orders", "licences"], coefficient: "0.5", reason: "One team" }];
    const estimate = { kind: "triangular" as const, low: "0.9", mode: "1", high: "1.4" };
    const costs = plan.costs.map((line) => ({ ...line, estimate, amount: [] }));
    const { caseId, number } = await makeCase(ctx, { ...plan, costs, correlations } as never);
    const answer = await simulated(ctx, { caseId, number });
    expect(answer.outcome).toMatchObject({
      kind: "no-simulation",
      reason: expect.stringContaining("Licences is not valued yet"),
    });
    expect(answer.correlations).toEqual([
      { lines: ["More orders", "Licences"], coefficient: "0.5", reason: "One team" },
    ]);
  });
});
