import type { Worker } from "node:worker_threads";

/** A worker thread that is started when somebody needs it, and ended when nobody has for a while. */
export class IdleWorker {
  readonly #start: () => Worker;
  readonly #idleMilliseconds: number;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(start: () => Worker, idleMilliseconds: number) {
    this.#start = start;
    this.#idleMilliseconds = idleMilliseconds;
  }

  /** The worker, started where there is none. One that is ending or has failed is not given out: it would answer nobody. */
  use(): Worker {
    clearTimeout(this.#idle);
    if (this.#worker !== undefined) {
      this.#worker.ref();
      return this.#worker;
    }
    const worker = this.#start();
    const forget = () => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    worker.once("error", forget).once("exit", forget);
    this.#worker = worker;
    return worker;
  }

  /** Nobody needs it for now. Neither the clock nor an idle worker keeps the process alive. */
  rest(): void {
    this.#idle = setTimeout(() => void this.end(), this.#idleMilliseconds).unref();
    this.#worker?.unref();
  }

  /** Ends it, whatever it is doing; who needs one meanwhile gets another. */
  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
