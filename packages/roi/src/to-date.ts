import { moneyToDecimal } from "@liftledger/finance/money";
import { numberToDecimal, roundHalfEven } from "@liftledger/numerics/decimal";
import { lastDay, listPeriods, periodOf, type Period, type PeriodType } from "@liftledger/kpis/period";
import { neededPeriods } from "./benefit-gaps.ts";
import { accruedCost, firstSpendOrStart, type CostInput } from "./cost-tree.ts";
import { intervalOf } from "./distribution.ts";
import { headlineLevel } from "./engine-version.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { realisedValueOn, valueParts } from "./realised-value.ts";
import { createSimulation, type Simulation } from "./simulation.ts";
import { valuedOn } from "./standing.ts";

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
  /** False while too early, and where nothing can be valued. */
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

/**
 * The money so far at the end of each period since its start: realised value with its interval, cost, net ROI.
 * Each point uses only what had happened by then, so that a later period never restates an earlier one, and
 * the last equals the headline, interval included.
 */
export function toDateSeries(timeline: Timeline): ToDatePoint[] {
  const simulation = createSimulation(timeline.seed);
  return timelinePeriods(timeline).map((period) => {
    const end = lastDay(period);
    return toDatePoint(timeline, simulation, period, end < timeline.until ? end : timeline.until);
  });
}

function toDatePoint(
  { benefits, costs, currency, places }: Timeline,
  simulation: Simulation,
  period: Period,
  day: string,
): ToDatePoint {
  const value = realisedValueOn(benefits, day, places);
  const costMinor = accruedCost(costs, day);
  const cost = moneyToDecimal({ amountMinor: costMinor, currency });
  const parts = valueParts(benefits, day);
  const interval = parts === null ? null : intervalOf(simulation.sum(parts), headlineLevel);
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
    judgeable: isJudgeable(benefits, day),
  };
}

function isJudgeable(benefits: readonly BenefitResult[], day: string): boolean {
  const valued = valuedOn(benefits, day) ?? [];
  return (
    valued.length > 0 &&
    valued.every(({ benefit, periods }) => periods >= neededPeriods[benefit.input.periodType])
  );
}

/** The periods from the first start or cost to the one that holds `until`, which may not be over yet. */
function timelinePeriods({ benefits, costs, startedOn, until, step }: Timeline): Period[] {
  const weekly = benefits.some((benefit) => benefit.input.periodType === "week");
  const type = step ?? (weekly || benefits.length === 0 ? "week" : "month");
  const from = firstSpendOrStart(costs, startedOn);
  if (from > until) return [];
  return listPeriods(periodOf(from, type), periodOf(until, type));
}
