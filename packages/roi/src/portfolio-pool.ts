import { moneyFromDecimal, moneyToDecimal } from "@liftledger/finance/money";
import { monthOf, type Month } from "@liftledger/kpis/iso-date";
import { lastDay, listPeriods, periodIndex } from "@liftledger/kpis/period";
import { normaliseDecimal, numberToDecimal, roundHalfEven } from "@liftledger/numerics/decimal";
import type { Contribution, ContributionPoint, KeptPart } from "./contribution.ts";
import { drawnDistribution, intervalOf, mixtureDistribution, type Distribution } from "./distribution.ts";
import { headlineLevel } from "./engine-version.ts";
import { isSameMixture, unpackMixture } from "./packed-mixture.ts";
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

/** What a pool is asked for: the valuation date, up to whose month it goes, and how its money is written and drawn. */
interface PoolRequest {
  until: string;
  currency: string;
  places: number;
  seed: number;
}

interface PoolState extends PoolRequest {
  contributions: Map<string, Contribution>;
  months: Map<Month, MonthSum>;
}

/**
 * Adds up a portfolio month by month. The draws of every initiative are kept as sums, which are exact, so that
 * replacing one gives to the letter what adding all up anew would, in any order.
 */
export function createPortfolioPool(request: PoolRequest): PortfolioPool {
  const state: PoolState = { ...request, contributions: new Map(), months: new Map() };
  return {
    set: (initiativeId, contribution) => replace(state, initiativeId, contribution),
    spread: () => (counted(state).length === 0 ? null : distributionIn(state, monthOf(state.until))),
    timeline: () => timelineOf(state),
  };
}

function replace(state: PoolState, initiativeId: string, contribution: Contribution | null): void {
  const { contributions, months, seed, currency, until } = state;
  const before = contributions.get(initiativeId) ?? null;
  // One simulation for both, so that what they share is drawn once.
  const simulation = createSimulation(seed);
  for (const month of monthsOf(before, contribution, monthOf(until))) {
    const [old, now] = [pointIn(before, month), pointIn(contribution, month)];
    if (isSamePoint(old, now)) continue;
    const sum = months.get(month) ?? emptySum();
    months.set(month, sum);
    // What stays as it was would be taken out and put back by the same draws, which take longest to make.
    const [gone, come] = changedParts(old?.parts ?? null, now?.parts ?? null);
    for (const [point, changed, sign] of [[old, gone, -1] as const, [now, come, 1] as const]) {
      if (point === null) continue;
      const parts = changed.map(unpacked);
      addMoney(sum, { ...point, parts: point.parts === null ? null : parts }, sign, currency);
      simulation.addTo(sum.draws, parts, sign);
    }
    sum.distribution = undefined;
  }
  if (contribution === null) contributions.delete(initiativeId);
  else contributions.set(initiativeId, contribution);
}

/** What can be judged, and so has a place in the sums. */
function counted({ contributions }: PoolState): Contribution[] {
  return [...contributions.values()].filter((one) => one.months.length > 0);
}

function timelineOf(state: PoolState): PoolPoint[] {
  const ones = counted(state);
  const [from] = ones.flatMap((one) => one.months[0]?.month ?? []).toSorted();
  const until = ones
    .map((one) => one.countedUntil)
    .toSorted()
    .at(-1);
  if (from === undefined || until === undefined) return [];
  return listPeriods(from, monthOf(until)).map((month) => {
    const end = lastDay(month);
    return pointOn(state, month, end < until ? end : until);
  });
}

function pointOn(state: PoolState, period: Month, day: string): PoolPoint {
  const { months, places, currency } = state;
  const sum = months.get(period) ?? emptySum();
  const distribution = distributionIn(state, period);
  const interval = distribution === null ? null : intervalOf(distribution, headlineLevel);
  const text = (amount: number) => roundHalfEven(numberToDecimal(amount, 17), places);
  return {
    period,
    lastDay: day,
    value: sum.valued === 0 || sum.blocked > 0 ? null : valueOf(sum, currency),
    valueLow: interval === null ? null : text(interval.low),
    valueHigh: interval === null ? null : text(interval.high),
    cost: moneyToDecimal({ amountMinor: sum.costMinor, currency }),
  };
}

function distributionIn(state: PoolState, month: Month): Distribution | null {
  const sum = state.months.get(month);
  if (sum === undefined) return null;
  sum.distribution ??= distributionOf(state, sum, month);
  return sum.distribution;
}

function distributionOf(
  { contributions, currency, seed }: PoolState,
  sum: MonthSum,
  month: Month,
): Distribution | null {
  if (sum.valued === 0 || sum.blocked > 0 || sum.pointsOnly > 0) return null;
  if (sum.uncertainParts > 1) return drawnDistribution(sum.draws, Number(valueOf(sum, currency)));
  // One uncertain part keeps its exact distribution.
  const parts = [...contributions.values()].flatMap((one) => pointIn(one, month)?.parts ?? []);
  return createSimulation(seed).sum(parts.map(unpacked));
}

function valueOf({ valueMinor: amountMinor }: MonthSum, currency: string): string {
  return normaliseDecimal(moneyToDecimal({ amountMinor, currency }));
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
  if (left === null || right === null || left === right) return left === right;
  return (
    left.standing === right.standing &&
    left.value === right.value &&
    left.costMinor === right.costMinor &&
    left.parts?.length === right.parts?.length &&
    (left.parts ?? []).every((part, place) => isSamePart(part, right.parts?.[place]))
  );
}

/** The parts of either that have no like at their place in the other. */
function changedParts(
  old: readonly KeptPart[] | null,
  now: readonly KeptPart[] | null,
): [gone: readonly KeptPart[], come: readonly KeptPart[]] {
  if (old === null || now === null || old.length !== now.length) return [old ?? [], now ?? []];
  const pairs = old.map((part, place) => [part, now[place]] as const);
  const changed = pairs.filter(([part, other]) => !isSamePart(part, other));
  return [changed.map(([part]) => part), changed.flatMap(([, other]) => other ?? [])];
}

function isSamePart({ mixture, ...left }: KeptPart, part: KeptPart | undefined): boolean {
  if (part === undefined) return false;
  const { mixture: other, ...right } = part;
  return JSON.stringify(left) === JSON.stringify(right) && isSameMixture(mixture, other);
}

function addMoney(
  sum: MonthSum,
  {
    standing,
    value,
    parts,
    costMinor,
  }: Omit<ContributionPoint, "parts"> & { parts: readonly UncertainPart[] | null },
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

function unpacked(part: KeptPart): UncertainPart {
  const mixture = unpackMixture(part.mixture);
  return { ...part, mixture, units: mixtureDistribution(mixture) };
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
