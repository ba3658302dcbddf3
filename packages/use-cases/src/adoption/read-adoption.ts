import { latestAdoptionSeries, type AdoptionSeries } from "@liftledger/database/adoption-series";
import { getImport, type ListedImport } from "@liftledger/database/imports";
import { listSeriesByIds, type Series } from "@liftledger/database/series";
import { latestSnapshotsOfSeries } from "@liftledger/database/snapshots";
import type { Reader } from "@liftledger/database/transaction";
import type { Kpi } from "@liftledger/kpis/kpi";
import type { AdoptionWeek } from "@liftledger/roi/governance/adoption";
import { seriesName } from "../claims/claims-book.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { snapshotSource } from "../evaluation/snapshot-source.ts";
import type { PersonNames } from "../people/person-names.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** What the ledger knew of the adoption of an initiative. */
export interface KnownAdoption {
  named: AdoptionSeries;
  /** Null where none is named any more. */
  series: { row: Series; kpi: Kpi; name: string } | null;
  /** Every week that was logged, oldest first. */
  weeks: AdoptionWeek[];
}

/** Which series told the adoption of initiatives at `asOf` and what was logged of them, by the initiative's id. */
export async function readAdoption(
  ctx: Context,
  db: Reader,
  initiativeIds: readonly string[],
  { asOf, nameOf }: { asOf: string; nameOf: PersonNames },
): Promise<Map<string, KnownAdoption>> {
  const named = await latestAdoptionSeries(db, ctx.organisationId, initiativeIds, { asOf });
  const seriesIds = [...new Set([...named.values()].flatMap(({ seriesId }) => seriesId ?? []))];
  if (seriesIds.length === 0)
    return new Map([...named].map(([id, one]) => [id, { named: one, series: null, weeks: [] }]));
  const rows = await listSeriesByIds(db, ctx.organisationId, seriesIds);
  const kpis = await kpisOfSeries(ctx, db, rows);
  const snapshots = await latestSnapshotsOfSeries(db, ctx.organisationId, seriesIds, { asOf });
  const importIds = new Set([...snapshots.values()].flat().flatMap(({ importId }) => importId ?? []));
  const imports = new Map<string, ListedImport>();
  for (const id of importIds) imports.set(id, await getImport(db, ctx.organisationId, id));
  const bySeries = new Map(rows.map((row) => [row.seriesId, row]));
  return new Map(
    [...named].map(([initiativeId, one]): [string, KnownAdoption] => {
      const row = one.seriesId === null ? undefined : bySeries.get(one.seriesId);
      if (row === undefined) return [initiativeId, { named: one, series: null, weeks: [] }];
      const kpi = entryOf(kpis, row.seriesId);
      const weeks = (snapshots.get(row.seriesId) ?? []).map((snapshot) => ({
        period: snapshot.period,
        users: snapshot.numerator,
        of: snapshot.denominator,
        source: snapshotSource({ imports, nameOf }, snapshot),
      }));
      return [initiativeId, { named: one, series: { row, kpi, name: seriesName(kpi, row) }, weeks }];
    }),
  );
}
