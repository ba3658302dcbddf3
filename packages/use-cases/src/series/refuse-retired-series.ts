import { listRetirements } from "@liftledger/database/retirements";
import type { Series } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { seriesName } from "../claims/claims-book.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import { kpisOfSeries } from "./series-view.ts";

/** Throws "retired" where a request names series that are retired, with who retired each and what to do. */
export async function refuseRetiredSeries(
  ctx: Context,
  db: Reader,
  places: readonly { series: Series; field: string; row?: number }[],
  toDo: string,
): Promise<void> {
  const ids = [...new Set(places.map(({ series }) => series.seriesId))];
  const retired = await listRetirements(db, ctx.organisationId, "series", ids);
  const found = places.filter(({ series }) => retired.has(series.seriesId));
  if (found.length === 0) return;
  const kpis = await kpisOfSeries(
    ctx,
    db,
    found.map(({ series }) => series),
  );
  const things = found.map(({ series, ...place }) => {
    const { seriesId: objectId } = series;
    return { objectId, name: seriesName(entryOf(kpis, objectId), series), ...place };
  });
  await refuseRetired(ctx, db, "series", things, toDo);
}
