import { addDays } from "@liftledger/kpis/iso-date";
import { firstDay, lastDay, periodOf, type PeriodType } from "@liftledger/kpis/period";
import type { HeldClaim } from "./held-claim.ts";

/** Days in which the same claims are held, all of them and no others. */
export interface ClaimStretch {
  readonly firstDay: string;
  /** Null where it has no end. */
  readonly lastDay: string | null;
  /** "2026-W15 to 2026-W20", "2026-W21 and later". */
  readonly label: string;
  readonly claims: readonly HeldClaim[];
}

/**
 * Cuts time where any claim begins or ends. Within a stretch every period is claimed alike, so that what holds on its
 * first day holds on all of them; days, because weeks and months may draw on one pool. Stretches that nobody claims
 * are left out. `periodType` is what the stretches are told by where they keep to it.
 *
 * @example claimStretches([claim("2026-W15", "2026-W20"), claim("2026-W18", null)], "week") // three stretches
 */
export function claimStretches(claims: readonly HeldClaim[], periodType: PeriodType): ClaimStretch[] {
  const cuts = claims.flatMap(({ from, until }) =>
    until === null ? [firstDay(from)] : [firstDay(from), addDays(lastDay(until), 1)],
  );
  const days = [...new Set(cuts)].toSorted();
  return days.flatMap((first, place) => {
    const held = claims.filter(
      ({ from, until }) => firstDay(from) <= first && (until === null || lastDay(until) >= first),
    );
    if (held.length === 0) return [];
    const next = days[place + 1];
    const last = next === undefined ? null : addDays(next, -1);
    return [{ firstDay: first, lastDay: last, label: stretchLabel(first, last, periodType), claims: held }];
  });
}

function stretchLabel(first: string, last: string | null, type: PeriodType): string {
  const begin = periodOf(first, type);
  const from = firstDay(begin) === first ? begin : first;
  if (last === null) return `${from} and later`;
  const end = periodOf(last, type);
  const to = lastDay(end) === last ? end : last;
  return from === to ? from : `${from} to ${to}`;
}
