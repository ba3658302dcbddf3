import { addExact, exactToDecimal, type ExactNumber } from "./exact-number.ts";

const tenTo = Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * A column of exact decimal sums, one for each cell of a table that grows. A sum is nine bytes (a safe
 * integer and its scale) while that is exact, and moves to a bigint when it no longer is; nothing is ever
 * rounded.
 *
 * @example
 * const sums = new ExactSums();
 * sums.add(0, { mantissa: 1, scale: 1 });
 * sums.add(0, { mantissa: 2, scale: 1 });
 * sums.decimal(0) // "0.3"
 */
export class ExactSums {
  #mantissas = new Float64Array(1024);
  #scales = new Uint8Array(1024);
  readonly #long = new Map<number, ExactNumber>();

  /** Adds a number to a cell; a cell never added to holds 0. */
  add(cell: number, part: Readonly<ExactNumber>): void {
    if (cell >= this.#scales.length) this.#grow(cell);
    const { mantissa, scale } = part;
    if (typeof mantissa === "number" && this.#addShort(cell, mantissa, scale)) return;
    this.#addLong(cell, part);
  }

  /** The sum of a cell as a canonical plain decimal. */
  decimal(cell: number): string {
    return exactToDecimal(this.exact(cell));
  }

  /** The sum of a cell. */
  exact(cell: number): Readonly<ExactNumber> {
    const long = this.#long.get(cell);
    return long ?? { mantissa: this.#mantissas[cell] ?? 0, scale: this.#scales[cell] ?? 0 };
  }

  #addShort(cell: number, mantissa: number, scale: number): boolean {
    if (this.#long.size > 0 && this.#long.has(cell)) return false;
    let sum = this.#mantissas[cell] as number;
    let sumScale = this.#scales[cell] as number;
    let part = mantissa;
    if (scale < sumScale) part *= tenTo[sumScale - scale] ?? Number.NaN;
    else if (scale > sumScale) {
      sum *= tenTo[scale - sumScale] ?? Number.NaN;
      sumScale = scale;
    }
    const total = sum + part;
    if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(part) || !Number.isSafeInteger(total))
      return false;
    this.#mantissas[cell] = total;
    this.#scales[cell] = sumScale;
    return true;
  }

  #addLong(cell: number, part: Readonly<ExactNumber>): void {
    const sum = this.#long.get(cell) ?? { ...this.exact(cell) };
    addExact(sum, part);
    this.#long.set(cell, sum);
  }

  #grow(cell: number): void {
    const length = Math.max(cell + 1, this.#scales.length * 2);
    const mantissas = new Float64Array(length);
    mantissas.set(this.#mantissas);
    this.#mantissas = mantissas;
    const scales = new Uint8Array(length);
    scales.set(this.#scales);
    this.#scales = scales;
  }
}
