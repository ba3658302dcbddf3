import { planToActualBridge, type BridgePeriod, type bridgeCauses } from "@liftledger/finance/bridge";
import { multiplyDecimals, subtractDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { benefitActualAmount, type BenefitActual } from "./case-actuals.ts";
import type { CasePlan, PlannedBenefitLine, PlannedValue } from "./case-plan.ts";
import type { CaseLine } from "./case-lines.ts";
import { pathValue, runsIn } from "./plan-path.ts";
import { columnOfPeriod, periodOfActual, plannedIn } from "./plan-to-date.ts";

/** Why plan and actual differ: the causes of finance, or the amount of a line that has no drivers. */
export type LineCause = (typeof bridgeCauses)[number] | "amount";

/** A benefit line held against what came, over the periods that both sides have. Amounts are exact. */
export interface ComparedBenefit {
  line: CaseLine;
  /** Periods with an actual, and elapsed ones in which the line was planned and nothing is known. */
  compared: readonly string[];
  missing: readonly string[];
  planOf: (period: string) => string;
  actualOf: (period: string) => string;
  effects: readonly { cause: LineCause; amount: string }[];
  /** The actuals of a period. */
  actualsIn: (period: string) => readonly BenefitActual[];
}

/**
 * Holds one valued benefit line against its actuals. A line with drivers, planned and measured by month, is bridged by
 * them; what comes once is "one-off"; any other differs in its amount. Where adoption was not measured apart it is in
 * the measured lift, and the planned one is put there too.
 */
export function compareBenefit(
  plan: CasePlan,
  { planned, line }: { planned: PlannedBenefitLine; line: CaseLine },
  { elapsed, actuals }: { elapsed: readonly string[]; actuals: readonly BenefitActual[] },
): ComparedBenefit {
  const due = actuals.filter(({ month }) => elapsed.includes(periodOfActual(plan, month)));
  const actualsIn = (period: string) => due.filter(({ month }) => periodOfActual(plan, month) === period);
  const planOf = (period: string) => plannedIn(plan, line, period) ?? "0";
  const isDue = (period: string) => runsIn(planned.run, columnOfPeriod(plan, period));
  const isOnce = planned.run.kind === "one-off";
  // What comes once may come in another month: then nothing is missing in the planned one.
  const isKnown = (period: string) =>
    actualsIn(period).length > 0 || (isOnce && due.length > 0 && isDue(period));
  const compared = elapsed.filter(isKnown);
  const actualOf = (period: string) => sumDecimals(actualsIn(period).map(benefitActualAmount));
  const totals = [compared.map(planOf), compared.map(actualOf)].map((amounts) => sumDecimals(amounts));
  const [plannedTotal = "0", actualTotal = "0"] = totals;
  const whole = (cause: LineCause) => [{ cause, amount: subtractDecimals(actualTotal, plannedTotal) }];
  const bridged = isOnce ? whole("oneOff") : driverEffects(plan, planned, { compared, actualsIn });
  return {
    line,
    compared,
    missing: elapsed.filter((period) => isDue(period) && !isKnown(period)),
    planOf,
    actualOf,
    actualsIn,
    effects: bridged ?? whole("amount"),
  };
}

type Measured = Extract<BenefitActual, { kind: "measured" }>;

interface Periods {
  compared: readonly string[];
  actualsIn: (period: string) => readonly BenefitActual[];
}

/** The periods of a line that are bridged by drivers, and whether adoption is one of its own. */
export interface DriverPairs {
  pairs: readonly { period: string; actual: BenefitActual | undefined }[];
  isApart: boolean;
}

/** The periods in which plan and actual of a line both have drivers; null where one side has none of them. */
export function driverPairs(
  plan: CasePlan,
  { value, run }: PlannedBenefitLine,
  { compared, actualsIn }: Periods,
): DriverPairs | null {
  if (run.kind === "one-off" || value.kind !== "factors" || plan.period !== "month") return null;
  const found = compared.map((period) => ({ period, actuals: actualsIn(period) }));
  if (found.some(({ actuals: [first, ...more] }) => more.length > 0 || first?.kind === "amount")) return null;
  const measured = found.flatMap(({ actuals }) => actuals.filter((actual) => actual.kind === "measured"));
  return {
    pairs: found.map(({ period, actuals: [actual] }) => ({ period, actual })),
    isApart: measured.every(({ adoption }) => adoption !== null),
  };
}

/** The effects of the drivers; null where one side has none of them. */
function driverEffects(
  plan: CasePlan,
  planned: PlannedBenefitLine,
  periods: Periods,
): ComparedBenefit["effects"] | null {
  const { value, run, currency } = planned;
  const found = driverPairs(plan, planned, periods);
  if (found === null || value.kind !== "factors") return null;
  const { pairs, isApart } = found;
  const isForeign = currency !== null && currency !== plan.currency;
  const rate = plan.budgetRates.find(({ from }) => from === currency)?.rate ?? "1";
  const bridge = planToActualBridge({
    currency: plan.currency,
    plan: pairs.map(({ period }) => {
      const column = columnOfPeriod(plan, period);
      if (!runsIn(run, column)) return { period, running: "0" };
      return { period, ...plannedDrivers(value, column, isApart), ...(isForeign && { exchangeRate: rate }) };
    }),
    actual: pairs.map(({ period, actual }) => {
      if (actual?.kind !== "measured") return { period, running: "0" };
      const { exchangeRate } = actual;
      return { period, ...measuredDrivers(actual, isApart), ...(isForeign && { exchangeRate }) };
    }),
  });
  if (bridge.kind === "no-bridge") return null;
  return bridge.bars.map(({ cause, amount }) => ({ cause, amount }));
}

type Drivers = Omit<BridgePeriod, "period">;

function plannedDrivers(
  value: Extract<PlannedValue, { kind: "factors" }>,
  column: number,
  isApart: boolean,
): Drivers {
  const at = (field: Exclude<keyof typeof value, "kind" | "liftTerms">) =>
    pathValue(value[field], column) ?? "0";
  const [lift, adoption] = [at("lift"), at("adoption")];
  return {
    volume: at("volume"),
    unitValue: at("unitValue"),
    realisation: at("realisation"),
    ...liftAndAdoption(lift, adoption, isApart),
    credit: [at("attribution"), at("confidence"), subtractDecimals("1", at("overlap"))].reduce(
      multiplyDecimals,
    ),
  };
}

function measuredDrivers(actual: Measured, isApart: boolean): Drivers {
  const { volume, lift, adoption, unitValue, realisation, attribution, confidence } = actual;
  return {
    volume,
    unitValue,
    realisation,
    ...liftAndAdoption(lift, adoption ?? "1", isApart),
    credit: multiplyDecimals(attribution, confidence),
  };
}

/** Two drivers where both sides have two, else one: the lift with the adoption in it. */
function liftAndAdoption(lift: string, adoption: string, isApart: boolean): Drivers {
  return isApart ? { lift, adoption } : { lift: multiplyDecimals(lift, adoption), adoption: "1" };
}
