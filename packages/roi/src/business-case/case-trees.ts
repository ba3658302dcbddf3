import { currencyExponent } from "@liftledger/finance/currency";
import { absent, difference, quotient, rounded, sum, type Explanation } from "../explanation.ts";
import { applyScenario } from "./apply-scenario.ts";
import { caseLines, type UnsignedEstimates } from "./case-lines.ts";
import type { CasePlan, PlanScenario } from "./case-plan.ts";
import { countsIn, type CaseBasis } from "./case-totals.ts";
import { discountSums } from "./discount-sums.ts";
import { lineTree, type WeightOf } from "./line-tree.ts";
import { planLines } from "./plan-line.ts";

/** How the three figures of a case came about, down to its assumptions. */
export interface CaseTrees {
  /** To the minor unit. */
  netBenefit: Explanation;
  netPresentValue: Explanation;
  /** A ratio: 1 is 100%. */
  netRoi: Explanation;
}

export interface CaseTreesRequest {
  scenario?: Pick<PlanScenario, "changes"> | null;
  basis?: CaseBasis;
  unsignedEstimates?: UnsignedEstimates;
  /** With the risk of each line; without it unless told. */
  afterRisk?: boolean;
}

/**
 * The explanation of a case's net benefit, net ROI and net present value: line by line, each the product of its factors
 * over the columns in which they are the same, each factor with its source. Re-evaluated from its leaves a tree gives its
 * root. A present value is so much a column times the sum of its columns' discount factors, to 34 digits. A line that is
 * not valued leaves the figure without a value and says why.
 *
 * @example caseTrees(plan, { afterRisk: true }).netRoi.formula // "88116.8 ÷ 130000"
 */
export function caseTrees(plan: CasePlan, request: CaseTreesRequest = {}): CaseTrees {
  const { scenario = null, basis = "cash", unsignedEstimates, afterRisk = false } = request;
  const changed = scenario === null ? plan : applyScenario(plan, scenario).plan;
  const counted = caseLines(plan, scenario, unsignedEstimates).filter((line) => countsIn(basis, line));
  const { currency } = plan;
  const side = (kind: "benefit" | "cost", weightOf: WeightOf | null) => {
    const trees = counted
      .filter((line) => line.kind === kind)
      .flatMap((line) => {
        const planned = planLines(changed).find(({ id }) => id === line.lineId);
        if (planned === undefined) return [];
        if (line.missing !== null) return [absent(line.name, currency, line.missing.reason)];
        return [lineTree(changed, { line, planned }, { afterRisk, weightOf })];
      });
    return sum(kind === "benefit" ? "Benefits" : "Costs", currency, trees);
  };
  const [benefits, costs] = [side("benefit", null), side("cost", null)];
  const weightOf = discountSums(plan);
  const present = difference(
    "Net present value, before rounding",
    currency,
    side("benefit", weightOf),
    side("cost", weightOf),
  );
  const net = difference("Net benefit, before rounding", currency, benefits, costs);
  const inMoney = (label: string, tree: Explanation) =>
    rounded(label, currency, currencyExponent(currency), tree);
  return {
    netBenefit: inMoney("Net benefit", net),
    netPresentValue: inMoney("Net present value", present),
    netRoi: roiTree(net, costs),
  };
}

function roiTree(net: Explanation, costs: Explanation): Explanation {
  const label = "Return on investment (net)";
  if (costs.value === "0") return absent(label, "ratio", "there is no cost yet, so there is no return on it");
  return quotient(label, "ratio", net, costs);
}
