import type { LineRun, PlanPath } from "./case-plan.ts";

/** A path with one value from the first column on. @example constantPath("0.6") // [{ from: 0, value: "0.6" }] */
export function constantPath(value: string | null, from: number = 0): PlanPath {
  return [{ from, value }];
}

/** What a path says in a column: the value of its last step up to there; null before the first, or not said yet. */
export function pathValue(path: PlanPath, column: number): string | null {
  return path.findLast(({ from }) => from <= column)?.value ?? null;
}

/** Whether a line comes in a column. */
export function runsIn(run: LineRun, column: number): boolean {
  if (run.kind === "one-off") return column === run.column;
  return column >= run.from && (run.to === null || column <= run.to);
}
