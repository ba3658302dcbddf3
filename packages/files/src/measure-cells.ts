import { ExactSums } from "./exact-sums.ts";
import { addExact, exactToDecimal, type ExactNumber } from "./exact-number.ts";
import type { CellGrid } from "./cell-grid.ts";
import { GrowingIntegers } from "./growing-integers.ts";

/** Which rows a cell stands on: how many, from which line to which, on which days of its period. */
export class CellTrace {
  readonly rows = new GrowingIntegers();
  readonly firstLines = new GrowingIntegers();
  readonly lastLines = new GrowingIntegers();
  readonly days = new GrowingIntegers();

  /** Adds a row; returns whether the cell already had one of that day. */
  add(cell: number, line: number, dayBit: number): boolean {
    const rows = this.rows.get(cell);
    if (rows === 0) this.firstLines.set(cell, line);
    this.rows.set(cell, rows + 1);
    this.lastLines.set(cell, line);
    const days = this.days.get(cell);
    this.days.set(cell, days | dayBit);
    return (days & dayBit) !== 0;
  }
}

/** The sums of one measure over the cells of a grid. */
export class MeasureCells {
  readonly kpi: string;
  readonly grid: CellGrid;
  readonly trace: CellTrace;
  readonly numerators = new ExactSums();
  /** Undefined where the denominator is 1 for each period. */
  readonly denominators: ExactSums | undefined;
  /** The scope of each series of the grid, by its number. */
  readonly scopes: readonly string[];

  constructor(parts: {
    kpi: string;
    grid: CellGrid;
    trace: CellTrace;
    scopes: readonly string[];
    isTotal: boolean;
  }) {
    this.kpi = parts.kpi;
    this.grid = parts.grid;
    this.trace = parts.trace;
    this.scopes = parts.scopes;
    this.denominators = parts.isTotal ? undefined : new ExactSums();
  }

  numerator(cell: number): string {
    return this.numerators.decimal(cell);
  }

  denominator(cell: number): string {
    return this.denominators === undefined ? "1" : this.denominators.decimal(cell);
  }

  /** The cells that have rows, by scope and then by period. */
  *ordered(periodRanks: Int32Array): Generator<number> {
    for (const cell of this.grid.inOrder(scopeRanks(this.scopes), periodRanks)) {
      if (this.trace.rows.get(cell) > 0) yield cell;
    }
  }

  /** Both sums over all cells. */
  totals(): { numerator: string; denominator: string; cells: number } {
    const numerator: ExactNumber = { mantissa: 0, scale: 0 };
    const denominator: ExactNumber = { mantissa: 0, scale: 0 };
    let cells = 0;
    for (let cell = 0; cell < this.grid.size; cell += 1) {
      if (this.trace.rows.get(cell) === 0) continue;
      cells += 1;
      addExact(numerator, this.numerators.exact(cell));
      addExact(denominator, this.denominators?.exact(cell) ?? { mantissa: 1, scale: 0 });
    }
    return { numerator: exactToDecimal(numerator), denominator: exactToDecimal(denominator), cells };
  }
}

/** Scopes in the order of their characters, which is the same on every machine. */
function scopeRanks(scopes: readonly string[]): Int32Array {
  const inOrder = [...scopes.keys()].sort((a, b) => ((scopes[a] as string) < (scopes[b] as string) ? -1 : 1));
  const ranks = new Int32Array(scopes.length);
  inOrder.forEach((series, rank) => (ranks[series] = rank));
  return ranks;
}
