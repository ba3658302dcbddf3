import type { ProblemDetail } from "@liftledger/contracts/errors";
import { firstPeriodAfter } from "@liftledger/kpis/first-period-from";
import { monthOf } from "@liftledger/kpis/iso-date";
import {
  comparePeriods,
  firstDay,
  lastDay,
  listPeriods,
  periodOf,
  type Period,
  type PeriodType,
} from "@liftledger/kpis/period";
import type { ClosedMonths } from "../periods/closed-months.ts";
import { ProblemError } from "../problem.ts";
import { stretchesWithin, type AssumptionStretch } from "./assumption-stretches.ts";
import { areSameTerms, type Terms } from "./terms.ts";
import type { ClaimRange } from "./wanted-claim.ts";

/** What is claimed: which periods, and on which terms each. */
interface ClaimedTerms {
  readonly range: ClaimRange;
  readonly stretches: readonly AssumptionStretch<Terms>[];
}

/**
 * Throws "period-closed" where a closed month would be worth something else: where a period of it is claimed on other
 * terms after a write than before, or claimed no more, or for the first time; or one of an open month before it, which is
 * part of its sums. To record the same terms once more, such as to
 * approve them, changes none. Null before of a benefit that is new. Called in the transaction that writes.
 */
export function refuseChangedCloses(
  closed: ClosedMonths,
  type: PeriodType,
  { before, after }: { before: ClaimedTerms | null; after: ClaimedTerms },
): void {
  const [wasOn, isOn] = [before === null ? () => null : termsOf(before), termsOf(after)];
  for (const month of monthsCountedIn(closed, before === null ? after.range : before.range, after.range)) {
    for (const period of periodsOf(month, type)) {
      const [was, becomes] = [wasOn(period), isOn(period)];
      if (was === null || becomes === null ? was === becomes : areSameTerms(was, becomes)) continue;
      const change = { was, becomes, ended: before?.range.until ?? null, ends: after.range.until };
      throw refusal(closed, type, { month, period, change });
    }
  }
}

/** The closed months, and the open ones before the last of them that either claim has a day in: they are in its sums. */
function monthsCountedIn({ months }: ClosedMonths, had: ClaimRange, has: ClaimRange): readonly string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const begins = [had, has].map(({ from }) => monthOf(firstDay(from))).concat(first);
  return listPeriods(begins.toSorted()[0] ?? first, last);
}

/** Every period with a day in a month. */
function periodsOf(month: string, type: PeriodType): Period[] {
  return listPeriods(periodOf(firstDay(month), type), periodOf(lastDay(month), type));
}

/** The terms on which a period is claimed; null where it is not. */
function termsOf({ range, stretches }: ClaimedTerms): (period: Period) => Terms | null {
  const within = stretchesWithin(stretches, range);
  return (period) =>
    within.find(
      ({ from, until }) =>
        comparePeriods(from, period) <= 0 && (until === null || comparePeriods(period, until) <= 0),
    )?.version ?? null;
}

interface Change {
  readonly was: Terms | null;
  readonly becomes: Terms | null;
  /** Where the claim ended before, and where it would. */
  readonly ended: Period | null;
  readonly ends: Period | null;
}

function refusal(
  { months, say }: ClosedMonths,
  type: PeriodType,
  { month, period, change }: { month: string; period: Period; change: Change },
): ProblemError {
  const detail = whatToDo(firstPeriodAfter(months, type) ?? "", type, { period, change });
  const message = `This would change what ${month} is worth. ${say(month, true) ?? ""} ${detail.message}`;
  return new ProblemError("period-closed", message, [{ ...detail, seen: period }]);
}

/** Which field the month was reached by, and what it may say instead. */
function whatToDo(
  open: Period,
  type: PeriodType,
  { period, change: { was, becomes, ended, ends } }: { period: Period; change: Change },
): ProblemDetail {
  const isAfter = (end: Period | null) => end !== null && comparePeriods(period, end) > 0;
  if (becomes === null && isAfter(ends)) {
    const message = `Or let the claim end with the ${type} before ${open}, or later: set claimUntil.`;
    return { field: "assumptions.claimUntil", message };
  }
  if (was === null && isAfter(ended)) {
    const message = `The claim ended with ${ended}: to claim again from ${open} on, add the benefit anew.`;
    return { field: "assumptions.claimUntil", message };
  }
  const message = `Or let it count from ${open} on, the first ${type} that is open: set validFrom.`;
  return { field: "assumptions.validFrom", message };
}
