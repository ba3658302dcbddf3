import type { UndoneImport } from "@liftledger/contracts/import";

/** What undoing an import did, without the record of the import. */
export type Undone = Omit<UndoneImport, "import"> & {
  readonly seriesIds: readonly string[];
  readonly initiativeIds: readonly string[];
};

/** How an import is undone: whose it is, and why. */
export interface UndoRequest {
  readonly importId: string;
  readonly reason: string;
}

/** So many of what stays are named; all are counted. */
const mostNamed = 100;

/** What was found so far. */
export class UndoTally {
  readonly periods = { emptied: 0, restored: 0, beside: 0 };
  records = 0;
  readonly seriesIds = new Set<string>();
  readonly initiativeIds = new Set<string>();
  readonly #stayed: UndoneImport["stayed"] = [];
  #stayedCount = 0;

  stays(what: string, why: string): void {
    this.#stayedCount += 1;
    if (this.#stayed.length < mostNamed) this.#stayed.push({ what, why });
  }

  result(): Undone {
    return {
      periods: this.periods,
      records: this.records,
      stayed: this.#stayed,
      stayedCount: this.#stayedCount,
      seriesIds: [...this.seriesIds].toSorted(),
      initiativeIds: [...this.initiativeIds].toSorted(),
    };
  }
}
