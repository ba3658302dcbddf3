import type { Series } from "@liftledger/contracts/series";
import { getSeries as getStored } from "@liftledger/database/series";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { seriesViews } from "./series-view.ts";

/** One series; throws `NotFoundError`. */
export async function getSeries(ctx: Context, { seriesId }: { seriesId: string }): Promise<Series> {
  mustBe(ctx, "viewer");
  const series = await getStored(ctx.db.read, ctx.organisationId, seriesId);
  return onlyRow(await seriesViews(ctx, ctx.db.read, [series]));
}
