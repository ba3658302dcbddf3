import { isCurrencyCode } from "@liftledger/finance/currency";
import type { Kpi } from "@liftledger/kpis/kpi";
import { ProblemError } from "../problem.ts";

/**
 * The currency of a new series. Where the numerator is spend or revenue it is the one asked for, or the
 * organisation's; elsewhere there is none, and asking for one is refused.
 */
export function seriesCurrency(kpi: Kpi, asked: string | undefined, ofOrganisation: string): string | null {
  if (measuresMoney(kpi)) return knownCurrency(asked ?? ofOrganisation);
  if (asked === undefined) return null;
  throw new ProblemError(
    "invalid-request",
    `${kpi.name} counts ${kpi.numerator.counts}, not money: leave the currency out.`,
    [{ field: "currency", message: "this KPI has no currency", seen: asked }],
  );
}

/** Whether the numerator is money. */
export function measuresMoney(kpi: Pick<Kpi, "numerator">): boolean {
  return kpi.numerator.measure === "spend" || kpi.numerator.measure === "revenue";
}

/** The code of a currency that there is; throws "invalid-request" for any other. */
export function knownCurrency(code: string): string {
  if (isCurrencyCode(code)) return code;
  throw new ProblemError("invalid-request", `"${code}" is no currency of ISO 4217.`, [
    { field: "currency", message: "an ISO 4217 code", seen: code },
  ]);
}
