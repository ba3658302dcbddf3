import { moneyFromDecimal, moneyToDecimal } from "@liftledger/finance/money";
import { monthOf, type Month } from "@liftledger/kpis/iso-date";
import { lastDay, listPeriods, periodIndex } from "@liftledger/kpis/period";
import { normaliseDecimal, numberToDecimal, roundHalfEven } from "@liftledger/numerics/decimal";
import type { Contribution, ContributionPoint, KeptPart } from "./contribution.ts";
import { drawnDistribution, intervalOf, mixtureDistribution, type Distribution } from "./distribution.ts";
import { headlineLevel } from "./engine-version.ts";
import { createSimulation, drawCount, isCertain, type UncertainPart } from "./simulation.ts";
import type { ToDatePoint } from "./to-date.ts";

/** A month of a portfolio: what had been earned and spent by its end. */
export type PoolPoint = Pick<ToDatePoint, "period" | "lastDay" | "value" | "valueLow" | "valueHigh" | "cost">;

/** The money of a portfolio, added up so that one initiative can be taken out and put back at little cost. */
export interface PortfolioPool {
  /** Puts what an initiative brings in the place of what it brought before; null takes it out. */
  set(initiativeId: string, contribution: Contribution | null): void;
  /** How uncertain the value on the last day is; null without a value or an interval. */
  spread(): Distribution | null;
  /** Value and cost at the end of each month; each initiative is counted to its own last day. */
  timeline(): PoolPoint[];
}

/** What the initiatives bring together in one month. */
interface MonthSum {
  valued: number;
  blocked: number;
  /** Valued ones without an interval. */
  pointsOnly: number;
  uncertainParts: number;
  draws: Float64Array;
  valueMinor: bigint;
  costMinor: bigint;
  /** Worked out when it is asked for, and again once something changed. */
  distribution: Distribution | null | undefined;
}

/**
 * Adds up a portfolio month by month. The draws of every initiative are kept as sums, which are exact, so that
 * replacing one gives to the letter what adding all up anew would, in any order.
 *
 * @param request.until the valuation date: months go up to the one it lies in
 */
export function createPortfolioPool(request: {
  until: string;
  currency: string;
  places: number;
  seed: number;
}): PortfolioPool {
  const { currency, places, seed } = request;
  const lastMonth = monthOf(request.until);
  const contributions = new Map<string, Contribution>();
  const months = new Map<Month, MonthSum>();

  function set(initiativeId: string, contribution: Contribution | null): void {
    const before = contributions.get(initiativeId) ?? null;
    // One simulation for both, so that what they share is drawn once.
    const simulation = createSimulation(seed);
    const addPoint = (sum: MonthSum, point: ContributionPoint, sign: 1 | -1) => {
      addMoney(sum, point, sign, currency);
      simulation.addTo(sum.draws, point.parts?.map(withUnits) ?? [], sign);
    };
    for (const month of monthsOf(before, contribution, lastMonth)) {
      const [old, now] = [pointIn(before, month), pointIn(contribution, month)];
      if (isSamePoint(old, now)) continue;
      const sum = months.get(month) ?? emptySum();
      months.set(month, sum);
      if (old !== null) addPoint(sum, old, -1);
      if (now !== null) addPoint(sum, now, 1);
      sum.distribution = undefined;
    }
    if (contribution === null) contributions.delete(initiativeId);
    else contributions.set(initiativeId, contribution);
  }

  function distributionIn(month: Month): Distribution | null {
    const sum = months.get(month);
    if (sum === undefined) return null;
    sum.distribution ??= distributionOf(sum, month);
    return sum.distribution;
  }

  function distributionOf(sum: MonthSum, month: Month): Distribution | null {
    if (sum.valued === 0 || sum.blocked > 0 || sum.pointsOnly > 0) return null;
    if (sum.uncertainParts > 1) return drawnDistribution(sum.draws, Number(valueOf(sum)));
    // One uncertain part keeps its exact distribution.
    const parts = [...contributions.values()].flatMap((one) => pointIn(one, month)?.parts ?? []);
    return createSimulation(seed).sum(parts.map(withUnits));
  }

  const valueOf = ({ valueMinor: amountMinor }: MonthSum) =>
    normaliseDecimal(moneyToDecimal({ amountMinor, currency }));

  function pointOn(period: Month, day: string): PoolPoint {
    const sum = months.get(period) ?? emptySum();
    const distribution = distributionIn(period);
    const interval = distribution === null ? null : intervalOf(distribution, headlineLevel);
    const text = (amount: number) => roundHalfEven(numberToDecimal(amount, 17), places);
    return {
      period,
      lastDay: day,
      value: sum.valued === 0 || sum.blocked > 0 ? null : valueOf(sum),
      valueLow: interval === null ? null : text(interval.low),
      valueHigh: interval === null ? null : text(interval.high),
      cost: moneyToDecimal({ amountMinor: sum.costMinor, currency }),
    };
  }

  function counted(): Contribution[] {
    return [...contributions.values()].filter((one) => one.months.length > 0);
  }

  return {
    set,
    spread: () => (counted().length === 0 ? null : distributionIn(lastMonth)),
    timeline() {
      const ones = counted();
      const from = ones.map((one) => one.months[0]?.month ?? lastMonth).toSorted()[0];
      const until = ones
        .map((one) => one.countedUntil)
        .toSorted()
        .at(-1);
      if (from === undefined || until === undefined) return [];
      return listPeriods(from, monthOf(until)).map((month) => {
        const end = lastDay(month);
        return pointOn(month, end < until ? end : until);
      });
    },
  };
}

/** What an initiative brings in a month: after its last counted day, what it brought until then. */
function pointIn(contribution: Contribution | null, month: Month): ContributionPoint | null {
  const points = contribution?.months ?? [];
  const [first] = points;
  if (first === undefined || month < first.month) return null;
  return points[periodIndex(month) - periodIndex(first.month)] ?? points.at(-1) ?? null;
}

function monthsOf(before: Contribution | null, now: Contribution | null, last: Month): Month[] {
  const first = [before, now].flatMap((contribution) => contribution?.months[0]?.month ?? []).toSorted()[0];
  return first === undefined ? [] : listPeriods(first, last);
}

function isSamePoint(left: ContributionPoint | null, right: ContributionPoint | null): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function addMoney(
  sum: MonthSum,
  { standing, value, parts, costMinor }: ContributionPoint,
  sign: 1 | -1,
  currency: string,
): void {
  sum.costMinor += BigInt(sign) * BigInt(costMinor);
  if (standing === "blocked") sum.blocked += sign;
  if (standing !== "valued") return;
  sum.valued += sign;
  sum.valueMinor += BigInt(sign) * moneyFromDecimal(value ?? "0", currency).amountMinor;
  if (parts === null) sum.pointsOnly += sign;
  sum.uncertainParts += sign * (parts ?? []).filter((part) => !isCertain(part)).length;
}

function withUnits(part: KeptPart): UncertainPart {
  return { ...part, units: mixtureDistribution(part.mixture) };
}

function emptySum(): MonthSum {
  return {
    valued: 0,
    blocked: 0,
    pointsOnly: 0,
    uncertainParts: 0,
    draws: new Float64Array(drawCount),
    valueMinor: 0n,
    costMinor: 0n,
    distribution: undefined,
  };
}
