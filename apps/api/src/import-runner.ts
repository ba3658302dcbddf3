import { Worker } from "node:worker_threads";
import { noteFailedDisk } from "@liftledger/database/run-transaction";
import type { Context } from "@liftledger/use-cases/context";
import { ImportCancelled, type ImportWatch } from "@liftledger/use-cases/imports/import-progress";
import { ProblemError } from "@liftledger/use-cases/problem";
import { FailedElsewhere } from "./errors.ts";
import { IdleWorker } from "./idle-worker.ts";
import type {
  ImportTaskInput,
  ImportTaskName,
  ImportTaskOutput,
  ImportTaskRunner,
  MessageFromWorker,
  MessageToWorker,
} from "./import-task.ts";
import { Turns } from "./turns.ts";

export interface ImportLimits {
  /** Of the worker's own objects; what a file holds lies beside them, and has limits of its own. */
  readonly memoryMebibytes: number;
  readonly milliseconds: number;
  /** A worker nobody needs for so long is ended, and its memory is free again. */
  readonly idleMilliseconds: number;
}

const usualLimits: ImportLimits = { memoryMebibytes: 512, milliseconds: 600_000, idleMilliseconds: 5000 };
/** A worker that was asked to stop may take so long to roll back before it is ended. */
const patienceMilliseconds = 5000;

/**
 * Runs what reads whole files, or undoes what one wrote, in a worker thread with its own database connections, one
 * after the other, so that requests are answered meanwhile. A task that takes too much memory or time is ended and
 * refused.
 */
export class ImportRunner implements ImportTaskRunner {
  readonly #limits: ImportLimits;
  readonly #turns = new Turns();
  readonly #worker: IdleWorker;

  constructor(limits: Partial<ImportLimits> = {}) {
    this.#limits = { ...usualLimits, ...limits };
    const { memoryMebibytes, idleMilliseconds } = this.#limits;
    const start = () =>
      new Worker(new URL("./import-worker.ts", import.meta.url), {
        resourceLimits: {
          maxOldGenerationSizeMb: memoryMebibytes,
          // What a row leaves behind is soon garbage; a larger nursery only takes more memory.
          maxYoungGenerationSizeMb: 4,
        },
      });
    this.#worker = new IdleWorker(start, idleMilliseconds);
  }

  async run<Name extends ImportTaskName>(
    task: Name,
    ctx: Context,
    request: ImportTaskInput<Name>,
    watch: ImportWatch = {},
  ): Promise<ImportTaskOutput<Name>> {
    await this.#turn(watch.signal);
    try {
      const { db, newId: _newId, ...context } = ctx;
      const message: MessageToWorker = { kind: "run", task, database: db.location, context, request };
      return (await this.#ask(message, watch)) as ImportTaskOutput<Name>;
    } catch (error) {
      // It is one file: what failed under the worker's connection has failed under this thread's.
      if (error instanceof FailedElsewhere && error.isDiskFailed) noteFailedDisk(ctx.db);
      throw error;
    } finally {
      this.#endTurn();
    }
  }

  async close(): Promise<void> {
    await this.#worker.end();
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    try {
      await this.#turns.take(signal);
    } catch {
      throw new ImportCancelled();
    }
  }

  #endTurn(): void {
    if (!this.#turns.pass()) this.#worker.rest();
  }

  #ask(message: MessageToWorker, { signal, onProgress }: ImportWatch): Promise<unknown> {
    const worker = this.#worker.use();
    return new Promise((resolve, reject) => {
      const isUndo = message.kind === "run" && message.task === "undoImport";
      const task = new RunningTask(worker, {
        ...this.#limits,
        isUndo,
        endWorker: () => void this.#worker.end(),
      });
      const cancel = () => task.stop();
      const settle = (end: () => void) => {
        signal?.removeEventListener("abort", cancel);
        task.end();
        end();
      };
      const onMessage = (told: MessageFromWorker) => {
        if (told.kind === "progress") {
          task.isCommitting = told.progress.stage === "committing";
          onProgress?.(told.progress);
        } else settle(() => settleBy(told, task, resolve, reject));
      };
      const onExit = (error?: unknown) => settle(() => reject(task.whyEnded(error)));
      task.listen(onMessage, onExit);
      signal?.addEventListener("abort", cancel, { once: true });
      worker.postMessage(message);
    });
  }
}

