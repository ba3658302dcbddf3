import { formatKpiDifference, formatKpiValue } from "@liftledger/kpis/unit";
import { withinSentence } from "@liftledger/kpis/within-sentence";
import { bandText, type Band } from "./benchmark.ts";
import { whyNotJudged } from "./benefit-readiness.ts";
import { chance } from "./chance.ts";
import { pooledSnapshots, type BenefitResult } from "./evaluate-benefit.ts";
import type { Figure } from "./figure.ts";
import type { IncrementalUnits } from "./incremental-units.ts";
import type { Verdict } from "./judgement.ts";
import { perPeriod } from "./per-period.ts";
import { percentText } from "./percent-text.ts";

const locale = "en-GB";

/** A difference that comes up with a chance between these may be chance alone. */
const unlikely = 0.1;

/** The title of an initiative's page: what was found, in one sentence. */
export function initiativeHeadline(
  name: string,
  verdict: Verdict,
  netRoi: Figure,
  band: Band | null,
): string {
  if (netRoi.value === null || verdict.probabilities === null)
    return `${name}: ${withinSentence(verdict.headline).replace(": ", ", ")}`;
  const undecided = rangeOverZero(netRoi);
  if (undecided !== null) {
    const likely = `likely between ${percentText(undecided.low)} and ${percentText(undecided.high)} on its cost`;
    if (verdict.status === "watch") return `${name} may or may not have paid back yet: ${likely}`;
    if (verdict.status === "below" && band !== null)
      return `${name} is under the benchmark of ${bandText(band)} and may or may not have paid back yet: ${likely}`;
  }
  const found = returned(Number(netRoi.value), band);
  return `${name} ${found}${band === null ? "" : `, ${againstBand(verdict, band)}`}`;
}

/** The likely range where it holds both a loss and a gain: its middle would be no finding. */
function rangeOverZero({ interval }: Figure): { low: number; high: number } | null {
  const [low, high] = [Number(interval?.low ?? 0), Number(interval?.high ?? 0)];
  return low < 0 && high > 0 ? { low, high } : null;
}

/** The title of a portfolio's page. */
export function portfolioHeadline(netRoi: Figure): string {
  if (netRoi.value === null) return "Nothing can be added up yet";
  const ratio = Number(netRoi.value);
  if (ratio < 0) return `The portfolio has not paid back yet: ${percentText(ratio)} on cost so far`;
  return `The portfolio has returned ${percentText(ratio)} on cost so far`;
}

/** The title of a KPI's chart: how it compares with what was expected without the initiative. */
export function benefitFinding(result: BenefitResult, currency: string): string {
  const { kpi, periodType } = result.input;
  const { mature, chanceOfGain } = result;
  if (result.measure.kind === "unmeasured") return `${kpi.name}: no baseline to compare with yet`;
  if (pooledSnapshots(mature) === null) return `${kpi.name}: no full ${periodType} since the start yet`;
  const text = `${kpi.name}: ${differenceText(result, result.measure, currency)}`;
  // What is not judged must not read as if it were: "…; too early: 5 of 8 weeks".
  const gap = whyNotJudged(result);
  if (gap !== null) return `${text}; ${withinSentence(gap.headline)}`;
  if (chanceOfGain === null) return text;
  if (chanceOfGain > unlikely && chanceOfGain < 1 - unlikely)
    return `${text}, which chance alone could explain`;
  const isBetter = chanceOfGain >= 0.5;
  const sure = chance(isBetter ? chanceOfGain : 1 - chanceOfGain);
  return `${text} (the chance that it is ${isBetter ? "better" : "worse"} is ${sure})`;
}

/** "0.6 points above what was expected without AI"; in units where they are no ratio of the KPI's own volume. */
function differenceText(
  { input, mature }: BenefitResult,
  measure: IncrementalUnits,
  currency: string,
): string {
  const { kpi, periodType } = input;
  const gain = Number(measure.gainOver(mature.length));
  const volume = measure.volumeOver(mature.length);
  if (volume === null) {
    const amount = formatKpiValue(Math.round(Math.abs(gain)), "number", { locale });
    return `${amount} ${gain >= 0 ? "more" : "fewer"} ${measure.counted.counts} than expected without AI at the actual spend`;
  }
  if (volume === 0) return `no ${kpi.denominator.counts} that count since the start`;
  const perUnit = gain / volume;
  const difference = kpi.direction === "higher" ? perUnit : -perUnit;
  const shown = formatKpiDifference(Math.abs(difference), kpi.display, { locale, currency }).replace("+", "");
  const each = perPeriod(kpi, periodType);
  return `${shown}${each} ${difference >= 0 ? "above" : "below"} what was expected without AI`;
}

function returned(roi: number, band: Band | null): string {
  const edges = band === null ? [0] : [0, band.floor, ...(band.ceiling === null ? [] : [band.ceiling])];
  if (roi >= 0) return `returned ${percentText(roi, edges)} on its cost`;
  if (roi >= -1) return `has lost ${percentText(-roi, [0, 1])} of its cost so far`;
  return `has lost more than its cost so far (${percentText(roi, [-1])})`;
}

function againstBand(verdict: Verdict, band: Band): string {
  const range = `the benchmark of ${bandText(band)}`;
  switch (verdict.position) {
    case "below-floor":
      return `under ${range}`;
    case "in-band":
      return `within ${range}`;
    case "between-bands":
    case "above-ceiling":
      return `over ${range}`;
    default:
      return `against ${range}`;
  }
}
