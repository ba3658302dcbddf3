/** One at a time, in the order in which they asked. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves once it is this one's turn; rejects with the signal's reason where it is aborted before. */
  async take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (!this.#isTaken) {
      this.#isTaken = true;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1);
        reject(signal?.reason as Error);
      };
      this.#waiting.push(begin);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  /** Gives the turn to the next; whether there was one. */
  pass(): boolean {
    const next = this.#waiting.shift();
    if (next === undefined) this.#isTaken = false;
    else next();
    return next !== undefined;
  }
}
