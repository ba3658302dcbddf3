import type { ExchangeRate as WireRate, ListedRate } from "@liftledger/contracts/exchange-rate";
import type { ExchangeRate, RetractedRate } from "@liftledger/database/exchange-rates";
import type { PersonNames } from "../people/person-names.ts";

/** A rate as it crosses the wire. */
export function exchangeRateView(rate: ExchangeRate, nameOf: PersonNames): WireRate {
  return { ...rate, recordedBy: nameOf(rate.recordedBy) };
}

/** One that was taken back. */
export function retractedRateView(
  { retractedAt, retractedBy, retractReason, ...rate }: RetractedRate,
  nameOf: PersonNames,
): ListedRate {
  const retracted = { retractedAt, retractedBy: nameOf(retractedBy), reason: retractReason };
  return { ...exchangeRateView(rate, nameOf), retracted };
}
