import { sameQuantities } from "@liftledger/database/place-cell";
import { isValue, noQuantities, type Snapshot } from "@liftledger/database/snapshots";

/** How a value is taken back: by whom and why, and what becomes of the period. */
export interface TakeBack {
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reason: string;
  /** Whether what stood before counts again; else nothing does. */
  readonly restore: boolean;
  /** The imports that were undone: their numbers never come back. */
  readonly undone: ReadonlySet<string>;
}

/** The revision after one that is taken back: what stood before it, or that nothing does. */
export function revisionAfter(revisions: readonly Snapshot[], taken: Snapshot, how: TakeBack): Snapshot {
  const { recordedAt, recordedBy, reason } = how;
  const now = { revision: taken.revision + 1, recordedAt, recordedBy };
  const before = how.restore ? standingBefore(revisions, taken, how.undone) : undefined;
  if (before !== undefined && isValue(before)) return { ...before, ...now };
  const { seriesId, period, source } = taken;
  const fromNoFile = { importId: null, lineFirst: null, lineLast: null, rowCount: null };
  return { seriesId, period, source, ...noQuantities, ...fromNoFile, ...now, retraction: reason };
}

/**
 * What its source says beside from then on, where a number that counts is taken back and the source has stood beside
 * another before: its word there is the same, and is taken back with it. Undefined where it has none.
 */
export function besideAfter(
  beside: readonly Snapshot[],
  taken: Snapshot,
  how: TakeBack,
): Snapshot | undefined {
  const own = beside.filter(({ source }) => source === taken.source);
  const last = own.at(-1);
  if (last === undefined || !isValue(last) || !sameQuantities(last, taken)) return undefined;
  return revisionAfter(own, last, how);
}

/**
 * The revision that stood before another. What an undone import wrote is passed over, with all that came between its
 * numbers: they may have come back by a later undo.
 */
function standingBefore(
  revisions: readonly Snapshot[],
  taken: Snapshot,
  undone: ReadonlySet<string>,
): Snapshot | undefined {
  let place = revisions.findIndex(({ revision }) => revision === taken.revision);
  let found: Snapshot | undefined = revisions[place];
  do {
    const importId = found?.importId ?? null;
    const isUndone = importId !== null && undone.has(importId);
    place = (isUndone ? revisions.findIndex((one) => one.importId === importId) : place) - 1;
    found = revisions[place];
  } while (found !== undefined && found.importId !== null && undone.has(found.importId));
  return found;
}