function settleBy(
  told: Exclude<MessageFromWorker, { kind: "progress" }>,
  task: RunningTask,
  resolve: (output: unknown) => void,
  reject: (error: unknown) => void,
): void {
  if (told.kind === "done") resolve(told.output);
  else if (told.kind === "failed") {
    const cause = Object.assign(new Error(told.cause.message), told.cause);
    reject(new FailedElsewhere(told.failure, cause, told.isDiskFailed));
  } else reject(task.isOverdue ? tooLong(task) : new ImportCancelled());
}

/** A task in a worker: its clock, and how it is stopped. */
class RunningTask {
  readonly #worker: Worker;
  readonly #endWorker: () => void;
  readonly #clock: NodeJS.Timeout;
  #patience: NodeJS.Timeout | undefined;
  #onMessage = (_told: MessageFromWorker) => {};
  #onEnd = (_error?: unknown) => {};
  readonly #onExit = () => this.#onEnd();
  readonly isUndo: boolean;
  isCommitting = false;
  isOverdue = false;

  constructor(
    worker: Worker,
    { milliseconds, isUndo, endWorker }: ImportLimits & { isUndo: boolean; endWorker: () => void },
  ) {
    this.#worker = worker;
    this.#endWorker = endWorker;
    this.isUndo = isUndo;
    this.#clock = setTimeout(() => {
      this.isOverdue = true;
      this.stop();
    }, milliseconds);
  }

  listen(onMessage: (told: MessageFromWorker) => void, onEnd: (error?: unknown) => void): void {
    [this.#onMessage, this.#onEnd] = [onMessage, onEnd];
    this.#worker.on("message", onMessage).on("error", onEnd).on("exit", this.#onExit);
  }

  /** Asks the task to stop, and ends a worker that does not hear, unless it commits: that is seen through. */
  stop(): void {
    this.#worker.postMessage({ kind: "cancel" } satisfies MessageToWorker);
    this.#patience ??= setTimeout(() => {
      if (!this.isCommitting) this.#endWorker();
    }, patienceMilliseconds);
  }

  end(): void {
    clearTimeout(this.#clock);
    clearTimeout(this.#patience);
    this.#worker.off("message", this.#onMessage).off("error", this.#onEnd).off("exit", this.#onExit);
  }

  /** Why a worker ended in the middle of its task. What it had not committed is not there. */
  whyEnded(error: unknown): Error {
    if (error instanceof Error) return isOutOfMemory(error) ? tooMuchMemory(this) : error;
    if (this.isOverdue) return tooLong(this);
    if (this.#patience !== undefined) return new ImportCancelled();
    return new Error("The thread of imports ended before its task.");
  }
}

function isOutOfMemory(error: Error): boolean {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function tooMuchMemory({ isUndo }: RunningTask): ProblemError {
  return refusal(isUndo ? undoTakes("more memory") : fileTakes("more memory than an import may use"));
}

function tooLong({ isUndo }: RunningTask): ProblemError {
  return refusal(isUndo ? undoTakes("longer") : fileTakes("longer than an import may"));
}

const fileTakes = (what: string) => `The file takes ${what}. Nothing was written; divide it into several.`;

const undoTakes = (what: string) =>
  `To undo this import takes ${what} than it may here. Nothing was changed; the command undo-import, on the data folder, has no such limit.`;

function refusal(message: string): ProblemError {
  return new ProblemError("file-refused", message, [{ field: "the file", message }]);
}
