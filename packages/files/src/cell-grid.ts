import { GrowingIntegers } from "./growing-integers.ts";

/** A series and a period are numbered with 16 bits each, so that a cell's key is one integer. */
const mostSeries = 65_536;
const mostPeriods = 65_536;

/** Neighbouring series share a group of slots: files come sorted, and a group is in the cache together. */
const groupBits = 4;
const groupMask = (1 << groupBits) - 1;

/**
 * Numbers the cells of a table of series by period in the order they appear: an open hash table of plain
 * integers, so that a million cells cost twenty megabytes and a lookup a few steps. Throws a RangeError
 * beyond 65,536 series or periods.
 */
export class CellGrid {
  /** Pairs of a cell's key and its number plus one; a number of 0 is a free slot. */
  #slots = new Uint32Array(8192);
  #slotMask = 4095;
  readonly #keys = new GrowingIntegers();
  /** How many cells there are; they are numbered from 0. */
  size = 0;

  /** The number of the cell of a series and period, made when it is new. */
  cell(series: number, period: number): number {
    if (this.#slots.length === 0) throw new Error("no cell is found or added once the grid is sealed");
    if (series >= mostSeries || period >= mostPeriods) throw new RangeError("too many series or periods");
    const key = ((series << 16) | period) >>> 0;
    let slot = slotOf(key) & this.#slotMask;
    let held = this.#slots[2 * slot + 1] as number;
    while (held !== 0) {
      if (this.#slots[2 * slot] === key) return held - 1;
      slot = (slot + 1) & this.#slotMask;
      held = this.#slots[2 * slot + 1] as number;
    }
    this.#slots[2 * slot] = key;
    this.#slots[2 * slot + 1] = this.size + 1;
    this.#keys.set(this.size, key);
    this.size += 1;
    if (this.size * 2 > this.#slotMask) this.#rehash();
    return this.size - 1;
  }

  seriesOf(cell: number): number {
    return this.#keys.get(cell) >>> 16;
  }

  periodOf(cell: number): number {
    return this.#keys.get(cell) & 0xffff;
  }

  /** The cells to keep, ordered by the rank of their series, then of their period: two passes of counting. */
  inOrder(seriesRanks: Int32Array, periodRanks: Int32Array, keep: (cell: number) => boolean): Uint32Array {
    const cells = new Uint32Array(this.size);
    let kept = 0;
    for (let cell = 0; cell < this.size; cell += 1) if (keep(cell)) cells[kept++] = cell;
    const byPeriod = countingSort(cells.subarray(0, kept), periodRanks, (cell) => this.periodOf(cell));
    return countingSort(byPeriod, seriesRanks, (cell) => this.seriesOf(cell));
  }

  /** Gives back the memory by which cells are found, once all are there: sixteen megabytes of a million. */
  seal(): void {
    this.#slots = new Uint32Array(0);
  }

  #rehash(): void {
    const mask = this.#slotMask * 2 + 1;
    const slots = new Uint32Array(2 * (mask + 1));
    for (let cell = 0; cell < this.size; cell += 1) {
      const key = this.#keys.get(cell);
      let slot = slotOf(key) & mask;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = key;
      slots[2 * slot + 1] = cell + 1;
    }
    this.#slots = slots;
    this.#slotMask = mask;
  }
}

/** Multiplicative hashing of all but the series' lowest bits, which keep their place within the group. */
function slotOf(key: number): number {
  const series = key >>> 16;
  const mixed = Math.imul(Math.imul(series >>> groupBits, 0x9e3779b1) ^ (key & 0xffff), 0x85ebca6b);
  return (((mixed ^ (mixed >>> 15)) << groupBits) | (series & groupMask)) >>> 0;
}

/** Stable: cells of one rank keep their order. */
function countingSort(cells: Uint32Array, ranks: Int32Array, keyOf: (cell: number) => number): Uint32Array {
  const starts = new Uint32Array(ranks.length + 1);
  for (const cell of cells) {
    const rank = (ranks[keyOf(cell)] as number) + 1;
    starts[rank] = (starts[rank] as number) + 1;
  }
  for (let rank = 1; rank < starts.length; rank += 1) {
    starts[rank] = (starts[rank] as number) + (starts[rank - 1] as number);
  }
  const sorted = new Uint32Array(cells.length);
  for (const cell of cells) {
    const rank = ranks[keyOf(cell)] as number;
    const place = starts[rank] as number;
    sorted[place] = cell;
    starts[rank] = place + 1;
  }
  return sorted;
}
