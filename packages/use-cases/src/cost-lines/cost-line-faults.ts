import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { ExchangeRate } from "@liftledger/database/exchange-rates";
import { isCurrencyCode } from "@liftledger/finance/currency";
import { MissingExchangeRateError } from "@liftledger/finance/exchange-rate";
import { moneyFromDecimal } from "@liftledger/finance/money";
import { convertCost } from "../exchange-rates/convert-cost.ts";
import { faultOfAmount, largestAmountMinor } from "./amount-fault.ts";

export type NewCostLine = EndpointRequest<"addCostLines">["body"]["costLines"][number];

/** What the sums of a cost line are held against. */
export interface CostSetting {
  /** The organisation's currency. */
  readonly currency: string;
  readonly rates: readonly ExchangeRate[];
  readonly today: string;
}

/** Something wrong with a field of a cost line. */
export interface CostLineFault {
  readonly field: "amount" | "currency" | "month";
  readonly message: string;
  readonly seen: string;
}

/** What is wrong with a cost line by itself: its currency, amount, exchange rate, or a month that has not begun. */
export function costLineFaults(
  line: Omit<NewCostLine, "source">,
  { currency, rates, today }: CostSetting,
): CostLineFault[] {
  const faults: CostLineFault[] = [];
  if (isCurrencyCode(line.currency)) {
    const amountFault = faultOfAmount(line.amount, line.currency);
    if (amountFault !== null) faults.push({ field: "amount", message: amountFault, seen: line.amount });
    const rateFault = amountFault === null ? faultOfRate(line, currency, rates) : null;
    if (rateFault !== null) faults.push({ field: "currency", message: rateFault, seen: line.currency });
  } else {
    const message = `"${line.currency}" is no currency of ISO 4217.`;
    faults.push({ field: "currency", message, seen: line.currency });
  }
  if (line.kind === "actual" && line.month > today.slice(0, 7)) {
    const message = `${line.month} has not begun: it can be planned, not actual.`;
    faults.push({ field: "month", message, seen: line.month });
  }
  return faults;
}

/** Why a line of another currency cannot be converted; null where it can, or need not be. */
function faultOfRate(
  line: Omit<NewCostLine, "source">,
  to: string,
  rates: readonly ExchangeRate[],
): string | null {
  const { amountMinor } = moneyFromDecimal(line.amount, line.currency);
  try {
    const converted = convertCost({ ...line, amountMinor }, to, rates);
    if (converted === null || converted.amountMinor <= largestAmountMinor) return null;
    return `${line.amount} ${line.currency} is more than can be kept in ${to}.`;
  } catch (error) {
    if (!(error instanceof MissingExchangeRateError)) throw error;
    return `${error.message}: finance adds it on the page "Exchange rates", or convert the amount.`;
  }
}
