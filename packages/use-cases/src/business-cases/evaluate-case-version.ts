import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { inSnapshot } from "@liftledger/database/transaction";
import type { UnsignedEstimates } from "@liftledger/roi/business-case/case-lines";
import { evaluateCase, type EvaluatedCase } from "@liftledger/roi/business-case/evaluate-case";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { evaluatedVersion } from "./evaluated-version.ts";
import type { CasePlace } from "./open-case.ts";

type Scenario = CaseEvaluation["scenarios"][number];

/**
 * What a version comes to, per scenario side by side, held against the benchmarks that were in force when it was
 * submitted, those of today for a draft. `unsignedEstimates: "credited"` shows what approving it accepts.
 */
export async function evaluateCaseVersion(
  ctx: Context,
  { unsignedEstimates, ...place }: CasePlace & { unsignedEstimates?: UnsignedEstimates | undefined },
): Promise<CaseEvaluation> {
  mustBe(ctx, "viewer");
  const { plan, benchmarks } = await inSnapshot(ctx.db, (db) => evaluatedVersion(ctx, db, place));
  const { columns, scenarios, sensitivity, ...found } = evaluateCase(plan, {
    ...(unsignedEstimates && { unsignedEstimates }),
    ...(benchmarks && { benchmarks }),
  });
  const bars = sensitivity?.bars.map(({ lineId, name, atLow, atHigh, distance }) => ({
    lineId,
    name,
    atLow,
    atHigh,
    distance,
  }));
  return structuredClone({
    ...found,
    columns,
    scenarios: scenarios.map(scenarioView),
    sensitivity: sensitivity && { ...sensitivity, bars: bars ?? [] },
  }) as unknown as CaseEvaluation;
}

function scenarioView({ name, kind, lines, totals, benchmarks }: EvaluatedCase) {
  const against = benchmarks?.adjusted.phases.map(
    ({ phase, comparability, position, sentence }): NonNullable<Scenario["benchmarks"]>[number] => ({
      phase,
      isComparable: comparability.kind !== "not-comparable",
      position,
      sentence,
    }),
  );
  const named = lines.map(({ ownerId: owner, ...line }) => ({ ...line, owner }));
  return { name, kind, lines: named, totals, benchmarks: against ?? null };
}
