const pageBits = 14;
const pageSize = 1 << pageBits;
const inPage = pageSize - 1;

/**
 * A column of 32-bit unsigned integers that grows by pages, so that growing never copies it and leaves no
 * garbage behind; a place never written holds 0.
 */
export class GrowingIntegers {
  readonly #pages: Uint32Array[] = [];

  get(index: number): number {
    const page = this.#pages[index >>> pageBits];
    return page === undefined ? 0 : (page[index & inPage] as number);
  }

  set(index: number, value: number): void {
    const number = index >>> pageBits;
    while (this.#pages.length <= number) this.#pages.push(new Uint32Array(pageSize));
    (this.#pages[number] as Uint32Array)[index & inPage] = value;
  }
}
