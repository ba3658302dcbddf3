import { currencyExponent } from "@liftledger/finance/currency";
import { ratePerPeriod } from "@liftledger/finance/discount-rate";
import { compareDecimals, divideDecimals } from "@liftledger/numerics/decimal";
import {
  absent,
  difference,
  leaf,
  product,
  quotient,
  rounded,
  solved,
  sum,
  type Explanation,
  type ExplanationSource,
} from "../explanation.ts";
import type { SolvedParameter } from "../solved-step.ts";
import { whenAsked } from "../when-asked.ts";
import type { UnsignedEstimates } from "./case-lines.ts";
import type { CasePlan, PlanScenario } from "./case-plan.ts";
import type { CaseBasis } from "./case-totals.ts";
import { datedDiscountSums, discountSums, rateSource } from "./discount-sums.ts";
import { explainedLines } from "./explained-lines.ts";
import { lineTree, type WeightOf } from "./line-tree.ts";
import { planColumns } from "./plan-columns.ts";

/** How the figures of a case came about, down to its assumptions. Money is to the minor unit, a ratio of 1 is 100%. */
export interface CaseTrees {
  benefits: Explanation;
  costs: Explanation;
  netBenefit: Explanation;
  netPresentValue: Explanation;
  netRoi: Explanation;
  netRoiOnPresentValue: Explanation;
  grossMultiple: Explanation;
  benefitCostRatio: Explanation;
  /** Paybacks are in periods of the plan since its first spend or gain. */
  payback: Explanation;
  durablePayback: Explanation;
  discountedPayback: Explanation;
  durableDiscountedPayback: Explanation;
  /** A year. */
  internalRateOfReturn: Explanation;
  /** A period of the plan. */
  modifiedRateOfReturn: Explanation;
  equivalentAnnuity: Explanation;
}

export interface CaseTreesRequest {
  scenario?: Pick<PlanScenario, "changes"> | null;
  basis?: CaseBasis;
  unsignedEstimates?: UnsignedEstimates;
  /** With the risk of each line; without it unless told. */
  afterRisk?: boolean;
}

/**
 * The explanation of every figure of a case, each made when it is asked for: line by line, each line the product of its
 * factors over the columns in which they are the same, each factor with its source. What is solved from flows, a rate of
 * return or a payback, stands on the net flow of each column. Re-evaluated from its leaves a tree gives its root. A
 * present value is so much a column times the sum of its columns' discount factors, to 34 digits. A line that is not
 * valued leaves the figure without a value and says why.
 *
 * @example caseTrees(plan, { afterRisk: true }).netRoi.formula // "88116.8 ÷ 130000"
 */
export function caseTrees(plan: CasePlan, request: CaseTreesRequest = {}): CaseTrees {
  const { currency } = plan;
  const side = sidesOf(plan, request);
  const inMoney = (label: string, tree: Explanation) =>
    rounded(label, currency, currencyExponent(currency), tree);
  const made: Steps = whenAsked(
    {},
    {
      benefits: () => side("benefit", null),
      costs: () => side("cost", null),
      presentBenefits: () => side("benefit", discountSums(plan)),
      presentCosts: () => side("cost", discountSums(plan)),
      net: () => difference("Net benefit, before rounding", currency, made.benefits, made.costs),
      present: () =>
        difference("Net present value, before rounding", currency, made.presentBenefits, made.presentCosts),
      flows: () => flowsOf(plan, side),
    },
  );
  return whenAsked(
    {},
    {
      benefits: () => inMoney("Benefits", made.benefits),
      costs: () => inMoney("Costs", made.costs),
      netBenefit: () => inMoney("Net benefit", made.net),
      netPresentValue: () => inMoney("Net present value", made.present),
      netRoi: () => overCosts("Return on investment (net)", made.net, made.costs),
      netRoiOnPresentValue: () =>
        overCosts("Return on investment on present values (net)", made.present, made.presentCosts),
      grossMultiple: () => overCosts("Benefits over costs", made.benefits, made.costs),
      benefitCostRatio: () => overCosts("Benefit-cost ratio", made.presentBenefits, made.presentCosts),
      payback: () => paybackTree(plan, "Payback, first", made.flows, "first"),
      durablePayback: () => paybackTree(plan, "Payback, durable", made.flows, "durable"),
      discountedPayback: () =>
        paybackTree(plan, "Payback, discounted, first", discounted(plan, made.flows), "first"),
      durableDiscountedPayback: () =>
        paybackTree(plan, "Payback, discounted, durable", discounted(plan, made.flows), "durable"),
      internalRateOfReturn: () => internalRate(plan, made.flows),
      modifiedRateOfReturn: () => modifiedRate(plan, made.flows),
      equivalentAnnuity: () => inMoney("Equivalent annual annuity", annuityTree(plan, side)),
    },
  );
}

/** What several figures are made of, before rounding. */
interface Steps {
  benefits: Explanation;
  costs: Explanation;
  presentBenefits: Explanation;
  presentCosts: Explanation;
  net: Explanation;
  present: Explanation;
  flows: Flows;
}

/** All lines of a kind, over all columns or some, as they come or at their present value. */
type SideOf = (
  kind: "benefit" | "cost",
  weightOf: WeightOf | null,
  columns?: ReadonlySet<number>,
) => Explanation;

