import type { Snapshot as WireSnapshot } from "@liftledger/contracts/series";
import type { SnapshotRevision } from "@liftledger/contracts/snapshot-retraction";
import type { Snapshot } from "@liftledger/database/snapshots";
import type { Kpi } from "@liftledger/kpis/kpi";
import { isMature, maturesOn } from "@liftledger/kpis/maturation";
import { pooledRatio } from "@liftledger/kpis/ratio";
import type { PersonNames } from "../people/person-names.ts";

/** A revision as it crosses the wire: one that takes a value back has no numbers, and its reason. */
export function revisionView(
  kept: Snapshot,
  setting: { kpi: Kpi; day: string; nameOf: PersonNames },
): SnapshotRevision {
  const shown = snapshotView(kept, setting);
  const { retraction } = kept;
  if (retraction === undefined) return { ...shown, retraction: null };
  return { ...shown, numerator: null, denominator: null, ratio: null, retraction };
}

/**
 * A snapshot as it crosses the wire: with its ratio where the denominator is not zero, and whether its period had
 * matured on a day.
 */
export function snapshotView(
  kept: Snapshot,
  { kpi, day, nameOf }: { kpi: Kpi; day: string; nameOf: PersonNames },
): WireSnapshot {
  const { rowCount: _rowCount, retraction: _retraction, ...snapshot } = kept;
  const ratio = pooledRatio([
    { numerator: Number(snapshot.numerator), denominator: Number(snapshot.denominator) },
  ]);
  return {
    ...snapshot,
    recordedBy: nameOf(snapshot.recordedBy),
    ratio: ratio.kind === "value" ? ratio.value : null,
    maturesOn: maturesOn(kept.period, kpi),
    mature: isMature(kept.period, kpi, day),
  };
}
