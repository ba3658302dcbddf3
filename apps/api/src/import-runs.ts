import { NotFoundError } from "@liftledger/database/errors";
import { ImportCancelled } from "@liftledger/use-cases/imports/import-progress";

/** The imports that are under way in this process, so that another request can cancel one. */
export class ImportRuns {
  readonly #runs = new Map<string, AbortController>();

  /** A run that can be cancelled by its organisation until it is ended. */
  begin(organisationId: string, runId: string) {
    const controller = new AbortController();
    const key = keyOf(organisationId, runId);
    this.#runs.set(key, controller);
    return {
      signal: controller.signal,
      /** Cancels what is still under way. */
      end: () => {
        this.#runs.delete(key);
        controller.abort(new ImportCancelled());
      },
    };
  }

  /** Throws `NotFoundError` where no such import is under way. */
  cancel(organisationId: string, runId: string): void {
    const controller = this.#runs.get(keyOf(organisationId, runId));
    if (controller === undefined) throw new NotFoundError("import under way", runId);
    controller.abort(new ImportCancelled());
  }
}

function keyOf(organisationId: string, runId: string): string {
  return `${organisationId} ${runId}`;
}
