import { parentPort } from "node:worker_threads";
import type { ReckoningInput, ReckoningName } from "@liftledger/use-cases/reckoning/reckon";
import { reckonHere } from "@liftledger/use-cases/reckoning/reckon-here";

/** What the worker is asked, one thing at a time. */
export interface AskedOfWorker {
  readonly name: ReckoningName;
  readonly input: ReckoningInput<ReckoningName>;
}

export type ToldByWorker =
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "failed"; readonly error: unknown };

parentPort?.on("message", (asked: AskedOfWorker) => void answer(asked));

async function answer({ name, input }: AskedOfWorker): Promise<void> {
  try {
    tell({ kind: "done", output: await reckonHere(name, input) });
  } catch (error) {
    tell({ kind: "failed", error });
  }
}

function tell(told: ToldByWorker): void {
  parentPort?.postMessage(told);
}
