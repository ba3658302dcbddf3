import type { LoggedSnapshots, LogSnapshots } from "@liftledger/contracts/series";

/** What a ledger of snapshots must answer, as simply as it can be said: the latest values and a count of revisions. */
export class SnapshotModel {
  readonly #kept = new Map<string, { values: string; revision: number }>();

  /** What is wrong with an answer to a logging that was taken, or undefined; the values are kept then. */
  log(request: LogSnapshots, answer: LoggedSnapshots): string | undefined {
    for (const [place, { seriesId, period, numerator, denominator }] of request.snapshots.entries()) {
      const name = `${seriesId} ${period}`;
      const values = `${numerator}/${denominator}`;
      const before = this.#kept.get(name);
      const result = before === undefined ? "new" : before.values === values ? "same" : "changed";
      const revision = (before?.revision ?? 0) + (result === "same" ? 0 : 1);
      this.#kept.set(name, { values, revision });
      const row = answer.rows[place];
      if (row?.result !== result || row.revision !== revision) {
        return `${name}: ${result}, revision ${revision}, was expected of ${JSON.stringify(row)}`;
      }
    }
    return undefined;
  }
}
