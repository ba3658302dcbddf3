import { addPeriods, lastDay, type Period, type PeriodType } from "@liftledger/kpis/period";
import { formatIsoDate } from "@liftledger/kpis/iso-date";
import { missingRules, type Missing, type MissingRule } from "./verdict.ts";

/** What is known of one benefit that carries money, as far as question one asks. */
export interface BenefitReadiness {
  name: string;
  baseline: "none" | "draft" | "frozen";
  /** Factors without which it is not valued. */
  notValued: readonly string[];
  /** Mature periods logged since the claim began. */
  maturePeriods: number;
  hasInterval: boolean;
  prePeriods: number;
  volumeReason: string | null;
  periodType: PeriodType;
  claimFrom: Period;
  maturationPeriods: number;
  /** Denominator seen since the start, and the least a verdict wants. */
  volume: number;
  minimumVolume: number;
}

/** What is known of the initiative as a whole. */
export interface InitiativeReadiness {
  hasCost: boolean;
  countedTwice: string | null;
  costCoverage: number;
  missingCostMonths: readonly string[];
  benefitCoverage: number;
  benefits: readonly BenefitReadiness[];
}

/** Mature periods since the start that a verdict needs. */
export const neededPeriods: Record<PeriodType, number> = { week: 8, month: 3 };

/** The least share of elapsed months whose actual cost must be there. */
export const neededCostCoverage = 0.9;

/**
 * Question one of the verdict: everything that stands in the way, in the order of `missingRules`, each with what
 * to do and, where time alone decides, when the answer comes. Empty when it can be judged.
 */
export function whatIsMissing(initiative: InitiativeReadiness): Missing[] {
  const found = [...initiativeGaps(initiative), ...initiative.benefits.flatMap(benefitGaps)];
  return found.toSorted((a, b) => missingRules.indexOf(a.rule) - missingRules.indexOf(b.rule));
}

function initiativeGaps(initiative: InitiativeReadiness): Missing[] {
  const { hasCost, benefits, countedTwice, costCoverage, benefitCoverage } = initiative;
  const gaps: Missing[] = [];
  if (!hasCost) gaps.push(gap("no-cost", "Log what it has cost so far: there is no actual cost line yet."));
  if (benefits.length === 0) {
    gaps.push(
      gap("no-data", "Claim a benefit: choose the series of an outcome KPI that this initiative moves."),
    );
  } else if (benefits.every((benefit) => benefit.maturePeriods === 0)) {
    gaps.push(
      gap("no-data", "Log the first full period after the start, on the page Log a week or by import."),
    );
  }
  if (countedTwice !== null) gaps.push(gap("counted-twice", countedTwice));
  if (hasCost && costCoverage < neededCostCoverage) {
    gaps.push(
      gap(
        "cost-coverage",
        `Only ${Math.floor(costCoverage * 100)} % of the elapsed months carry an actual cost; log ${monthList(initiative.missingCostMonths)}.`,
      ),
    );
  } else if (hasCost && benefitCoverage > costCoverage) {
    gaps.push(
      gap(
        "benefit-coverage",
        `Benefits are logged for ${Math.floor(benefitCoverage * 100)} % of the time and costs for ${Math.floor(costCoverage * 100)} %; log ${monthList(initiative.missingCostMonths)}.`,
      ),
    );
  }
  return gaps;
}

function benefitGaps(benefit: BenefitReadiness): Missing[] {
  const { name, baseline, notValued, maturePeriods, hasInterval, prePeriods, volumeReason } = benefit;
  const gaps: Missing[] = [];
  if (baseline === "none") gaps.push(gap("no-frozen-baseline", `Draft and freeze a baseline for ${name}.`));
  if (baseline === "draft") gaps.push(gap("no-frozen-baseline", `Freeze the drafted baseline of ${name}.`));
  if (notValued.length > 0) {
    gaps.push(gap("not-valued", `${name} is not valued yet: say ${notValued.join(", ")}.`));
  }
  if (maturePeriods === 0) gaps.push(gap("unmeasured", `Log ${name} since the start.`));
  if (baseline !== "none" && !hasInterval) {
    gaps.push(
      gap("no-interval", `${name} has ${prePeriods} periods before the start; an interval needs at least 3.`),
    );
  }
  if (volumeReason !== null) gaps.push(gap("volume", `${name}: ${volumeReason}`));
  return [...gaps, ...tooEarly(benefit)];
}

function tooEarly(benefit: BenefitReadiness): Missing[] {
  const { name, periodType, maturePeriods, claimFrom, maturationPeriods, volume, minimumVolume } = benefit;
  const needed = neededPeriods[periodType];
  if (maturePeriods < needed) {
    const last = lastDay(addPeriods(claimFrom, needed + maturationPeriods - 1));
    return [
      gap(
        "too-early",
        `${name}: ${maturePeriods} of ${needed} ${periodType}s are in.`,
        formatIsoDate(last, "en-GB"),
      ),
    ];
  }
  if (volume < minimumVolume) {
    return [gap("too-early", `${name}: ${Math.round(volume)} of the ${minimumVolume} it needs are in.`)];
  }
  return [];
}

function gap(rule: MissingRule, what: string, knownWhen: string | null = null): Missing {
  return { rule, what, knownWhen };
}

function monthList(months: readonly string[]): string {
  if (months.length === 0) return "the missing months";
  if (months.length <= 4) return months.join(", ");
  return `${months.slice(0, 3).join(", ")} and ${months.length - 3} more`;
}