function sidesOf(plan: CasePlan, request: CaseTreesRequest): SideOf {
  const { basis = "cash", afterRisk = false } = request;
  const { currency } = plan;
  const { plan: changed, lines: counted } = explainedLines(plan, { ...request, basis });
  return (kind, weightOf, columns) => {
    const trees = counted
      .filter(({ line }) => line.kind === kind)
      .map((explained) => {
        const { name, missing } = explained.line;
        if (missing !== null) return absent(name, currency, missing.reason);
        const own = columns === undefined ? {} : { columns };
        return lineTree(changed, explained, { afterRisk, weightOf, ...own });
      });
    const shown =
      columns === undefined
        ? trees
        : trees.filter(({ value, inputs }) => value === null || inputs.length > 0);
    return sum(kind === "benefit" ? "Benefits" : "Costs", currency, shown);
  };
}

function overCosts(label: string, over: Explanation, costs: Explanation): Explanation {
  if (costs.value === null || compareDecimals(costs.value, "0") !== 0)
    return quotient(label, "ratio", over, costs);
  return absent(label, "ratio", "there is no cost yet, so there is no return on it");
}

/** The net flow of each column, and in which one the first spend or gain lies. */
interface Flows {
  trees: Explanation[];
  from: number;
}

function flowsOf(plan: CasePlan, side: SideOf): Flows {
  const both = planColumns(plan).map(({ column, label }) => {
    const only = new Set([column]);
    return { label, benefits: side("benefit", null, only), costs: side("cost", null, only) };
  });
  const isFlow = ({ value }: Explanation) => value !== null && compareDecimals(value, "0") !== 0;
  const from = both.findIndex(({ benefits, costs }) => isFlow(benefits) || isFlow(costs));
  return {
    trees: both.map(({ label, benefits, costs }) =>
      difference(`Net, ${label}`, plan.currency, benefits, costs),
    ),
    from: Math.max(0, from),
  };
}

/** The same at their worth at the start. */
function discounted(plan: CasePlan, { trees, from }: Flows): Flows {
  const weightOf = discountSums(plan);
  const columns = planColumns(plan);
  return {
    from,
    trees: trees.map((flow, place) => {
      const { column = 0, label = "" } = columns[place] ?? {};
      return product(`${flow.label}, discounted`, plan.currency, [flow, weightOf([column], label)]);
    }),
  };
}

function paybackTree(
  { period }: CasePlan,
  label: string,
  { trees, from }: Flows,
  crossing: "first" | "durable",
): Explanation {
  const until = crossing === "first" ? "first equals" : "equals, and from then on exceeds,";
  const formula = `${period}s since the first flow until what has come ${until} what was spent, in equal parts within a ${period}`;
  return solved(
    `${label}, in ${period}s`,
    "count",
    { parameter: { method: "payback", crossing, from }, formula },
    trees,
  );
}

function internalRate({ timing, period }: CasePlan, { trees }: Flows): Explanation {
  const parameter: SolvedParameter = {
    method: "internal-rate-of-return",
    timing,
    periodsPerYear: period === "month" ? 12 : 1,
  };
  const formula = "the one yearly rate at which all these flows together are worth nothing at the start";
  return solved("Internal rate of return, a year", "ratio", { parameter, formula }, trees);
}

function modifiedRate(plan: CasePlan, { trees }: Flows): Explanation {
  const { period, mirrRates, discountRate } = plan;
  const rate = (label: string, annual: string | undefined): Explanation =>
    leaf(`${label}, a ${period}`, ratePerPeriod(annual ?? discountRate.annual, period), "ratio", {
      kind: "assumption",
      text:
        mirrRates === undefined
          ? rateSource(plan)
          : `${annual ?? discountRate.annual} a year: ${mirrRates.source}`,
    });
  const formula =
    "the rate earned where what is spent is borrowed at the one rate and what comes is put aside at the other";
  return solved(
    `Modified rate of return, a ${period}`,
    "ratio",
    { parameter: { method: "modified-rate-of-return" }, formula },
    [rate("Borrowed at", mirrRates?.finance), rate("Put aside at", mirrRates?.reinvest), ...trees],
  );
}

/** Of the present value by days, as the figure has it: each flow on its day. */
function annuityTree(plan: CasePlan, side: SideOf): Explanation {
  const { currency, period, timing, discountRate } = plan;
  const weightOf = datedDiscountSums(plan);
  const present = difference(
    "Net present value by days",
    currency,
    side("benefit", weightOf),
    side("cost", weightOf),
  );
  const source: ExplanationSource = { kind: "assumption", text: "length of the plan" };
  const columns = planColumns(plan).length;
  const periods = Math.max(0, timing === "excel_npv" ? columns : columns - 1);
  const years = divideDecimals(String(periods), period === "month" ? "12" : "1", 34);
  return solved(
    "Equivalent annual annuity, before rounding",
    currency,
    {
      parameter: { method: "equivalent-annuity" },
      formula: "the even amount at each year's end that is worth as much",
    },
    [
      present,
      leaf("Discount rate, a year", discountRate.annual, "ratio", {
        kind: "assumption",
        text: rateSource(plan),
      }),
      leaf("Years", years, "count", source),
    ],
  );
}
