import { periodsInWords } from "@liftledger/kpis/data-quality/finding";
import { benefitGaps, firstDayThatCounts, type BenefitReadiness } from "./benefit-gaps.ts";
import { percentText } from "./percent-text.ts";
import { gap, missingRules, type Gap, type MissingRule } from "./missing.ts";

const askedInOrder: readonly MissingRule[] = missingRules;

/** What is known of the initiative as a whole. */
export interface InitiativeReadiness {
  hasCost: boolean;
  countedTwice: string | null;
  costCoverage: number;
  missingCostMonths: readonly string[];
  benefitCoverage: number;
  benefits: readonly BenefitReadiness[];
  /** Months whose cost is waited for, where that leaves nothing to count; empty elsewhere. */
  nothingCountedFor?: readonly string[];
}

/** The least share of elapsed months whose actual cost must be there. */
const neededCostCoverage = 0.9;

/**
 * Question one of the verdict: everything that stands in the way, in the order of `missingRules`, each with
 * what to do and, where time alone decides, when the answer comes. Empty when it can be judged.
 */
export function whatIsMissing(initiative: InitiativeReadiness): Gap[] {
  const found = [...initiativeGaps(initiative), ...initiative.benefits.flatMap(benefitGaps)];
  return found.toSorted((a, b) => askedInOrder.indexOf(a.rule) - askedInOrder.indexOf(b.rule));
}

function initiativeGaps(initiative: InitiativeReadiness): Gap[] {
  const { hasCost, benefits, countedTwice, costCoverage, benefitCoverage, missingCostMonths } = initiative;
  const gaps: Gap[] = [];
  if (!hasCost) {
    gaps.push(gap("no-cost", "No cost yet", "There is no actual cost yet: log what it has cost so far."));
  }
  const noData = whyNoData(benefits);
  if (noData !== null) gaps.push(gap("no-data", "No data yet", noData));
  else gaps.push(...benefits.flatMap(unmeasured));
  if (countedTwice !== null) gaps.push(gap("counted-twice", "Not judged: counted twice", countedTwice));
  const waiting = initiative.nothingCountedFor ?? [];
  if (waiting.length > 0) {
    gaps.push(
      gap(
        "cost-coverage",
        "Not judged: costs are not recorded yet",
        `Nothing since the start counts yet, because value never runs ahead of cost: log the cost of ${periodsInWords(waiting)}.`,
      ),
    );
  }
  const percent = (share: number) => `${Math.floor(share * 100)}%`;
  if (hasCost && costCoverage < neededCostCoverage) {
    gaps.push(
      gap(
        "cost-coverage",
        "Not judged: costs are missing",
        `Actual costs cover only ${percent(costCoverage)} of the months that have ended: log ${periodsInWords(missingCostMonths)}.`,
      ),
    );
  } else if (hasCost && benefitCoverage > costCoverage) {
    gaps.push(
      gap(
        "benefit-coverage",
        "Not judged: costs lag behind benefits",
        `Benefits are logged for ${percentText(benefitCoverage, [costCoverage])} of the time and costs for ${percentText(costCoverage, [benefitCoverage])}: log the costs of ${periodsInWords(missingCostMonths)}.`,
      ),
    );
  }
  return gaps;
}

function whyNoData(benefits: readonly BenefitReadiness[]): string | null {
  const [first] = benefits.toSorted((a, b) => (firstDayThatCounts(a) < firstDayThatCounts(b) ? -1 : 1));
  if (first === undefined) return "Claim a benefit: choose the series of an outcome KPI that it moves.";
  if (benefits.some((benefit) => benefit.maturePeriods > 0)) return null;
  const period = `The first full ${first.periodType} since the start`;
  if (benefits.some((benefit) => benefit.elapsedPeriods > 0))
    return `${period} is not logged: add it on the page Log a week or by import.`;
  const day = firstDayThatCounts(first);
  return first.maturationPeriods === 0
    ? `${period} ends on ${day}: log it then.`
    : `${period} is old enough to count on ${day}: log it by then.`;
}

function unmeasured(benefit: BenefitReadiness): Gap[] {
  if (benefit.maturePeriods > 0 || benefit.elapsedPeriods === 0) return [];
  const what = `${benefit.name} has no ${benefit.periodType} logged since the start: log it, or withdraw the claim.`;
  return [gap("unmeasured", "Not judged: a benefit is not measured", what)];
}
