import type { Snapshot as WireSnapshot } from "@liftledger/contracts/series";
import type { Snapshot } from "@liftledger/database/snapshots";
import { pooledRatio } from "@liftledger/kpis/ratio";
import type { PersonNames } from "../people/person-names.ts";

/** A snapshot as it crosses the wire, with its ratio where the denominator is not zero. */
export function snapshotView(kept: Snapshot, nameOf: PersonNames): WireSnapshot {
  const { rowCount: _rowCount, ...snapshot } = kept;
  const ratio = pooledRatio([
    { numerator: Number(snapshot.numerator), denominator: Number(snapshot.denominator) },
  ]);
  return {
    ...snapshot,
    recordedBy: nameOf(snapshot.recordedBy),
    ratio: ratio.kind === "value" ? ratio.value : null,
  };
}
