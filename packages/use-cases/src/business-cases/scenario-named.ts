import type { CasePlan, PlanScenario } from "@liftledger/roi/business-case/case-plan";
import { ProblemError } from "../problem.ts";

/** The scenario of that name, null for the base; throws "invalid-request" where the plan has none of that name. */
export function scenarioNamed({ scenarios }: CasePlan, name: string | undefined): PlanScenario | null {
  if (name === undefined || name === "Base") return null;
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  const message = `There is no scenario "${name}" in this version.`;
  throw new ProblemError("invalid-request", message, [{ field: "scenario", message, seen: name }]);
}
