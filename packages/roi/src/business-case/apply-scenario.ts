import { changedValue, type DriverChange } from "@liftledger/finance/scenario";
import { compareDecimals } from "@liftledger/numerics/decimal";
import type {
  CasePlan,
  LineField,
  LineRun,
  PlanChange,
  PlanPath,
  PlanScenario,
  ScenarioChange,
} from "./case-plan.ts";
import { linePaths, withPaths, type PlanLine } from "./plan-line.ts";

/** What a scenario really changed: a value of a field from a column on, or when a line comes. */
export interface ScenarioEffect {
  lineId: string;
  field: LineField | "delay";
  /** The column of the step whose value changed; null for a delay. */
  from: number | null;
  /** Null where nobody had said what it is. */
  before: string | null;
  after: string;
}

/**
 * The plan under a scenario, with what that changed: only what really differs. What is not valued yet stays so unless
 * the scenario says what it is. A scenario without changes gives the plan itself.
 */
export function applyScenario(
  plan: CasePlan,
  { changes }: Pick<PlanScenario, "changes">,
): { plan: CasePlan; effects: readonly ScenarioEffect[] } {
  const changeOf = (line: PlanLine, field: LineField | "delay") =>
    changes.find((change) => change.field === field && isFor(change, line))?.change;
  const benefits = plan.benefits.map((line) => changedLine(line, changeOf));
  const costs = plan.costs.map((line) => changedLine(line, changeOf));
  const before = [...plan.benefits, ...plan.costs];
  const after = [...benefits, ...costs];
  const effects = before.flatMap((line, index) =>
    effectsOf(line, after[index] ?? line, changeOf(line, "delay")),
  );
  return { plan: { ...plan, benefits, costs }, effects };
}

/** Whether a change is made to a line: it names it, or names none. */
export function isFor({ lineId }: ScenarioChange, line: PlanLine): boolean {
  return lineId === null || lineId === line.id;
}

type ChangeOf = (line: PlanLine, field: LineField | "delay") => PlanChange | undefined;

function changedLine<Line extends PlanLine>(line: Line, changeOf: ChangeOf): Line {
  const changed = withPaths(line, (path, field) => changedPath(path, changeOf(line, field)));
  const columns = delayOf(changeOf(line, "delay"));
  if (columns === 0) return changed;
  const moved = withPaths(changed, (path) => path.map((step) => ({ ...step, from: step.from + columns })));
  return { ...moved, run: movedRun(line.run, columns) };
}

function changedPath(path: PlanPath, change: DriverChange | undefined): PlanPath {
  if (change === undefined) return path;
  return path.map(({ from, value }) => {
    if (value === null) return { from, value: "to" in change ? String(change.to) : null };
    return { from, value: changedValue(value, change) };
  });
}

/** Columns by which a line comes later; a delay is so much more than none. */
function delayOf(change: PlanChange | undefined): number {
  return change !== undefined && "plus" in change ? Number(change.plus) : 0;
}

function movedRun(run: LineRun, columns: number): LineRun {
  if (run.kind === "one-off") return { ...run, column: run.column + columns };
  return { ...run, from: run.from + columns, to: run.to === null ? null : run.to + columns };
}

function effectsOf(
  before: PlanLine,
  after: PlanLine,
  delay: PlanChange | undefined,
): readonly ScenarioEffect[] {
  const columns = delayOf(delay);
  const changedPaths = new Map(linePaths(after));
  const values = linePaths(before).flatMap(([field, path]) =>
    path.flatMap(({ from, value }, index): ScenarioEffect[] => {
      const now = changedPaths.get(field)?.[index]?.value ?? null;
      if (now === null || (value !== null && compareDecimals(value, now) === 0)) return [];
      return [{ lineId: before.id, field, from, before: value, after: now }];
    }),
  );
  if (columns === 0) return values;
  return [...values, { lineId: before.id, field: "delay", from: null, before: "0", after: String(columns) }];
}
