import { readCaseFigureId, type CaseFigureKey } from "@liftledger/contracts/case-figure-id";
import type { Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { caseTrees, type CaseTrees } from "@liftledger/roi/business-case/case-trees";
import { explainedFigure, type ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { evaluatedVersion } from "./evaluated-version.ts";

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

const basisWords = {
  cash: "counting what becomes money",
  "cash-plus-capacity": "counting freed capacity beside money",
  all: "counting capacity, and losses that stay away, beside money",
} as const;

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
  const { caseId, number } = asked;
  const { plan, standsSince } = await evaluatedVersion(ctx, db, { caseId, number, asOf });
  const { scenario: place, basis, risk, key, unsignedEstimates } = asked;
  const scenario = place === 0 ? null : plan.scenarios[place - 1];
  if (scenario === undefined) return undefined;
  const trees = caseTrees(plan, {
    scenario,
    basis,
    afterRisk: risk === "adjusted",
    ...(unsignedEstimates && { unsignedEstimates }),
  });
  const figure = figures[key];
  const tree = trees[figure.tree];
  const name = scenario?.name ?? "Base";
  const { currency } = plan;
  const knownAt = asOf ?? standsSince;
  const accepted =
    unsignedEstimates === "credited" ? "; estimates count as if somebody had accepted them" : "";
  return explainedFigure(
    {
      until: dayOf(ctx, knownAt),
      asOf: knownAt,
      grade: null,
      currency,
      places: currencyExponent(currency),
    },
    {
      figureId,
      label: tree.label,
      sentence: `${figure.says}, ${basisWords[basis]}; ${name}, ${risk === "adjusted" ? "after" : "before"} the risk of lines${accepted}.`,
      tree,
      basis: figure.basis,
      span: "cumulative",
      distribution: null,
    },
  );
}
