/** One figure of a programme: what was measured, what it must be, and whether it is. */
export interface FaultFigure {
  what: string;
  measured: string | number;
  /** Left out where nothing is asked of it. */
  wanted?: string;
  isKept?: boolean;
}

/** Prints the figures of a programme and sets the exit code. */
export function reportFigures(title: string, figures: readonly FaultFigure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  console.log(title);
  for (const { what, measured, wanted, isKept = true } of figures) {
    const rule = wanted === undefined ? "" : `  (${wanted}: ${isKept ? "kept" : "BROKEN"})`;
    console.log(`  ${what.padEnd(width)}  ${measured}${rule}`);
  }
  if (figures.some(({ isKept = true }) => !isKept)) process.exitCode = 1;
}

/** A figure that must be zero. */
export function none(what: string, measured: number): FaultFigure {
  return { what, measured, wanted: "none", isKept: measured === 0 };
}

/** A figure that must stay under a bound. */
export function under(what: string, measured: number, bound: number, unit: string): FaultFigure {
  const rounded = measured.toFixed(0);
  return { what, measured: `${rounded} ${unit}`, wanted: `< ${bound} ${unit}`, isKept: measured < bound };
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
