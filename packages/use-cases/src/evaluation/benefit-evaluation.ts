import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import type { Baseline } from "@liftledger/contracts/initiative";
import { intervalOf } from "@liftledger/roi/distribution";
import { headlineLevel } from "@liftledger/roi/engine-version";
import { pooledSnapshots } from "@liftledger/roi/evaluate-benefit";
import type { EvaluatedBenefit } from "@liftledger/roi/evaluate-initiative";
import { whyNotJudged } from "@liftledger/roi/benefit-readiness";
import { benefitFinding } from "@liftledger/roi/findings";
import { withAnswer } from "@liftledger/roi/unjudged";
import { assumptionsView, scaledView } from "../benefits/benefit-view.ts";
import { seriesName } from "../claims/claims-book.ts";
import type { ClaimsBook } from "../claims/held-claim.ts";
import { seriesClaims } from "../claims/series-claims.ts";
import type { EvaluationClocks } from "./engine-input.ts";
import { kpiPoints } from "./kpi-points.ts";
import type { LedgerView } from "./read-ledger.ts";

/** One benefit as it crosses the wire: what was claimed, found and made of it. */
export function benefitEvaluation(
  ledger: LedgerView,
  benefit: EvaluatedBenefit,
  { baseline, book }: { baseline: Baseline | null; book: ClaimsBook },
  clocks: EvaluationClocks,
): BenefitEvaluation {
  const { input, mature, value, evidence, placebo, figures } = benefit;
  const row = ledger.benefits.find(({ benefitId }) => benefitId === input.benefitId);
  const series = ledger.series.get(row?.seriesId ?? "");
  if (row === undefined || series === undefined) throw new Error(`benefit ${input.benefitId} was not read`);
  const assumptions = ledger.assumptions.get(input.benefitId);
  const carries = value.kind !== "no-money";
  const { name, sentence, numerator, denominator, direction, role, display, frequency } = input.kpi;
  return {
    benefitId: input.benefitId,
    benefitVersion: row.version,
    seriesId: row.seriesId,
    kpiKey: input.kpi.key,
    kpi: { name, sentence, numerator, denominator, direction, role, display, frequency },
    scope: input.scope,
    currency: series.currency,
    grade: evidence?.grade ?? null,
    gradeReasons: evidence?.reasons ?? [],
    baseline,
    placebo:
      placebo?.kind === "checked"
        ? {
            folds: placebo.folds,
            falseAlarmRate: placebo.falseAlarmRate,
            wideningFactor: placebo.wideningFactor,
            passed: placebo.passed,
          }
        : null,
    assumptions: assumptions === undefined ? {} : assumptionsView(assumptions, ledger.nameOf),
    assumptionsVersion: assumptions?.version ?? 0,
    scaled: assumptions === undefined ? null : scaledView(assumptions),
    claims: seriesClaims(book, { ...series, series: seriesName(input.kpi, series) }),
    notValued: value.kind === "not-valued" ? value.missing : [],
    notJudged: notJudgedView(benefit),
    actualRatio: pooledSnapshots(mature),
    ...liftView(benefit),
    maturePeriods: mature.length,
    guardrail: benefit.guardrail,
    measuredValue: carries ? figures.measured.figure : null,
    realisedValue: carries ? figures.realised.figure : null,
    points: kpiPoints(benefit),
    findings: benefitFinding(benefit, clocks.currency),
  };
}

/** Why the difference does not count yet, in the words of the verdict, and when it will. */
function notJudgedView(benefit: EvaluatedBenefit) {
  const gap = whyNotJudged(benefit);
  if (gap === null) return null;
  return { rule: gap.rule, reason: withAnswer(gap) };
}

function liftView({ lift, measure, mature, unitsOver, chanceOfGain }: EvaluatedBenefit) {
  const none = { expectedRatio: null, incrementalUnits: null, relativeLift: null, probabilityOfGain: null };
  if (lift === null || lift.kind === "no-baseline" || mature.length === 0) return none;
  const volume = mature.reduce((sum, snapshot) => sum + Number(snapshot.denominator), 0);
  const expected = lift.periods.reduce((sum, period) => sum + period.expectedNumerator, 0);
  const units = unitsOver();
  // The units that money is put on, whatever they were measured by.
  const value = measure.kind === "measured" ? Number(measure.gainOver(mature.length)) : lift.incrementalUnits;
  const relative = lift.kind === "interval" ? lift.relativeLift(headlineLevel) : lift.relativeLift();
  return {
    expectedRatio: volume === 0 ? null : expected / volume,
    incrementalUnits: {
      value,
      interval: units === null ? null : intervalOf(units.distribution, headlineLevel),
    },
    relativeLift: relative.kind === "value" ? relative.value : null,
    probabilityOfGain: chanceOfGain,
  };
}
