import { amountOfStretches, benefitTrees, treeWithin } from "./benefit-trees.ts";
import type { Distribution } from "./distribution.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { leaf, rounded, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type FigureContext } from "./figure.ts";
import { uncertainParts, type RealisationStage } from "./realised-value.ts";
import { partsDistribution } from "./simulation.ts";
import { standingOn } from "./standing.ts";

/** The three figures of a benefit, each with its explanation. */
export interface BenefitFigures {
  measured: ExplainedFigure;
  realised: ExplainedFigure;
  units: ExplainedFigure;
}

/**
 * Makes the figures of one benefit; they end at the same leaves as those of its initiative. Units are those of all
 * that was measured up to `measuredUntil`, money counts up to the context's day, where costs are booked.
 */
export function benefitFigures(
  result: BenefitResult,
  context: FigureContext,
  measuredUntil: string = context.until,
): BenefitFigures {
  const { benefitId, kpi, scope } = result.input;
  const { until, currency, places } = context;
  const own = { ...context, grade: result.evidence?.grade ?? null };
  const trees = benefitTrees(result, { day: until, currency, places });
  const counted = result.measure.kind === "measured" ? result.measure.counted : kpi.numerator;
  const isMore = kpi.direction === "higher" || counted.counts !== kpi.numerator.counts;
  const subject = `${kpi.name} (${scope})`;
  const figure = (
    key: string,
    parts: FigureText & { tree: Explanation; distribution: Distribution | null },
    day = until,
  ) =>
    explainedFigure(
      { ...own, until: day },
      {
        figureId: `benefit/${benefitId}/${key}`,
        basis: "none",
        span: "cumulative",
        ...parts,
      },
    );
  return {
    units: figure(
      "incremental-units",
      {
        label: `Difference in ${counted.counts}`,
        sentence: `How many ${isMore ? "more" : "fewer"} ${counted.counts} there were than expected without AI: ${subject}.`,
        tree: benefitTrees(result, { day: measuredUntil, currency, places }).incrementalUnits,
        distribution: result.unitsOver()?.distribution ?? null,
      },
      measuredUntil,
    ),
    measured: figure("measured-value", {
      label: `Measured value of ${subject}`,
      sentence: "The difference in money, whether or not it has been cashed.",
      tree: trees.measured,
      distribution: moneyDistribution(result, until, "measured"),
    }),
    realised: figure("realised-value", {
      label: `${subject}, turned into money`,
      sentence: "The part of the difference in money that has been cashed.",
      tree: trees.cashed,
      distribution: moneyDistribution(result, until, "cashed"),
    }),
  };
}

interface FigureText {
  label: string;
  sentence: string;
}

/**
 * What is paid for the numerator of a KPI against before, where the initiative moves the denominator: printed beside the
 * value, because the saving on the expected volume is not what the bill has changed by. Null for other benefits.
 */
export function changeInCash(result: BenefitResult, context: FigureContext): ExplainedFigure | null {
  const { measure, input } = result;
  const standing = standingOn(result, context.until);
  if (measure.kind !== "measured" || measure.paidLess === null || standing.kind !== "valued") return null;
  const { currency, places } = context;
  const label = `Change in cash: ${input.kpi.name} (${input.scope})`;
  const paidLess = measure.paidLess.tree;
  const before = amountOfStretches(`${label}, before rounding`, currency, result, {
    periods: standing.periods,
    factors: (stretch) => [
      treeWithin((periods) => paidLess(periods, currency), stretch),
      leaf(`Worth of one ${measure.counted.unit}`, stretch.value.factors.unitValue, currency, stretch.source),
    ],
  });
  const tree = rounded(label, currency, places, before);
  return explainedFigure(
    { ...context, grade: result.evidence?.grade ?? null },
    {
      figureId: `benefit/${input.benefitId}/change-in-cash`,
      label,
      sentence: `What ${input.kpi.numerator.counts} cost less than before, all ${input.kpi.denominator.counts} included.`,
      tree,
      distribution: null,
      basis: "none",
      span: "cumulative",
    },
  );
}

function moneyDistribution(
  result: BenefitResult,
  until: string,
  stage: RealisationStage,
): Distribution | null {
  const standing = standingOn(result, until);
  const parts = standing.kind === "valued" ? uncertainParts(result, standing.periods, stage) : null;
  return parts === null ? null : partsDistribution(parts);
}
