import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { ProblemError } from "@liftledger/use-cases/problem";
import type { ReckoningInput, ReckoningName, ReckoningOutput } from "@liftledger/use-cases/reckoning/reckon";
import { IdleWorker } from "./idle-worker.ts";
import { KeptAnswers } from "./kept-answers.ts";
import type { AskedOfWorker, ToldByWorker } from "./reckoning-worker.ts";
import { Turns } from "./turns.ts";

/** What does reckonings, wherever. */
export interface ReckoningService {
  /** Rejects with what the reckoning threw, with "unavailable" where the signal is aborted before its end. */
  run<Name extends ReckoningName>(
    name: Name,
    input: ReckoningInput<Name>,
    signal?: AbortSignal,
  ): Promise<ReckoningOutput<Name>>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

export interface ReckoningLimits {
  readonly memoryMebibytes: number;
  /** Of one reckoning. */
  readonly milliseconds: number;
  /** What nobody waits for any more may go on so long: mostly it is soon done, and is asked for again. */
  readonly graceMilliseconds: number;
  /** A worker nobody needs for so long is ended. */
  readonly idleMilliseconds: number;
  /** How many may wait for their turn. */
  readonly waiting: number;
}

const usualLimits: ReckoningLimits = {
  memoryMebibytes: 512,
  milliseconds: 30_000,
  graceMilliseconds: 500,
  idleMilliseconds: 60_000,
  waiting: 100,
};

/**
 * Reckons in a worker thread, one thing after the other, so that requests are answered meanwhile. Answers are kept for a
 * while by the digest of what was asked, so that a page that is loaded again costs nothing.
 */
export class ReckoningRunner implements ReckoningService {
  readonly #limits: ReckoningLimits;
  readonly #kept = new KeptAnswers();
  readonly #turns = new Turns();
  readonly #worker: IdleWorker;

  constructor(limits: Partial<ReckoningLimits> = {}) {
    this.#limits = { ...usualLimits, ...limits };
    const { memoryMebibytes, idleMilliseconds } = this.#limits;
    const start = () =>
      new Worker(new URL("./reckoning-worker.ts", import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: memoryMebibytes },
      });
    this.#worker = new IdleWorker(start, idleMilliseconds);
  }

  async run<Name extends ReckoningName>(
    name: Name,
    input: ReckoningInput<Name>,
    signal?: AbortSignal,
  ): Promise<ReckoningOutput<Name>> {
    const asked: AskedOfWorker = { name, input };
    const key = createHash("sha256").update(JSON.stringify(asked)).digest("hex");
    const known = this.#kept.find(key) ?? (await this.#inTurn(key, asked, signal));
    return known as ReckoningOutput<Name>;
  }

  async close(): Promise<void> {
    await this.#worker.end();
  }

  async #inTurn(key: string, asked: AskedOfWorker, signal: AbortSignal | undefined): Promise<unknown> {
    if (this.#turns.waiting >= this.#limits.waiting) throw tooManyWait();
    await this.#turns.take(signal).catch(() => {
      throw gone();
    });
    try {
      if (signal?.aborted === true) throw gone();
      // Whoever had the turn before may have asked the same.
      const known = this.#kept.find(key);
      if (known !== undefined) return known;
      const output = await this.#ask(asked, signal);
      this.#kept.keep(key, output);
      return output;
    } finally {
      this.#endTurn();
    }
  }

  #endTurn(): void {
    if (!this.#turns.pass()) this.#worker.rest();
  }

  #ask(asked: AskedOfWorker, signal: AbortSignal | undefined): Promise<unknown> {
    const worker = this.#worker.use();
    const { milliseconds, graceMilliseconds } = this.#limits;
    return new Promise((resolve, reject) => {
      let why: ProblemError | undefined;
      const end = (reason: ProblemError) => {
        why = reason;
        void this.#worker.end();
      };
      const clocks = [setTimeout(() => end(takesTooLong()), milliseconds)];
      const leave = () => clocks.push(setTimeout(() => end(gone()), graceMilliseconds));
      const settle = (finish: () => void) => {
        clocks.forEach(clearTimeout);
        signal?.removeEventListener("abort", leave);
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        finish();
      };
      const onMessage = (told: ToldByWorker) =>
        settle(() => (told.kind === "done" ? resolve(told.output) : reject(told.error as Error)));
      const onError = (error: unknown) => settle(() => reject(isOutOfMemory(error) ? takesTooLong() : error));
      const onExit = () => settle(() => reject(why ?? new Error("The thread of reckonings ended.")));
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      signal?.addEventListener("abort", leave, { once: true });
      worker.postMessage(asked);
    });
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function takesTooLong(): ProblemError {
  const message =
    "This takes more time or memory than it may. Ask for fewer runs, or plan fewer lines or columns.";
  return new ProblemError("invalid-request", message);
}

function tooManyWait(): ProblemError {
  return new ProblemError("unavailable", "Too many ask for such an answer at once. Try again in a while.");
}

/** Nobody hears it. */
function gone(): ProblemError {
  return new ProblemError("unavailable", "Nobody waited for the answer any more.");
}
