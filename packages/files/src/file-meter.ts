import { createHash } from "node:crypto";

/** Passes a file's bytes on, counting and digesting them on the way, so that it is read only once. */
export class FileMeter {
  readonly #hash = createHash("sha256");
  readonly #onProgress: ((bytesRead: number) => void) | undefined;
  bytes = 0;

  constructor(onProgress?: (bytesRead: number) => void) {
    this.#onProgress = onProgress;
  }

  async *measure(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.bytes += chunk.byteLength;
      this.#hash.update(chunk);
      this.#onProgress?.(this.bytes);
      yield chunk;
    }
  }

  /** The SHA-256 of what was read, in hexadecimal. Ends the count: call it once. */
  digest(): string {
    return this.#hash.digest("hex");
  }
}
