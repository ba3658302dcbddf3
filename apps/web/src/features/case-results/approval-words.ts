import type { CaseVersion } from "@liftledger/contracts/business-case";
import { formatDayOf } from "../../components/format-date.ts";
import { formatMoney, formatPercent } from "../../components/format-number.ts";
import { form, plural, t } from "../../words.ts";

type Terms = CaseVersion["terms"];
type Money = NonNullable<Terms["spend"]>;

const moneyOf = ({ amount, currency }: Money) => formatMoney(Number(amount), currency);

/** What is asked, as a sentence. */
export function askedTitle({ terms: { spend }, plan: { horizon, period } }: CaseVersion): string {
  const length =
    period === "month"
      ? plural(horizon, form`${horizon} month`, form`${horizon} months`)
      : plural(horizon, form`${horizon} year`, form`${horizon} years`);
  return spend === null ? t`What it spends is not known yet` : t`${moneyOf(spend)} over ${length}`;
}

/** How many people sign and by which rule. */
export function signaturesWords({ signatures, twoSignaturesFrom, spend }: Terms): string {
  if (twoSignaturesFrom === null) return t`One person signs: no rule asks for two.`;
  const from = moneyOf(twoSignaturesFrom);
  if (signatures === 1) return t`One person signs: it spends less than ${from}, from which on two do.`;
  return spend === null
    ? t`Two people sign: what it spends is not known, and from ${from} on two do.`
    : t`Two people sign: it spends at least ${from}.`;
}

/** What a plan of this spend has to say. */
export function askedOfPlan({ isOnePage, onePageBelow }: Terms): string {
  if (onePageBelow === null) return t`Every assumption names its source and who stands for it.`;
  const below = moneyOf(onePageBelow);
  return isOnePage
    ? t`Value, cost and three scenarios are enough: it spends less than ${below}.`
    : t`Every assumption names its source and who stands for it: it spends at least ${below}.`;
}

/** Whose discount rate it is, and whether it is the organisation's. */
export function rateWords({ plan: { discountRate }, terms }: CaseVersion): string {
  const rate = percent(discountRate.annual);
  const { defaultRate, isAtDefaultRate } = terms;
  if (defaultRate === null) return t`${rate} a year: ${discountRate.source}. The organisation has set none.`;
  const usual = percent(defaultRate.annual);
  const [by, on] = [defaultRate.setBy, formatDayOf(defaultRate.setAt)];
  return isAtDefaultRate
    ? t`${rate} a year, the organisation’s own, set by ${by} on ${on}.`
    : t`${rate} a year: ${discountRate.source}. The organisation’s own is ${usual}, set by ${by} on ${on}.`;
}

/** "8%", "7.5%". */
function percent(annual: string): string {
  const hundredths = Number(annual) * 100;
  return formatPercent(Number(annual), {
    digits: Math.abs(hundredths - Math.round(hundredths)) < 1e-9 ? 0 : 2,
  });
}

/** By which benchmarks its return is read. */
export function benchmarkWords({ benchmarks }: Terms): string {
  return benchmarks === null
    ? t`The published ones.`
    : t`${benchmarks.name}, version ${benchmarks.version}, the organisation’s own.`;
}
