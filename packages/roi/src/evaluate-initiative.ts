import { costCoverage } from "@liftledger/finance/cost-coverage";
import { moneyToDecimal } from "@liftledger/finance/money";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { isTotal } from "@liftledger/kpis/kpi";
import { bandOf, type Band } from "./benchmark.ts";
import { benefitTrees, type BenefitTrees } from "./benefit-trees.ts";
import { breakEven, type BreakEven } from "./break-even.ts";
import { accruedCost, costTree, dayBefore, type CostInput } from "./cost-tree.ts";
import { dependentInterval, sumOfParts, type Distribution } from "./distribution.ts";
import { reviewCountedTwice } from "./double-counting.ts";
import { headlineLevel } from "./engine-version.ts";
import { evaluateBenefit, type BenefitInput, type BenefitResult } from "./evaluate-benefit.ts";
import { weakestGrade } from "./evidence-grade.ts";
import type { ExplainedFigure, FigureContext } from "./figure.ts";
import { initiativeFigures, type InitiativeFigures } from "./initiative-figures.ts";
import { phaseAt, type PhaseEntry } from "./phase.ts";
import { isValued, realisedParts, realisedValueAt } from "./to-date.ts";
import { judge, type Verdict } from "./verdict.ts";
import { whatIsMissing, type BenefitReadiness } from "./what-is-missing.ts";

/** Everything that is known of an initiative, as the engine reads it. */
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
}

/** A benefit's result with its explained money. */
export interface EvaluatedBenefit extends BenefitResult {
  trees: BenefitTrees;
  figures: { measured: ExplainedFigure; realised: ExplainedFigure; units: ExplainedFigure };
}

/** What the engine found of an initiative. */
export interface InitiativeResult {
  verdict: Verdict;
  band: Band | null;
  figures: InitiativeFigures;
  /** The realised value to date, uncertain; null where there is none. */
  realisedValue: Distribution | null;
  dependentInterval: { low: number; high: number; level: number } | null;
  coverage: { cost: number; benefit: number; missingCostMonths: string[] };
  breakEven: BreakEven | null;
  benefits: EvaluatedBenefit[];
}

/**
 * Values one initiative up to a date: lift of each benefit, money, cost, ROI with its interval, the verdict
 * and everything that explains them. Pure: the same input gives the same answer, to the letter.
 */
export function evaluateInitiative(input: InitiativeInput): InitiativeResult {
  const { costs, currency, places, until, startedOn, seed } = input;
  const results = input.benefits.map((benefit) => evaluateBenefit(benefit, until));
  const carriers = results.filter((result) => result.value.kind !== "no-money");
  const grade = weakestGrade(carriers.map((result) => result.evidence?.grade ?? null));
  const context: FigureContext = { until, asOf: input.asOf, grade, currency, places };

  const trees = new Map(results.map((result) => [result, benefitTrees(result, currency, places)]));
  const realisedValue = realisedDistribution(carriers, seed);
  const cost = costTree(costs, currency, places, until);
  const costAmount = Number(cost.value ?? 0);
  const { figures, benefitFigures } = initiativeFigures({
    initiativeId: input.initiativeId,
    name: input.name,
    context,
    carriers: carriers.map((result) => ({ result, trees: trees.get(result) as BenefitTrees })),
    others: results
      .filter((result) => !carriers.includes(result))
      .map((result) => ({ result, trees: trees.get(result) as BenefitTrees })),
    cost,
    realisedValue,
    withCapacity: realisedDistribution(carriers, seed, "cashed-and-redeployed"),
    beforePhase: beforePhase(input, carriers),
  });

  const coverage = coverageOf(input, carriers);
  const from = firstDayThatCounts(costs, startedOn);
  return {
    verdict: verdictOf(input, results, carriers, coverage, realisedValue, costAmount, figures),
    band: bandOf(currentPhase(input).current.phase),
    figures,
    realisedValue,
    dependentInterval: roiInterval(carriers, costAmount),
    coverage,
    breakEven: breakEven({
      benefits: carriers,
      values: carriers.map((result) => trees.get(result)?.cashed.value ?? null),
      cost: cost.value ?? "0",
      currency,
      places,
      from,
      until,
    }),
    benefits: results.map((result) => ({
      ...result,
      trees: trees.get(result) as BenefitTrees,
      figures: benefitFigures.get(result) as EvaluatedBenefit["figures"],
    })),
  };
}

