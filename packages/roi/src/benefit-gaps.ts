import { withinSentence } from "@liftledger/kpis/within-sentence";
import { maturesOn } from "@liftledger/kpis/maturation";
import { addPeriods, comparePeriods, type Period, type PeriodType } from "@liftledger/kpis/period";
import { countOf, pluralOf } from "@liftledger/kpis/unit";
import { listInWords } from "@liftledger/kpis/list-in-words";
import type { PendingBaseline } from "./benefit-input.ts";
import { gap, type Gap } from "./missing.ts";

/** What is known of one benefit that carries money, as far as question one asks. */
export interface BenefitReadiness {
  name: string;
  /**
   * What it stands on. Where that is nothing: whether one of its series is drafted, or frozen and not in use for it. Not
   * needed where what was measured brings its own comparison.
   */
  baseline: "none" | "drafted" | "unused" | "draft" | "frozen" | "not-needed";
  /** Who drafted or froze that, and when, as far as it is known. */
  pending?: PendingBaseline | undefined;
  /** Factors without which it is not valued. */
  notValued: readonly string[];
  /** Mature periods logged since the claim began, and those that should have been. */
  maturePeriods: number;
  elapsedPeriods: number;
  hasInterval: boolean;
  prePeriods: number;
  volumeReason: string | null;
  periodType: PeriodType;
  claimFrom: Period;
  /** The last period that counts, where the claim has an end. */
  claimUntil?: Period | undefined;
  maturationPeriods: number;
  /** Denominator seen since the start, the least a verdict wants, and the unit of both. */
  volume: number;
  minimumVolume: number;
  volumeUnit: string;
}

/** Mature periods since the start that a verdict needs. */
export const neededPeriods: Record<PeriodType, number> = { week: 8, month: 3 };

const prePeriodsForInterval = 3;
const locale = "en-GB";

/** What stands in the way of judging one benefit, each with what to do and when the answer comes. */
export function benefitGaps(benefit: BenefitReadiness): Gap[] {
  const { name, baseline, notValued, volumeReason } = benefit;
  const gaps: Gap[] = [];
  const toFreeze = whatToFreeze(benefit);
  if (toFreeze !== null) gaps.push(toFreeze);
  if (notValued.length > 0) {
    const what = `${name} is not valued yet: say ${listInWords(notValued)}.`;
    gaps.push(gap("not-valued", "Not judged: not valued yet", what));
  }
  if (baseline === "not-needed" && !benefit.hasInterval) gaps.push(noSpread(name));
  else if (standsOnOne[baseline] && !benefit.hasInterval) gaps.push(noInterval(benefit));
  if (volumeReason !== null) {
    const headline = "Not judged: volume left the baseline's range";
    gaps.push(gap("volume", headline, `${name}: ${withinSentence(volumeReason)}`));
  }
  return [...gaps, ...tooEarly(benefit)];
}

const standsOnOne = {
  none: false,
  drafted: false,
  unused: false,
  draft: true,
  frozen: true,
  "not-needed": false,
} as const;

/** What is to be done until it stands on a frozen baseline, and by whom; null where it does or needs none. */
function whatToFreeze({ name, baseline, pending }: BenefitReadiness): Gap | null {
  if (baseline === "frozen" || baseline === "not-needed") return null;
  const notFrozen = (what: string) => gap("no-frozen-baseline", "Not judged: baseline not frozen", what);
  if (pending === undefined) {
    return notFrozen(
      baseline === "none"
        ? `Draft and freeze a baseline for ${name}.`
        : `Freeze the drafted baseline of ${name}.`,
    );
  }
  const { by, on } = pending;
  if (baseline === "unused") {
    const what = `A baseline of ${name} was frozen by ${by} on ${on} and is not in use here: take it into use, or draft another.`;
    return gap("no-frozen-baseline", "Not judged: baseline not in use", what);
  }
  const drafted = `A baseline of ${name} was drafted by ${by} on ${on} and is not frozen yet`;
  return notFrozen(
    baseline === "drafted"
      ? `${drafted}: somebody else, of finance, freezes it and takes it into use.`
      : `${drafted}: somebody else, of finance, freezes it.`,
  );
}

function noSpread(name: string): Gap {
  const what = `${name} was measured on too few items for a likely range.`;
  return gap("no-interval", "Not judged: too few items", what);
}

function noInterval({ name, prePeriods, periodType }: BenefitReadiness): Gap {
  const what =
    prePeriods >= prePeriodsForInterval
      ? `${name} has no volume before the start, so there is nothing to compare with.`
      : `${name} has ${countOf(prePeriods, periodType, locale)} before the start; a likely range needs at least ${prePeriodsForInterval}. Log earlier ${periodType}s and draft the baseline again.`;
  return gap("no-interval", "Not judged: too little history", what);
}

function tooEarly(benefit: BenefitReadiness): Gap[] {
  const { name, periodType, maturePeriods, elapsedPeriods, volume, minimumVolume, volumeUnit } = benefit;
  const needed = neededPeriods[periodType];
  if (maturePeriods < needed) {
    const headline = `Too early: ${maturePeriods} of ${needed} ${periodType}s`;
    const are = maturePeriods === 1 ? "is" : "are";
    const seen = `${name}: ${maturePeriods} of ${needed} ${periodType}s ${are} in`;
    // Enough time has passed, so that only logging what was left out brings the answer.
    if (elapsedPeriods >= needed) {
      const left = countOf(elapsedPeriods - maturePeriods, periodType, locale);
      return [
        gap(
          "too-early",
          headline,
          `${seen}; ${left} since the start ${left.startsWith("1 ") ? "is" : "are"} not logged.`,
        ),
      ];
    }
    const day = periodsFromNow(benefit, needed - maturePeriods);
    const end = day === null ? ` The claim ends with ${benefit.claimUntil}: no more will come.` : "";
    return [gap("too-early", headline, `${seen}.${end}`, day)];
  }
  if (volume >= minimumVolume) return [];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const [seen, least] = [number.format(Math.floor(volume)), number.format(minimumVolume)];
  const more = volume > 0 ? Math.ceil(((minimumVolume - volume) * maturePeriods) / volume) : null;
  const day = more === null ? null : periodsFromNow(benefit, more);
  return [
    gap(
      "too-early",
      `Too early: ${seen} of ${least} ${pluralOf(volumeUnit)}`,
      `${name}: ${seen} of the ${least} ${pluralOf(volumeUnit)} that a verdict needs are in.`,
      day === null ? null : `around ${day}`,
    ),
  ];
}

/** The day on which the first period since the start counts. */
export function firstDayThatCounts({
  claimFrom,
  maturationPeriods,
}: Pick<BenefitReadiness, "claimFrom" | "maturationPeriods">): string {
  return maturesOn(claimFrom, { maturationPeriods });
}

/** The day on which so many more periods than now will count, null where the claim ends before. */
function periodsFromNow(benefit: BenefitReadiness, more: number): string | null {
  const { claimFrom, claimUntil, elapsedPeriods, maturationPeriods } = benefit;
  const last = addPeriods(claimFrom, elapsedPeriods + more - 1);
  if (claimUntil !== undefined && comparePeriods(last, claimUntil) > 0) return null;
  return maturesOn(last, { maturationPeriods });
}
