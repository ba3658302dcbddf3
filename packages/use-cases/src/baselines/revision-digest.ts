import { createHash } from "node:crypto";
import type { Snapshot } from "@liftledger/database/snapshots";

type Revision = Pick<Snapshot, "period" | "revision" | "numerator" | "denominator">;

/** The revisions of a control series that a baseline stands on. */
export interface ControlRevisions {
  readonly seriesId: string;
  readonly snapshots: readonly Snapshot[];
}

/**
 * The digest of the snapshot revisions a baseline stands on: SHA-256, in hexadecimal, over one line
 * "period:revision:numerator:denominator" for each, in the order of the periods, each ended by a newline. Those of the
 * series it is compared with follow, by series id, each under a line "control:seriesId".
 * Anybody with the revisions can compute it again.
 *
 * @example
 * revisionDigest([{ period: "2026-W01", revision: 1, numerator: "12", denominator: "340" }])
 */
export function revisionDigest(
  snapshots: readonly Revision[],
  controls: readonly { seriesId: string; snapshots: readonly Revision[] }[] = [],
): string {
  const hash = createHash("sha256");
  const add = (rows: readonly Revision[]) => {
    for (const { period, revision, numerator, denominator } of rows) {
      hash.update(`${period}:${revision}:${numerator}:${denominator}\n`);
    }
  };
  add(snapshots);
  for (const { seriesId, snapshots: rows } of controls.toSorted((a, b) =>
    a.seriesId < b.seriesId ? -1 : 1,
  )) {
    hash.update(`control:${seriesId}\n`);
    add(rows);
  }
  return hash.digest("hex");
}
