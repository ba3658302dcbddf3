import type { ProblemDetail } from "@liftledger/contracts/errors";
import { closesInForce, type PeriodEvent } from "@liftledger/database/periods";
import type { Reader } from "@liftledger/database/transaction";
import { addDays } from "@liftledger/kpis/iso-date";
import { daysByMonth, lastDay } from "@liftledger/kpis/period";
import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import { personNames } from "../people/person-names.ts";
import { ProblemError } from "../problem.ts";

/** A period that a write would change, and where the request says so. */
export interface WrittenPlace {
  readonly period: string;
  readonly field: string;
  readonly row?: number;
  /** What stands there is part of every sum up to a later day, and so of the figures of later months as well. */
  readonly addsUp?: boolean;
}

/** Says why nothing may change in a period; of what adds up also where a later month is closed. */
export type SayClosed = (period: string, addsUp?: boolean) => string | null;

/** The months a period has days in: one, or two for a week that lies over the end of one. */
function monthsOf(period: string): string[] {
  return daysByMonth(period).map(({ month }) => month);
}

/** What keeps each closed month closed that any of the periods has days in, by month. */
export async function closesTouching(
  ctx: Context,
  db: Reader,
  periods: Iterable<string>,
): Promise<Map<string, PeriodEvent>> {
  const months = [...new Set([...new Set(periods)].flatMap(monthsOf))];
  return months.length === 0 ? new Map() : closesInForce(db, ctx.organisationId, { months });
}

/**
 * Throws "period-closed" when any place lies in a closed month, with each of them and who can open it again. A
 * week over the end of a month is closed with either, and what adds up with every later month. Called in the
 * transaction that writes: a close at the same time comes before it, and is seen, or after it.
 */
export async function refuseClosed(ctx: Context, tx: Reader, places: readonly WrittenPlace[]): Promise<void> {
  if (places.length === 0) return;
  const closes = await closesInForce(tx, ctx.organisationId);
  if (closes.size === 0) return;
  const say = await closedSentences(ctx, tx, closes);
  const details = places.flatMap(({ period, addsUp, ...place }): ProblemDetail[] => {
    const message = say(period, addsUp);
    return message === null ? [] : [{ ...place, message, seen: period }];
  });
  const [first] = details;
  if (first === undefined) return;
  const more = details.length === 1 ? "" : ` (and ${details.length - 1} more)`;
  throw new ProblemError("period-closed", `${first.message}${more}`, details);
}

/**
 * Throws "period-closed" where what counts from a day on would count in a closed month: one that the day lies in, or a
 * later one.
 */
export async function refuseClosedFrom(
  ctx: Context,
  tx: Reader,
  { day, field }: { day: string; field: string },
): Promise<void> {
  const closed = [...(await closesInForce(tx, ctx.organisationId)).keys()].toSorted();
  const places = closed.filter((month) => lastDay(month) >= day).map((period) => ({ period, field }));
  await refuseClosed(ctx, tx, places);
}

/** The months that are closed, the first day after the last of them, and what is said of each. */
export interface ClosedMonths {
  readonly months: readonly string[];
  /** Null where no month is closed. */
  readonly openFrom: string | null;
  readonly say: SayClosed;
}

/** Reads which months are closed, in the transaction that writes what none of them may be moved by. */
export async function closedMonths(ctx: Context, tx: Reader): Promise<ClosedMonths> {
  const closes = await closesInForce(tx, ctx.organisationId);
  const months = [...closes.keys()].toSorted();
  const last = months.at(-1);
  return {
    months,
    openFrom: last === undefined ? null : addDays(lastDay(last), 1),
    say: months.length === 0 ? () => null : await closedSentences(ctx, tx, closes),
  };
}

/**
 * Says of a period in a closed month since when and by whom it is closed and who can reopen it; null of another. Figures
 * are sums since the start: what adds up in an open month before a closed one would change that one, and is told of it.
 */
export async function closedSentences(
  ctx: Context,
  db: Reader,
  closes: ReadonlyMap<string, PeriodEvent>,
): Promise<SayClosed> {
  const nameOf = await personNames(ctx, db);
  const inOrder = [...closes.keys()].toSorted();
  return (period, addsUp = false) => {
    const months = monthsOf(period);
    const within = months.find((month) => closes.has(month));
    const later = addsUp ? inOrder.find((month) => month > (months.at(-1) ?? month)) : undefined;
    const close = closes.get(within ?? later ?? "");
    if (close === undefined) return null;
    const { month, recordedAt, recordedBy } = close;
    const by = `was closed by ${nameOf(recordedBy)} on ${dayOf(ctx, recordedAt)}. Somebody with the role finance or admin can reopen`;
    if (within === undefined)
      return `${period} is open, but it counts in the sums of ${month}, which ${by} all closed months from ${month} on at once, with a reason.`;
    const which = period === month ? month : `${period} has days in ${month}, which`;
    return `${which} ${by} ${month}, with a reason.`;
  };
}
