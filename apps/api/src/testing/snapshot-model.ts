import type { LoggedSnapshots, LogSnapshots } from "@liftledger/contracts/series";
import type { RetractedSnapshots } from "@liftledger/contracts/snapshot-retraction";

/** What a ledger of snapshots must answer, as simply as it can be said: the latest values and a count of revisions. */
export class SnapshotModel {
  /** No values where they were taken back. */
  readonly #kept = new Map<string, { values: string | null; revision: number }>();

  /** What is wrong with an answer to a logging that was taken, or undefined; the values are kept then. */
  log(request: LogSnapshots, answer: LoggedSnapshots): string | undefined {
    for (const [place, { seriesId, period, numerator, denominator }] of request.snapshots.entries()) {
      const name = `${seriesId} ${period}`;
      const values = `${numerator}/${denominator}`;
      const before = this.#kept.get(name);
      const result =
        (before?.values ?? null) === null ? "new" : before?.values === values ? "same" : "changed";
      const revision = (before?.revision ?? 0) + (result === "same" ? 0 : 1);
      this.#kept.set(name, { values, revision });
      const row = answer.rows[place];
      if (row?.result !== result || row.revision !== revision) {
        return `${name}: ${result}, revision ${revision}, was expected of ${JSON.stringify(row)}`;
      }
    }
    return undefined;
  }

  /** What is wrong with an answer to a taking back that was taken, or undefined. */
  retract(restore: boolean, answer: RetractedSnapshots): string | undefined {
    for (const { seriesId, period, revision, beside, now } of answer.rows) {
      if (beside !== null) continue;
      const name = `${seriesId} ${period}`;
      const before = this.#kept.get(name);
      this.#kept.set(name, { values: now === null ? null : `${now.numerator}/${now.denominator}`, revision });
      const isNext = revision === (before?.revision ?? 0) + 1;
      if (!isNext || (!restore && now !== null)) {
        return `${name}: revision ${before?.revision} was taken back, and ${revision} came of it with ${JSON.stringify(now)}`;
      }
    }
    return undefined;
  }
}
