const bases = ["cash", "cash-plus-capacity", "all"] as const;
const lineKeys = ["plan", "actual", "difference", "remaining", "forecast"] as const;
const monthKeys = ["plan", "actual"] as const;
const sides = ["costs", "benefits"] as const;

/** Which version is held against what came of it, and on which basis. */
export interface ComparedVersion {
  caseId: string;
  number: number;
  basis: (typeof bases)[number];
}

/**
 * Which figure of a version held against what came of it: of all lines, a step of the bridge (with the line, category or
 * benefit that parts it from others of its cause), one line, one month, or how much is known.
 */
export type CaseActualFigure =
  | { of: "whole"; key: (typeof lineKeys)[number] }
  | { of: "bar"; cause: string; part: string | null }
  | { of: "line"; line: string; key: (typeof lineKeys)[number] }
  | { of: "month"; period: string; key: (typeof monthKeys)[number] }
  | { of: "coverage"; side: (typeof sides)[number] };

/**
 * The id by which `explainFigure` tells how a figure of a version against actual came about, at `until` as known at `asOf`.
 *
 * @example
 * caseActualFigureId({ caseId, number: 2, basis: "cash" }, { of: "bar", cause: "lift", part: null })
 * // "case/…/2/actual/cash/bar/lift"
 */
export function caseActualFigureId(
  { caseId, number, basis }: ComparedVersion,
  figure: CaseActualFigure,
): string {
  return ["case", caseId, number, "actual", basis, figure.of, ...partsOf(figure)].join("/");
}

function partsOf(figure: CaseActualFigure): readonly string[] {
  switch (figure.of) {
    case "whole":
      return [figure.key];
    case "bar":
      return figure.part === null ? [figure.cause] : [figure.cause, figure.part];
    case "line":
      return [figure.line, figure.key];
    case "month":
      return [figure.period, figure.key];
    case "coverage":
      return [figure.side];
  }
}

/** The figure of an id; undefined where it is none of a version against actual. */
export function readCaseActualFigureId(
  figureId: string,
): { version: ComparedVersion; figure: CaseActualFigure } | undefined {
  const [subject, caseId = "", number = "", actual, basis, of, ...parts] = figureId.split("/");
  if (subject !== "case" || actual !== "actual" || !/^\d{1,6}$/.test(number)) return undefined;
  const known = bases.find((one) => one === basis);
  const figure = figureOf(of, parts);
  if (known === undefined || figure === undefined) return undefined;
  return { version: { caseId, number: Number(number), basis: known }, figure };
}

function figureOf(of: string | undefined, parts: readonly string[]): CaseActualFigure | undefined {
  const [first = "", second, third] = parts;
  if (first === "" || third !== undefined) return undefined;
  if (of === "bar") return { of, cause: first, part: second ?? null };
  if (of === "line" && second !== undefined)
    return keyed(lineKeys, second, (key) => ({ of, line: first, key }));
  if (of === "month" && second !== undefined)
    return keyed(monthKeys, second, (key) => ({ of, period: first, key }));
  if (second !== undefined) return undefined;
  if (of === "whole") return keyed(lineKeys, first, (key) => ({ of, key }));
  return of === "coverage" ? keyed(sides, first, (side) => ({ of, side })) : undefined;
}

function keyed<Key extends string>(
  keys: readonly Key[],
  text: string,
  make: (key: Key) => CaseActualFigure,
): CaseActualFigure | undefined {
  const key = keys.find((one) => one === text);
  return key === undefined ? undefined : make(key);
}
