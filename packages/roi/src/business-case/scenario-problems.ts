import type { CasePlan, PlanScenario, ScenarioChange } from "./case-plan.ts";
import { applyScenario, isFor } from "./apply-scenario.ts";
import { pathProblems } from "./line-problems.ts";
import { lineFieldNames, linePaths, planLines, type PlanLine } from "./plan-line.ts";
import { isBlank, isDecimalWithin, open, wrong, type PlanProblem } from "./plan-problem.ts";

/** What is wrong with the scenarios of a plan whose own lines are right. */
export function scenarioProblems(plan: CasePlan): readonly PlanProblem[] {
  const taken = new Set(["BASE"]);
  return plan.scenarios.flatMap((scenario, index) => {
    const at = `/scenarios/${index}`;
    const key = scenario.name.trim().toUpperCase();
    const named = nameFault(scenario, taken, at);
    taken.add(key);
    const changes = scenario.changes.flatMap((change, place) =>
      changeFaults(plan, { scenario, change, place }, `${at}/changes/${place}`),
    );
    if (changes.length > 0) return [...named, ...changes];
    return [...named, ...outcomeFaults(plan, scenario, at)];
  });
}

/** Which of the two scenarios beside the base a case still needs. */
export function scenarioGaps(plan: CasePlan): readonly PlanProblem[] {
  return (["conservative", "optimistic"] as const).flatMap((kind) =>
    plan.scenarios.some((scenario) => scenario.kind === kind && scenario.changes.length > 0)
      ? []
      : [
          open({
            path: "/scenarios",
            message: `Add ${kind === "optimistic" ? "an" : "a"} ${kind} scenario that changes something of the base.`,
          }),
        ],
  );
}

function nameFault({ name }: PlanScenario, taken: ReadonlySet<string>, at: string): readonly PlanProblem[] {
  const path = `${at}/name`;
  if (isBlank(name)) return [wrong({ path, message: "Give the scenario a name." })];
  if (!taken.has(name.trim().toUpperCase())) return [];
  return [wrong({ path, message: `There is a scenario "${name}" already; give this one another name.` })];
}

interface Change {
  scenario: PlanScenario;
  change: ScenarioChange;
  place: number;
}

function changeFaults(
  plan: CasePlan,
  { scenario, change, place }: Change,
  at: string,
): readonly PlanProblem[] {
  const { lineId, field } = change;
  const told = (path: string, message: string) => [
    wrong({
      path: `${at}${path}`,
      message: `${scenario.name}: ${message}`,
      ...(lineId !== null && { lineId }),
    }),
  ];
  const lines = planLines(plan).filter((line) => isFor(change, line));
  if (lines.length === 0 && lineId !== null)
    return told("/lineId", `the case has no line "${lineId}" to change.`);
  const affected = lines.filter((line) => hasField(line, field));
  const name = field === "delay" ? "delay" : lineFieldNames[field];
  const [first] = affected;
  if (first === undefined) return told("/field", `no line that it names has a ${name} to change.`);
  const others = scenario.changes.slice(0, place).filter((other) => other.field === field);
  const doubled = affected.find((line) => others.some((other) => isFor(other, line)));
  if (doubled !== undefined)
    return told("/field", `it changes the ${name} of ${doubled.name} twice; make one change of it.`);
  const fault = amountFault(change);
  return fault === null ? [] : told("/change", fault);
}

function hasField(line: PlanLine, field: ScenarioChange["field"]): boolean {
  return field === "delay" || linePaths(line).some(([own]) => own === field);
}

function amountFault({ field, change }: ScenarioChange): string | null {
  const [text = ""] = Object.values(change);
  if (field === "delay")
    return "plus" in change && /^[1-9]\d{0,2}$/.test(text)
      ? null
      : "a delay is so many columns later, a whole number from 1.";
  return isDecimalWithin(text) ? null : `"${text.slice(0, 40)}" is no decimal; 20% less is 0.8 times.`;
}

/** A change may lead out of what a value can be: a share of 1.2 is none. */
function outcomeFaults(plan: CasePlan, scenario: PlanScenario, at: string): readonly PlanProblem[] {
  // Far columns are where a delay moves steps to: they are beyond the horizon, not wrong.
  const far = { ...plan, horizon: Number.MAX_SAFE_INTEGER };
  return planLines(applyScenario(plan, scenario).plan).flatMap((line) => {
    const [first] = pathProblems(line, { plan: far, at: "" });
    if (first === undefined) return [];
    const message = `${scenario.name} leads out of what it can be. ${first.message}`;
    return [wrong({ path: `${at}/changes`, lineId: line.id, message })];
  });
}
