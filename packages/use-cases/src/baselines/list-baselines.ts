import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listBaselines as listStored } from "@liftledger/database/baselines";
import { getSeries } from "@liftledger/database/series";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { baselineViews } from "./baseline-view.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** The baselines of a series, oldest first. */
export async function listBaselines(
  ctx: Context,
  { seriesId, ...query }: { seriesId: string } & ListQuery,
): Promise<EndpointOutput<"listBaselines">> {
  mustBe(ctx, "viewer");
  await getSeries(ctx.db.read, ctx.organisationId, seriesId);
  const baselines = await listStored(ctx.db.read, ctx.organisationId, seriesId);
  return pageRows(lists.listBaselines.list, await baselineViews(ctx, ctx.db.read, baselines), query);
}
