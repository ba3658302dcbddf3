import { describe, expect, it } from "vitest";
import { evaluateExplanation, type Explanation } from "../explanation.ts";
import { leadScoringPlan } from "../testing/example-case-plan.ts";
import type { CasePlan } from "./case-plan.ts";
import { caseSimulation, type CaseSimulationRequest } from "./case-simulation.ts";
import { constantPath } from "./plan-path.ts";
import { simulationTree, type SimulationFigure } from "./simulation-tree.ts";

const plan = leadScoringPlan();
const [conservative = null] = plan.scenarios;
const tied: CasePlan = {
  ...plan,
  correlations: [{ lines: ["leads", "licences"], coefficient: "0.6", reason: "one vendor" }],
};
const requests: [what: string, plan: CasePlan, request: CaseSimulationRequest][] = [
  ["the base", plan, { seed: 7, runs: 400 }],
  ["a scenario beside capacity", plan, { seed: 8, runs: 300, scenario: conservative, basis: "all" }],
  ["lines that go together", tied, { seed: 4_294_967_295, runs: 500 }],
  ["flows in the middle of their months", { ...plan, timing: "mid_period" }, { seed: 1, runs: 200 }],
];
const summaries = ["mean", "p10", "p50", "p90", "chance-of-loss"] as const;

const near = (value: number) => expect.closeTo(value, Math.abs(value) > 10 ? 2 : 9);

describe("simulationTree", () => {
  it.each(requests)(
    "gives every figure of %s as the simulation has it, and again from its leaves",
    (_, given, request) => {
      const found = caseSimulation(given, request);
      if (found.kind === "no-simulation" || found.roi.kind === "no-value") throw new Error("no simulation");
      const measures = { worth: found.netPresentValue, "net-benefit": found.netBenefit, return: found.roi };
      const told = (figure: SimulationFigure) => {
        const tree = simulationTree(given, request, figure) as Explanation;
        expect(evaluateExplanation(tree)).toBe(tree.value);
        return Number(tree.value);
      };
      for (const measure of ["worth", "net-benefit", "return"] as const) {
        const { chanceOfLoss, ...rest } = measures[measure];
        const wanted = { ...rest, "chance-of-loss": chanceOfLoss };
        for (const statistic of summaries)
          expect(told({ measure, statistic })).toEqual(near(wanted[statistic]));
      }
      for (const { name: phase, ...chances } of found.roi.bands)
        for (const position of ["below", "within", "above"] as const)
          expect(told({ measure: "return", statistic: { phase: phase as "pilots", position } })).toBe(
            chances[position],
          );
      expect(found.roi.bands).toHaveLength(3);
    },
  );

  it("stands on seed, runs and every line with its range", () => {
    const tree = simulationTree(plan, { seed: 7, runs: 100 }, { measure: "return", statistic: "p10" });
    expect(tree?.inputs.map(({ label, value }) => [label, value])).toEqual([
      ["Seed", "7"],
      ["Runs", "100"],
      ["More opportunities, times 0.5 to 1.3, 1 most likely (PERT)", "256608"],
      ["Licences, times 0.9 to 1.2, 1 most likely (triangular)", "108000"],
      ["Set-up, certain", "20000"],
    ]);
    const other = simulationTree(plan, { seed: 8, runs: 100 }, { measure: "return", statistic: "p10" });
    expect(other?.value).not.toBe(tree?.value);
  });

  it("says why there is no value, and has no band that is not held against it", () => {
    const unsaid = { ...plan, costs: plan.costs.map((line) => ({ ...line, amount: constantPath(null) })) };
    const worth = { measure: "worth", statistic: "p50" } as const;
    expect(simulationTree(unsaid, { seed: 1 }, worth)).toMatchObject({
      value: null,
      reason: expect.stringContaining("Set-up is not valued yet"),
    });
    const free = simulationTree(
      { ...plan, costs: [] },
      { seed: 1, runs: 50 },
      { measure: "return", statistic: "p50" },
    );
    expect(free).toMatchObject({ value: null, reason: expect.stringContaining("no cost in any run") });
    const band = { phase: "foundation", position: "within" } as const;
    expect(simulationTree(plan, { seed: 1 }, { measure: "return", statistic: band })).toBeUndefined();
    const pilots = { phase: "pilots", position: "within" } as const;
    expect(simulationTree(plan, { seed: 1 }, { measure: "worth", statistic: pilots })).toBeUndefined();
  });
});
