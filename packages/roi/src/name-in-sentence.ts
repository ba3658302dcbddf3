import { isTotal, type Kpi } from "@liftledger/kpis/kpi";
import type { PeriodType } from "@liftledger/kpis/period";

/** A KPI's or verdict's name within a sentence: "conversion rate", while an abbreviation such as ROAS stays. */
export function nameInSentence(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** What a difference of a total is for, " a week", unless its name says so; nothing for a ratio. */
export function perPeriod(kpi: Pick<Kpi, "name" | "denominator">, periodType: PeriodType): string {
  return isTotal(kpi) && !kpi.name.endsWith(`per ${periodType}`) ? ` a ${periodType}` : "";
}
