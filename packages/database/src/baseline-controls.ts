import { isOneOf } from "./columns.ts";
import type { Snapshot } from "./snapshots.ts";
import { toSnapshot } from "./snapshots.ts";
import type { Reader, Writer } from "./transaction.ts";

/** A series that a baseline is compared with, by the name its design gives it. */
export interface BaselineControl {
  seriesId: string;
  name: string;
}

/** Keeps which series a baseline is compared with, the best first. */
export async function insertControls(
  tx: Writer,
  organisationId: string,
  baselineId: string,
  controls: readonly BaselineControl[],
): Promise<void> {
  const rows = controls.map(({ seriesId, name }, position) => ({
    organisation_id: organisationId,
    baseline_id: baselineId,
    position,
    series_id: seriesId,
    name,
  }));
  if (rows.length > 0) await tx.insertInto("baseline_controls").values(rows).execute();
}

/** The series that some baselines are compared with, in their order; baselines without any are left out. */
export async function controlsOfBaselines(
  db: Reader,
  organisationId: string,
  baselineIds: readonly string[],
): Promise<Map<string, BaselineControl[]>> {
  const rows = await db
    .selectFrom("baseline_controls")
    .select(["baseline_id as baselineId", "series_id as seriesId", "name"])
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "baseline_id", baselineIds))
    .orderBy("baseline_id")
    .orderBy("position")
    .execute();
  const byBaseline = Map.groupBy(rows, ({ baselineId }) => baselineId);
  return new Map(
    [...byBaseline].map(([id, controls]) => [id, controls.map(({ seriesId, name }) => ({ seriesId, name }))]),
  );
}

/** The baselines that are compared with some of the series given, draft, frozen or superseded. */
export async function baselinesComparedWith(
  db: Reader,
  organisationId: string,
  seriesIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom("baseline_controls")
    .select("baseline_id as baselineId")
    .distinct()
    .where("organisation_id", "=", organisationId)
    .where(isOneOf(db, "series_id", seriesIds))
    .orderBy("baseline_id")
    .execute();
  return rows.map(({ baselineId }) => baselineId);
}

/** Keeps the revisions of control series that a baseline is frozen on. */
export async function freezeControls(
  tx: Writer,
  organisationId: string,
  baselineId: string,
  snapshots: readonly Pick<Snapshot, "seriesId" | "period" | "revision">[],
): Promise<void> {
  const rows = snapshots.map(({ seriesId, period, revision }) => ({
    organisation_id: organisationId,
    baseline_id: baselineId,
    series_id: seriesId,
    period,
    revision,
  }));
  if (rows.length > 0) await tx.insertInto("baseline_control_snapshots").values(rows).execute();
}

/** The snapshots of control series that some baselines froze, by baseline and series; those without any are left out. */
export async function controlSnapshotsOfBaselines(
  db: Reader,
  organisationId: string,
  baselineIds: readonly string[],
): Promise<Map<string, Map<string, Snapshot[]>>> {
  const rows = await controlsUnder(db, organisationId, baselineIds, "=")
    .selectAll("snapshots")
    .select("frozen.baseline_id")
    .orderBy("frozen.baseline_id")
    .orderBy("snapshots.series_id")
    .orderBy("snapshots.period")
    .execute();
  const byBaseline = new Map<string, Map<string, Snapshot[]>>();
  for (const { baseline_id: id, ...row } of rows) {
    const bySeries = byBaseline.get(id) ?? new Map<string, Snapshot[]>();
    byBaseline.set(id, bySeries);
    bySeries.set(row.series_id, [...(bySeries.get(row.series_id) ?? []), toSnapshot(row)]);
  }
  return byBaseline;
}

/**
 * The periods of control series under a frozen baseline that have a later revision than the one it froze, by series; one
 * that was recorded by `asOf` where given.
 */
export async function controlsCorrectedSince(
  db: Reader,
  organisationId: string,
  baselineId: string,
  asOf?: string,
): Promise<Map<string, string[]>> {
  let query = controlsUnder(db, organisationId, [baselineId], ">")
    .select(["snapshots.series_id as seriesId", "snapshots.period"])
    .distinct()
    .orderBy("snapshots.series_id")
    .orderBy("snapshots.period");
  if (asOf !== undefined) query = query.where("snapshots.recorded_at", "<=", asOf);
  const bySeries = Map.groupBy(await query.execute(), ({ seriesId }) => seriesId);
  return new Map([...bySeries].map(([seriesId, rows]) => [seriesId, rows.map(({ period }) => period)]));
}

/** The snapshots of the periods of control series that baselines froze: at the frozen revision, or at later ones. */
function controlsUnder(
  db: Reader,
  organisationId: string,
  baselineIds: readonly string[],
  revision: "=" | ">",
) {
  return db
    .selectFrom("baseline_control_snapshots as frozen")
    .innerJoin("snapshots", (join) =>
      join
        .onRef("snapshots.organisation_id", "=", "frozen.organisation_id")
        .onRef("snapshots.series_id", "=", "frozen.series_id")
        .onRef("snapshots.period", "=", "frozen.period")
        .onRef("snapshots.revision", revision, "frozen.revision"),
    )
    .where("frozen.organisation_id", "=", organisationId)
    .where(isOneOf(db, "frozen.baseline_id", baselineIds));
}
