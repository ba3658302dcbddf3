import { setTimeout as sleep } from "node:timers/promises";
import type { ImportEvent } from "@liftledger/contracts/import-run";
import type { Context } from "@liftledger/use-cases/context";
import {
  ImportCancelled,
  secondsLeft,
  type ImportProgress,
} from "@liftledger/use-cases/imports/import-progress";
import type { ImportRuns } from "./import-runs.ts";
import type { ImportTaskRequest, ImportTaskRunner } from "./import-task.ts";

/** Something is told at least so often, so that nothing between takes the connection for dead. */
const longestSilenceMilliseconds = 1000;

/**
 * Imports a file and tells how far it is, and last what became of it. Whoever stops listening before the commit
 * cancels it; throws what the import throws.
 */
export async function* importEvents(
  { imports, importRuns }: { imports: ImportTaskRunner; importRuns: ImportRuns },
  ctx: Context,
  request: ImportTaskRequest,
): AsyncGenerator<ImportEvent> {
  const runId = ctx.newId();
  const run = importRuns.begin(ctx, runId);
  try {
    yield { kind: "started", runId };
    const news = new News();
    const importing = imports
      .run("importFile", ctx, request, { signal: run.signal, onProgress: (progress) => news.tell(progress) })
      .finally(() => news.end());
    // Awaited below, once nothing more is to be told.
    importing.catch(() => {});
    let startedAt: number | undefined;
    while (await news.next()) {
      const { stage, rows, fraction } = news.latest;
      if (stage !== "waiting") startedAt ??= performance.now();
      const elapsed = (performance.now() - (startedAt ?? performance.now())) / 1000;
      yield { kind: "progress", stage, rows, fraction, secondsLeft: secondsLeft(fraction, elapsed) };
    }
    yield await importing;
  } catch (error) {
    if (!(error instanceof ImportCancelled)) throw error;
    yield { kind: "cancelled" };
  } finally {
    run.end();
  }
}

/** The latest progress: who is slow to ask misses what is no longer true. */
class News {
  latest: ImportProgress = { stage: "waiting", rows: 0, fraction: 0 };
  #hasEnded = false;
  #wake = () => {};
  #told = this.#untold();

  tell(progress: ImportProgress): void {
    this.latest = progress;
    this.#wake();
  }

  end(): void {
    this.#hasEnded = true;
    this.#wake();
  }

  /** Resolves when there is something to tell, or it is time to; false when it is over. */
  async next(): Promise<boolean> {
    const silence = new AbortController();
    await Promise.race([
      this.#told,
      sleep(longestSilenceMilliseconds, undefined, { signal: silence.signal }).catch(() => {}),
    ]);
    silence.abort();
    this.#told = this.#untold();
    return !this.#hasEnded;
  }

  #untold(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