/** The phase on the valuation date; before the first entry, the first one. */
export function currentPhase({ phaseHistory, until }: Pick<InitiativeInput, "phaseHistory" | "until">) {
  const found = phaseAt(phaseHistory, until);
  if (found !== undefined) return found;
  const first = phaseHistory.toSorted((a, b) => (a.enteredOn < b.enteredOn ? -1 : 1))[0];
  if (first === undefined) throw new RangeError("an initiative has at least one phase");
  return { current: first, previous: null };
}

function realisedDistribution(
  carriers: readonly BenefitResult[],
  seed: number,
  stages: "cashed" | "cashed-and-redeployed" = "cashed",
): Distribution | null {
  const valued = carriers.filter(isValued);
  if (valued.length === 0 || valued.some((result) => result.lift?.kind !== "interval")) return null;
  return sumOfParts(realisedParts(carriers, undefined, stages), seededRandom(seed));
}

function roiInterval(carriers: readonly BenefitResult[], cost: number) {
  const parts = realisedParts(carriers);
  if (parts.length < 2 || cost <= 0) return null;
  const { low, high, level } = dependentInterval(parts, headlineLevel);
  return { low: low / cost - 1, high: high / cost - 1, level };
}

/** What was earned and spent before the current phase began: in-phase is the rest. */
function beforePhase(input: InitiativeInput, carriers: readonly BenefitResult[]) {
  const { current } = currentPhase(input);
  const day = dayBefore(current.enteredOn);
  const costMinor = accruedCost(input.costs, day);
  return {
    enteredOn: current.enteredOn,
    phase: current.phase,
    value: realisedValueAt(carriers, day, input.places),
    cost: moneyToDecimal({ amountMinor: costMinor, currency: input.currency }),
  };
}

function coverageOf({ costs, startedOn, until }: InitiativeInput, carriers: readonly BenefitResult[]) {
  const { coverage, missingMonths } = costCoverage({ lines: costs, from: startedOn, until });
  const elapsed = carriers.reduce((sum, result) => sum + result.elapsedPeriods, 0);
  const logged = carriers.reduce(
    (sum, result) => sum + Math.min(result.mature.length, result.elapsedPeriods),
    0,
  );
  return {
    cost: coverage,
    benefit: elapsed === 0 ? 0 : logged / elapsed,
    missingCostMonths: [...missingMonths],
  };
}

function verdictOf(
  input: InitiativeInput,
  results: readonly BenefitResult[],
  carriers: readonly BenefitResult[],
  coverage: InitiativeResult["coverage"],
  realisedValue: Distribution | null,
  cost: number,
  figures: InitiativeFigures,
): Verdict {
  const { current, previous } = currentPhase(input);
  const inPhase = figures.inPhaseRoi.figure.value;
  return judge({
    missing: whatIsMissing({
      hasCost: cost > 0,
      countedTwice: reviewCountedTwice(
        carriers.map((result) => result.input.kpi),
        input.costs.filter((line) => line.kind === "actual").map((line) => line.category),
      ),
      costCoverage: coverage.cost,
      missingCostMonths: coverage.missingCostMonths,
      benefitCoverage: coverage.benefit,
      benefits: carriers.map(readinessOf),
    }),
    realisedValue,
    cost,
    inPhaseRoi: inPhase === null ? null : Number(inPhase),
    phase: current,
    previousPhase: previous,
    closedMonthsInPhase: input.closedMonths.filter((month) => `${month}-01` >= current.enteredOn).length,
    worsenedGuardrails: results
      .filter((result) => result.guardrail === "worse")
      .map((result) => `${result.input.kpi.name} (${result.input.scope})`),
    until: input.until,
  });
}

function readinessOf(result: BenefitResult): BenefitReadiness {
  const { input, lift, value, mature } = result;
  return {
    name: `${input.kpi.name} (${input.scope})`,
    baseline: input.baseline === null ? "none" : input.baseline.status,
    notValued: value.kind === "not-valued" ? value.missing : [],
    maturePeriods: mature.length,
    hasInterval: lift?.kind === "interval",
    prePeriods: input.baseline?.before.length ?? 0,
    volumeReason: result.volumeReason,
    periodType: input.periodType,
    claimFrom: input.claimFrom,
    maturationPeriods: input.kpi.maturationPeriods,
    volume: isTotal(input.kpi) ? 0 : mature.reduce((sum, snapshot) => sum + Number(snapshot.denominator), 0),
    minimumVolume: isTotal(input.kpi) ? 0 : input.kpi.minimumVolume,
  };
}

function firstDayThatCounts(costs: readonly CostInput[], startedOn: string): string {
  const first = costs
    .filter((line) => line.kind === "actual")
    .map((line) => `${line.month}-01`)
    .toSorted()[0];
  return first !== undefined && first < startedOn ? first : startedOn;
}
