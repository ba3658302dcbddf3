import type { ProblemDetail } from "@liftledger/contracts/errors";
import { firstPeriodFrom } from "@liftledger/kpis/first-period-from";
import { addPeriods, comparePeriods, firstDay, lastDay } from "@liftledger/kpis/period";
import { sharePercent } from "@liftledger/roi/claim-shares";
import { refusedClaim } from "@liftledger/roi/claims";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { excessClaims, type ExcessClaims } from "./excess-claims.ts";
import type { ClaimsBook, HeldClaim } from "./held-claim.ts";
import type { ClosedMonths } from "../periods/closed-months.ts";
import { proRataShares, type GrantedShares } from "./pro-rata-shares.ts";

/** How many stretches of time a refusal names. */
const mostNamed = 10;

/** How claims that do not fit are settled: scaled where that is asked for, and never in a closed month. */
interface HowToSettle {
  readonly proRata: boolean;
  readonly closed: ClosedMonths;
}

/**
 * What becomes of the claims of a benefit beside those that are held: nothing shrinks where all fit. Where they do not it
 * is refused as "claims-exceeded" with who holds what in which periods; asked for pro rata, the shares that every claim is
 * brought down to, by benefit id. That changes what others hold, and so it needs finance; and it changes no closed month,
 * so that only what lies after the last of them is scaled, and "period-closed" where that is not enough.
 */
export function settleClaim(
  ctx: Context,
  { claims, pools }: ClaimsBook,
  wanted: readonly HeldClaim[],
  { proRata, closed }: HowToSettle,
): GrantedShares {
  const others = claims.filter(({ benefitId }) => benefitId !== wanted[0]?.benefitId);
  const book = { claims: [...others, ...wanted], pools };
  const excess = excessClaims(book).filter(({ held }) => held.some((claim) => wanted.includes(claim)));
  if (excess.length === 0) return new Map();
  const granted = proRataShares({ claims: openClaims(book.claims, closed), pools });
  if (!proRata) throw refusal(excess, wanted, granted, book.claims);
  mustBe(ctx, "finance");
  refuseInClosed(book, granted, closed);
  return granted;
}

/** The same of a value pool that is made or changed: whether all that is claimed already fits into it. */
export function settlePool(book: ClaimsBook, { proRata, closed }: HowToSettle): GrantedShares {
  const excess = excessClaims(book);
  if (excess.length === 0) return new Map();
  const granted = proRataShares({ ...book, claims: openClaims(book.claims, closed) });
  if (proRata) {
    refuseInClosed(book, granted, closed);
    return granted;
  }
  const details = excess.slice(0, mostNamed).map(({ reason }) => ({ field: "series", message: reason }));
  throw new ProblemError(
    "claims-exceeded",
    `The same money is claimed more than once. ${excess[0]?.reason ?? ""}`,
    [...details, ...proRataDetail(book.claims, granted)],
  );
}

/** The claims as far as they lie after the last closed month. */
function openClaims(claims: readonly HeldClaim[], { openFrom }: ClosedMonths): HeldClaim[] {
  if (openFrom === null) return [...claims];
  return claims.flatMap((claim) => {
    const open = firstPeriodFrom(openFrom, claim.periodType);
    if (claim.until !== null && comparePeriods(claim.until, open) < 0) return [];
    return [comparePeriods(claim.from, open) < 0 ? { ...claim, from: open } : claim];
  });
}

/** Throws "period-closed" where something is claimed more than once over although all that is open was scaled. */
function refuseInClosed({ claims, pools }: ClaimsBook, granted: GrantedShares, closed: ClosedMonths): void {
  const { months, openFrom, say } = closed;
  if (openFrom === null) return;
  const after = claims.flatMap((claim) => {
    const open = firstPeriodFrom(openFrom, claim.periodType);
    const before = comparePeriods(claim.from, open) < 0 ? [claim] : [];
    const upTo = before.map((one) =>
      one.until !== null && comparePeriods(one.until, open) < 0
        ? one
        : { ...one, until: addPeriods(open, -1) },
    );
    const scaled = openClaims([claim], closed).map((one) => ({
      ...one,
      share: granted.get(one.benefitId)?.find(({ from }) => from === one.from)?.share ?? one.share,
    }));
    return [...upTo, ...scaled];
  });
  const [first] = excessClaims({ claims: after, pools });
  if (first === undefined) return;
  const { stretch, reason } = first;
  const month =
    months.find((one) => lastDay(one) >= stretch.firstDay && (stretch.lastDay ?? one) >= firstDay(one)) ??
    months.at(-1) ??
    "";
  const message = `${reason} Shares of a closed month are not scaled. ${say(month) ?? ""}`;
  throw new ProblemError("period-closed", message, [{ field: "proRata", message, seen: month }]);
}

function refusal(
  excess: readonly ExcessClaims[],
  wanted: readonly HeldClaim[],
  granted: GrantedShares,
  claims: readonly HeldClaim[],
): ProblemError {
  const details = excess.slice(0, mostNamed).map(({ held, stretch, reason }): ProblemDetail => {
    const left = leftOf(held, wanted)?.left ?? "0";
    const message = `${reason} ${sharePercent(left)} is left.`;
    const own = held.find((claim) => wanted.includes(claim))?.share ?? "";
    return { field: "assumptions.attribution", message, seen: `${own} in ${stretch.label}` };
  });
  const [first] = excess;
  const left = first === undefined ? null : leftOf(first.held, wanted);
  const when = first === undefined ? "" : ` In ${first.stretch.label}.`;
  return new ProblemError("claims-exceeded", `${left?.reason ?? ""}${when}`, [
    ...details,
    ...proRataDetail(claims, granted),
  ]);
}

function leftOf(held: readonly HeldClaim[], wanted: readonly HeldClaim[]) {
  return refusedClaim(
    held.filter((claim) => !wanted.includes(claim)),
    held.find((claim) => wanted.includes(claim))?.share ?? "0",
  );
}

/** What every claim would be brought down to, were it asked for; nothing where all of it lies in closed months. */
function proRataDetail(claims: readonly HeldClaim[], granted: GrantedShares): ProblemDetail[] {
  const named = new Map(claims.map((claim) => [claim.benefitId, claim]));
  const shares = [...named.values()].flatMap(({ benefitId, holder, series }) =>
    (granted.get(benefitId) ?? []).map(
      ({ share, asked }) => `${holder} ${sharePercent(share)} instead of ${sharePercent(asked)} of ${series}`,
    ),
  );
  return shares.length === 0 ? [] : [{ field: "proRata", message: `Pro rata: ${shares.join("; ")}.` }];
}
