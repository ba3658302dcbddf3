import { capitalised } from "@liftledger/kpis/within-sentence";
import { directionSign } from "@liftledger/kpis/kpi";
import { numberToDecimal, roundHalfEven } from "@liftledger/numerics/decimal";
import { lessAmount, scaledAmount, type Distribution } from "./distribution.ts";
import { headlineLevel } from "./engine-version.ts";
import type { BenefitResult } from "./evaluate-benefit.ts";
import { chanceOf, difference, leaf, quotient, sum, type Explanation } from "./explanation.ts";
import { explainedFigure, type ExplainedFigure, type Figure, type FigureContext } from "./figure.ts";
import { historyWords, snapshotPoint } from "./history-measure.ts";
import { explainedLift, unitOf, type LiftTrees } from "./lift-measure.ts";
import { bringsComparison } from "./measurement.ts";

/** What a benefit's KPI showed against what was expected without AI; null where there is nothing to compare. */
export interface BenefitRatioFigures {
  /** Pooled over the mature periods since the start. */
  actualRatio: ExplainedFigure | null;
  expectedRatio: ExplainedFigure | null;
  /** The one less the other. */
  difference: ExplainedFigure | null;
  /** The gain as a share of what was expected; positive is better. */
  relativeLift: ExplainedFigure | null;
  chanceOfGain: ExplainedFigure | null;
}

/** Makes a figure by the last part of its id; none where its tree has no value. */
type MakeFigure = (
  key: string,
  sentence: string,
  tree: Explanation,
  distribution: Distribution | null,
) => ExplainedFigure | null;

/** Makes the figures of a benefit's KPI over the periods that count at the end of the context's day. */
export function benefitRatioFigures(result: BenefitResult, context: FigureContext): BenefitRatioFigures {
  const { benefitId, kpi, scope } = result.input;
  const { currency } = context;
  const own = { ...context, grade: result.evidence?.grade ?? null };
  const subject = `${kpi.name} (${scope})`;
  const figure: MakeFigure = (key, sentence, tree, distribution) =>
    tree.value === null
      ? null
      : explainedFigure(own, {
          figureId: `benefit/${benefitId}/${key}`,
          label: tree.label,
          sentence,
          tree,
          distribution,
          basis: "none",
          span: "cumulative",
        });
  const volume = sum(
    `${capitalised(kpi.denominator.counts)} since the start`,
    "count",
    result.mature.map((snapshot) => snapshotPoint(snapshot, kpi).explain(currency).denominator),
  );
  const unit = kpi.display === "percent" ? "ratio" : unitOf(kpi.numerator, currency);
  const over = (label: string, amount: Explanation) => quotient(label, unit, amount, volume);
  const actual = actualTree(result, currency);
  const lift = liftOf(result, actual, currency);
  const relative = relativeTree(result, lift, subject);
  const measured = over(`${subject}, measured`, actual);
  const expected = lift && over(`${subject}, expected without AI`, lift.expected);
  const amounts = { actual: Number(actual.value), volume: Number(volume.value) };
  return {
    actualRatio: figure(
      "actual-ratio",
      "What was measured over the full periods since the start.",
      measured,
      null,
    ),
    ...(expected === null
      ? nothingExpected
      : againstExpected(result, { measured, expected }, amounts, figure)),
    relativeLift: withInterval(
      relative &&
        figure(
          "relative-lift",
          "The difference as a share of what was expected without AI; below 0 is worse.",
          relative,
          null,
        ),
      result,
    ),
    chanceOfGain: chanceFigure(result, currency, subject, figure),
  };
}

function actualTree({ input: { kpi }, mature }: BenefitResult, currency: string): Explanation {
  return sum(
    `${capitalised(kpi.numerator.counts)} since the start`,
    unitOf(kpi.numerator, currency),
    mature.map((snapshot) => snapshotPoint(snapshot, kpi).explain(currency).numerator),
  );
}

/** The series against its own baseline, or less what its own comparison brought. */
function liftOf(
  { input, lift, liftRequest, measure, mature }: BenefitResult,
  actual: Explanation,
  currency: string,
): Pick<LiftTrees, "expected" | "gain"> | null {
  const { kpi, baseline } = input;
  if (mature.length === 0) return null;
  if (bringsComparison(input)) {
    if (measure.kind === "unmeasured") return null;
    const gain = measure.tree(mature.length, currency);
    const label = `${capitalised(kpi.numerator.counts)} expected without AI`;
    const expected =
      kpi.direction === "higher"
        ? difference(label, actual.unit, actual, gain)
        : sum(label, actual.unit, [actual, gain]);
    return { expected, gain };
  }
  if (lift === null || liftRequest === null || baseline === null) return null;
  return explainedLift(liftRequest, lift, historyWords(input, baseline), currency);
}

