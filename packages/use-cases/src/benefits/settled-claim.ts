import type { Reader } from "@liftledger/database/transaction";
import { claimsBook } from "../claims/claims-book.ts";
import type { GrantedShares, GrantedStretch } from "../claims/pro-rata-shares.ts";
import { settleClaim } from "../claims/settle-claims.ts";
import type { Context } from "../context.ts";
import type { ClosedMonths } from "../periods/closed-months.ts";
import { wantedClaims, type ClaimRange, type WantedBenefit } from "./wanted-claim.ts";

/**
 * Settles what a benefit would claim, in the transaction that writes it: what every claim has to be brought down to,
 * its own and those of others, by benefit id. Empty where all fit, and "claims-exceeded" where they do not and nobody
 * asked for pro rata.
 */
export async function settledClaim(
  ctx: Context,
  tx: Reader,
  { wanted, range }: { wanted: WantedBenefit; range: ClaimRange },
  { proRata = false, closed }: { proRata?: boolean | undefined; closed: ClosedMonths },
): Promise<{ own: readonly GrantedStretch[]; others: GrantedShares }> {
  const claims = await wantedClaims(ctx, tx, wanted, range);
  if (claims.length === 0) return { own: [], others: new Map() };
  const book = await claimsBook(ctx, tx, [wanted.series.seriesId]);
  const granted = new Map(settleClaim(ctx, book, claims, { proRata, closed }));
  const own = granted.get(wanted.benefitId) ?? [];
  granted.delete(wanted.benefitId);
  return { own, others: granted };
}
