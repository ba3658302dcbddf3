import { monthOf } from "@liftledger/kpis/iso-date";
import { firstDay, lastDay } from "@liftledger/kpis/period";
import { readinessOf } from "./benefit-readiness.ts";
import type { CostInput } from "./cost-tree.ts";
import type { Coverage } from "./coverage.ts";
import type { Distribution } from "./distribution.ts";
import { mediaCountedTwice, reviewCountedTwice } from "./double-counting.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import type { ExplainedFigure } from "./figure.ts";
import type { InitiativeFigures } from "./initiative-figures.ts";
import type { InitiativeInput } from "./initiative-input.ts";
import type { Verdict } from "./judgement.ts";
import { ownBand } from "./own-hurdle.ts";
import { phaseOn } from "./phase.ts";
import { sameMoneyTwice } from "./same-money.ts";
import { periodsBy } from "./standing.ts";
import { judge } from "./verdict.ts";
import { monthsToClose } from "./verdict-qualifiers.ts";
import { whatIsMissing } from "./what-is-missing.ts";

/** What was found of an initiative before it is judged. */
interface Found {
  benefits: readonly BenefitResult[];
  /** Those of them that may carry money. */
  carriers: readonly BenefitResult[];
  coverage: Coverage;
  /** The day up to which money is counted, and the months whose cost it waits for. */
  countedUntil: string;
  waitingForCostOf: readonly string[];
  realisedValue: Distribution | null;
  figures: InitiativeFigures;
}

/** The verdict on an initiative: what is missing of it, and else its value realised against its cost. */
export function initiativeVerdict(input: InitiativeInput, found: Found): Verdict {
  const { until, closedMonths, phaseHistory } = input;
  const { benefits, coverage, countedUntil, waitingForCostOf, realisedValue, figures } = found;
  const carriers = begunBy(found.carriers, until);
  // What was spent later says nothing of this date.
  const costs = input.costs.filter(({ month }) => month <= monthOf(until));
  const { current, previous } = phaseOn(phaseHistory, until);
  const hurdle = input.ownHurdles?.find(({ phase }) => phase === current.phase);
  const cost = Number(figures.cost.figure.value ?? 0);
  const nothingCounted =
    carriers.some(({ mature }) => mature.length > 0) &&
    carriers.every((result) => periodsBy(result, countedUntil) === 0);
  const closed = closedMonths.filter(
    (month) => `${month}-01` >= current.enteredOn && lastDay(month) <= until,
  );
  return judge({
    missing: whatIsMissing({
      hasCost: cost > 0,
      countedTwice: countedTwice(carriers, costs),
      costCoverage: coverage.cost,
      missingCostMonths: coverage.missingCostMonths,
      benefitCoverage: coverage.benefit,
      benefits: carriers.map(readinessOf),
      nothingCountedFor: nothingCounted ? waitingForCostOf : [],
    }),
    realisedValue,
    cost,
    roi: ratioOf(figures.netRoi),
    inPhaseRoi: ratioOf(figures.inPhaseRoi),
    phase: current,
    previousPhase: previous,
    benchmarks: input.benchmarks,
    ownHurdle: hurdle === undefined ? null : ownBand(hurdle),
    readiness: input.readiness ?? null,
    inPhaseCost: inPhaseCost(figures.inPhaseRoi),
    closedMonthsInPhase: closed.length,
    monthsToClose: monthsToClose(current.enteredOn, closed),
    worsenedGuardrails: benefits
      .filter((result) => result.guardrail === "worse" && isCompared(result))
      .map((result) => `${result.input.kpi.name} (${result.input.scope})`),
    until,
    countedUntil,
    waitingForCostOf,
  });
}

/** Whether what a benefit is held against stands: a draft of it counts nothing, neither money nor what a guardrail says. */
function isCompared(result: BenefitResult): boolean {
  const { baseline } = readinessOf(result);
  return baseline === "frozen" || baseline === "not-needed";
}

/**
 * The benefits that are claimed by a date: one that is claimed from a later period on stands in no earlier one's way. All
 * of them where none has begun, since the first is what is waited for.
 */
function begunBy(carriers: readonly BenefitResult[], until: string): readonly BenefitResult[] {
  const begun = carriers.filter(({ input: { claimFrom } }) => firstDay(claimFrom) <= until);
  return begun.length === 0 ? carriers : begun;
}

/** What the return since the phase began is a return on; 0 where there is none. */
function inPhaseCost({ tree }: ExplainedFigure): number {
  return tree.value === null ? 0 : Number(tree.inputs[1]?.value ?? 0);
}

function ratioOf({ figure }: ExplainedFigure): number | null {
  return figure.value === null ? null : Number(figure.value);
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
