import { isTotal, type Kpi } from "@liftledger/kpis/kpi";
import type { PeriodType } from "@liftledger/kpis/period";

/** What a difference of a total is for, " a week", unless its name says so; nothing for a ratio. */
export function perPeriod(kpi: Pick<Kpi, "name" | "denominator">, periodType: PeriodType): string {
  return isTotal(kpi) && !kpi.name.endsWith(`per ${periodType}`) ? ` a ${periodType}` : "";
}
