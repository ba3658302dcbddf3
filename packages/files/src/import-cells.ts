import type { Period } from "@liftledger/kpis/period";
import { addExact, exactToDecimal, type ExactNumber } from "./exact-number.ts";
import type { MeasureCells } from "./measure-cells.ts";

/** One period of one series as a file gives it. Numbers are canonical plain decimals. */
export type ImportCell = {
  kpi: string;
  scope: string;
  period: Period;
  numerator: string;
  denominator: string;
  /** How many rows it stands on, on how many different days, and from which line to which. */
  rows: number;
  days: number;
  firstLine: number;
  lastLine: number;
};

/** What a file gives one series. */
export type ImportSeries = {
  kpi: string;
  scope: string;
  periods: number;
  firstPeriod: Period;
  lastPeriod: Period;
  numerator: string;
  denominator: string;
};

/**
 * The cells of a read file. A million of them rest in typed arrays, about fifty bytes each, and become
 * objects only while they are walked through.
 */
export class ImportCells {
  readonly #measures: readonly MeasureCells[];
  readonly #periods: readonly Period[];
  readonly #periodRanks: Int32Array;

  constructor(measures: readonly MeasureCells[], periods: readonly Period[], periodRanks: Int32Array) {
    this.#measures = measures;
    this.#periods = periods;
    this.#periodRanks = periodRanks;
  }

  /** How many cells there are. */
  get count(): number {
    return this.#measures.reduce((count, measure) => count + measure.totals().cells, 0);
  }

  /** Every cell, in the order of the measures, then of the scopes' characters, then of time. */
  *cells(): Generator<ImportCell> {
    for (const measure of this.#measures) {
      for (const cell of measure.ordered(this.#periodRanks)) {
        yield {
          kpi: measure.kpi,
          scope: measure.scopes[measure.grid.seriesOf(cell)] as string,
          period: this.#periods[measure.grid.periodOf(cell)] as Period,
          numerator: measure.numerator(cell),
          denominator: measure.denominator(cell),
          rows: measure.trace.rows.get(cell),
          days: bitCount(measure.trace.days.get(cell)),
          firstLine: measure.trace.firstLines.get(cell),
          lastLine: measure.trace.lastLines.get(cell),
        };
      }
    }
  }

  /** Every series with its totals over the file, in the same order. */
  *series(): Generator<ImportSeries> {
    for (const measure of this.#measures) yield* this.#seriesOf(measure);
  }

  *#seriesOf(measure: MeasureCells): Generator<ImportSeries> {
    let current = -1;
    let periods: number[] = [];
    let sums = emptySums();
    const finished = (): ImportSeries => ({
      kpi: measure.kpi,
      scope: measure.scopes[current] as string,
      periods: periods.length,
      firstPeriod: this.#periods[periods[0] as number] as Period,
      lastPeriod: this.#periods[periods.at(-1) as number] as Period,
      numerator: exactToDecimal(sums.numerator),
      denominator: exactToDecimal(sums.denominator),
    });
    for (const cell of measure.ordered(this.#periodRanks)) {
      const series = measure.grid.seriesOf(cell);
      if (series !== current) {
        if (current >= 0) yield finished();
        [current, periods, sums] = [series, [], emptySums()];
      }
      periods.push(measure.grid.periodOf(cell));
      addExact(sums.numerator, measure.numerators.exact(cell));
      addExact(sums.denominator, measure.denominators?.exact(cell) ?? one);
    }
    if (current >= 0) yield finished();
  }
}

const one: Readonly<ExactNumber> = { mantissa: 1, scale: 0 };

function emptySums(): { numerator: ExactNumber; denominator: ExactNumber } {
  return { numerator: { mantissa: 0, scale: 0 }, denominator: { mantissa: 0, scale: 0 } };
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
