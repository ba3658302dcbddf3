import { applyScenario } from "./apply-scenario.ts";
import { caseLines, type UnsignedEstimates } from "./case-lines.ts";
import type { CasePlan, PlanScenario } from "./case-plan.ts";
import { countsIn, type CaseBasis } from "./case-totals.ts";
import type { ExplainedLine } from "./line-tree.ts";
import { planLines } from "./plan-line.ts";

/** The lines of a plan under a scenario, each with what it is planned by, and the plan as the scenario leaves it. */
export interface ExplainedLines {
  plan: CasePlan;
  lines: readonly ExplainedLine[];
}

/** Those that count on a basis; all of them where none is named. */
export function explainedLines(
  plan: CasePlan,
  {
    scenario = null,
    basis,
    unsignedEstimates,
  }: {
    scenario?: Pick<PlanScenario, "changes"> | null;
    basis?: CaseBasis;
    unsignedEstimates?: UnsignedEstimates;
  },
): ExplainedLines {
  const changed = scenario === null ? plan : applyScenario(plan, scenario).plan;
  const planned = new Map(planLines(changed).map((line) => [line.id, line]));
  const lines = caseLines(plan, scenario, unsignedEstimates)
    .filter((line) => basis === undefined || countsIn(basis, line))
    .flatMap((line): ExplainedLine[] => {
      const own = planned.get(line.lineId);
      return own === undefined ? [] : [{ line, planned: own }];
    });
  return { plan: changed, lines };
}
