import { compareDecimals } from "@liftledger/numerics/decimal";
import type { Amount } from "./amount.ts";
import { plainDecimal } from "./plain-decimal.ts";

/**
 * A share as a canonical decimal from 0 to 1: "0.60" becomes "0.6". Throws a RangeError that names it on
 * anything else; sixty per cent is "0.6", never "60".
 */
export function requireShare(share: Amount, name: string): string {
  const read = plainDecimal(share, name);
  if (compareDecimals(read, "0") < 0 || compareDecimals(read, "1") > 0) {
    throw new RangeError(`The ${name} is a share from 0 to 1, not ${read.slice(0, 40)}`);
  }
  return read;
}
