import type { Period } from "@liftledger/kpis/period";
import { exactToDecimal } from "./exact-number.ts";
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
 * The cells of a read file. A million of them rest in typed arrays, about sixty bytes each, and become
 * objects only while they are walked through.
 */
export class ImportCells {
  readonly #measures: readonly MeasureCells[];
  readonly #periods: readonly Period[];
  /** Of each measure its cells, by scope and then by period. */
  readonly #orders: Uint32Array[];
  /** Where each of `series` begins in the order of its measure. */
  readonly #places: { measure: number; start: number }[] = [];
  /** Each series with its sums over the file, by measure and then by the scopes' characters. */
  readonly series: readonly ImportSeries[];
  /** How many cells there are. */
  readonly count: number;

  constructor(measures: readonly MeasureCells[], periods: readonly Period[], periodRanks: Int32Array) {
    this.#measures = measures;
    this.#periods = periods;
    for (const { grid } of measures) grid.seal();
    this.#orders = measures.map((measure) => measure.inOrder(periodRanks));
    this.series = measures.flatMap((measure, index) => {
      const series = importSeries(measure, periods, periodRanks);
      let start = 0;
      for (const { periods: length } of series) {
        this.#places.push({ measure: index, start });
        start += length;
      }
      return series;
    });
    this.count = this.series.reduce((count, series) => count + series.periods, 0);
  }

  /** Every cell, in the order of `series` and within each of time. */
  *cells(): Generator<ImportCell> {
    for (const index of this.series.keys()) yield* this.cellsOf(index);
  }

  /** The cells of one of `series`, by its place there, in the order of time. */
  *cellsOf(index: number): Generator<ImportCell> {
    const { measure: measureIndex, start } = this.#places[index] as { measure: number; start: number };
    const measure = this.#measures[measureIndex] as MeasureCells;
    const order = this.#orders[measureIndex] as Uint32Array;
    const { kpi, scope, periods } = this.series[index] as ImportSeries;
    const { trace, grid } = measure;
    for (let place = start; place < start + periods; place += 1) {
      const cell = order[place] as number;
      yield {
        kpi,
        scope,
        period: this.#periods[grid.periodOf(cell)] as Period,
        numerator: measure.numerator(cell),
        denominator: measure.denominator(cell),
        rows: trace.rows(cell),
        days: trace.days(cell),
        firstLine: trace.firstLine(cell),
        lastLine: trace.lastLine(cell),
      };
    }
  }
}

function importSeries(
  measure: MeasureCells,
  periods: readonly Period[],
  periodRanks: Int32Array,
): ImportSeries[] {
  const inOrder: Period[] = [];
  periodRanks.forEach((rank, ordinal) => (inOrder[rank] = periods[ordinal] as Period));
  return measure.seriesSums(periodRanks).map((sums) => ({
    kpi: measure.kpi,
    scope: measure.scopes[sums.series] as string,
    periods: sums.periods,
    firstPeriod: inOrder[sums.firstRank] as Period,
    lastPeriod: inOrder[sums.lastRank] as Period,
    numerator: exactToDecimal(sums.numerator),
    denominator: exactToDecimal(sums.denominator),
  }));
}
