import { createHash } from "node:crypto";
import type { Snapshot } from "@liftledger/database/snapshots";

/**
 * The digest of the snapshot revisions a baseline stands on: SHA-256, in hexadecimal, over one line
 * "period:revision:numerator:denominator" for each, in the order of the periods, each ended by a newline.
 * Anybody with the revisions can compute it again.
 *
 * @example
 * revisionDigest([{ period: "2026-W01", revision: 1, numerator: "12", denominator: "340" }])
 */
export function revisionDigest(
  snapshots: readonly Pick<Snapshot, "period" | "revision" | "numerator" | "denominator">[],
): string {
  const hash = createHash("sha256");
  for (const { period, revision, numerator, denominator } of snapshots) {
    hash.update(`${period}:${revision}:${numerator}:${denominator}\n`);
  }
  return hash.digest("hex");
}
