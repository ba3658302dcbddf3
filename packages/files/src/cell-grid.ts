import { GrowingIntegers } from "./growing-integers.ts";

/**
 * Numbers the cells of a table of series by period in the order they appear: a hash table of plain
 * integers, so that a million cells cost a dozen megabytes and a lookup a few steps.
 */
export class CellGrid {
  #slots = new Int32Array(4096);
  readonly #series = new GrowingIntegers();
  readonly #periods = new GrowingIntegers();
  /** How many cells there are; they are numbered from 0. */
  size = 0;

  /** The number of the cell of a series and period, made when it is new. */
  cell(series: number, period: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(series, period) & mask;
    // A slot holds a cell's number plus one; 0 is free.
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      if (this.#series.get(held - 1) === series && this.#periods.get(held - 1) === period) return held - 1;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.size + 1;
    this.#series.set(this.size, series);
    this.#periods.set(this.size, period);
    this.size += 1;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return this.size - 1;
  }

  seriesOf(cell: number): number {
    return this.#series.get(cell);
  }

  periodOf(cell: number): number {
    return this.#periods.get(cell);
  }

  /** The cells ordered by the rank of their series, then of their period: two passes of counting. */
  inOrder(seriesRanks: Int32Array, periodRanks: Int32Array): Uint32Array {
    const cells = new Uint32Array(this.size).map((_, index) => index);
    const byPeriod = countingSort(cells, periodRanks, (cell) => this.#periods.get(cell));
    return countingSort(byPeriod, seriesRanks, (cell) => this.#series.get(cell));
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let cell = 0; cell < this.size; cell += 1) {
      let slot = hash(this.#series.get(cell), this.#periods.get(cell)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = cell + 1;
    }
    this.#slots = slots;
  }
}

/** Multiplicative hashing with the golden ratio; the high bits are folded down, where the mask looks. */
function hash(series: number, period: number): number {
  const mixed = Math.imul(Math.imul(series, 0x9e3779b1) ^ period, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Stable: cells of one rank keep their order. */
function countingSort(cells: Uint32Array, ranks: Int32Array, keyOf: (cell: number) => number): Uint32Array {
  const starts = new Uint32Array(ranks.length + 1);
  for (const cell of cells) starts[(ranks[keyOf(cell)] as number) + 1]! += 1;
  for (let rank = 1; rank < starts.length; rank += 1) starts[rank]! += starts[rank - 1] as number;
  const sorted = new Uint32Array(cells.length);
  for (const cell of cells) {
    const rank = ranks[keyOf(cell)] as number;
    sorted[starts[rank] as number] = cell;
    starts[rank]! += 1;
  }
  return sorted;
}
