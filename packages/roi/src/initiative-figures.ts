import type { BenefitTrees } from "./benefit-trees.ts";
import { amountFromMixture, lessAmount, roiDistribution, type Distribution } from "./distribution.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { absent, difference, leaf, quotient, sum, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type FigureContext, type FigureParts } from "./figure.ts";
import { phaseNames, type Phase } from "./phase.ts";
import { isValued } from "./to-date.ts";

/** The seven figures of an initiative, each with its explanation. */
export interface InitiativeFigures {
  netRoi: ExplainedFigure;
  cashPlusCapacityRoi: ExplainedFigure;
  inPhaseRoi: ExplainedFigure;
  realisedValue: ExplainedFigure;
  measuredValue: ExplainedFigure;
  cost: ExplainedFigure;
  netBenefit: ExplainedFigure;
}

interface TreesOf {
  result: BenefitResult;
  trees: BenefitTrees;
}

interface FigureRequest {
  initiativeId: string;
  name: string;
  context: FigureContext;
  /** Benefits that may carry money, and the others (leading, guardrail, model). */
  carriers: readonly TreesOf[];
  others: readonly TreesOf[];
  cost: Explanation;
  realisedValue: Distribution | null;
  withCapacity: Distribution | null;
  beforePhase: { enteredOn: string; phase: Phase; value: string | null; cost: string };
}

type BenefitFigures = { measured: ExplainedFigure; realised: ExplainedFigure; units: ExplainedFigure };

/** Makes the figures of an initiative and of its benefits; every one of them ends at the same leaves. */
export function initiativeFigures(request: FigureRequest): {
  figures: InitiativeFigures;
  benefitFigures: Map<BenefitResult, BenefitFigures>;
} {
  const { context, carriers, others, cost } = request;
  const { currency } = context;
  const total = (label: string, pick: (trees: BenefitTrees) => Explanation) =>
    carriers.length === 0
      ? absent(label, currency, "no benefit is claimed yet")
      : sum(
          label,
          currency,
          carriers.map(({ trees }) => pick(trees)),
        );
  const realised = total("Value turned into money", (trees) => trees.cashed);
  const withCapacity = total(
    "Value turned into money or put to other use",
    (trees) => trees.cashedAndRedeployed,
  );
  const measured = total("Measured value", (trees) => trees.measured);
  return {
    figures: assemble(request, { realised, withCapacity, measured, cost }),
    benefitFigures: new Map(
      [...carriers, ...others].map((part) => [part.result, benefitFigures(part, context)]),
    ),
  };
}

interface Trees {
  realised: Explanation;
  withCapacity: Explanation;
  measured: Explanation;
  cost: Explanation;
}

function assemble(request: FigureRequest, trees: Trees): InitiativeFigures {
  const { context, initiativeId, name, realisedValue, withCapacity, beforePhase } = request;
  const { currency } = context;
  const costAmount = Number(trees.cost.value ?? 0);
  const figure = (key: string, parts: Omit<FigureParts, "figureId">) =>
    explainedFigure(context, { figureId: `initiative/${initiativeId}/${key}`, ...parts });
  const cumulative = { span: "cumulative", basis: "net" } as const;
  const money = { span: "cumulative", basis: "none" } as const;
  const net = difference("Net benefit", currency, trees.realised, trees.cost);
  return {
    netRoi: figure("net-roi", {
      label: "Return on investment (net)",
      sentence: `For every 1 spent on ${name}, this much came back on top, in money, since the first spend.`,
      tree: roiTree("Return on investment (net)", net, trees.cost),
      distribution: roiDistribution(realisedValue, costAmount),
      ...cumulative,
    }),
    cashPlusCapacityRoi: figure("cash-plus-capacity-roi", {
      label: "Return with capacity put to other use",
      sentence: "The same, counting capacity that was put to other use as if it were money.",
      tree: roiTree(
        "Return with capacity put to other use",
        difference("Net benefit with capacity", currency, trees.withCapacity, trees.cost),
        trees.cost,
      ),
      distribution: roiDistribution(withCapacity, costAmount),
      ...cumulative,
    }),
    inPhaseRoi: figure("in-phase-roi", {
      label: `Return since ${phaseNames[beforePhase.phase]} began`,
      sentence: `What came back on what was spent since ${beforePhase.enteredOn}: a diagnostic, never held against a band.`,
      tree: inPhaseTree(request, trees),
      distribution: null,
      basis: "net",
      span: "in-phase",
    }),
    realisedValue: figure("realised-value", {
      label: "Value turned into money",
      sentence: "The measured difference in money that has been cashed so far.",
      tree: trees.realised,
      distribution: realisedValue,
      ...money,
    }),
    measuredValue: figure("measured-value", {
      label: "Measured value",
      sentence: "The measured difference in money, whether or not it has been cashed.",
      tree: trees.measured,
      distribution: null,
      ...money,
    }),
    cost: figure("cost", {
      label: "Cost to date",
      sentence: "All actual costs logged up to the valuation date; the current month counts by day.",
      tree: trees.cost,
      distribution: null,
      ...money,
    }),
    netBenefit: figure("net-benefit", {
      label: "Net benefit",
      sentence: "Value turned into money less cost.",
      tree: net,
      distribution: realisedValue === null ? null : lessAmount(realisedValue, costAmount),
      ...money,
    }),
  };
}

