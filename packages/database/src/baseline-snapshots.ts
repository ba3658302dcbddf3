import { isOneOf } from "./columns.ts";
import type { Snapshot } from "./snapshots.ts";
import { toSnapshot } from "./snapshots.ts";
import type { Reader } from "./transaction.ts";

/** The snapshots a frozen baseline stands on, at the revisions it froze, whatever was corrected since. */
export async function snapshotsOfBaseline(
  db: Reader,
  organisationId: string,
  baselineId: string,
): Promise<Snapshot[]> {
  return (await snapshotsOfBaselines(db, organisationId, [baselineId])).get(baselineId) ?? [];
}

/** The revision that each of several baselines froze of each period, in order; none where nothing is frozen. */
export async function frozenRevisions(
  db: Reader,
  organisationId: string,
  baselineIds: readonly string[],
): Promise<Map<string, { period: string; revision: number }[]>> {
  const rows = await db
    .selectFrom("baseline_snapshots")
    .select(["baseline_id", "period", "revision"])
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "baseline_id", baselineIds))
    .orderBy("baseline_id")
    .orderBy("period")
    .execute();
  const byBaseline = new Map<string, { period: string; revision: number }[]>(
    baselineIds.map((id) => [id, []]),
  );
  for (const { baseline_id: id, period, revision } of rows) byBaseline.get(id)?.push({ period, revision });
  return byBaseline;
}

/** The same of several baselines in one query; every id asked for has an entry, empty where nothing is frozen. */
export async function snapshotsOfBaselines(
  db: Reader,
  organisationId: string,
  baselineIds: readonly string[],
): Promise<Map<string, Snapshot[]>> {
  const rows = await snapshotsUnder(db, organisationId, baselineIds, "=")
    .selectAll("snapshots")
    .select("baselines.baseline_id")
    .orderBy("baselines.baseline_id")
    .orderBy("snapshots.period")
    .execute();
  const byBaseline = new Map<string, Snapshot[]>(baselineIds.map((id) => [id, []]));
  for (const { baseline_id: id, ...row } of rows) byBaseline.get(id)?.push(toSnapshot(row));
  return byBaseline;
}

/**
 * The periods under a frozen baseline that have a later revision than the one it froze; one that was recorded by
 * `asOf` where given.
 */
export async function periodsCorrectedSince(
  db: Reader,
  organisationId: string,
  baselineId: string,
  asOf?: string,
): Promise<string[]> {
  let query = snapshotsUnder(db, organisationId, [baselineId], ">")
    .select("snapshots.period")
    .distinct()
    .orderBy("snapshots.period");
  if (asOf !== undefined) query = query.where("snapshots.recorded_at", "<=", asOf);
  const rows = await query.execute();
  return rows.map((row) => row.period);
}

/** The snapshots of the periods that baselines froze: at the frozen revision ("="), or at later ones (">"). */
function snapshotsUnder(
  db: Reader,
  organisationId: string,
  baselineIds: readonly string[],
  revision: "=" | ">",
) {
  return frozenSnapshotsOf(db, organisationId, baselineIds).innerJoin("snapshots", (join) =>
    join
      .onRef("snapshots.organisation_id", "=", "baselines.organisation_id")
      .onRef("snapshots.series_id", "=", "baselines.series_id")
      .onRef("snapshots.period", "=", "frozen.period")
      .onRef("snapshots.revision", revision, "frozen.revision"),
  );
}

function frozenSnapshotsOf(db: Reader, organisationId: string, baselineIds: readonly string[]) {
  return db
    .selectFrom("baselines")
    .innerJoin("baseline_snapshots as frozen", (join) =>
      join
        .onRef("frozen.organisation_id", "=", "baselines.organisation_id")
        .onRef("frozen.baseline_id", "=", "baselines.baseline_id"),
    )
    .where("baselines.organisation_id", "=", organisationId)
    .where(isOneOf(db, "baselines.baseline_id", baselineIds));
}
