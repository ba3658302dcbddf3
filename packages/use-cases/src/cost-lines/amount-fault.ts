import { moneyFromDecimal } from "@liftledger/finance/money";

/** More than any month of any initiative costs, and far from where a sum would leave a 64-bit column. */
export const largestAmountMinor = 1_000_000_000_000_000n;

/** Why an amount cannot be kept in a currency: too fine or too large; null where it can. */
export function faultOfAmount(amount: string, currency: string): string | null {
  try {
    const { amountMinor } = moneyFromDecimal(amount, currency);
    return amountMinor > largestAmountMinor ? `${amount} ${currency} is more than can be kept.` : null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
