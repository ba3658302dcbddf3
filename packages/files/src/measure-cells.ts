import type { CellGrid } from "./cell-grid.ts";
import type { CellTrace } from "./cell-trace.ts";
import { addExact, exactToDecimal, type ExactNumber } from "./exact-number.ts";
import { ExactSums } from "./exact-sums.ts";

/** The sums of one series over a file. Periods are ranks in the order of time. */
export type SeriesSums = {
  series: number;
  periods: number;
  firstRank: number;
  lastRank: number;
  numerator: ExactNumber;
  denominator: ExactNumber;
};

const one: Readonly<ExactNumber> = { mantissa: 1, scale: 0 };

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
  inOrder(periodRanks: Int32Array): Uint32Array {
    return this.grid.inOrder(scopeRanks(this.scopes), periodRanks, (cell) => this.trace.rows(cell) > 0);
  }

  /** The sums of every series that has cells, by scope. */
  seriesSums(periodRanks: Int32Array): SeriesSums[] {
    const sums: SeriesSums[] = [];
    for (let cell = 0; cell < this.grid.size; cell += 1) {
      if (this.trace.rows(cell) === 0) continue;
      const series = this.grid.seriesOf(cell);
      const rank = periodRanks[this.grid.periodOf(cell)] as number;
      const sum = (sums[series] ??= emptySums(series));
      sum.periods += 1;
      sum.firstRank = Math.min(sum.firstRank, rank);
      sum.lastRank = Math.max(sum.lastRank, rank);
      addExact(sum.numerator, this.numerators.exact(cell));
      addExact(sum.denominator, this.denominators?.exact(cell) ?? one);
    }
    const ranks = scopeRanks(this.scopes);
    const present = sums.filter((sum) => sum !== undefined);
    return present.toSorted((a, b) => (ranks[a.series] as number) - (ranks[b.series] as number));
  }

  /** Both sums over all cells. */
  totals(): { numerator: string; denominator: string } {
    const numerator: ExactNumber = { mantissa: 0, scale: 0 };
    const denominator: ExactNumber = { mantissa: 0, scale: 0 };
    for (let cell = 0; cell < this.grid.size; cell += 1) {
      if (this.trace.rows(cell) === 0) continue;
      addExact(numerator, this.numerators.exact(cell));
      addExact(denominator, this.denominators?.exact(cell) ?? one);
    }
    return { numerator: exactToDecimal(numerator), denominator: exactToDecimal(denominator) };
  }
}

function emptySums(series: number): SeriesSums {
  return {
    series,
    periods: 0,
    firstRank: Infinity,
    lastRank: -Infinity,
    numerator: { mantissa: 0, scale: 0 },
    denominator: { mantissa: 0, scale: 0 },
  };
}

/** Scopes in the order of their characters, which is the same on every machine. */
function scopeRanks(scopes: readonly string[]): Int32Array {
  const inOrder = [...scopes.keys()].toSorted((a, b) =>
    (scopes[a] as string) < (scopes[b] as string) ? -1 : 1,
  );
  const ranks = new Int32Array(scopes.length);
  inOrder.forEach((series, rank) => (ranks[series] = rank));
  return ranks;
}
