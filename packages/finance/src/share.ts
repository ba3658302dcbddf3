import { compareDecimals, isDecimal, normaliseDecimal } from "@liftledger/numerics/decimal";

/**
 * A share as a canonical decimal from 0 to 1: "0.60" becomes "0.6". Throws a RangeError that names it on
 * anything else; sixty per cent is "0.6", never "60".
 */
export function requireShare(share: string, name: string): string {
  if (!isDecimal(share) || compareDecimals(share, "0") < 0 || compareDecimals(share, "1") > 0) {
    throw new RangeError(`The ${name} is a share from 0 to 1, not "${share.slice(0, 40)}"`);
  }
  return normaliseDecimal(share);
}