/** Near an expectation of nothing a share of it says nothing. */
function relativeTree(
  { input, lift }: BenefitResult,
  trees: Pick<LiftTrees, "expected" | "gain"> | null,
  subject: string,
): Explanation | null {
  if (trees === null || Number(trees.expected.value ?? 0) <= 0) return null;
  const hasShare = lift !== null && lift.kind !== "no-baseline" && relativeOf(lift).kind === "value";
  if (!bringsComparison(input) && !hasShare) return null;
  return quotient(`${subject} against what was expected`, "ratio", trees.gain, trees.expected);
}

function relativeOf(lift: Exclude<NonNullable<BenefitResult["lift"]>, { kind: "no-baseline" }>) {
  return lift.kind === "interval" ? lift.relativeLift(headlineLevel) : lift.relativeLift();
}

/** Its likely range is that of the lift, which is not that of a ratio of two numbers. */
function withInterval(explained: ExplainedFigure | null, { input, lift }: BenefitResult) {
  if (explained === null || bringsComparison(input) || lift?.kind !== "interval") return explained;
  const relative = lift.relativeLift(headlineLevel);
  if (relative.kind !== "value" || relative.interval === null) return explained;
  const text = (end: number) => roundHalfEven(numberToDecimal(end, 17), 8);
  const { low, high, level } = relative.interval;
  const interval: Figure["interval"] = { low: text(low), high: text(high), level };
  return { ...explained, figure: { ...explained.figure, interval } };
}

const nothingExpected = { expectedRatio: null, difference: null };

/** What was expected, and how far what was measured is from it. */
function againstExpected(
  result: BenefitResult,
  { measured, expected }: { measured: Explanation; expected: Explanation },
  amounts: { actual: number; volume: number },
  figure: MakeFigure,
): Pick<BenefitRatioFigures, "expectedRatio" | "difference"> {
  const { kpi, scope } = result.input;
  return {
    expectedRatio: figure(
      "expected-ratio",
      "What would have been expected over the same periods without AI.",
      expected,
      expectedDistribution(result, amounts),
    ),
    difference: figure(
      "difference",
      "What was measured less what was expected without AI, over the full periods since the start.",
      difference(`${kpi.name} (${scope}), measured less expected`, measured.unit, measured, expected),
      differenceDistribution(result, amounts),
    ),
  };
}

/** Measured less the units, over the volume. */
function expectedDistribution(
  result: BenefitResult,
  { actual, volume }: { actual: number; volume: number },
): Distribution | null {
  const units = unitsOfKpi(result);
  if (units === null) return null;
  const perUnit = -directionSign(result.input.kpi.direction) / volume;
  return lessAmount(scaledAmount(units, perUnit), -actual / volume);
}

function differenceDistribution(result: BenefitResult, { volume }: { volume: number }): Distribution | null {
  const units = unitsOfKpi(result);
  return units && scaledAmount(units, directionSign(result.input.kpi.direction) / volume);
}

/** Unknown where the units are of something else than the KPI counts. */
function unitsOfKpi({ input, unitsOver }: BenefitResult): Distribution | null {
  const isOther = input.measurement !== undefined && !bringsComparison(input);
  return isOther ? null : (unitsOver()?.distribution ?? null);
}

function chanceFigure(
  { input, measure, mature, unitsOver }: BenefitResult,
  currency: string,
  subject: string,
  figure: MakeFigure,
): ExplainedFigure | null {
  const units = unitsOver();
  if (units === null || measure.kind === "unmeasured") return null;
  const amount = measure.tree(mature.length, currency);
  const atLeast = leaf("No difference", "0", amount.unit, {
    kind: "assumption",
    text: "nothing is better from here on",
  });
  const parts = [{ source: input.seriesId, mixture: units.mixture, factor: 1 }];
  const tree = chanceOf(
    `Chance that ${subject} is better than without AI`,
    { amount, atLeast },
    units.distribution,
    () => ({
      seed: 1,
      parts,
    }),
  );
  return figure(
    "chance-of-gain",
    "How likely the difference is a gain, by the same distribution as its likely range.",
    tree,
    null,
  );
}
