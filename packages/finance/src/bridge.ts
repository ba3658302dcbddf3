import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  subtractDecimals,
  sumDecimals,
} from "@liftledger/numerics/decimal";
import { allocateSigned } from "./allocate.ts";
import type { Amount } from "./amount.ts";
import { currencyExponent } from "./currency.ts";
import { roundToMinor } from "./money.ts";
import { plainDecimal } from "./plain-decimal.ts";
import { productBridge } from "./product-bridge.ts";
import { requireShare } from "./share.ts";

type Factor = Amount | null | undefined;

/**
 * One period of a plan or of an actual, as decimal text or numbers. Its value is volume × adoption × lift × unit value ×
 * realisation × credit × running × exchange rate + one-off.
 */
export type BridgePeriod = {
  /** Any name, the same on both sides: "2026-03". */
  readonly period: string;
  readonly volume?: Factor;
  readonly adoption?: Factor;
  readonly lift?: Factor;
  readonly unitValue?: Factor;
  readonly realisation?: Factor;
  /**
   * Attribution × confidence × (1 − overlap), where they are not already in the unit value. Given in every
   * running period of both sides or in none, which is "1".
   */
  readonly credit?: Factor;
  /** The share of the period in which the benefit ran: "0" before it started; "1" left out. */
  readonly running?: Amount;
  /**
   * From the unit value's currency to the bridge's: the locked budget rate in a plan. Given in every running
   * period of both sides or in none: one currency.
   */
  readonly exchangeRate?: Factor;
  /** What came once, in the bridge's currency; "0" left out. */
  readonly oneOff?: Amount;
};

const drivers = ["volume", "adoption", "lift", "unitValue", "realisation"] as const;
const optionalDrivers = ["credit", "exchangeRate"] as const;
type Driver = (typeof drivers)[number] | (typeof optionalDrivers)[number];

/** The causes in the order in which they are replaced. `credit` is a bar only where it differs. */
export const bridgeCauses = [...drivers, "credit", "timing", "exchange", "oneOff"] as const;
type BridgeCause = (typeof bridgeCauses)[number];

export type BridgeBar = {
  readonly cause: BridgeCause;
  /** Exact, in the major unit. */
  readonly amount: string;
  /** Rounded so that plan and bars add up to the actual. */
  readonly amountMinor: bigint;
};

/** What is missing for a bridge: a whole period of one side, or one of its drivers. */
export type BridgeGap = {
  readonly side: "plan" | "actual";
  readonly period: string;
  readonly missing: "period" | Driver;
};

export type Bridge =
  | {
      readonly kind: "bridge";
      readonly currency: string;
      readonly planMinor: bigint;
      readonly actualMinor: bigint;
      readonly bars: readonly BridgeBar[];
    }
  | { readonly kind: "no-bridge"; readonly gaps: readonly BridgeGap[]; readonly reason: string };

/**
 * The way from plan to actual in named steps, without an "other".
 *
 * Definition: sequential substitution, period by period and summed. In each period the plan's factors are
 * replaced by the actual's in this order: volume, adoption, lift, unit value, realisation, (credit,) timing,
 * exchange; the one-off is what is added. Timing is `running`, the share of the period in which the benefit
 * ran: where it did not run on one side and a driver is not known there, that driver stays as on the other
 * side, so that a month lost by a late start is timing and nothing else. Another order would split the same
 * difference otherwise.
 *
 * All arithmetic is exact; plan and actual are each rounded once, half to even, and the bars by largest
 * remainder, so that plan + bars = actual to the minor unit. A period or driver that one side lacks gives
 * "no-bridge" with what is missing: nothing is filled in. So does `recordedActualMinor`, what the ledger
 * says, where the drivers do not give it.
 *
 * Throws a RangeError on a period that stands twice, on text that is no decimal and on an unknown currency.
 */
export function planToActualBridge(input: {
  readonly currency: string;
  readonly plan: readonly BridgePeriod[];
  readonly actual: readonly BridgePeriod[];
  readonly recordedActualMinor?: bigint;
}): Bridge {
  const { currency } = input;
  const [plan, actual] = [byPeriod(input.plan, "plan"), byPeriod(input.actual, "actual")];
  const all = [...input.plan, ...input.actual];
  const needed = [...drivers, ...optionalDrivers.filter((driver) => all.some((one) => isKnown(one[driver])))];
  const gaps = [
    ...gapsOf("plan", plan, actual.keys(), needed),
    ...gapsOf("actual", actual, plan.keys(), needed),
  ];
  const [firstGap, ...otherGaps] = gaps;
  if (firstGap !== undefined) {
    return { kind: "no-bridge", gaps, reason: gapReason(firstGap, otherGaps.length) };
  }
  const periods = [...plan].map(([period, planned]) => bridgePeriod(planned, actual.get(period) ?? planned));
  const planMinor = roundToMinor(sumDecimals(periods.map(({ plan }) => plan)), currency).amountMinor;
  const actualMinor = roundToMinor(sumDecimals(periods.map(({ actual }) => actual)), currency).amountMinor;
  const recorded = input.recordedActualMinor;
  if (recorded !== undefined && recorded !== actualMinor) {
    const reason = `The drivers of the actual give ${actualMinor}, but ${recorded} is recorded (minor units).`;
    return { kind: "no-bridge", gaps: [], reason };
  }
  const bars = roundedBars(periods, actualMinor - planMinor, currency);
  return { kind: "bridge", currency, planMinor, actualMinor, bars };
}

