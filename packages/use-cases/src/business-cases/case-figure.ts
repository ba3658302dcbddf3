import { readCaseFigureId } from "@liftledger/contracts/case-figure-id";
import type { Reader } from "@liftledger/database/transaction";
import { currencyExponent } from "@liftledger/finance/currency";
import { caseTrees } from "@liftledger/roi/business-case/case-trees";
import { explainedFigure, type ExplainedFigure } from "@liftledger/roi/figure";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { evaluatedVersion } from "./evaluated-version.ts";

const figures = {
  "net-benefit": { label: "Net benefit", says: "Benefits less costs over the horizon, undiscounted" },
  "net-present-value": { label: "Net present value", says: "Benefits less costs at today's worth" },
  "net-roi": { label: "Return on investment (net)", says: "Net benefit over cost, over the whole horizon" },
} as const;

const basisWords = {
  cash: "counting what becomes money",
  "cash-plus-capacity": "counting freed capacity beside money",
  all: "counting capacity, and losses that stay away, beside money",
} as const;

/**
 * A figure of a version with what it is made of, down to its assumptions and their sources; undefined where the id is
 * that of no case or of a scenario that the plan does not have. It bears the instant at which the version last changed.
 */
export async function caseFigure(
  ctx: Context,
  db: Reader,
  figureId: string,
): Promise<ExplainedFigure | undefined> {
  const asked = readCaseFigureId(figureId);
  if (asked === undefined) return undefined;
  const { plan, standsSince } = await evaluatedVersion(ctx, db, asked);
  const { scenario: place, basis, risk, key } = asked;
  const scenario = place === 0 ? null : plan.scenarios[place - 1];
  if (scenario === undefined) return undefined;
  const trees = caseTrees(plan, { scenario, basis, afterRisk: risk === "adjusted" });
  const { label, says } = figures[key];
  const name = scenario?.name ?? "Base";
  const { currency } = plan;
  const until = dayOf(ctx, standsSince);
  return explainedFigure(
    { until, asOf: standsSince, grade: null, currency, places: currencyExponent(currency) },
    {
      figureId,
      label,
      sentence: `${says}, ${basisWords[basis]}; ${name}, ${risk === "adjusted" ? "after" : "before"} the risk of lines.`,
      tree: {
        "net-benefit": trees.netBenefit,
        "net-present-value": trees.netPresentValue,
        "net-roi": trees.netRoi,
      }[key],
      basis: key === "net-roi" ? "net" : "none",
      span: "cumulative",
      distribution: null,
    },
  );
}
