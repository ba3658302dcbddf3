import { formatKpiDifference, formatKpiValue } from "@liftledger/kpis/unit";
import { withinSentence } from "@liftledger/kpis/within-sentence";
import type { Band } from "./benchmark.ts";
import { toldBand } from "./benchmark-figure.ts";
import { whyNotJudged } from "./benefit-readiness.ts";
import { chance } from "./chance.ts";
import { pooledSnapshots, type BenefitResult } from "./evaluate-benefit.ts";
import type { Figure } from "./figure.ts";
import type { IncrementalUnits } from "./incremental-units.ts";
import type { Verdict } from "./judgement.ts";
import { perPeriod } from "./per-period.ts";
import { percentText } from "./percent-text.ts";
import { numberOf, told, type SentencePart } from "./told-sentence.ts";

const locale = "en-GB";

/** A difference that comes up with a chance between these may be chance alone. */
const unlikely = 0.1;

/** The title of an initiative's page: what was found, in one sentence. */
export function initiativeHeadline(
  name: string,
  verdict: Verdict,
  netRoi: Figure,
  band: Band | null,
): SentencePart[] {
  if (netRoi.value === null || verdict.probabilities === null)
    return told`${name}: ${withinSentence(verdict.headline).replace(": ", ", ")}`;
  const undecided = rangeOverZero(netRoi);
  if (undecided !== null) {
    const [low, high] = [undecided.low, undecided.high].map((end) => numberOf(percentText(end), netRoi));
    const likely = told`likely between ${low ?? ""} and ${high ?? ""} on its cost`;
    if (verdict.status === "watch") return told`${name} may or may not have paid back yet: ${likely}`;
    if (verdict.status === "below" && band !== null)
      return told`${name} is under the benchmark of ${toldBand(band)} and may or may not have paid back yet: ${likely}`;
  }
  const found = returned(netRoi, band);
  return told`${name} ${found}${band === null ? "" : told`, ${againstBand(verdict, band)}`}`;
}

/** The likely range where it holds both a loss and a gain: its middle would be no finding. */
function rangeOverZero({ interval }: Figure): { low: number; high: number } | null {
  const [low, high] = [Number(interval?.low ?? 0), Number(interval?.high ?? 0)];
  return low < 0 && high > 0 ? { low, high } : null;
}

/** The title of a portfolio's page. */
export function portfolioHeadline(netRoi: Figure): SentencePart[] {
  if (netRoi.value === null) return told`Nothing can be added up yet`;
  const ratio = Number(netRoi.value);
  const shown = numberOf(percentText(ratio), netRoi);
  if (ratio < 0) return told`The portfolio has not paid back yet: ${shown} on cost so far`;
  return told`The portfolio has returned ${shown} on cost so far`;
}

/** What explains the numbers in the finding of a benefit, where they are known. */
export interface FindingFigures {
  /** Measured less expected, per unit of the KPI's volume. */
  difference: Figure | null;
  units: Figure | null;
  chanceOfGain: Figure | null;
}

const noFigures: FindingFigures = { difference: null, units: null, chanceOfGain: null };

/** The title of a KPI's chart: how it compares with what was expected without the initiative. */
export function benefitFinding(
  result: BenefitResult,
  currency: string,
  figures: FindingFigures = noFigures,
): SentencePart[] {
  const { kpi, periodType } = result.input;
  const { mature, chanceOfGain } = result;
  if (result.measure.kind === "unmeasured") return told`${kpi.name}: no baseline to compare with yet`;
  if (pooledSnapshots(mature) === null) return told`${kpi.name}: no full ${periodType} since the start yet`;
  const text = told`${kpi.name}: ${differenceParts(result, result.measure, currency, figures)}`;
  // What is not judged must not read as if it were: "…; too early: 5 of 8 weeks".
  const gap = whyNotJudged(result);
  if (gap !== null) return told`${text}; ${withinSentence(gap.headline)}`;
  if (chanceOfGain === null) return text;
  if (chanceOfGain > unlikely && chanceOfGain < 1 - unlikely)
    return told`${text}, which chance alone could explain`;
  if (chanceOfGain >= 0.5)
    return told`${text} (the chance that it is better is ${numberOf(chance(chanceOfGain), figures.chanceOfGain)})`;
  // The figure is the chance of a gain: it explains its opposite by the same distribution.
  return told`${text} (the chance that it is worse is ${numberOf(chance(1 - chanceOfGain), figures.chanceOfGain)})`;
}

/** "0.6 points above what was expected without AI"; in units where they are no ratio of the KPI's own volume. */
function differenceParts(
  { input, mature }: BenefitResult,
  measure: IncrementalUnits,
  currency: string,
  figures: FindingFigures,
): SentencePart[] {
  const { kpi, periodType } = input;
  const gain = Number(measure.gainOver(mature.length));
  const volume = measure.volumeOver(mature.length);
  if (volume === null) {
    const amount = formatKpiValue(Math.round(Math.abs(gain)), "number", { locale });
    const shown = numberOf(amount, sameNumber(figures.units, gain));
    return told`${shown} ${gain >= 0 ? "more" : "fewer"} ${measure.counted.counts} than expected without AI at the actual spend`;
  }
  if (volume === 0) return told`no ${kpi.denominator.counts} that count since the start`;
  const perUnit = gain / volume;
  const difference = kpi.direction === "higher" ? perUnit : -perUnit;
  const shown = formatKpiDifference(Math.abs(difference), kpi.display, { locale, currency }).replace("+", "");
  const each = perPeriod(kpi, periodType);
  const number = numberOf(`${shown}${each}`, sameNumber(figures.difference, difference));
  return told`${number} ${difference >= 0 ? "above" : "below"} what was expected without AI`;
}

/** The figure that explains a number: none where the figure is of something else, such as another volume. */
function sameNumber(figure: Figure | null, size: number): Figure | null {
  if (figure === null || figure.value === null) return null;
  const apart = Math.abs(Math.abs(Number(figure.value)) - Math.abs(size));
  return apart <= 1e-6 * Math.max(1e-3, Math.abs(size)) ? figure : null;
}

function returned(netRoi: Figure, band: Band | null): SentencePart[] {
  const roi = Number(netRoi.value);
  const edges = band === null ? [0] : [0, band.floor, ...(band.ceiling === null ? [] : [band.ceiling])];
  const shown = (text: string) => numberOf(text, netRoi);
  if (roi >= 0) return told`returned ${shown(percentText(roi, edges))} on its cost`;
  if (roi >= -1) return told`has lost ${shown(percentText(-roi, [0, 1]))} of its cost so far`;
  return told`has lost more than its cost so far (${shown(percentText(roi, [-1]))})`;
}

function againstBand(verdict: Verdict, band: Band): SentencePart[] {
  const range = told`the benchmark of ${toldBand(band)}`;
  switch (verdict.position) {
    case "below-floor":
      return told`under ${range}`;
    case "in-band":
      return told`within ${range}`;
    case "between-bands":
    case "above-ceiling":
      return told`over ${range}`;
    default:
      return told`against ${range}`;
  }
}
