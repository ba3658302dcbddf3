import { normaliseDecimal } from "@liftledger/numerics/decimal";
import { readAmount, type Amount } from "./amount.ts";

/**
 * Any amount as the canonical plain decimal, every digit kept: "2.50" and 2.5 become "2.5", "6E+1" becomes "60",
 * 12n becomes "12". Throws a RangeError that names it on what is no finite decimal.
 */
export function plainDecimal(amount: Amount, name: string): string {
  try {
    return normaliseDecimal(readAmount(amount).toFixed());
  } catch (error) {
    throw new RangeError(`The ${name} is a decimal, not "${String(amount).slice(0, 40)}"`, { cause: error });
  }
}
