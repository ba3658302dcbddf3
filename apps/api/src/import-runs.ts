import { NotFoundError } from "@liftledger/database/errors";
import type { Context } from "@liftledger/use-cases/context";
import { ImportCancelled } from "@liftledger/use-cases/imports/import-progress";
import { mustBe } from "@liftledger/use-cases/permissions";

/** Who begins or cancels an import. */
type Runner = Pick<Context, "organisationId" | "actor">;

/** The imports that are under way in this process, so that another request can cancel one. */
export class ImportRuns {
  readonly #runs = new Map<string, { controller: AbortController; personId: string }>();

  /** A run that can be cancelled until it is ended. */
  begin({ organisationId, actor }: Runner, runId: string) {
    const controller = new AbortController();
    const key = keyOf(organisationId, runId);
    this.#runs.set(key, { controller, personId: actor.personId });
    return {
      signal: controller.signal,
      /** Cancels what is still under way. */
      end: () => {
        this.#runs.delete(key);
        controller.abort(new ImportCancelled());
      },
    };
  }

  /** Throws `NotFoundError` where no such import is under way, "forbidden" where another began it, but for finance. */
  cancel({ organisationId, actor }: Runner, runId: string): void {
    const run = this.#runs.get(keyOf(organisationId, runId));
    if (run === undefined) throw new NotFoundError("import under way", runId);
    if (run.personId !== actor.personId) mustBe({ actor }, "finance");
    run.controller.abort(new ImportCancelled());
  }
}

function keyOf(organisationId: string, runId: string): string {
  return `${organisationId} ${runId}`;
}
