import type { CostShare } from "@liftledger/contracts/cost-pool";
import { moneyToDecimal } from "@liftledger/finance/money";
import type { PersonNames } from "../people/person-names.ts";
import type { DividedShare } from "./divided-month.ts";

/** A share as it crosses the wire; amounts as exact decimals in the major unit. */
export function costShareView(
  { pool, booked, initiativeId, quantity, amountMinor }: DividedShare,
  told: { currency: string; initiativeNames: ReadonlyMap<string, string>; nameOf: PersonNames },
): CostShare {
  const { currency, initiativeNames, nameOf } = told;
  const { month, kind, revision, source, recordedAt, recordedBy } = booked;
  return {
    costPoolId: pool.costPoolId,
    pool: pool.name,
    month,
    kind,
    revision,
    poolAmount: moneyToDecimal({ amountMinor: booked.amountMinor, currency }),
    driver: pool.driver,
    unit: pool.unit,
    initiativeId,
    initiative: initiativeNames.get(initiativeId) ?? initiativeId,
    quantity,
    amount: moneyToDecimal({ amountMinor, currency }),
    currency,
    source,
    recordedAt,
    recordedBy: nameOf(recordedBy),
  };
}
