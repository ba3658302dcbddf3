import type { SeriesClaims } from "@liftledger/contracts/claims";
import { getSeries } from "@liftledger/database/series";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { mustBe } from "../permissions.ts";
import { kpisOfSeries } from "../series/series-view.ts";
import { claimsBook, seriesName } from "./claims-book.ts";
import { seriesClaims } from "./series-claims.ts";

/** Who claims what of a series in which periods, and what nobody claims, as known at `asOf`. */
export async function getSeriesClaims(
  ctx: Context,
  { seriesId, asOf }: { seriesId: string; asOf?: string | undefined },
): Promise<SeriesClaims> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const series = await getSeries(db, ctx.organisationId, seriesId);
    const kpi = entryOf(await kpisOfSeries(ctx, db, [series]), seriesId);
    const book = await claimsBook(ctx, db, [seriesId], { asOf });
    return seriesClaims(book, { ...series, series: seriesName(kpi, series) });
  });
}
