import type { ProblemDetail } from "@liftledger/contracts/errors";
import { sharePercent } from "@liftledger/roi/claim-shares";
import { refusedClaim } from "@liftledger/roi/claims";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import { excessClaims, type ExcessClaims } from "./excess-claims.ts";
import type { ClaimsBook, HeldClaim } from "./held-claim.ts";
import { proRataShares, type GrantedShare } from "./pro-rata-shares.ts";

/** How many stretches of time a refusal names. */
const mostNamed = 10;

/**
 * What becomes of a claim beside those that are held: nothing shrinks where all fit. Where they do not it is refused
 * as "claims-exceeded" with who holds what in which periods; asked for pro rata, the shares that every claim is
 * brought down to, by benefit id. That changes what others hold, and so it needs finance.
 */
export function settleClaim(
  ctx: Context,
  { claims, pools }: ClaimsBook,
  wanted: HeldClaim,
  { proRata }: { proRata: boolean },
): ReadonlyMap<string, GrantedShare> {
  const others = claims.filter(({ benefitId }) => benefitId !== wanted.benefitId);
  const book = { claims: [...others, wanted], pools };
  const excess = excessClaims(book).filter(({ held }) => held.includes(wanted));
  if (excess.length === 0) return new Map();
  const granted = proRataShares(book);
  if (!proRata) throw refusal(excess, wanted, [...others, wanted], granted);
  mustBe(ctx, "finance");
  return granted;
}

/** The same of a value pool that is made or changed: whether all that is claimed already fits into it. */
export function settlePool(
  book: ClaimsBook,
  { proRata }: { proRata: boolean },
): ReadonlyMap<string, GrantedShare> {
  const excess = excessClaims(book);
  if (excess.length === 0) return new Map();
  const granted = proRataShares(book);
  if (proRata) return granted;
  const details = excess.slice(0, mostNamed).map(({ reason }) => ({ field: "series", message: reason }));
  throw new ProblemError(
    "claims-exceeded",
    `The same money is claimed more than once. ${excess[0]?.reason ?? ""}`,
    [...details, proRataDetail(book.claims, granted)],
  );
}

function refusal(
  excess: readonly ExcessClaims[],
  wanted: HeldClaim,
  claims: readonly HeldClaim[],
  granted: ReadonlyMap<string, GrantedShare>,
): ProblemError {
  const details = excess.slice(0, mostNamed).map(({ held, stretch, reason }): ProblemDetail => {
    const left = leftOf(held, wanted)?.left ?? "0";
    const message = `${reason} ${sharePercent(left)} is left.`;
    return { field: "assumptions.attribution", message, seen: `${wanted.share} in ${stretch.label}` };
  });
  const [first] = excess;
  const left = first === undefined ? null : leftOf(first.held, wanted);
  const when = first === undefined ? "" : ` In ${first.stretch.label}.`;
  return new ProblemError("claims-exceeded", `${left?.reason ?? ""}${when}`, [
    ...details,
    proRataDetail(claims, granted),
  ]);
}

function leftOf(held: readonly HeldClaim[], wanted: HeldClaim) {
  return refusedClaim(
    held.filter((claim) => claim !== wanted),
    wanted.share,
  );
}

/** What every claim would be brought down to, were it asked for. */
function proRataDetail(
  claims: readonly HeldClaim[],
  granted: ReadonlyMap<string, GrantedShare>,
): ProblemDetail {
  const shares = claims.flatMap(({ benefitId, holder, series }) => {
    const share = granted.get(benefitId);
    if (share === undefined) return [];
    return [`${holder} ${sharePercent(share.share)} instead of ${sharePercent(share.asked)} of ${series}`];
  });
  return { field: "proRata", message: `Pro rata: ${shares.join("; ")}.` };
}
