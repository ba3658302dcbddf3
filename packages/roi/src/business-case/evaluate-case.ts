import type { BenchmarkSet } from "../benchmark-set.ts";
import { engineVersion } from "../engine-version.ts";
import { applyScenario, type ScenarioEffect } from "./apply-scenario.ts";
import { caseAgainstBenchmarks, type CaseAgainstBenchmarks } from "./case-benchmarks.ts";
import { caseLines, type CaseLine, type UnsignedEstimates } from "./case-lines.ts";
import type { CasePlan, PlanScenario } from "./case-plan.ts";
import { caseSensitivity, type CaseSensitivity } from "./case-sensitivity.ts";
import { totalsByBasis, type CaseBasis, type CaseTotals } from "./case-totals.ts";
import { planColumns, type PlanColumn } from "./plan-columns.ts";
import { planProblems } from "./plan-problems.ts";

/** A case under one scenario. */
export interface EvaluatedCase {
  /** "Base" of the plan itself. */
  name: string;
  kind: "base" | PlanScenario["kind"];
  /** What it has otherwise than the base. */
  effects: readonly ScenarioEffect[];
  lines: readonly CaseLine[];
  /** In money first; what counts beside it is never added in silence. */
  totals: Record<CaseBasis, CaseTotals>;
  /** Of the return in money, before the risk of lines and after it; null while there is no whole return. */
  benchmarks: { unadjusted: CaseAgainstBenchmarks; adjusted: CaseAgainstBenchmarks } | null;
}

export interface CaseEvaluation {
  engineVersion: string;
  currency: string;
  columns: readonly PlanColumn[];
  /** The base first, then the scenarios in the plan's order. */
  scenarios: readonly [base: EvaluatedCase, ...others: EvaluatedCase[]];
  /** Of the base, in money; null while a line that counts is not valued. */
  sensitivity: CaseSensitivity | null;
}

/**
 * What a plan comes to, per scenario side by side: every line by column, every metric in money, with capacity and with
 * losses avoided, risk-adjusted and not, what is not valued yet and not credited, what the benchmarks say, and which
 * line decides. `unsignedEstimates: "credited"` shows what it comes to once the approver accepts the estimates in it.
 *
 * Throws a RangeError with the first thing that is wrong with the plan; see `planProblems`.
 *
 * @example
 * const { scenarios: [base] } = evaluateCase(plan);
 * base.totals.cash // { kind: "whole", unadjusted: { netPresentValue: "…", … }, adjusted: …, roiToDate: … }
 */
export function evaluateCase(
  plan: CasePlan,
  options: { unsignedEstimates?: UnsignedEstimates; benchmarks?: BenchmarkSet } = {},
): CaseEvaluation {
  const [fault] = planProblems(plan);
  if (fault?.severity === "wrong") throw new RangeError(`${fault.path}: ${fault.message}`);
  const evaluated = (name: string, kind: EvaluatedCase["kind"], changes: PlanScenario["changes"]) =>
    evaluatedCase(plan, { name, kind, changes }, options);
  const base = evaluated("Base", "base", []);
  return {
    engineVersion,
    currency: plan.currency,
    columns: planColumns(plan),
    scenarios: [base, ...plan.scenarios.map(({ name, kind, changes }) => evaluated(name, kind, changes))],
    sensitivity: base.totals.cash.kind === "whole" ? caseSensitivity(plan, base.lines) : null,
  };
}

function evaluatedCase(
  plan: CasePlan,
  { name, kind, changes }: Pick<EvaluatedCase, "name" | "kind"> & Pick<PlanScenario, "changes">,
  { unsignedEstimates, benchmarks }: Parameters<typeof evaluateCase>[1] & object,
): EvaluatedCase {
  const { effects } = applyScenario(plan, { changes });
  const lines = caseLines(plan, { changes }, unsignedEstimates);
  const totals = totalsByBasis(plan, lines);
  return { name, kind, effects, lines, totals, benchmarks: benchmarksOf(totals.cash, benchmarks) };
}

function benchmarksOf(totals: CaseTotals, set: BenchmarkSet | undefined): EvaluatedCase["benchmarks"] {
  if (totals.kind === "partial") return null;
  const [unadjusted, adjusted] = [totals.unadjusted.netRoi, totals.adjusted.netRoi];
  if (unadjusted.kind === "undefined" || adjusted.kind === "undefined") return null;
  return {
    unadjusted: caseAgainstBenchmarks(unadjusted.ratio, set),
    adjusted: caseAgainstBenchmarks(adjusted.ratio, set),
  };
}
