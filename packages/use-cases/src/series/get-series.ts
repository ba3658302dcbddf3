import type { Series } from "@liftledger/contracts/series";
import { getSeries as getStored } from "@liftledger/database/series";
import type { Reader } from "@liftledger/database/transaction";
import { onlyRow } from "../only-row.ts";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { seriesViews } from "./series-view.ts";

/** One series; throws `NotFoundError`. */
export async function getSeries(
  ctx: Context,
  { seriesId }: { seriesId: string },
  db: Reader = ctx.db.read,
): Promise<Series> {
  mustBe(ctx, "viewer");
  const series = await getStored(db, ctx.organisationId, seriesId);
  return onlyRow(await seriesViews(ctx, db, [series]));
}
