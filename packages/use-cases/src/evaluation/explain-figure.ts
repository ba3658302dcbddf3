import type { FigureExplanation } from "@liftledger/contracts/evaluation";
import { getBenefit } from "@liftledger/database/benefits";
import { getInitiative } from "@liftledger/database/initiatives";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { breakEvenFigures } from "@liftledger/roi/break-even-figures";
import { chanceFigures } from "@liftledger/roi/chance-figures";
import { costFigures } from "@liftledger/roi/cost-figures";
import { costOfStopping } from "@liftledger/roi/cost-of-stopping";
import { coverageFigures } from "@liftledger/roi/coverage-figures";
import type { EvaluatedBenefit } from "@liftledger/roi/evaluate-initiative";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import { adoptionFigureOf } from "../adoption/adoption-view.ts";
import { caseActualFigure } from "../business-cases/case-actual-figure.ts";
import { caseFigure } from "../business-cases/case-figure.ts";
import { caseFlowFigure } from "../business-cases/case-flow-figure.ts";
import { caseSensitivityFigure } from "../business-cases/case-sensitivity-figure.ts";
import { caseSimulationFigure } from "../business-cases/case-simulation-figure.ts";
import { forwardFigure } from "../gates/forward-figure.ts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { governanceFigure } from "../governance/get-governance.ts";
import type { Reckon } from "../reckoning/reckon.ts";
import { seriesFigure } from "../series/series-figure.ts";
import { benchmarkFigure } from "../benchmarks/benchmark-figure.ts";
import { toolFigure } from "../tools/tool-figure.ts";
import {
  evaluateOrganisation,
  knownUntil,
  type ClocksRequest,
  type EvaluatedInitiative,
} from "./evaluate-organisation.ts";
import { poolOrganisation, type PooledOrganisation } from "./get-portfolio.ts";

/** The figures of an initiative by the last part of their id. */
const initiativeKeys = {
  "net-roi": "netRoi",
  "cash-plus-capacity-roi": "cashPlusCapacityRoi",
  "in-phase-roi": "inPhaseRoi",
  "realised-value": "realisedValue",
  "measured-value": "measuredValue",
  cost: "cost",
  "net-benefit": "netBenefit",
  "over-floor": "overFloor",
} as const;

const portfolioFigures = {
  "net-roi": ({ figures }) => figures.netRoi,
  "net-roi-of-all": ({ netRoiOfAll }) => netRoiOfAll,
  "realised-value": ({ figures }) => figures.realisedValue,
  cost: ({ figures }) => figures.cost,
  "net-benefit": ({ figures }) => figures.netBenefit,
  "cost-of-all": ({ costOfAll }) => costOfAll,
  "cost-of-others": ({ costOfOthers }) => costOfOthers,
  initiatives: ({ counted }) => counted.initiatives,
  judged: ({ counted }) => counted.judged,
  "too-early": ({ counted }) => counted.tooEarly,
  "meeting-benchmark": ({ counted }) => counted.meetingBenchmark,
  "needs-decision": ({ counted }) => counted.needsDecision,
  "median-roi": ({ counted }) => counted.medianRoi,
  "lower-quartile": ({ counted }) => counted.lowerQuartile,
  "upper-quartile": ({ counted }) => counted.upperQuartile,
  "funnel-reached-scale": ({ funnel }) => funnel.reachedScale,
  "funnel-returns-at-scale": ({ funnel }) => funnel.returnsAtScale,
  "funnel-scrapped": ({ funnel }) => funnel.scrapped,
  "funnel-undecided": ({ funnel }) => funnel.undecided,
} as const satisfies Record<string, (pooled: PooledOrganisation) => ExplainedFigure | null>;

const benefitFigures = {
  "incremental-units": ({ figures }) => figures.units,
  "measured-value": ({ figures }) => figures.measured,
  "realised-value": ({ figures }) => figures.realised,
  "actual-ratio": ({ ratios }) => ratios.actualRatio,
  "expected-ratio": ({ ratios }) => ratios.expectedRatio,
  difference: ({ ratios }) => ratios.difference,
  "relative-lift": ({ ratios }) => ratios.relativeLift,
  "chance-of-gain": ({ ratios }) => ratios.chanceOfGain,
} as const satisfies Record<string, (benefit: EvaluatedBenefit) => ExplainedFigure | null>;

/** What is known of an initiative beside what was measured and spent; each is told when it is asked for. */
const governanceFigures = {
  async adoption(ctx, db, initiativeId, { until = ctx.today, asOf }) {
    await getInitiative(db, ctx.organisationId, initiativeId);
    return adoptionFigureOf(ctx, db, initiativeId, { until, asOf: asOf ?? (await knownUntil(ctx, db)) });
  },
  "forward-value": forwardFigure,
} as const satisfies Record<
  string,
  (
    ctx: Context,
    db: Reader,
    initiativeId: string,
    clocks: ClocksRequest,
  ) => Promise<ExplainedFigure | undefined>
