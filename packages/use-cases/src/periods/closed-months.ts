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
}

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
 * week over the end of a month is closed with either. Called in the transaction that writes: a close at the same
 * time comes before it, and is seen, or after it.
 */
export async function refuseClosed(ctx: Context, tx: Reader, places: readonly WrittenPlace[]): Promise<void> {
  const closes = await closesTouching(
    ctx,
    tx,
    places.map(({ period }) => period),
  );
  if (closes.size === 0) return;
  const say = await closedSentences(ctx, tx, closes);
  const details = places.flatMap(({ period, ...place }): ProblemDetail[] => {
    const message = say(period);
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
  readonly say: (period: string) => string | null;
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

/** Says of a period in a closed month since when and by whom it is closed and who can reopen it; null of another. */
export async function closedSentences(
  ctx: Context,
  db: Reader,
  closes: ReadonlyMap<string, PeriodEvent>,
): Promise<(period: string) => string | null> {
  const nameOf = await personNames(ctx, db);
  return (period) => {
    const close = monthsOf(period)
      .map((month) => closes.get(month))
      .find((found) => found !== undefined);
    if (close === undefined) return null;
    const { month, recordedAt, recordedBy } = close;
    const which = period === month ? month : `${period} has days in ${month}, which`;
    return `${which} was closed by ${nameOf(recordedBy)} on ${dayOf(ctx, recordedAt)}. Somebody with the role finance or admin can reopen ${month}, with a reason.`;
  };
}
