import { compareDecimals } from "@liftledger/numerics/decimal";
import { difference, leaf, product, quotient, sum, type Explanation } from "./explanation.ts";

/** The drivers of a measured value over some time, and its cost. All decimal text; money in one currency. */
export interface ValueDrivers {
  currency: string;
  /** Improvement per denominator unit; a gain is positive, whichever way the KPI goes. */
  lift: string;
  /** Denominator units over the time. */
  volume: string;
  unitValue: string;
  attribution: string;
  confidence: string;
  /** The part that is turned into money, 0 to 1. */
  realised: string;
  cost: string;
  /** Value of other benefits over the time, "0" left out. */
  otherValue?: string;
  /** What the lift is counted in: "ratio" left out, "count" for hours or customers, a currency for money. */
  liftUnit?: string;
  /** How some of them came about, each with the value given here; of the others only that they were given. */
  trees?: Partial<Record<Factor | "cost", Explanation>>;
}

/** The value of one driver, the others as they are, at which value and cost are even; or why there is none. */
export type BreakEvenValue =
  | { kind: "value"; value: string; tree: Explanation }
  | { kind: "none"; reason: string };

/** The drivers of which a break-even is asked. */
export type BreakEvenDriver = "lift" | "volume" | "unitValue" | "attribution" | "cost";

const names = {
  lift: "Lift",
  volume: "Volume",
  unitValue: "Unit value",
  attribution: "Our share",
  confidence: "Confidence",
  realised: "Turned into money",
} as const;

type Factor = keyof typeof names;

const factors = Object.keys(names) as Factor[];
const given = { kind: "measured", text: "given" } as const;

/**
 * The break-even value of each driver: what lift, volume, worth of a unit or share would just pay the cost, and what
 * cost the value would just pay. From value = lift × volume × unit value × share × confidence × part realised, so
 * each is (cost − other value) ÷ the product of the other factors, exact to 20 digits. None where the other factors
 * bring nothing or a loss, where the other benefits pay the cost already, and for a share above 100%.
 *
 * @example
 * // 0.6 points on 4,000 leads at 180 and 60%, for 9,000: 2.08 points, or 625 each, or a cost of 2,592.
 * breakEvenValues({ currency: "EUR", lift: "0.006", volume: "4000", unitValue: "180", attribution: "0.6",
 *   confidence: "1", realised: "1", cost: "9000" }).unitValue // { kind: "value", value: "625", … }
 */
export function breakEvenValues(question: ValueDrivers): Record<BreakEvenDriver, BreakEvenValue> {
  return {
    lift: factorNeeded(question, "lift"),
    volume: factorNeeded(question, "volume"),
    unitValue: factorNeeded(question, "unitValue"),
    attribution: shareNeeded(question),
    cost: costAffordable(question),
  };
}

function factorNeeded(question: ValueDrivers, driver: Factor): BreakEvenValue {
  const { currency, cost, otherValue = "0" } = question;
  if (compareDecimals(cost, "0") <= 0)
    return { kind: "none", reason: "There is no cost above zero to break even on." };
  if (compareDecimals(otherValue, cost) >= 0)
    return { kind: "none", reason: "The other benefits pay the cost already." };
  const others = product(
    "What one of it brings",
    currency,
    factors.filter((factor) => factor !== driver).map((factor) => factorLeaf(question, factor)),
  );
  const brings = compareDecimals(others.value ?? "0", "0");
  if (brings === 0)
    return {
      kind: "none",
      reason: `Whatever the ${words(driver)}, it brings nothing: another factor is zero.`,
    };
  if (brings < 0)
    return {
      kind: "none",
      reason: `More of the ${words(driver)} only adds to the loss: another factor is negative.`,
    };
  const target = difference(
    "To be brought",
    currency,
    question.trees?.cost ?? leaf("Cost", cost, currency, given),
    otherLeaf(question),
  );
  const tree = quotient(
    `${names[driver]} at which it breaks even`,
    unitOfFactor(driver, question),
    target,
    others,
  );
  return { kind: "value", value: tree.value ?? "0", tree };
}

function shareNeeded(question: ValueDrivers): BreakEvenValue {
  const needed = factorNeeded(question, "attribution");
  if (needed.kind === "none" || compareDecimals(needed.value, "1") <= 0) return needed;
  return { kind: "none", reason: "Even all of the difference would not pay the cost." };
}

function costAffordable(question: ValueDrivers): BreakEvenValue {
  const { currency } = question;
  const value = product(
    "Value",
    currency,
    factors.map((factor) => factorLeaf(question, factor)),
  );
  const tree = sum("Cost at which it breaks even", currency, [value, otherLeaf(question)]);
  if (compareDecimals(tree.value ?? "0", "0") <= 0)
    return { kind: "none", reason: "It brings nothing, so no cost would break even." };
  return { kind: "value", value: tree.value ?? "0", tree };
}

function factorLeaf(drivers: ValueDrivers, factor: Factor): Explanation {
  return (
    drivers.trees?.[factor] ?? leaf(names[factor], drivers[factor], unitOfFactor(factor, drivers), given)
  );
}

function otherLeaf({ currency, otherValue = "0" }: ValueDrivers): Explanation {
  return leaf("Value of other benefits", otherValue, currency, given);
}

function unitOfFactor(factor: Factor, { currency, liftUnit = "ratio" }: ValueDrivers): string {
  if (factor === "lift") return liftUnit;
  return factor === "unitValue" ? currency : factor === "volume" ? "count" : "ratio";
}

function words(factor: Factor): string {
  return names[factor].toLowerCase();
}
