import { formatKpiDifference } from "@liftledger/kpis/unit";
import { mixtureProbabilityAbove } from "@liftledger/baselines/student-mixture";
import { bandText, type Band } from "./benchmark.ts";
import { pooledSnapshots, type BenefitResult } from "./evaluate-benefit.ts";
import type { Figure } from "./figure.ts";
import { chance, type Verdict } from "./verdict.ts";

const locale = "en-GB";

/** A ratio as a person reads it: "82 %", "−4 %", "1,240 %". */
export function percentText(ratio: number): string {
  const rounded = Math.round(ratio * 100);
  return `${new Intl.NumberFormat(locale).format(rounded)} %`.replace("-", "−");
}

/** The title of an initiative's page: what was found, in one sentence. */
export function initiativeHeadline(
  name: string,
  verdict: Verdict,
  netRoi: Figure,
  band: Band | null,
): string {
  if (netRoi.value === null || verdict.probabilities === null)
    return `${name}: ${lowerFirst(verdict.headline)}`;
  const roi = percentText(Number(netRoi.value));
  const against = band === null ? "" : `, ${againstBand(verdict, band)}`;
  return `${name} returned ${roi} on its cost${against}`;
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
  const { kpi } = result.input;
  const { lift, mature } = result;
  if (lift === null || lift.kind === "no-baseline") return `${kpi.name} has no baseline to compare with yet`;
  const actual = pooledSnapshots(mature);
  const volume = mature.reduce((sum, snapshot) => sum + Number(snapshot.denominator), 0);
  if (actual === null || volume === 0) return `${kpi.name} has no full period since the start yet`;
  const gain = lift.incrementalUnits / volume;
  const difference = kpi.direction === "higher" ? gain : -gain;
  const shown = formatKpiDifference(Math.abs(difference), kpi.display, { locale, currency }).replace("+", "");
  const text = `${kpi.name} is ${shown} ${difference >= 0 ? "above" : "below"} what was expected without AI`;
  if (lift.kind !== "interval") return text;
  const better = mixtureProbabilityAbove(lift.incrementalUnitsDistribution(), 0);
  if (better > 0.1 && better < 0.9) return `${text}, which chance alone could explain`;
  return `${text} (${chance(Math.max(better, 1 - better))} sure it is ${better >= 0.5 ? "better" : "worse"})`;
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

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
