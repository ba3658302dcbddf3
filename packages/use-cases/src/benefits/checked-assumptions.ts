import type { ProblemDetail } from "@liftledger/contracts/errors";
import type { BenefitAssumptions } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/kpis/kpi";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import { compareDecimals } from "@liftledger/numerics/decimal";
import { refuseIfAny } from "../problem.ts";

/**
 * The assumptions as they may be kept, under the rule that the KPI dictates: no money where it is no
 * outcome, "1" where it is spend (filled in), a rate of 0 to 1 where it is revenue, else money that is not
 * negative. A confidence under 1 names its risk. Throws "invalid-request" with each field.
 */
export function checkedAssumptions(assumptions: BenefitAssumptions, kpi: Kpi): BenefitAssumptions {
  const rule = unitValueRule(kpi);
  const { unitValue, confidence, confidenceReason } = assumptions;
  const faults: ProblemDetail[] = [];
  const unitValueFault = unitValue === undefined ? null : faultOfUnitValue(unitValue, rule);
  if (unitValueFault !== null && unitValue !== undefined) {
    faults.push({ field: "assumptions.unitValue", message: unitValueFault, seen: unitValue });
  }
  if (confidence !== undefined && compareDecimals(confidence, "1") < 0 && !confidenceReason) {
    const message = "A confidence below 1 names the risk outside the interval that it stands for.";
    faults.push({ field: "assumptions.confidenceReason", message, seen: "" });
  }
  refuseIfAny(faults);
  return rule.kind === "locked" ? { ...assumptions, unitValue: rule.value } : assumptions;
}

function faultOfUnitValue(unitValue: string, rule: ReturnType<typeof unitValueRule>): string | null {
  const isWithin = (low: string, high: string) =>
    compareDecimals(unitValue, low) >= 0 && compareDecimals(unitValue, high) <= 0;
  if (rule.kind === "none") return rule.sentence;
  if (rule.kind === "locked") return isWithin(rule.value, rule.value) ? null : rule.sentence;
  if (rule.kind === "margin-rate") return isWithin("0", "1") ? null : rule.sentence;
  return compareDecimals(unitValue, "0") >= 0
    ? null
    : `A unit value is not negative: the KPI's direction already says which way is a gain. ${rule.sentence}`;
}
