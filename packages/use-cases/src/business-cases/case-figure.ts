import { readCaseFigureId, type CaseFigureKey } from "@liftledger/contracts/case-figure-id";
import type { Reader } from "@liftledger/database/transaction";
import { caseTrees, type CaseTrees } from "@liftledger/roi/business-case/case-trees";
import type { ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import { acceptedWords, basisWords, explainedCaseFigure, scenarioAt } from "./explained-case-figure.ts";

const figures: Record<
  CaseFigureKey,
  { tree: keyof CaseTrees; says: string; basis: "net" | "gross" | "none" }
> = {
  benefits: { tree: "benefits", basis: "none", says: "All benefits over the horizon, undiscounted" },
  costs: { tree: "costs", basis: "none", says: "All costs over the horizon, undiscounted and gross" },
  "net-benefit": {
    tree: "netBenefit",
    basis: "none",
    says: "Benefits less costs over the horizon, undiscounted",
  },
  "net-present-value": {
    tree: "netPresentValue",
    basis: "none",
    says: "Benefits less costs at today's worth",
  },
  "net-roi": { tree: "netRoi", basis: "net", says: "Net benefit over cost, over the whole horizon" },
  "net-roi-pv": {
    tree: "netRoiOnPresentValue",
    basis: "net",
    says: "Net present value over the present value of the costs",
  },
  "gross-multiple": {
    tree: "grossMultiple",
    basis: "gross",
    says: "What comes back for each 1 that is spent, undiscounted",
  },
  "benefit-cost-ratio": {
    tree: "benefitCostRatio",
    basis: "gross",
    says: "What comes back for each 1 that is spent, both at today's worth",
  },
  payback: {
    tree: "payback",
    basis: "none",
    says: "When what has come first equals what was spent, in periods of the plan since its first flow",
  },
  "durable-payback": {
    tree: "durablePayback",
    basis: "none",
    says: "When what has come equals what was spent for good, in periods of the plan since its first flow",
  },
  "discounted-payback": {
    tree: "discountedPayback",
    basis: "none",
    says: "When what has come first equals what was spent, both at today's worth",
  },
  "durable-discounted-payback": {
    tree: "durableDiscountedPayback",
    basis: "none",
    says: "When what has come equals what was spent for good, both at today's worth",
  },
  "internal-rate-of-return": {
    tree: "internalRateOfReturn",
    basis: "none",
    says: "The yearly rate at which the plan is worth nothing today; told only where there is exactly one",
  },
  "modified-rate-of-return": {
    tree: "modifiedRateOfReturn",
    basis: "none",
    says: "The rate a period that is earned where gains are put aside and what is spent is borrowed",
  },
  "equivalent-annuity": {
    tree: "equivalentAnnuity",
    basis: "none",
    says: "The even amount at each year's end that is worth as much today",
  },
};

/**
 * A figure of a version with what it is made of, down to its assumptions and their sources; undefined where the id is
 * that of no case or of a scenario that the plan does not have. It bears the instant at which the version last changed,
 * or as of which it is asked for.
 */
export async function caseFigure(
  ctx: Context,
  db: Reader,
  { figureId, asOf }: { figureId: string; asOf?: string | undefined },
): Promise<ExplainedFigure | undefined> {
  const asked = readCaseFigureId(figureId);
  if (asked === undefined) return undefined;
  const { caseId, number, scenario: place, basis, risk, key, unsignedEstimates } = asked;
  const version = await evaluatedVersion(ctx, db, { caseId, number, asOf });
  const scenario = scenarioAt(version, place);
  if (scenario === undefined) return undefined;
  const trees = caseTrees(version.plan, {
    scenario,
    basis,
    afterRisk: risk === "adjusted",
    ...(unsignedEstimates && { unsignedEstimates }),
  });
  const { tree, says, basis: shownBasis } = figures[key];
  const when = risk === "adjusted" ? "after" : "before";
  return explainedCaseFigure(ctx, version, {
    figureId,
    sentence: `${says}, ${basisWords[basis]}; ${scenario?.name ?? "Base"}, ${when} the risk of lines${acceptedWords(unsignedEstimates)}.`,
    tree: trees[tree],
    basis: shownBasis,
    asOf,
  });
}
