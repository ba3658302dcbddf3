import type { AssumptionStretch, BenefitAssumptions } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import { unitValueRule } from "@liftledger/kpis/unit-value-rule";
import { percentOfShare } from "../../components/decimal-share.ts";
import { exactMoney } from "../../components/exact-money.ts";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

/** What is assumed of a benefit, each in a few words; the KPI says what one unit is worth money by. */
export function assumptionWords(
  assumptions: BenefitAssumptions,
  kpi: Kpi | undefined,
  currency: string,
): string[] {
  const percent = (share: string) => `${showDecimal(percentOfShare(share), readerLocale)}%`;
  const { unitValue, attribution, confidence, confidenceReason, realisation, claimUntil, validFrom } =
    assumptions;
  const rule = kpi === undefined ? undefined : unitValueRule(kpi);
  if (rule?.kind === "none") return [rule.sentence];
  const worth =
    unitValue === undefined
      ? t`unit value missing`
      : rule?.kind === "margin-rate"
        ? t`margin ${percent(unitValue)}`
        : rule?.kind === "locked"
          ? t`spend counts as it is`
          : t`${exactMoney([unitValue], currency)(unitValue)} per ${rule?.kind === "money-per-unit" ? rule.per : t`unit`}`;
  return [
    worth,
    attribution === undefined ? t`our share missing` : t`our share ${percent(attribution)}`,
    ...(validFrom === undefined ? [] : [t`counts from ${formatPeriod(validFrom)}`]),
    ...(claimUntil === undefined ? [] : [t`claimed up to ${formatPeriod(claimUntil)}`]),
    confidence === undefined
      ? t`confidence missing`
      : confidenceReason === undefined
        ? t`confidence ${percent(confidence)}`
        : t`confidence ${percent(confidence)} (${confidenceReason})`,
    realisation === undefined ? t`turned into money: not said` : realisationWords(realisation, percent),
  ];
}

/** How far it went, of what went anywhere: "turned into money: 25% cashed, 40% redeployed". */
function realisationWords(
  { cashed, redeployed, accepted }: NonNullable<BenefitAssumptions["realisation"]>,
  percent: (share: string) => string,
): string {
  const steps = [
    { share: cashed, words: t`${percent(cashed)} cashed` },
    { share: redeployed, words: t`${percent(redeployed)} redeployed` },
    { share: accepted, words: t`${percent(accepted)} accepted` },
  ].filter(({ share }) => Number(share) > 0);
  return steps.length === 0
    ? t`turned into money: none of it yet`
    : t`turned into money: ${steps.map(({ words }) => words).join(", ")}`;
}

/** What counts for the periods before the latest version, each in a sentence; none where it counts for all of them. */
export function earlierAssumptionWords(
  stretches: readonly AssumptionStretch[],
  kpi: Kpi | undefined,
  currency: string,
): string[] {
  return stretches.slice(0, -1).map(({ until: last, version, assumptions }) => {
    const until = last === null ? "" : formatPeriod(last);
    const { validFrom: _validFrom, claimUntil: _claimUntil, ...terms } = assumptions;
    const words = assumptionWords(terms, kpi, currency).join(" · ");
    return assumptions.approvedBy === undefined
      ? t`Up to ${until} version ${version} counts, not approved: ${words}`
      : t`Up to ${until} version ${version} counts, approved by ${assumptions.approvedBy}: ${words}`;
  });
}
