import type { BenefitAssumptions } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import { percentOfShare } from "../../components/decimal-share.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";

/** What is assumed of a benefit, each in a few words; the KPI says what one unit is worth money by. */
export function assumptionWords(
  assumptions: BenefitAssumptions,
  kpi: Kpi | undefined,
  currency: string,
): string[] {
  const percent = (share: string) => `${showDecimal(percentOfShare(share), readerLocale)}%`;
  const { unitValue, attribution, confidence, confidenceReason, realisation, claimUntil } = assumptions;
  const rule = kpi === undefined ? undefined : unitValueRule(kpi);
  if (rule?.kind === "none") return [rule.sentence];
  const worth =
    unitValue === undefined
      ? "unit value missing"
      : rule?.kind === "margin-rate"
        ? `margin ${percent(unitValue)}`
        : rule?.kind === "locked"
          ? "spend counts as it is"
          : `${showDecimal(unitValue, readerLocale, 4)} ${currency} per ${rule?.kind === "money-per-unit" ? rule.per : "unit"}`;
  return [
    worth,
    attribution === undefined ? "our share missing" : `our share ${percent(attribution)}`,
    ...(claimUntil === undefined ? [] : [`claimed up to ${claimUntil}`]),
    confidence === undefined
      ? "confidence missing"
      : `confidence ${percent(confidence)}${confidenceReason === undefined ? "" : ` (${confidenceReason})`}`,
    realisation === undefined
      ? "turned into money: not said"
      : `turned into money: ${percent(realisation.cashed)} cashed, ${percent(realisation.redeployed)} redeployed, ${percent(realisation.accepted)} accepted`,
  ];
}
