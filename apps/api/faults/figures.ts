import { shareOfOthers } from "./busy-machine.ts";

/** Where other programmes took more of the processors than this, how long something took says nothing about it. */
const mostOfOthers = 0.2;

/** One figure of a programme: what was measured, what it must be, and whether it is. */
export interface FaultFigure {
  what: string;
  measured: string | number;
  /** Left out where nothing is asked of it. */
  wanted?: string;
  isKept?: boolean;
  /** A time, which depends on what else the machine does. */
  isTime?: boolean;
}

/**
 * Prints the figures of a programme and sets the exit code. A time over its bound is told and not judged where other
 * programmes had the processors meanwhile; all that does not depend on time is judged on any machine.
 */
export function reportFigures(
  title: string,
  figures: readonly FaultFigure[],
  others = shareOfOthers() ?? 0,
): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const isExcused = ({ isTime = false }: FaultFigure) => isTime && others > mostOfOthers;
  console.log(title);
  for (const figure of figures) {
    const { what, measured, wanted, isKept = true } = figure;
    const excuse = `not judged: others took ${(others * 100).toFixed(0)} % of the processors meanwhile`;
    const verdict = isKept ? "kept" : isExcused(figure) ? excuse : "BROKEN";
    const rule = wanted === undefined ? "" : `  (${wanted}: ${verdict})`;
    console.log(`  ${what.padEnd(width)}  ${measured}${rule}`);
  }
  if (figures.some((figure) => figure.isKept === false && !isExcused(figure))) process.exitCode = 1;
}

/** A figure that must be zero. */
export function none(what: string, measured: number): FaultFigure {
  return { what, measured, wanted: "none", isKept: measured === 0 };
}

/** A time that must stay under a bound. */
export function under(what: string, measured: number, bound: number, unit: string): FaultFigure {
  const rounded = measured.toFixed(0);
  return {
    what,
    measured: `${rounded} ${unit}`,
    wanted: `< ${bound} ${unit}`,
    isKept: measured < bound,
    isTime: true,
  };
}

/** A statement that must hold. */
export function holds(what: string, isKept: boolean, measured: string | number = isKept ? "yes" : "no") {
  return { what, measured, wanted: "must", isKept };
}

/** The share of values that lie at or below, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
