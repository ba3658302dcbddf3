import type { Snapshot } from "@liftledger/database/snapshots";
import type { ExplanationSource } from "@liftledger/roi/explanation";
import type { LedgerView } from "./read-ledger.ts";

/** Where a logged number comes from: its revision, its file with the lines, and who recorded it. */
export function snapshotSource(
  { imports, nameOf }: Pick<LedgerView, "imports" | "nameOf">,
  { seriesId, period, revision, importId, lineFirst, lineLast, recordedAt, recordedBy, source }: Snapshot,
): ExplanationSource {
  const file = importId === null ? undefined : imports.get(importId);
  return {
    kind: "measured",
    text: file === undefined ? `${source}, revision ${revision}` : `${file.fileName}, revision ${revision}`,
    seriesId,
    period,
    revision,
    importId,
    fileName: file?.fileName ?? null,
    fileDigest: file?.fileDigest ?? null,
    lineFirst,
    lineLast,
    recordedAt,
    recordedBy: nameOf(recordedBy),
  };
}
