import type { Amount } from "@liftledger/finance/amount";
import { planToActualBridge, type BridgeBar, type BridgePeriod } from "@liftledger/finance/bridge";
import { currencyExponent } from "@liftledger/finance/currency";
import { plainDecimal } from "@liftledger/finance/plain-decimal";
import { difference, leaf, product, rounded, sum, type Explanation } from "./explanation.ts";

/** How plan and actual differ, in named steps, with the tree that explains every one of them. */
export type PlanVersusActual =
  | { kind: "no-bridge"; reason: string }
  | {
      kind: "bridge";
      planMinor: bigint;
      actualMinor: bigint;
      /** In minor units they add up to actual less plan. */
      bars: readonly BridgeBar[];
      /** The actual: the plan and each bar added up, and rounded once. */
      tree: Explanation;
    };

/** The factors in the order in which the plan's are replaced, with the words a person reads. */
const factorNames = {
  volume: "Volume",
  adoption: "Adoption",
  lift: "Lift",
  unitValue: "Unit value",
  realisation: "Realisation",
  credit: "Share and confidence",
  timing: "Timing",
  exchange: "Exchange rate",
} as const;

const order = Object.keys(factorNames) as (keyof typeof factorNames)[];

type Factors = Record<keyof typeof factorNames, Explanation>;

/**
 * Plan against actual: the bridge of finance, explained. Each bar is, period by period, the product after one factor
 * was replaced less the product before; plan and bars add up to the actual without an "other". What one side lacks
 * gives no bridge, with what is missing. Amounts are decimal text; see `planToActualBridge` for the periods.
 *
 * @example
 * planVersusActual({ currency: "EUR", plan: [{ ...march, volume: "4000" }], actual: [{ ...march, volume: "5000" }] })
 * // { kind: "bridge", bars: [{ cause: "volume", amountMinor: 25000n, … }, …], tree: … }
 */
export function planVersusActual(input: {
  currency: string;
  plan: readonly BridgePeriod[];
  actual: readonly BridgePeriod[];
  recordedActualMinor?: bigint;
}): PlanVersusActual {
  const bridge = planToActualBridge(input);
  if (bridge.kind === "no-bridge") return { kind: "no-bridge", reason: bridge.reason };
  const { planMinor, actualMinor, bars } = bridge;
  return { kind: "bridge", planMinor, actualMinor, bars, tree: bridgeTree(input, bars) };
}

/** One period with both sides' factors; one that a side does not know, since it did not run, is as on the other. */
interface Sides {
  plan: Factors;
  actual: Factors;
  once: { plan: Explanation; actual: Explanation };
}

function bridgeTree(
  { currency, plan, actual }: Parameters<typeof planVersusActual>[0],
  bars: readonly BridgeBar[],
): Explanation {
  const periods = plan.map((planned) => {
    const achieved = actual.find(({ period }) => period === planned.period) ?? planned;
    return sidesOf(planned, achieved, currency);
  });
  const planned = sum(
    "Plan",
    currency,
    periods.flatMap((sides) => [productAfter(sides, 0, currency), sides.once.plan]),
  );
  const explained = bars.map(({ cause }) => barTree(cause, periods, currency));
  return rounded(
    "Actual",
    currency,
    currencyExponent(currency),
    sum("Plan and what became of it", currency, [planned, ...explained]),
  );
}

function barTree(cause: BridgeBar["cause"], periods: readonly Sides[], currency: string): Explanation {
  if (cause === "oneOff") {
    const once = periods.map((sides) => difference("One-off", currency, sides.once.actual, sides.once.plan));
    return sum("One-off", currency, once);
  }
  const place = order.indexOf(cause);
  const name = factorNames[cause];
  return sum(
    name,
    currency,
    periods.map((sides) =>
      difference(
        name,
        currency,
        productAfter(sides, place + 1, currency),
        productAfter(sides, place, currency),
      ),
    ),
  );
}

/** The product of one period once its first so many factors are the actual's. */
function productAfter({ plan, actual }: Sides, replaced: number, currency: string): Explanation {
  const factors = order.map((factor, place) => (place < replaced ? actual : plan)[factor]);
  return product(replaced === 0 ? "Planned value" : "Value so far", currency, factors);
}

function sidesOf(plan: BridgePeriod, actual: BridgePeriod, currency: string): Sides {
  return {
    plan: factorsOf(plan, actual, "plan", currency),
    actual: factorsOf(actual, plan, "actual", currency),
    once: {
      plan: leafOf("One-off", plan.oneOff ?? "0", currency, "plan", plan.period),
      actual: leafOf("One-off", actual.oneOff ?? "0", currency, "actual", plan.period),
    },
  };
}

function factorsOf(
  side: BridgePeriod,
  other: BridgePeriod,
  name: "plan" | "actual",
  currency: string,
): Factors {
  const read = (factor: keyof Factors, amount: Amount) =>
    leafOf(
      factorNames[factor],
      amount,
      factor === "unitValue" ? currency : factor === "volume" ? "count" : "ratio",
      name,
      side.period,
    );
  const known = (factor: "volume" | "adoption" | "lift" | "unitValue" | "realisation") =>
    read(factor, side[factor] ?? other[factor] ?? "0");
  return {
    volume: known("volume"),
    adoption: known("adoption"),
    lift: known("lift"),
    unitValue: known("unitValue"),
    realisation: known("realisation"),
    credit: read("credit", side.credit ?? other.credit ?? "1"),
    timing: read("timing", side.running ?? "1"),
    exchange: read("exchange", side.exchangeRate ?? other.exchangeRate ?? "1"),
  };
}

function leafOf(name: string, amount: Amount, unit: string, side: "plan" | "actual", period: string) {
  const label = `${name}, ${side} of ${period}`;
  return leaf(label, plainDecimal(amount, label), unit, {
    kind: side === "plan" ? "assumption" : "measured",
    text: side === "plan" ? "business case" : "measured",
    period,
  });
}
