import { sumPrecise, Precise, writeAmount } from "@liftledger/finance/amount";
import { currencyExponent } from "@liftledger/finance/currency";
import { periodRate } from "@liftledger/finance/discount-rate";
import { presentValues } from "@liftledger/finance/net-present-value";
import { monthOf } from "@liftledger/kpis/iso-date";
import { addPeriods, lastDay, periodIndex } from "@liftledger/kpis/period";
import { difference, leaf, product, quotient, rounded, sum, type Explanation } from "../explanation.ts";
import type { CaseLine } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { lineTree, type WeightOf } from "./line-tree.ts";
import { firstColumn } from "./plan-columns.ts";
import { planLines } from "./plan-line.ts";
import { columnOfPeriod, startPeriod } from "./plan-to-date.ts";

/** What of a plan is still to come on a day. */
export interface ToCome {
  plan: CasePlan;
  until: string;
  /** Those that count, each valued. */
  lines: readonly CaseLine[];
  /** Its periods that have not ended. */
  remaining: readonly string[];
}

/**
 * What is still to come of a plan, worth on a day: every line after its risk, weighed by the discount factors of the periods
 * that have not ended, benefits at a share of the plan. What lies behind is left out and shown as such: each of
 * `leftOut` stands there with nothing of it counted.
 */
export function aheadTree(
  toCome: ToCome,
  share: Explanation | null,
  leftOut: readonly Explanation[] = [],
): Explanation {
  const { currency } = toCome.plan;
  const planned = side(toCome, "benefit", "Benefits to come, as planned");
  const benefits =
    share === null ? planned : product("Benefits to come, as they came so far", currency, [planned, share]);
  const ahead = difference("What is to come", currency, benefits, side(toCome, "cost", "Costs to come"));
  const label = "Forward net present value";
  return rounded(
    label,
    currency,
    currencyExponent(currency),
    sum(`${label}, before rounding`, currency, [ahead, ...leftOut.map((tree) => nothingOf(tree, currency))]),
  );
}

function side(toCome: ToCome, kind: CaseLine["kind"], label: string): Explanation {
  const { plan, lines } = toCome;
  const weightOf = forwardWeights(toCome);
  const own = lines.filter((line) => line.kind === kind);
  return sum(
    label,
    plan.currency,
    own.flatMap((line) => {
      const planned = planLines(plan).find(({ id }) => id === line.lineId);
      return planned === undefined ? [] : [lineTree(plan, { line, planned }, { afterRisk: true, weightOf })];
    }),
  );
}

/** What came and was spent before counts for nothing, whatever it was: it is so whatever is decided. */
function nothingOf(tree: Explanation, currency: string): Explanation {
  return product(`${tree.label}, left out`, currency, [
    tree,
    leaf("Counted of what lies behind", "0", "ratio", {
      kind: "assumption",
      text: "it is spent, or came, whatever is decided at the gate",
    }),
  ]);
}

/**
 * What 1 in each of some columns of the plan is worth on the day, of what has not ended of them: a month of a plan by
 * year has a twelfth of its year.
 */
function forwardWeights({ plan, until, remaining }: ToCome): WeightOf {
  const placeOf = placesFrom(plan, until);
  const count = 1 + Math.max(0, ...remaining.map(placeOf));
  const ones = Array.from({ length: count }, () => new Precise(1));
  const factors = presentValues(periodRate(plan.discountRate.annual, "month"), ones, plan.timing);
  const { annual, source: rateSource } = plan.discountRate;
  const source = { kind: "assumption", text: `${annual} a year: ${rateSource}` } as const;
  return (columns, label) => {
    const own = remaining.filter((period) => columns.includes(columnOfPeriod(plan, period)));
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) {
      const text = `ended by ${until}`;
      return leaf(`Still to come of ${label}`, "0", "count", { kind: "assumption", text });
    }
    const months = first === last ? first : `${first} to ${last}`;
    const worth = own.flatMap((period) => factors[placeOf(period)] ?? []);
    const factor = leaf(
      `Discount factors to ${until}, ${months}`,
      writeAmount(sumPrecise(worth)),
      "count",
      source,
    );
    if (plan.period === "month" || first === startPeriod) return factor;
    const twelve = leaf("Months of a year", "12", "count", { kind: "assumption", text: "calendar" });
    return quotient(`Discount factors to ${until}, ${months}, by year`, "count", factor, twelve);
  };
}

/**
 * The place of each period, counted from the gate as a plan counts from its start: the first month that has not ended is
 * its first, and what is paid at the start of a plan that has not begun lies a place before its first month.
 */
function placesFrom(plan: CasePlan, until: string): (period: string) => number {
  const month = monthOf(until);
  const first = periodIndex(lastDay(month) <= until ? addPeriods(month, 1) : month);
  // With a timing that knows no start, the first month stands in the first place.
  const before = 1 - firstColumn(plan);
  return (period) =>
    (period === startPeriod ? periodIndex(plan.start) - 1 : periodIndex(period)) - first + before;
}
