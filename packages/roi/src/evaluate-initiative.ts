import { bookedUntil } from "@liftledger/finance/booked-until";
import { benefitFigures, changeInCash, type BenefitFigures } from "./benefit-figures.ts";
import { readinessOf } from "./benefit-readiness.ts";
import { bandOf, type Band } from "./benchmark.ts";
import { breakEvenTrees, type BreakEvenTrees } from "./break-even-trees.ts";
import { breakEven, type BreakEven } from "./break-even.ts";
import { firstSpendOrStart, type CostInput } from "./cost-tree.ts";
import { coverageOf, type Coverage, type CoverageTrees } from "./coverage.ts";
import type { Distribution } from "./distribution.ts";
import { mediaCountedTwice, reviewCountedTwice } from "./double-counting.ts";
import { sameMoneyTwice } from "./same-money.ts";
import { headlineLevel } from "./engine-version.ts";
import type { BenefitInput } from "./benefit-input.ts";
import { evaluateBenefit, type BenefitResult } from "./evaluate-benefit.ts";
import { weakestGrade } from "./evidence-grade.ts";
import type { ExplainedFigure, FigureContext } from "./figure.ts";
import { initiativeFigures, type InitiativeFigures } from "./initiative-figures.ts";
import type { Verdict } from "./judgement.ts";
import { ownBand, type OwnHurdle } from "./own-hurdle.ts";
import { phaseOn, type PhaseEntry } from "./phase.ts";
import type { Readiness } from "./readiness.ts";
import { valueParts } from "./realised-value.ts";
import { createSimulation, dependentInterval, type UncertainPart } from "./simulation.ts";
import { periodsBy } from "./standing.ts";
import { judge } from "./verdict.ts";
import { whatIsMissing } from "./what-is-missing.ts";
import { lastDay } from "@liftledger/kpis/period";

/** Everything that is known of an initiative, as the engine reads it. All money is in one currency. */
export interface InitiativeInput {
  initiativeId: string;
  name: string;
  currency: string;
  /** Digits after the point of the currency's minor unit. */
  places: number;
  startedOn: string;
  phaseHistory: readonly PhaseEntry[];
  benefits: readonly BenefitInput[];
  costs: readonly CostInput[];
  /** Months that finance has closed, "2026-03". */
  closedMonths: readonly string[];
  /** The valuation date and the knowledge instant. */
  until: string;
  asOf: string;
  /** Seeds the simulation that adds several benefits up. */
  seed: number;
  /** The organisation's own hurdles, told beside the verdict; that of the phase it is in counts. */
  ownHurdles?: readonly OwnHurdle[];
  /** The gaps of readiness, by which Foundation is judged. */
  readiness?: Pick<Readiness, "ready" | "of" | "open">;
  /** Days after a month's end within which its cost is waited for; 14 where left out. */
  bookingGraceDays?: number;
}

/** A benefit's result with its explained figures. */
export interface EvaluatedBenefit extends BenefitResult {
  figures: BenefitFigures;
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
  const parts = valueParts(carriers, until);
  const distributions = distributionsOf(carriers, until, input.seed);
  const figures = initiativeFigures({ initiativeId, name, context, carriers, costs, phase, distributions });
  const { coverage, trees: coverageTrees } = coverageOf(input, carriers, until);
  const cost = figures.cost.figure.value ?? "0";
  const evenAt = {
    benefits: carriers,
    cost,
    currency,
    places,
    from: firstSpendOrStart(costs, startedOn),
    until,
  };
  return {
    verdict: verdictOf(input, benefits, coverage, { until, waitingFor }, distributions.cashed, figures),
    band: bandOf(phase.phase),
    figures,
    valueParts: parts,
    dependentInterval: roiInterval(parts, distributions.cashed, Number(cost)),
    coverage,
    coverageTrees,
    countedUntil: until,
    waitingForCostOf: [...waitingFor],
    breakEven: breakEven(evenAt),
    breakEvenTrees: breakEvenTrees(evenAt),
    benefits: benefits.map((result) => ({
      ...result,
      figures: benefitFigures(result, context, input.until),
      changeInCash: changeInCash(result, context),
    })),
  };
}

function distributionsOf(carriers: readonly BenefitResult[], until: string, seed: number) {
  const simulation = createSimulation(seed);
  const sum = (stage: "cashed" | "cashed-and-redeployed" | "measured"): Distribution | null => {
    const parts = valueParts(carriers, until, stage);
    return parts === null ? null : simulation.sum(parts);
  };
  return { cashed: sum("cashed"), withCapacity: sum("cashed-and-redeployed"), measured: sum("measured") };
}

function roiInterval(parts: readonly UncertainPart[] | null, sum: Distribution | null, cost: number) {
  if (parts === null || parts.length < 2 || cost <= 0) return null;
  const { low, high, level } = dependentInterval(parts, headlineLevel, sum);
  return { low: low / cost - 1, high: high / cost - 1, level };
}

function verdictOf(
  input: InitiativeInput,
  results: readonly BenefitResult[],
  coverage: Coverage,
  counted: { until: string; waitingFor: readonly string[] },
  realisedValue: Distribution | null,
  figures: InitiativeFigures,
): Verdict {
  const { until, costs, closedMonths, phaseHistory } = input;
  const { current, previous } = phaseOn(phaseHistory, until);
  const hurdle = input.ownHurdles?.find(({ phase }) => phase === current.phase);
  const carriers = results.filter((result) => result.value.kind !== "no-money");
  const cost = Number(figures.cost.figure.value ?? 0);
  const { waitingFor } = counted;
  const nothingCounted =
    carriers.some(({ mature }) => mature.length > 0) &&
    carriers.every((result) => periodsBy(result, counted.until) === 0);
  const ratio = ({ figure }: InitiativeFigures["netRoi"]) =>
    figure.value === null ? null : Number(figure.value);
  return judge({
    missing: whatIsMissing({
      hasCost: cost > 0,
      countedTwice: countedTwice(carriers, costs),
      costCoverage: coverage.cost,
      missingCostMonths: coverage.missingCostMonths,
      benefitCoverage: coverage.benefit,
      benefits: carriers.map(readinessOf),
      nothingCountedFor: nothingCounted ? waitingFor : [],
    }),
    realisedValue,
    cost,
    roi: ratio(figures.netRoi),
    inPhaseRoi: ratio(figures.inPhaseRoi),
    phase: current,
    previousPhase: previous,
    ownHurdle: hurdle === undefined ? null : ownBand(hurdle),
    readiness: input.readiness ?? null,
    closedMonthsInPhase: closedMonths.filter(
      (month) => `${month}-01` >= current.enteredOn && lastDay(month) <= until,
    ).length,
    worsenedGuardrails: results
      .filter((result) => result.guardrail === "worse")
      .map((result) => `${result.input.kpi.name} (${result.input.scope})`),
    until,
    countedUntil: counted.until,
    waitingForCostOf: waitingFor,
  });
}

/** The first reason for which something would count twice within this initiative; null where nothing does. */
function countedTwice(carriers: readonly BenefitResult[], costs: readonly CostInput[]): string | null {
  const kpis = carriers.map((result) => result.input.kpi);
  const charged = costs.filter((line) => line.kind === "actual").map((line) => line.category);
  return (
    reviewCountedTwice(kpis, charged) ??
    mediaCountedTwice(kpis, charged) ??
    sameMoneyTwice(carriers.map(({ input }) => input))
  );
}
