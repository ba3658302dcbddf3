import { readCaseSimulationFigureId } from "@liftledger/contracts/case-simulation-figure-id";
import { inSnapshot } from "@liftledger/database/transaction";
import { simulationTree } from "@liftledger/roi/business-case/simulation-tree";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import type { Reckon } from "../reckoning/reckon.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import { acceptedWords, basisWords, explainedCaseFigure, scenarioAt } from "./explained-case-figure.ts";

/**
 * A percentile or a chance of a simulation with what it is drawn from, drawn again beside the requests as the simulation
 * itself is, or here where there is no other thread; undefined where the id is that of none, or of a scenario or band that there is not.
 */
export async function caseSimulationFigure(
  ctx: Context,
  { figureId, asOf }: { figureId: string; asOf?: string | undefined },
  reckon: Reckon | undefined,
): Promise<ExplainedFigure | undefined> {
  const asked = readCaseSimulationFigureId(figureId);
  if (asked === undefined) return undefined;
  const { caseId, number, scenario: place, basis, seed, runs, measure, statistic, unsignedEstimates } = asked;
  const version = await inSnapshot(ctx.db, (db) => evaluatedVersion(ctx, db, { caseId, number, asOf }));
  const scenario = scenarioAt(version, place);
  if (scenario === undefined) return undefined;
  const { plan, benchmarks } = version;
  const request = {
    seed,
    runs,
    scenario,
    basis,
    unsignedEstimates: unsignedEstimates ?? "nothing",
    benchmarks,
  };
  const figure = { measure, statistic };
  const tree =
    reckon === undefined
      ? simulationTree(plan, request, figure)
      : await reckon("simulationTree", { plan, request, figure });
  if (tree === undefined) return undefined;
  const sentence = `${sentences[measure]}, over ${runs} runs with the seed ${seed}, ${basisWords[basis]}; ${scenario?.name ?? "Base"}, before the risk of lines, which a range allows for already${acceptedWords(unsignedEstimates)}.`;
  const isNet = measure === "return" && statistic !== "chance-of-loss" && typeof statistic === "string";
  return explainedCaseFigure(ctx, version, {
    figureId,
    sentence,
    tree,
    basis: isNet ? "net" : "none",
    asOf,
  });
}

const sentences = {
  worth: "Benefits less costs at today's worth",
  "net-benefit": "Benefits less costs over the horizon, undiscounted",
  return: "Net benefit over cost, over the whole horizon, undiscounted",
} as const;
