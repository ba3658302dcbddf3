import { moneyToDecimal } from "@liftledger/finance/money";
import {
  addDecimals,
  numberToDecimal,
  roundHalfEven,
  subtractDecimals,
  sumDecimals,
} from "@liftledger/numerics/decimal";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { lastDay, listPeriods, periodOf, type Period, type PeriodType } from "@liftledger/kpis/period";
import { benefitValue } from "./benefit-value.ts";
import { expectedTotal } from "./benefit-trees.ts";
import { accruedCost, type CostInput } from "./cost-tree.ts";
import { intervalOf, sumOfParts, type UncertainPart } from "./distribution.ts";
import { headlineLevel } from "./engine-version.ts";
import { isMature, type BenefitResult } from "./evaluate-benefit.ts";
import { neededPeriods } from "./what-is-missing.ts";

/** Money and ROI to date on the last day of one period, or on the valuation date in the last one. Money is decimal text in the major unit; ROI a ratio. */
export interface ToDatePoint {
  period: Period;
  lastDay: string;
  value: string | null;
  valueLow: string | null;
  valueHigh: string | null;
  cost: string;
  roi: number | null;
  roiLow: number | null;
  roiHigh: number | null;
  judgeable: boolean;
}

/** Whose money is followed: one initiative, or several together. */
export interface Timeline {
  /** Benefits that carry money. */
  benefits: readonly BenefitResult[];
  costs: readonly CostInput[];
  currency: string;
  places: number;
  startedOn: string;
  until: string;
  seed: number;
  /** Weeks where any benefit is weekly, unless it says otherwise. */
  step?: PeriodType;
}

/** Draws of each point of a timeline with several benefits: a chart needs fewer than a verdict. */
const drawsPerPoint = 1000;

/**
 * The money so far at the end of each period since its start: realised value with its interval, cost,
 * net ROI. Each point uses only what had happened by then, so that a later period never restates an earlier
 * one, and the last equals the headline.
 */
export function toDateSeries(timeline: Timeline): ToDatePoint[] {
  return timelinePeriods(timeline).map((period) => {
    const end = lastDay(period);
    return toDatePoint(timeline, period, end < timeline.until ? end : timeline.until);
  });
}

/** The realised value at the end of a day as decimal text; null where no benefit is valued. */
export function realisedValueAt(
  benefits: readonly BenefitResult[],
  day: string,
  places: number,
): string | null {
  const amounts = benefits.flatMap((benefit) => {
    const amount = cashedAt(benefit, day, places);
    return amount === null ? [] : [amount];
  });
  return amounts.length === 0 ? null : sumDecimals(amounts);
}

/** The uncertain parts of the realised value: each benefit's mixture of units, and its money per unit. */
export function realisedParts(
  benefits: readonly BenefitResult[],
  day?: string,
  stages: "cashed" | "cashed-and-redeployed" = "cashed",
): UncertainPart[] {
  return benefits.flatMap((benefit) => {
    const { lift, value } = benefit;
    const upTo = day === undefined ? benefit.mature.length : matureBy(benefit, day);
    if (!isValued(benefit) || lift?.kind !== "interval" || value.kind !== "complete" || upTo === 0) return [];
    const { unitValue, attribution, confidence, realisation } = value.factors;
    const share = Number(realisation.cashed) + (stages === "cashed" ? 0 : Number(realisation.redeployed));
    const factor = Number(unitValue) * Number(attribution) * Number(confidence) * share;
    return [{ mixture: lift.incrementalUnitsDistribution(upTo), factor }];
  });
}

/** Whether a benefit's money may be counted: every factor there, a baseline, and its volume in range. */
export function isValued({ value, lift, volumeReason, mature }: BenefitResult): boolean {
  return (
    value.kind === "complete" &&
    lift !== null &&
    lift.kind !== "no-baseline" &&
    volumeReason === null &&
    mature.length > 0
  );
}

function toDatePoint(timeline: Timeline, period: Period, day: string): ToDatePoint {
  const { benefits, costs, currency, places, seed } = timeline;
  const value = realisedValueAt(benefits, day, places);
  const costMinor = accruedCost(costs, day);
  const cost = moneyToDecimal({ amountMinor: costMinor, currency });
  const parts = realisedParts(benefits, day);
  // A benefit known as a point only leaves the sum without an interval.
  const certain = benefits.every((benefit) => !isValued(benefit) || benefit.lift?.kind === "interval");
  const interval =
    parts.length === 0 || !certain
      ? null
      : intervalOf(sumOfParts(parts, seededRandom(seed), drawsPerPoint), headlineLevel);
  const roi = (amount: number | null) =>
    amount === null || costMinor <= 0n ? null : amount / Number(cost) - 1;
  const text = (amount: number) => roundHalfEven(numberToDecimal(amount, 17), places);
  return {
    period,
    lastDay: day,
    value,
    valueLow: interval === null ? null : text(interval.low),
    valueHigh: interval === null ? null : text(interval.high),
    cost,
    roi: roi(value === null ? null : Number(value)),
    roiLow: roi(interval?.low ?? null),
    roiHigh: roi(interval?.high ?? null),
    judgeable: benefits.some(
      (benefit) => isValued(benefit) && matureBy(benefit, day) >= neededPeriods[benefit.input.periodType],
    ),
  };
}

function cashedAt(benefit: BenefitResult, day: string, places: number): string | null {
  const { value, input } = benefit;
  if (!isValued(benefit) || value.kind !== "complete") return null;
  const upTo = matureBy(benefit, day);
  const expected = expectedTotal(benefit, upTo);
  if (expected === null) return null;
  const actual = sumDecimals(benefit.mature.slice(0, upTo).map((snapshot) => snapshot.numerator));
  const units =
    input.kpi.direction === "higher"
      ? subtractDecimals(actual, expected)
      : subtractDecimals(expected, actual);
  return benefitValue(addDecimals(units, "0"), value.factors, places).cashed;
}

function matureBy({ mature, input }: BenefitResult, day: string): number {
  return mature.filter((snapshot) => isMature(snapshot.period, input.kpi, day)).length;
}

/** The periods from the first start or cost to the one that holds `until`, which may not be over yet. */
function timelinePeriods({ benefits, costs, startedOn, until, step }: Timeline): Period[] {
  const weekly = benefits.some((benefit) => benefit.input.periodType === "week");
  const type = step ?? (weekly || benefits.length === 0 ? "week" : "month");
  const firstCost = costs
    .filter((line) => line.kind === "actual")
    .map((line) => `${line.month}-01`)
    .toSorted()[0];
  const from = firstCost !== undefined && firstCost < startedOn ? firstCost : startedOn;
  if (from > until) return [];
  return listPeriods(periodOf(from, type), periodOf(until, type));
}
