import { bookedUntil } from "@liftledger/finance/booked-until";
import { bandsOf } from "./benchmark-set.ts";
import type { Band } from "./benchmark.ts";
import { benefitFigures, changeInCash, type BenefitFigures } from "./benefit-figures.ts";
import { benefitRatioFigures, type BenefitRatioFigures } from "./benefit-ratio-figures.ts";
import { breakEvenTrees, type BreakEvenTrees } from "./break-even-trees.ts";
import { breakEven, type BreakEven } from "./break-even.ts";
import { firstSpendOrStart } from "./cost-tree.ts";
import { coverageOf, type Coverage, type CoverageTrees } from "./coverage.ts";
import type { Distribution } from "./distribution.ts";
import { headlineLevel } from "./engine-version.ts";
import { evaluateBenefit, type BenefitResult } from "./evaluate-benefit.ts";
import { weakestGrade } from "./evidence-grade.ts";
import type { ExplainedFigure, FigureContext } from "./figure.ts";
import { initiativeFigures, type InitiativeFigures } from "./initiative-figures.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import { initiativeVerdict } from "./initiative-verdict.ts";
import type { Verdict } from "./judgement.ts";
import { phaseOn } from "./phase.ts";
import { valueParts, type RealisationStage } from "./realised-value.ts";
import { createSimulation, dependentInterval, type UncertainPart } from "./simulation.ts";
import { whenAsked } from "./when-asked.ts";

/** A benefit's result with its explained figures. */
export interface EvaluatedBenefit extends BenefitResult {
  figures: BenefitFigures;
  /** What its KPI showed against what was expected. */
  ratios: BenefitRatioFigures;
  /** Beside the value where the initiative moves the denominator; null elsewhere. */
  changeInCash: ExplainedFigure | null;
}

/** What the engine found of an initiative. */
export interface InitiativeResult {
  verdict: Verdict;
  band: Band | null;
  figures: InitiativeFigures;
  /** The realised value by its uncertain parts; null where it has none or no interval. */
  valueParts: UncertainPart[] | null;
  /** The interval of net ROI were all benefits to move together; null where there is one, or none. */
  dependentInterval: { low: number; high: number; level: number } | null;
  coverage: Coverage;
  coverageTrees: CoverageTrees;
  /** The day up to which money is counted: the valuation date, or the end of the last month whose cost is booked. */
  countedUntil: string;
  /** Months whose cost is not due yet, so that their value is left out as well. */
  waitingForCostOf: string[];
  breakEven: BreakEven | null;
  breakEvenTrees: BreakEvenTrees | null;
  benefits: EvaluatedBenefit[];
}

/**
 * Values one initiative up to a date: lift of each benefit, money, cost, ROI with its interval, the verdict
 * and everything that explains them. Pure: the same input gives the same answer, to the letter.
 */
export function evaluateInitiative(input: InitiativeInput): InitiativeResult {
  const { costs, currency, places, startedOn, initiativeId, name, bookingGraceDays: graceDays } = input;
  const { day: until, waitingFor } = bookedUntil({
    lines: costs,
    until: input.until,
    ...(graceDays === undefined ? {} : { graceDays }),
  });
  // Lift is measured on all that was logged; money is counted up to where costs are booked.
  const benefits = input.benefits.map((benefit) => evaluateBenefit(benefit, input.until));
  const carriers = benefits.filter((result) => result.value.kind !== "no-money");
  const grade = weakestGrade(carriers.map((result) => result.evidence?.grade ?? null));
  const context: FigureContext = { until, asOf: input.asOf, grade, currency, places };
  const phase = phaseOn(input.phaseHistory, input.until).current;
  const distributions = distributionsOf(carriers, until, input.seed);
  const asked = { initiativeId, name, context, carriers, costs, phase, distributions };
  const figures = initiativeFigures({ ...asked, benchmarks: input.benchmarks });
  const { coverage, trees: coverageTrees } = coverageOf(input, carriers, until);
  const cost = figures.cost.figure.value ?? "0";
  const evenAt = {
    benefits: carriers,
    cost,
    costTree: figures.cost.tree,
    currency,
    places,
    from: firstSpendOrStart(costs, startedOn),
    until,
  };
  const known = {
    verdict: initiativeVerdict(input, {
      benefits,
      carriers,
      coverage,
      countedUntil: until,
      waitingForCostOf: waitingFor,
      realisedValue: distributions.cashed,
      figures,
    }),
    band: bandsOf(input.benchmarks)(phase.phase),
    figures,
    coverage,
    coverageTrees,
    countedUntil: until,
    waitingForCostOf: [...waitingFor],
    benefits: benefits.map((result) =>
      whenAsked(result, {
        figures: () => benefitFigures(result, context, input.until),
        ratios: () => benefitRatioFigures(result, { ...context, until: input.until }),
        changeInCash: () => changeInCash(result, context),
      }),
    ),
  };
  return whenAsked(known, {
    valueParts: () => valueParts(carriers, until),
    dependentInterval: () => roiInterval(valueParts(carriers, until), distributions.cashed, Number(cost)),
    breakEven: () => breakEven(evenAt),
    breakEvenTrees: () => breakEvenTrees(evenAt),
  });
}

function distributionsOf(carriers: readonly BenefitResult[], until: string, seed: number) {
  const simulation = createSimulation(seed);
  const sum = (stage: RealisationStage) => (): Distribution | null => {
    const parts = valueParts(carriers, until, stage);
    return parts === null ? null : simulation.sum(parts);
  };
  return whenAsked(
    {},
    { cashed: sum("cashed"), withCapacity: sum("cashed-and-redeployed"), measured: sum("measured") },
  );
}

function roiInterval(parts: readonly UncertainPart[] | null, sum: Distribution | null, cost: number) {
  if (parts === null || parts.length < 2 || cost <= 0) return null;
  const { low, high, level } = dependentInterval(parts, headlineLevel, sum);
  return { low: low / cost - 1, high: high / cost - 1, level };
}
