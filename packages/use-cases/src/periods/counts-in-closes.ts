import type { Kpi } from "@liftledger/kpis/kpi";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";

/** Whether what a closed month says counts a KPI: one that carries money, or a guardrail, which decides the verdict. */
export function countsInCloses(kpi: Kpi): boolean {
  return kpi.role === "guardrail" || unitValueRule(kpi).kind !== "none";
}