>;

/**
 * How a figure came about, by its id ("initiative/…/net-roi", "initiative/…/adoption", "benefit/…/realised-value",
 * "portfolio/cost", "governance/pilots-now", "case/…/net-roi", "case/…/flow/…/net", "case/…/actual/cash/bar/lift",
 * "tool/…/spend", "benchmark/published/pilots-roi/floor", "series/…/2026-W10/2026-W17"): the formula with the numbers in it, down to the snapshots, assumptions and sources.
 */
export async function explainFigure(
  ctx: Context,
  request: ClocksRequest & { figureId: string },
  reckon?: Reckon,
): Promise<FigureExplanation> {
  mustBe(ctx, "viewer");
  // What is drawn over many runs is drawn beside the requests, and holds no snapshot for so long.
  const simulated = await caseSimulationFigure(ctx, request, reckon);
  if (simulated !== undefined) return simulated;
  return inSnapshot(ctx.db, async (db) => {
    const explained = await findFigure(ctx, db, request);
    if (explained === undefined)
      throw new ProblemError("not-found", `There is no figure "${request.figureId}".`);
    return explained;
  });
}

async function findFigure(
  ctx: Context,
  db: Reader,
  request: ClocksRequest & { figureId: string },
): Promise<ExplainedFigure | undefined> {
  const [subject, id = "", key = ""] = request.figureId.split("/");
  if (subject === "portfolio") {
    const find = Object.hasOwn(portfolioFigures, id)
      ? portfolioFigures[id as keyof typeof portfolioFigures]
      : undefined;
    return find?.(poolOrganisation(ctx, await evaluateOrganisation(ctx, db, request))) ?? undefined;
  }
  if (subject === "initiative" && Object.hasOwn(governanceFigures, key)) {
    const find = governanceFigures[key as keyof typeof governanceFigures];
    return find(ctx, db, id, request);
  }
  if (subject === "initiative") {
    const [found] = (await evaluateOrganisation(ctx, db, request, [id])).initiatives;
    return found && initiativeFigure(found, key);
  }
  if (subject === "benefit") {
    const find = Object.hasOwn(benefitFigures, key)
      ? benefitFigures[key as keyof typeof benefitFigures]
      : undefined;
    const { initiativeId } = await getBenefit(db, ctx.organisationId, id);
    const evaluated = await evaluateOrganisation(ctx, db, request, [initiativeId]);
    const benefit = evaluated.initiatives[0]?.result.benefits.find(({ input }) => input.benefitId === id);
    return (benefit && find?.(benefit)) ?? undefined;
  }
  if (subject === "governance")
    return governanceFigure(ctx, db, request.figureId, {
      until: request.until ?? ctx.today,
      asOf: request.asOf ?? (await knownUntil(ctx, db)),
    });
  if (subject === "series") return seriesFigure(ctx, db, request);
  if (subject === "tool") return toolFigure(ctx, db, request);
  if (subject === "benchmark") return benchmarkFigure(ctx, db, request);
  if (subject !== "case") return undefined;
  for (const find of [caseFigure, caseFlowFigure, caseSensitivityFigure, caseActualFigure]) {
    const found = await find(ctx, db, request);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is computed with every evaluation, and what only its page and the board show. */
function initiativeFigure({ input, result }: EvaluatedInitiative, key: string): ExplainedFigure | undefined {
  const own = `initiative/${input.initiativeId}/${key}`;
  if (key === "cost-of-stopping") return costOfStopping(input, result);
  if (key.startsWith("break-even-")) {
    const figures: Record<string, ExplainedFigure | null> = breakEvenFigures(input, result);
    return Object.hasOwn(figures, key) ? (figures[key] ?? undefined) : undefined;
  }
  if (key.startsWith("chance-of-")) return explainedAs(Object.values(chanceFigures(input, result)), own);
  if (key.endsWith("-coverage")) return explainedAs(Object.values(coverageFigures(input, result)), own);
  if (Object.hasOwn(initiativeKeys, key))
    return result.figures[initiativeKeys[key as keyof typeof initiativeKeys]];
  const costs = costFigures(input, result);
  return explainedAs(
    costs.flatMap(({ actual, planned, shared }) => [actual, planned, shared]),
    own,
  );
}

function explainedAs(figures: readonly (ExplainedFigure | null)[], figureId: string) {
  return figures.find((one) => one?.figure.figureId === figureId) ?? undefined;
}
