import { allocateSigned } from "@liftledger/finance/allocate";
import { bridgeCauses } from "@liftledger/finance/bridge";
import type { CostCategory } from "@liftledger/finance/cost-category";
import { currencyExponent } from "@liftledger/finance/currency";
import { moneyToDecimal, roundToMinor } from "@liftledger/finance/money";
import { multiplyDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import type { LineCause } from "./line-against-actual.ts";

/**
 * A step from plan to actual. A cause of finance over all benefits that have drivers; `amount`, of one line that has
 * none; `not-planned`, of one benefit that the case does not hold; `cost`, of one category at the plan's exchange rates;
 * `cost-exchange`, what the rates did to all costs.
 */
export interface CaseBridgeBar {
  cause: LineCause | "not-planned" | "cost" | "cost-exchange";
  name: string;
  lineId: string | null;
  category: CostCategory | null;
  /** Of a benefit that the case does not hold. */
  benefitId: string | null;
  amount: string;
}

const causeOrder = [...bridgeCauses, "amount", "not-planned", "cost", "cost-exchange"] as const;

/** The causes that are one bar whichever line they come from. */
export const sharedCauseNames: Partial<Record<CaseBridgeBar["cause"], string>> = {
  volume: "Volume",
  adoption: "Adoption",
  lift: "Lift",
  unitValue: "Worth of one unit",
  realisation: "Turned into money",
  credit: "Our share and confidence",
  timing: "Timing",
  exchange: "Exchange rates of benefits",
  oneOff: "One-off",
  "cost-exchange": "Exchange rates of costs",
};

/** Amounts in minor units with their sum, which was rounded once. */
export interface MoneyParts {
  total: bigint;
  minor: readonly bigint[];
}

/** Exact amounts in minor units: the sum is rounded once, and the parts by largest remainder add up to it. */
export function partsInMoney(parts: readonly string[], currency: string): MoneyParts {
  const total = roundToMinor(sumDecimals(parts), currency).amountMinor;
  return { total, minor: allocateSigned(total, inMinorUnits(parts, currency)) };
}

/**
 * The bars of a case from those of its lines: a shared cause once, in the fixed order of finance; what moved nothing has
 * no bar. They add up to the total to the minor unit, with no "other".
 */
export function caseBars(
  bars: readonly CaseBridgeBar[],
  totalMinor: bigint,
  currency: string,
): readonly CaseBridgeBar[] {
  const joined = causeOrder.flatMap((cause) => {
    const own = bars.filter((bar) => bar.cause === cause);
    return sharedCauseNames[cause] === undefined ? own : joinedBar(own);
  });
  const moving = joined.filter(({ amount }) => amount !== "0");
  const rounded = allocateSigned(
    totalMinor,
    inMinorUnits(
      moving.map(({ amount }) => amount),
      currency,
    ),
  );
  return moving.map((bar, place) => ({
    ...bar,
    amount: moneyToDecimal({ amountMinor: rounded[place] ?? 0n, currency }),
  }));
}

function joinedBar(bars: readonly CaseBridgeBar[]): readonly CaseBridgeBar[] {
  const [first] = bars;
  return first === undefined ? [] : [{ ...first, amount: sumDecimals(bars.map(({ amount }) => amount)) }];
}

function inMinorUnits(amounts: readonly string[], currency: string): readonly string[] {
  const factor = `1${"0".repeat(currencyExponent(currency))}`;
  return amounts.map((amount) => multiplyDecimals(amount, factor));
}
