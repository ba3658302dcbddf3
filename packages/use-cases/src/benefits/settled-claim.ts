import type { Reader } from "@liftledger/database/transaction";
import { claimsBook } from "../claims/claims-book.ts";
import type { GrantedShare } from "../claims/pro-rata-shares.ts";
import { settleClaim } from "../claims/settle-claims.ts";
import type { Context } from "../context.ts";
import { wantedClaim } from "./wanted-claim.ts";

/**
 * Settles what a benefit would claim, in the transaction that writes it: what every claim has to be brought down to,
 * its own and those of others, by benefit id. Empty where all fit, and "claims-exceeded" where they do not and nobody
 * asked for pro rata.
 */
export async function settledClaim(
  ctx: Context,
  tx: Reader,
  benefit: Parameters<typeof wantedClaim>[2],
  { proRata = false }: { proRata?: boolean | undefined },
): Promise<{ own: GrantedShare | undefined; others: ReadonlyMap<string, GrantedShare> }> {
  const claim = await wantedClaim(ctx, tx, benefit);
  if (claim === null) return { own: undefined, others: new Map() };
  const book = await claimsBook(ctx, tx, [claim.seriesId]);
  const granted = new Map(settleClaim(ctx, book, claim, { proRata }));
  const own = granted.get(claim.benefitId);
  granted.delete(claim.benefitId);
  return { own, others: granted };
}
