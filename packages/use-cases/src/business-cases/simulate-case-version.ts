import type { CaseSimulation, CaseSimulationQuery } from "@liftledger/contracts/case-simulation";
import {
  caseSimulationFigureId,
  type CaseSimulationFigure,
} from "@liftledger/contracts/case-simulation-figure-id";
import { inSnapshot } from "@liftledger/database/transaction";
import type { BenchmarkSet } from "@liftledger/roi/benchmark-set";
import { comparableBands } from "@liftledger/roi/business-case/case-simulation";
import { planLines } from "@liftledger/roi/business-case/plan-line";
import { engineVersion } from "@liftledger/roi/engine-version";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import type { Reckon, ReckoningOutput } from "../reckoning/reckon.ts";
import { writableCopy } from "../writable-copy.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import type { CasePlace } from "./open-case.ts";
import { scenarioNamed } from "./scenario-named.ts";

/**
 * How a version may turn out over many runs, held against the bands that were in force when it was submitted. Without a
 * seed all cases are drawn by the same one, so that versions and scenarios differ by what they say and not by chance.
 */
export async function simulateCaseVersion(
  ctx: Context,
  { scenario: name, basis, unsignedEstimates, ...asked }: CasePlace & CaseSimulationQuery,
  reckon: Reckon,
): Promise<CaseSimulation> {
  mustBe(ctx, "viewer");
  const { plan, benchmarks } = await inSnapshot(ctx.db, (db) => evaluatedVersion(ctx, db, asked));
  const { seed = ctx.seed, runs } = asked;
  const scenario = scenarioNamed(plan, name);
  const request = { seed, runs, scenario, basis, unsignedEstimates, benchmarks };
  const outcome = await reckon("caseSimulation", { plan, request });
  const asIdentified = {
    caseId: asked.caseId,
    number: asked.number,
    scenario: scenario === null ? 0 : plan.scenarios.indexOf(scenario) + 1,
    basis,
    seed,
    runs,
    unsignedEstimates,
  };
  const lines = planLines(plan);
  const nameOf = (lineId: string) => lines.find(({ id }) => id === lineId)?.name ?? lineId;
  return {
    engineVersion,
    currency: plan.currency,
    scenario: scenario?.name ?? "Base",
    basis,
    seed,
    runs,
    uncertainLines: lines
      .filter(({ estimate }) => estimate.kind !== "point")
      .map(({ id, name: line }) => ({ lineId: id, name: line })),
    correlations: plan.correlations.map(({ lines: [one, other], coefficient, reason }) => ({
      lines: [nameOf(one), nameOf(other)],
      coefficient,
      reason,
    })),
    outcome: outcomeView(outcome, benchmarks, (measure, statistic) =>
      caseSimulationFigureId({ ...asIdentified, measure, statistic }),
    ),
  };
}

type IdOf = (
  measure: CaseSimulationFigure["measure"],
  statistic: CaseSimulationFigure["statistic"],
) => string;

function outcomeView(
  outcome: ReckoningOutput<"caseSimulation">,
  benchmarks: BenchmarkSet | undefined,
  idOf: IdOf,
): CaseSimulation["outcome"] {
  if (outcome.kind === "no-simulation") return outcome;
  const { roi, kind, baseNetPresentValue, netPresentValue, netBenefit } = outcome;
  const simulated = {
    kind,
    baseNetPresentValue,
    netPresentValue: { ...netPresentValue, figureIds: summaryIds("worth", idOf) },
    netBenefit: { ...netBenefit, figureIds: summaryIds("net-benefit", idOf) },
  };
  if (roi.kind === "no-value") return writableCopy({ ...simulated, roi });
  const { basis: _basis, band: _band, bands, ...summary } = roi;
  const held = comparableBands(benchmarks).flatMap(({ name: phase, ...edges }) =>
    bands
      .filter(({ name }) => name === phase)
      .map(({ name: _name, ...chances }) => ({
        phase,
        ...edges,
        ...chances,
        figureIds: {
          below: idOf("return", { phase, position: "below" }),
          within: idOf("return", { phase, position: "within" }),
          above: idOf("return", { phase, position: "above" }),
        },
      })),
  );
  return writableCopy({
    ...simulated,
    roi: { ...summary, figureIds: summaryIds("return", idOf), bands: held },
  });
}

function summaryIds(measure: CaseSimulationFigure["measure"], idOf: IdOf) {
  return {
    mean: idOf(measure, "mean"),
    p10: idOf(measure, "p10"),
    p50: idOf(measure, "p50"),
    p90: idOf(measure, "p90"),
    chanceOfLoss: idOf(measure, "chance-of-loss"),
  };
}
