import type { ExchangeRate as WireRate } from "@liftledger/contracts/exchange-rate";
import type { ExchangeRate } from "@liftledger/database/exchange-rates";
import type { PersonNames } from "../people/person-names.ts";

/** A rate as it crosses the wire. */
export function exchangeRateView(rate: ExchangeRate, nameOf: PersonNames): WireRate {
  return { ...rate, recordedBy: nameOf(rate.recordedBy) };
}