function roiTree(label: string, net: Explanation, cost: Explanation): Explanation {
  if (Number(cost.value ?? 0) <= 0)
    return absent(label, "ratio", "no cost has been logged, so there is no return on it");
  return quotient(label, "ratio", net, cost);
}

/** In-phase: what came after the phase began, which is all to date less what had come before. */
function inPhaseTree({ beforePhase, context }: FigureRequest, { realised, cost }: Trees): Explanation {
  const { currency } = context;
  const label = `Return since ${phaseNames[beforePhase.phase]} began`;
  const before = (name: string, value: string) =>
    leaf(name, value, currency, {
      kind: "measured",
      text: `the same figure, valued on the day before ${beforePhase.enteredOn}`,
    });
  const value = difference(
    "Value in this phase",
    currency,
    realised,
    before("Value before this phase", beforePhase.value ?? "0"),
  );
  const spent = difference(
    "Cost in this phase",
    currency,
    cost,
    before("Cost before this phase", beforePhase.cost),
  );
  return roiTree(label, difference("Net benefit in this phase", currency, value, spent), spent);
}

function benefitFigures({ result, trees }: TreesOf, context: FigureContext): BenefitFigures {
  const { benefitId, kpi, scope } = result.input;
  const own = { ...context, grade: result.evidence?.grade ?? null };
  const subject = `${kpi.name} (${scope})`;
  const distribution = (share: "measured" | "cashed") => moneyDistribution(result, share);
  const figure = (
    key: string,
    label: string,
    tree: Explanation,
    spread: Distribution | null,
    sentence: string,
  ) =>
    explainedFigure(own, {
      figureId: `benefit/${benefitId}/${key}`,
      label,
      sentence,
      tree,
      distribution: spread,
      basis: "none",
      span: "cumulative",
    });
  return {
    units: figure(
      "incremental-units",
      `Difference in ${kpi.numerator.counts}`,
      trees.incrementalUnits,
      unitsDistribution(result),
      `How many ${kpi.direction === "higher" ? "more" : "fewer"} ${kpi.numerator.counts} ${subject} shows than expected without AI.`,
    ),
    measured: figure(
      "measured-value",
      `Measured value of ${subject}`,
      trees.measured,
      distribution("measured"),
      "The difference in money, whether or not it has been cashed.",
    ),
    realised: figure(
      "realised-value",
      `${subject}, turned into money`,
      trees.cashed,
      distribution("cashed"),
      "The difference in money that has been cashed.",
    ),
  };
}

function unitsDistribution({ lift, mature }: BenefitResult): Distribution | null {
  if (lift?.kind !== "interval" || mature.length === 0) return null;
  return amountFromMixture(lift.incrementalUnitsDistribution(), 1);
}

function moneyDistribution(result: BenefitResult, share: "measured" | "cashed"): Distribution | null {
  const { lift, value } = result;
  if (!isValued(result) || lift?.kind !== "interval" || value.kind !== "complete") return null;
  const { unitValue, attribution, confidence, realisation } = value.factors;
  const factor = Number(unitValue) * Number(attribution) * Number(confidence);
  const part = share === "cashed" ? Number(realisation.cashed) : 1;
  return amountFromMixture(lift.incrementalUnitsDistribution(), factor * part);
}