type BridgedPeriod = {
  readonly plan: string;
  readonly actual: string;
  readonly effects: ReadonlyMap<string, string>;
};

function bridgePeriod(plan: BridgePeriod, actual: BridgePeriod): BridgedPeriod {
  const bridge = productBridge({ plan: factorsOf(plan, actual), actual: factorsOf(actual, plan) });
  const [plannedOnce, achievedOnce] = [plan, actual].map(({ oneOff = "0", period }) =>
    plainDecimal(oneOff, `one-off of ${period}`),
  ) as [string, string];
  const effects = new Map(bridge.sequential.map(({ driver, effect }) => [driver, effect]));
  effects.set("oneOff", subtractDecimals(achievedOnce, plannedOnce));
  return {
    plan: addDecimals(bridge.plan, plannedOnce),
    actual: addDecimals(bridge.actual, achievedOnce),
    effects,
  };
}

/** The factors of one side in their order; what it does not know because it did not run is as on the other. */
function factorsOf(side: BridgePeriod, other: BridgePeriod): Record<string, Amount> {
  const exchange = plainDecimal(
    side.exchangeRate ?? other.exchangeRate ?? "1",
    `exchange rate of ${side.period}`,
  );
  if (compareDecimals(exchange, "0") <= 0) {
    throw new RangeError(`The exchange rate of ${side.period} is above 0, not ${exchange}`);
  }
  return {
    ...Object.fromEntries(drivers.map((driver) => [driver, side[driver] ?? other[driver] ?? "0"])),
    credit: requireShare(side.credit ?? other.credit ?? "1", `credit of ${side.period}`),
    timing: requireShare(side.running ?? "1", `part of ${side.period} in which the benefit ran`),
    exchange,
  };
}

function roundedBars(
  periods: readonly BridgedPeriod[],
  totalMinor: bigint,
  currency: string,
): readonly BridgeBar[] {
  const causes = bridgeCauses.filter(
    (cause) => cause !== "credit" || periods.some(({ effects }) => effects.get("credit") !== "0"),
  );
  const amounts = causes.map((cause) => sumDecimals(periods.map(({ effects }) => effects.get(cause) ?? "0")));
  const inMinor = `1${"0".repeat(currencyExponent(currency))}`;
  const rounded = allocateSigned(
    totalMinor,
    amounts.map((amount) => multiplyDecimals(amount, inMinor)),
  );
  return causes.map((cause, index) => ({
    cause,
    amount: amounts[index] ?? "0",
    amountMinor: rounded[index] ?? 0n,
  }));
}

function byPeriod(periods: readonly BridgePeriod[], side: string): ReadonlyMap<string, BridgePeriod> {
  const found = new Map(periods.map((period) => [period.period, period]));
  if (found.size !== periods.length) throw new RangeError(`A period stands twice in the ${side}`);
  return found;
}

function gapsOf(
  side: BridgeGap["side"],
  own: ReadonlyMap<string, BridgePeriod>,
  otherPeriods: Iterable<string>,
  needed: readonly Driver[],
): readonly BridgeGap[] {
  return [...new Set([...own.keys(), ...otherPeriods])].flatMap((period): BridgeGap[] => {
    const found = own.get(period);
    if (found === undefined) return [{ side, period, missing: "period" }];
    if (plainDecimal(found.running ?? "1", `running part of ${period}`) === "0") return [];
    return needed
      .filter((driver) => !isKnown(found[driver]))
      .map((driver) => ({ side, period, missing: driver }));
  });
}

function isKnown(factor: Factor): factor is Amount {
  return factor !== undefined && factor !== null;
}

function gapReason({ side, period, missing }: BridgeGap, others: number): string {
  const more = others > 0 ? `, and ${others} more` : "";
  const what = missing === "period" ? "the whole period" : missing;
  return `The ${side} lacks ${what} of ${period}${more}: nothing is filled in.`;
}
