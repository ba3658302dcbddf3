import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import type { Baseline } from "@liftledger/contracts/initiative";
import { pooledSnapshots } from "@liftledger/roi/evaluate-benefit";
import type { EvaluatedBenefit } from "@liftledger/roi/evaluate-initiative";
import { whyNotJudged } from "@liftledger/roi/benefit-readiness";
import { benefitFinding } from "@liftledger/roi/findings";
import { sentenceText } from "@liftledger/roi/told-sentence";
import { withAnswer } from "@liftledger/roi/unjudged";
import { assumptionsView, scaledView, stretchView } from "../benefits/benefit-view.ts";
import { seriesName } from "../claims/claims-book.ts";
import type { ClaimsBook } from "../claims/held-claim.ts";
import { seriesClaims } from "../claims/series-claims.ts";
import type { EvaluationClocks } from "./engine-input.ts";
import { asKnown, holdOutView } from "../hold-outs/hold-out-view.ts";
import { controlLines } from "./control-lines.ts";
import { kpiPoints } from "./kpi-points.ts";
import { liftView } from "./lift-view.ts";
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
  const stretches = ledger.assumptions.get(input.benefitId) ?? [];
  const assumptions = stretches.at(-1)?.version;
  const holdOut = ledger.holdOuts.get(input.benefitId);
  const carries = value.kind !== "no-money";
  const { name, sentence, numerator, denominator, direction, role, display, frequency } = input.kpi;
  const ratios = ratioFigures(benefit);
  const findings = benefitFinding(benefit, clocks.currency, { ...ratios, units: ratios.incrementalUnits });
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
    pendingBaseline: input.pendingBaseline === undefined ? null : pendingView(ledger, input.benefitId),
    controls: controlLines(benefit, clocks.until),
    holdOut:
      holdOut === undefined || input.measurement === undefined
        ? null
        : holdOutView(asKnown(holdOut, clocks.asOf), { kpi: input.kpi, nameOf: ledger.nameOf }),
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
    stretches: stretches.map((stretch) => stretchView(stretch, ledger.nameOf)),
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
    figures: ratios,
    points: kpiPoints(benefit),
    findings: sentenceText(findings),
    findingsParts: findings,
  };
}

function pendingView(ledger: LedgerView, benefitId: string): BenefitEvaluation["pendingBaseline"] {
  const pending = ledger.pendingBaselines.get(benefitId);
  if (pending === undefined) return null;
  const { baselineId, status, by, at } = pending;
  return { baselineId, status, by, at };
}

function ratioFigures({ ratios, figures, mature, measure }: EvaluatedBenefit): BenefitEvaluation["figures"] {
  const { actualRatio, expectedRatio, relativeLift, chanceOfGain } = ratios;
  return {
    actualRatio: actualRatio?.figure ?? null,
    expectedRatio: expectedRatio?.figure ?? null,
    difference: ratios.difference?.figure ?? null,
    relativeLift: relativeLift?.figure ?? null,
    chanceOfGain: chanceOfGain?.figure ?? null,
    incrementalUnits: mature.length === 0 || measure.kind === "unmeasured" ? null : figures.units.figure,
  };
}

/** Why the difference does not count yet, in the words of the verdict, and when it will. */
function notJudgedView(benefit: EvaluatedBenefit) {
  const gap = whyNotJudged(benefit);
  if (gap === null) return null;
  return { rule: gap.rule, reason: withAnswer(gap) };
}
