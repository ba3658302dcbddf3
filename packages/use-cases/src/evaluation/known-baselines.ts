import { listBaselinesByIds, type Baseline } from "@liftledger/database/baselines";
import { frozenRevisions, snapshotsOfBaselines } from "@liftledger/database/baseline-snapshots";
import type { Benefit } from "@liftledger/database/benefits";
import type { Series } from "@liftledger/database/series";
import type { Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import { claimStarts } from "../baselines/claim-starts.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { readControls, type KnownControl } from "./known-controls.ts";

/** A baseline as it stood at an instant, with the snapshots it stands on. */
export interface KnownBaseline {
  row: Baseline;
  status: "draft" | "frozen";
  before: readonly Snapshot[];
  /** Whether another initiative already claimed the series in the pre-period. */
  contaminated: boolean;
  /** The series that its design names. */
  controls: readonly KnownControl[];
}

/** What was known at an instant, and of which benefits. */
interface Known {
  asOf: string;
  benefits: readonly Benefit[];
  series: ReadonlyMap<string, Series>;
  snapshots: ReadonlyMap<string, readonly Snapshot[]>;
}

/**
 * The baseline that each benefit stood on at `asOf`, by benefit id. A frozen one reads the revisions it froze: a
 * later correction is told, and moves nothing.
 */
export async function readBaselines(
  ctx: Context,
  db: Reader,
  known: Known,
): Promise<Map<string, KnownBaseline>> {
  const ids = known.benefits.flatMap(({ baselineId }) => (baselineId === null ? [] : [baselineId]));
  const present = await listBaselinesByIds(db, ctx.organisationId, [...new Set(ids)]);
  const claimed = await claimStarts(ctx, db, known.series, known.asOf);
  const isFrozen = ({ frozenAt }: Baseline) => frozenAt !== null && frozenAt <= known.asOf;
  const frozen = await frozenSnapshots(ctx, db, present.filter(isFrozen), known.snapshots);
  const standing = new Map<string, KnownBaseline>();
  for (const row of present) {
    if (row.createdAt > known.asOf) continue;
    const status = isFrozen(row) ? "frozen" : "draft";
    const before = frozen.get(row.baselineId) ?? draftedOn(row, known.snapshots.get(row.seriesId) ?? []);
    const last = before.at(-1)?.period ?? "";
    // A claim that stands on this baseline begins after it, so what began by its end is another.
    const contaminated = (claimed.get(row.seriesId) ?? []).some((from) => from <= last);
    standing.set(row.baselineId, { row, status, before, contaminated, controls: [] });
  }
  const controls = await readControls(ctx, db, [...standing.values()], known.asOf);
  for (const [baselineId, compared] of controls) {
    standing.set(baselineId, { ...entryOf(standing, baselineId), controls: compared });
  }
  return new Map(
    known.benefits.flatMap(({ benefitId, baselineId }) => {
      const baseline = standing.get(baselineId ?? "");
      return baseline === undefined ? [] : [[benefitId, baseline]];
    }),
  );
}

/**
 * What frozen baselines stand on, by their ids. Most rows were never corrected: they are among the latest, which were
 * read already, and only those of a corrected baseline are read again.
 */
async function frozenSnapshots(
  ctx: Context,
  db: Reader,
  baselines: readonly Baseline[],
  latest: Known["snapshots"],
): Promise<Map<string, readonly Snapshot[]>> {
  const ids = baselines.map(({ baselineId }) => baselineId);
  const revisions = await frozenRevisions(db, ctx.organisationId, ids);
  const found = new Map<string, readonly Snapshot[]>();
  for (const { baselineId, seriesId } of baselines) {
    const rows = rowsAt(entryOf(revisions, baselineId), latest.get(seriesId) ?? []);
    if (rows !== null) found.set(baselineId, rows);
  }
  const corrected = ids.filter((id) => !found.has(id));
  if (corrected.length === 0) return found;
  return new Map([...found, ...(await snapshotsOfBaselines(db, ctx.organisationId, corrected))]);
}

/** The rows of these revisions; null where one is not among them. */
function rowsAt(
  revisions: readonly { period: string; revision: number }[],
  snapshots: readonly Snapshot[],
): readonly Snapshot[] | null {
  const byPeriod = new Map(snapshots.map((snapshot) => [snapshot.period, snapshot]));
  const rows: Snapshot[] = [];
  for (const { period, revision } of revisions) {
    const row = byPeriod.get(period);
    if (row?.revision !== revision) return null;
    rows.push(row);
  }
  return rows;
}

/** What a draft stands on: the numbers of its window as they are now. */
function draftedOn(
  { preFrom, preTo, leftOut }: Baseline,
  snapshots: readonly Snapshot[],
): readonly Snapshot[] {
  return snapshots.filter(
    ({ period }) =>
      preFrom !== null && preTo !== null && period >= preFrom && period <= preTo && !leftOut.includes(period),
  );
}
