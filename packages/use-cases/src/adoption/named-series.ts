import type { AdoptionVersion } from "@liftledger/contracts/adoption";
import { listSeriesByIds } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { seriesName } from "../claims/claims-book.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** Series by their ids, each by the name that people know it by. */
export async function namedSeries(
  ctx: Context,
  db: Reader,
  seriesIds: readonly string[],
): Promise<Map<string, NonNullable<AdoptionVersion["series"]>>> {
  const rows = await listSeriesByIds(db, ctx.organisationId, [...new Set(seriesIds)]);
  const kpis = await kpisOfSeries(ctx, db, rows);
  return new Map(
    rows.map((row) => {
      const { seriesId, kpiKey } = row;
      return [seriesId, { seriesId, kpiKey, name: seriesName(entryOf(kpis, seriesId), row) }];
    }),
  );
}
