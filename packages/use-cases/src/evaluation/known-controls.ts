import { controlSnapshotsOfBaselines } from "@liftledger/database/baseline-controls";
import type { Baseline } from "@liftledger/database/baselines";
import { listSeriesByIds } from "@liftledger/database/series";
import { latestSnapshotsOfSeries, type Snapshot } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import { designOf } from "../baselines/baseline-view.ts";
import { controlsInDesign } from "../baselines/chosen-controls.ts";
import { claimSpans, type ClaimSpan } from "../baselines/claim-spans.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** A series that a baseline is compared with, as it was known at an instant. */
export interface KnownControl {
  readonly seriesId: string;
  readonly name: string;
  readonly kpi: Kpi;
  /** Over the window: of a frozen baseline the revisions it froze. */
  readonly before: readonly Snapshot[];
  /** From the start on, at the latest revision. */
  readonly since: readonly Snapshot[];
  readonly claims: readonly ClaimSpan[];
}

/** A baseline with the periods of its own series that it stands on. */
interface Standing {
  row: Baseline;
  before: readonly Snapshot[];
}

/**
 * The series that the designs of some baselines name, as known at `asOf`, by baseline id: a handful of queries for all
 * of them, and none where there are no such series. Baselines that are compared with nothing are left out.
 */
export async function readControls(
  ctx: Context,
  db: Reader,
  standing: readonly Standing[],
  asOf: string,
): Promise<Map<string, KnownControl[]>> {
  const compared = standing
    .filter(({ row }) => row.controls.length > 0)
    .map(({ row, before }) => ({ row, before, named: controlsInDesign(designOf(row), row.controls) }))
    .filter(({ named }) => named.length > 0);
  if (compared.length === 0) return new Map();
  const ids = [...new Set(compared.flatMap(({ named }) => named.map(({ seriesId }) => seriesId)))];
  const series = await listSeriesByIds(db, ctx.organisationId, ids);
  const kpis = await kpisOfSeries(ctx, db, series);
  const latest = await latestSnapshotsOfSeries(db, ctx.organisationId, ids, { asOf });
  const claims = await claimSpans(ctx, db, series, asOf);
  const isFrozen = ({ frozenAt }: Baseline) => frozenAt !== null && frozenAt <= asOf;
  const frozenIds = compared.filter(({ row }) => isFrozen(row)).map(({ row }) => row.baselineId);
  const frozen = await controlSnapshotsOfBaselines(db, ctx.organisationId, frozenIds);
  return new Map(
    compared.map(({ row, before, named }) => {
      const periods = new Set(before.map(({ period }) => period));
      const controls = named.map(({ seriesId, name }): KnownControl => {
        const now = latest.get(seriesId) ?? [];
        const window = isFrozen(row)
          ? (frozen.get(row.baselineId)?.get(seriesId) ?? [])
          : now.filter(({ period }) => periods.has(period));
        return {
          seriesId,
          name,
          kpi: entryOf(kpis, seriesId),
          before: window,
          since: now.filter(({ period }) => period >= row.interventionStart),
          claims: claims.get(seriesId) ?? [],
        };
      });
      return [row.baselineId, controls];
    }),
  );
}
