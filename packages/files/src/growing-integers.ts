/** A column of 32-bit unsigned integers that grows; a place never written holds 0. */
export class GrowingIntegers {
  #values = new Uint32Array(1024);

  get(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) this.#grow(index);
    this.#values[index] = value;
  }

  #grow(index: number): void {
    const grown = new Uint32Array(Math.max(index + 1, this.#values.length * 2));
    grown.set(this.#values);
    this.#values = grown;
  }
}
