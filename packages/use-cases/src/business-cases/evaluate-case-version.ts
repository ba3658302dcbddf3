import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import {
  caseSensitivityFigureId,
  type CaseSensitivityFigure,
} from "@liftledger/contracts/case-sensitivity-figure-id";
import { inSnapshot } from "@liftledger/database/transaction";
import type { AgainstPublished } from "@liftledger/roi/against-published";
import { toldOfBand } from "@liftledger/roi/benchmark-figure";
import type { CaseAgainstPhase } from "@liftledger/roi/business-case/case-benchmarks";
import type { UnsignedEstimates } from "@liftledger/roi/business-case/case-lines";
import type { CaseSensitivity } from "@liftledger/roi/business-case/case-sensitivity";
import { evaluateCase, type EvaluatedCase } from "@liftledger/roi/business-case/evaluate-case";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { writableCopy } from "../writable-copy.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import type { CasePlace } from "./open-case.ts";

/**
 * What a version comes to, per scenario side by side, held against the benchmarks that were in force when it was
 * submitted, those of today for a draft. `unsignedEstimates: "credited"` shows what approving it accepts.
 */
export async function evaluateCaseVersion(
  ctx: Context,
  {
    unsignedEstimates,
    ...place
  }: CasePlace & { unsignedEstimates?: UnsignedEstimates | undefined; asOf?: string | undefined },
): Promise<CaseEvaluation> {
  mustBe(ctx, "viewer");
  const { plan, benchmarks } = await inSnapshot(ctx.db, (db) => evaluatedVersion(ctx, db, place));
  const { scenarios, sensitivity, ...found } = evaluateCase(plan, {
    ...(unsignedEstimates && { unsignedEstimates }),
    ...(benchmarks && { benchmarks }),
  });
  const { caseId, number } = place;
  return writableCopy({
    ...found,
    scenarios: scenarios.map(scenarioView),
    sensitivity:
      sensitivity &&
      sensitivityView(sensitivity, (lineId, of) =>
        caseSensitivityFigureId({ caseId, number, lineId, of, unsignedEstimates }),
      ),
  });
}

function sensitivityView(
  { bars, breakEvens, netPresentValue }: CaseSensitivity,
  idOf: (lineId: string, of: CaseSensitivityFigure["of"]) => string,
) {
  return {
    netPresentValue,
    bars: bars.map(({ lineId, name, atLow, atHigh, distance }) => {
      const ids = (["low", "high", "distance"] as const).map((of) => idOf(lineId, of));
      const [low = "", high = "", length = ""] = ids;
      return {
        lineId,
        name,
        atLow,
        atHigh,
        distance,
        figureIds: { atLow: low, atHigh: high, distance: length },
      };
    }),
    breakEvens: breakEvens.map(({ fields, ...line }) => ({
      ...line,
      fields: fields.map((one) => ({ ...one, figureId: idOf(line.lineId, { field: one.field }) })),
      figureId: idOf(line.lineId, "multiple"),
    })),
  };
}

function scenarioView({ lines, benchmarks, ...scenario }: EvaluatedCase) {
  // The plan names its people already.
  const named = lines.map(({ ownerId: owner, ...line }) => ({ ...line, owner }));
  return {
    ...scenario,
    lines: named,
    benchmarks: benchmarks && benchmarks.adjusted.phases.map(phaseView),
    benchmarksBeforeRisk: benchmarks && benchmarks.unadjusted.phases.map(phaseView),
    firstYear: benchmarks && {
      isComparable: benchmarks.adjusted.firstYear.kind !== "not-comparable",
      sentence: sentenceOf(benchmarks.adjusted.firstYear),
    },
  };
}

function phaseView({ phase, comparability, band, position, sentence }: CaseAgainstPhase) {
  return {
    phase,
    isComparable: comparability.kind !== "not-comparable",
    comparability: comparability.reason,
    floor: band?.floor ?? null,
    ceiling: band?.ceiling ?? null,
    position,
    sentence,
    parts: toldOfBand(sentence, band),
  };
}

function sentenceOf(against: AgainstPublished): string {
  return against.kind === "not-comparable" ? against.reason : against.sentence;
}
