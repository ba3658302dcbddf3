import { addExact, exactToDecimal, type ExactNumber } from "./exact-number.ts";

const tenTo = Array.from({ length: 16 }, (_, power) => 10 ** power);
const pageBits = 14;
const pageSize = 1 << pageBits;
const inPage = pageSize - 1;

type Page = { mantissas: Float64Array; scales: Uint8Array };

/**
 * A column of exact decimal sums, one for each cell of a table that grows. A sum is nine bytes (a safe
 * integer and its scale) while that is exact, and moves to a bigint when it no longer is; nothing is ever
 * rounded. It grows by pages, which leaves no garbage behind.
 *
 * @example
 * const sums = new ExactSums();
 * sums.add(0, { mantissa: 1, scale: 1 });
 * sums.add(0, { mantissa: 2, scale: 1 });
 * sums.decimal(0) // "0.3"
 */
export class ExactSums {
  readonly #pages: Page[] = [];
  readonly #long = new Map<number, ExactNumber>();

  /** Adds a number to a cell; a cell never added to holds 0. */
  add(cell: number, part: Readonly<ExactNumber>): void {
    const number = cell >>> pageBits;
    while (this.#pages.length <= number) {
      this.#pages.push({ mantissas: new Float64Array(pageSize), scales: new Uint8Array(pageSize) });
    }
    if (this.#long.size > 0 && this.#long.has(cell)) return this.#addLong(cell, part);
    const { mantissa, scale } = part;
    const isShort =
      typeof mantissa === "number" && addShort(this.#pages[number] as Page, cell & inPage, mantissa, scale);
    if (!isShort) this.#addLong(cell, part);
  }

  /** The sum of a cell as a canonical plain decimal. */
  decimal(cell: number): string {
    const page = this.#pages[cell >>> pageBits];
    const place = cell & inPage;
    // Whole numbers are by far the most.
    if (page?.scales[place] === 0 && this.#long.size === 0) return String(page.mantissas[place]);
    return exactToDecimal(this.exact(cell));
  }

  /** The sum of a cell. */
  exact(cell: number): Readonly<ExactNumber> {
    const long = this.#long.get(cell);
    if (long !== undefined) return long;
    const page = this.#pages[cell >>> pageBits];
    const place = cell & inPage;
    return { mantissa: page?.mantissas[place] ?? 0, scale: page?.scales[place] ?? 0 };
  }

  #addLong(cell: number, part: Readonly<ExactNumber>): void {
    const sum = this.#long.get(cell) ?? { ...this.exact(cell) };
    addExact(sum, part);
    this.#long.set(cell, sum);
  }
}

/** Adds where sum, part and total are all safe integers at the larger scale; otherwise changes nothing. */
function addShort(page: Page, place: number, mantissa: number, scale: number): boolean {
  let sum = page.mantissas[place] as number;
  let sumScale = page.scales[place] as number;
  let part = mantissa;
  if (scale < sumScale) part *= tenTo[sumScale - scale] ?? Number.NaN;
  else if (scale > sumScale) {
    sum *= tenTo[scale - sumScale] ?? Number.NaN;
    sumScale = scale;
  }
  const total = sum + part;
  if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(part) || !Number.isSafeInteger(total)) return false;
  page.mantissas[place] = total;
  page.scales[place] = sumScale;
  return true;
}
